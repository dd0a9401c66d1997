"""Rows of the tables under the charts, as ready strings."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tracking.progress import Day


@dataclass(frozen=True)
class DayRow:
    day: str
    leg: str
    back: str


def score(value: int | None) -> str:
    return _("not noted") if value is None else str(value)


def day_rows(days: Sequence[Day]) -> list[DayRow]:
    """Newest first."""
    return [
        DayRow(date_format(d.day, "M j"), score(d.leg), score(d.back))
        for d in reversed(days)
    ]
