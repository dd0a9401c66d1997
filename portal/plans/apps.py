from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    name = "portal.plans"
    verbose_name = _("Sponsors and benefits")

    def ready(self) -> None:
        from portal.plans import signals  # noqa: F401  # keeps the search words true
