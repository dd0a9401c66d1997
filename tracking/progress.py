"""The numbers behind the charts: plain functions over values already fetched."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import takewhile
from statistics import median

WINDOW_DAYS = 7
ENOUGH_DAYS = 3
FLARE_DAYS = 2
NOTICEABLE = 2  # points of 0-10; Childs 2005, Ostelo 2008


@dataclass(frozen=True)
class Noted:
    """One report's day and its two scores, 0 to 10."""

    day: dt.date
    back: int
    leg: int


@dataclass(frozen=True)
class Day:
    """The worst of a day; None where nothing was noted."""

    day: dt.date
    back: int | None
    leg: int | None


class Change(StrEnum):
    TOO_EARLY = "too-early"
    NO_RECENT = "no-recent"
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


@dataclass(frozen=True)
class LegPain:
    """Where leg pain began, where it is now, and what that difference means."""

    days: tuple[Day, ...]
    medians: tuple[float | None, ...]
    start: float | None
    now: float | None
    flares: tuple[tuple[dt.date, dt.date], ...] = ()

    @property
    def change(self) -> Change:
        if self.start is None:
            return Change.TOO_EARLY
        if self.now is None:
            return Change.NO_RECENT
        if self.start - self.now >= NOTICEABLE:
            return Change.BETTER
        if self.now - self.start >= NOTICEABLE:
            return Change.WORSE
        return Change.SAME

    def since(self, day: dt.date) -> "LegPain":
        """The same answer, showing only the days from this one on."""
        hidden = sum(shown.day < day for shown in self.days)
        return replace(self, days=self.days[hidden:], medians=self.medians[hidden:])

    @property
    def points(self) -> float:
        return abs((self.start or 0) - (self.now or 0))


def worst_of(values: Iterable[int]) -> int | None:
    return max(values, default=None)


def days_between(
    notes: Sequence[Noted], first: dt.date, last: dt.date
) -> tuple[Day, ...]:
    """One Day for each date; gaps stay gaps."""
    by_day: defaultdict[dt.date, list[Noted]] = defaultdict(list)
    for note in notes:
        by_day[note.day].append(note)
    dates = (first + dt.timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(
        Day(
            day,
            worst_of(note.back for note in by_day[day]),
            worst_of(note.leg for note in by_day[day]),
        )
        for day in dates
    )


def middle(values: Iterable[int | None]) -> float | None:
    """The median, once enough days were noted."""
    known = [value for value in values if value is not None]
    return float(median(known)) if len(known) >= ENOUGH_DAYS else None


def rolling_medians(days: Sequence[Day]) -> tuple[float | None, ...]:
    """The middle of the 7 days up to each day; a gap where too few were noted."""
    return tuple(
        middle(day.leg for day in days[max(0, end - WINDOW_DAYS) : end])
        for end in range(1, len(days) + 1)
    )


def starting_point(days: Sequence[Day]) -> float | None:
    """The middle of the first 7 days; where those say too little, of 3 noted days."""
    first_week = middle(day.leg for day in days[:WINDOW_DAYS])
    noted = [day.leg for day in days if day.leg is not None]
    return middle(noted[:ENOUGH_DAYS]) if first_week is None else first_week


def leg_pain(notes: Sequence[Noted], today: dt.date) -> LegPain:
    """From the first note to today. `now` is the middle of the last 7 days."""
    if not notes:
        return LegPain((), (), None, None)
    first = min(note.day for note in notes)
    days = days_between(notes, first, max(today, first))
    start = starting_point(days)
    now = middle(day.leg for day in days[-WINDOW_DAYS:])
    return LegPain(days, rolling_medians(days), start, now, flares(days))


def is_high(day: Day, usual: float | None) -> bool:
    if day.leg is None or usual is None:
        return False
    return day.leg - usual >= NOTICEABLE


def flares(days: Sequence[Day]) -> tuple[tuple[dt.date, dt.date], ...]:
    """First and last day of each run of 2 or more days far above the usual.

    Far above is 2 or more points over the middle of the 7 days before the run.
    """
    found: list[tuple[dt.date, dt.date]] = []
    index = 0
    while index < len(days):
        usual = middle(d.leg for d in days[max(0, index - WINDOW_DAYS) : index])
        run = list(takewhile(lambda day: is_high(day, usual), days[index:]))  # noqa: B023  # used at once
        if len(run) >= FLARE_DAYS:
            found.append((run[0].day, run[-1].day))
        index += max(1, len(run))
    return tuple(found)
