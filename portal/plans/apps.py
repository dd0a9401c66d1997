from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    name = "portal.plans"
    verbose_name = _("Sponsors and benefits")

    def ready(self) -> None:
        from portal.plans import signals  # keeps the index of search true

        post_migrate.connect(signals.index_all, sender=self)
