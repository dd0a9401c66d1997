"""What rows name and the code no longer has."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Tags, Warning, register  # noqa: A004
from django.db import OperationalError, ProgrammingError

from exercises.figures import figure_keys

NAMES = ("figure", "instead_figure")


@register(Tags.database)
def figures_are_drawn(
    app_configs: Sequence[AppConfig] | None,
    databases: Sequence[str] | None = None,
    **_kwargs: object,
) -> list[CheckMessage]:
    """Runs where a database is checked, as by `migrate` and `check --database`."""
    return [
        Warning(
            f"{type(row).__name__} {row.pk} ({row}) names the figure “{key}”, "
            "which is no longer drawn. Its pages show no figure.",
            hint="Choose another figure in the admin, or none.",
            id="exercises.W001",
        )
        for database in databases or ()
        for row, key in undrawn(database)
    ]


def undrawn(database: str) -> Iterator[tuple[Any, str]]:
    models: list[Any] = list(apps.get_app_config("exercises").get_models())
    named = [
        (model, name) for model in models for name in NAMES if hasattr(model, name)
    ]
    for model, name in named:
        drawn = {f"{name}__in": ["", *figure_keys()]}
        rows = model.objects.using(database).exclude(**drawn)
        try:
            yield from [(row, getattr(row, name)) for row in rows]
        except (OperationalError, ProgrammingError):
            continue  # not migrated yet
