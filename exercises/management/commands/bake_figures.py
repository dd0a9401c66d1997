from typing import Any

from django.core.management.base import BaseCommand

from exercises.figures.baking import BAKED, bake_all


class Command(BaseCommand):
    help = (
        "Draws every figure and its frames into files. The same poses, the same bytes."
    )
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Baked {bake_all()} movements into {BAKED.name}/.")
