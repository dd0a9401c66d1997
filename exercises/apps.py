from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExercisesConfig(AppConfig):
    name = "exercises"
    verbose_name = _("Exercises, guides and programs")

    def ready(self) -> None:
        from exercises import checks, edition, history, invisible  # noqa: F401  # registers the check

        history.register()
        edition.watch()
        invisible.watch()
