from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "portal.accounts"
    verbose_name = _("Members and roles")

    def ready(self) -> None:
        from portal.accounts.roles import give_permissions

        last = apps.get_app_config("tracking")
        post_migrate.connect(give_permissions, sender=last)
