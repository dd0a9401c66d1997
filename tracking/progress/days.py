"""Reports become days; a gap stays a gap."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

WINDOW_DAYS = 7
ENOUGH_DAYS = 3
YEAR_DAYS = 366
DAY = dt.timedelta(days=1)


class Noted(NamedTuple):
    """One report's day, its two scores, and how far down each side it reached."""

    day: dt.date
    back: int
    leg: int
    left: int = 0
    right: int = 0


class Day(NamedTuple):
    """The worst of a day; None where nothing was noted."""

    day: dt.date
    back: int | None
    leg: int | None
    left: int | None = None
    right: int | None = None


def worse_of(one: Noted, other: Noted) -> Noted:
    return Noted(
        one.day,
        max(one.back, other.back),
        max(one.leg, other.leg),
        max(one.left, other.left),
        max(one.right, other.right),
    )


def worst_of_each(notes: Iterable[Noted]) -> dict[dt.date, Noted]:
    """The order of the notes, and notes sent twice, change nothing."""
    worst: dict[dt.date, Noted] = {}
    for note in notes:
        known = worst.get(note.day)
        worst[note.day] = note if known is None else worse_of(known, note)
    return worst


def days_between(
    notes: Iterable[Noted], first: dt.date, last: dt.date
) -> tuple[Day, ...]:
    """One Day for each date; gaps stay gaps."""
    worst = worst_of_each(notes)
    dates = (first + DAY * n for n in range((last - first).days + 1))
    return tuple(
        Day(*worst[date]) if date in worst else Day(date, None, None) for date in dates
    )


def middle(values: Iterable[int | None]) -> float | None:
    """The median, once enough days were noted."""
    known = sorted(value for value in values if value is not None)
    count = len(known)
    if count < ENOUGH_DAYS:
        return None
    return (known[(count - 1) // 2] + known[count // 2]) / 2


def blocks[Item](items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Runs of 7, counted back from the last: the last one is the last 7 days."""
    first = len(items) % WINDOW_DAYS
    if first:
        yield items[:first]
    for start in range(first, len(items), WINDOW_DAYS):
        yield items[start : start + WINDOW_DAYS]
