"""Days of exercise against days planned.

Rest days, flares and days when the exercises were paused do not count against.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from tracking.progress.days import DAY, WINDOW_DAYS
from tracking.progress.flares import Span

HALF = 50  # percent of the sets: from here on a session counts as done
ANSWER_WEEKS = 4


class Mark(StrEnum):
    DONE = "done"
    PART = "part"
    MISSED = "missed"
    REST = "rest"
    FLARE = "flare"
    PAUSED = "paused"  # by an answer to the safety questions
    OUTSIDE = ""  # before joining, after leaving, or still to come


@dataclass(frozen=True)
class Plan:
    """When a program was followed, on which weekdays (0 is Monday), and the flares.

    Without chosen weekdays, so many days a week are planned.
    """

    followed: tuple[Span, ...]
    weekdays: frozenset[int] = frozenset()
    days_a_week: int = WINDOW_DAYS
    flares: tuple[Span, ...] = ()
    paused: tuple[Span, ...] = ()

    def is_on(self, day: dt.date) -> bool:
        return within(day, self.followed)

    @cached_property
    def flare_days(self) -> frozenset[dt.date]:
        return days_of(self.flares)

    @cached_property
    def paused_days(self) -> frozenset[dt.date]:
        return days_of(self.paused)

    def is_flare(self, day: dt.date) -> bool:
        return day in self.flare_days

    def is_paused(self, day: dt.date) -> bool:
        return day in self.paused_days

    def could_be_kept(self, day: dt.date) -> bool:
        return self.is_on(day) and not (self.is_flare(day) or self.is_paused(day))


@dataclass(frozen=True)
class KeptWeek:
    monday: dt.date
    marks: tuple[Mark, ...]
    done: int
    planned: int
    is_running: bool
    is_paused_now: bool = False

    @property
    def counted(self) -> int:
        """More than planned is as good as planned."""
        return min(self.done, self.planned)


def days_of(spans: Sequence[Span]) -> frozenset[dt.date]:
    """Asked for each day of years: a set does not grow slow with many spans."""
    return frozenset(
        first + DAY * n for first, last in spans for n in range((last - first).days + 1)
    )


def within(day: dt.date, spans: Sequence[Span]) -> bool:
    return any(first <= day <= last for first, last in spans)


def shares_of(sessions: Iterable[tuple[dt.date, int | None]]) -> dict[dt.date, int]:
    """The fullest session of each day, in percent of its sets."""
    shares: dict[dt.date, int] = {}
    for day, share in sessions:
        shares[day] = max(share or 0, shares.get(day, 0))
    return shares


def mark_of(day: dt.date, today: dt.date, share: int, plan: Plan) -> Mark:
    if share >= HALF:
        return Mark.DONE
    if share:
        return Mark.PART
    if day >= today or not plan.is_on(day):
        return Mark.OUTSIDE
    if plan.is_paused(day):
        return Mark.PAUSED
    if plan.is_flare(day):
        return Mark.FLARE
    return Mark.MISSED if day.weekday() in plan.weekdays else Mark.REST


def planned_in(days: Sequence[dt.date], marks: Sequence[Mark], plan: Plan) -> int:
    """Chosen days that could be kept; without a choice, a share of the week's."""
    could = [
        day
        for day, mark in zip(days, marks, strict=True)
        if mark is not Mark.OUTSIDE and plan.could_be_kept(day)
    ]
    if plan.weekdays:
        return sum(day.weekday() in plan.weekdays for day in could)
    return plan.days_a_week * len(could) // WINDOW_DAYS


def kept_week(
    monday: dt.date, today: dt.date, shares: dict[dt.date, int], plan: Plan
) -> KeptWeek:
    days = [monday + DAY * n for n in range(WINDOW_DAYS)]
    marks = tuple(mark_of(day, today, shares.get(day, 0), plan) for day in days)
    return KeptWeek(
        monday=monday,
        marks=marks,
        done=marks.count(Mark.DONE),
        planned=planned_in(days, marks, plan),
        is_running=days[-1] >= today,
        is_paused_now=today in days and plan.is_paused(today),
    )


def kept_weeks(
    sessions: Iterable[tuple[dt.date, int | None]],
    plan: Plan,
    first: dt.date,
    today: dt.date,
) -> tuple[KeptWeek, ...]:
    """From the week of the first day that has something to show, oldest first."""
    shares = shares_of(sessions)
    begun = min([*shares, *(span[0] for span in plan.followed)], default=today)
    monday = monday_of(min(max(first, begun), today))
    count = (monday_of(today) - monday).days // WINDOW_DAYS + 1
    mondays = (monday + DAY * WINDOW_DAYS * n for n in range(count))
    return tuple(kept_week(day, today, shares, plan) for day in mondays)


def monday_of(day: dt.date) -> dt.date:
    return day - DAY * day.weekday()


def last_full_weeks(weeks: Sequence[KeptWeek]) -> list[KeptWeek]:
    """Up to 4, without the running one and those in which nothing was planned."""
    full = [week for week in weeks if not week.is_running and week.planned]
    return full[-ANSWER_WEEKS:]
