from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecordConfig(AppConfig):
    name = "portal.record"
    verbose_name = _("What is the member's own")
