"""How pain in the leg or the back began, how it is now, and what that says."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from tracking.progress.days import (
    ENOUGH_DAYS,
    WINDOW_DAYS,
    YEAR_DAYS,
    Day,
    Noted,
    blocks,
    days_between,
    middle,
)
from tracking.progress.flares import NOTICEABLE, Span, flares, joined

LOW_START = 4
LOW_SHARE = 0.3  # of the start, where 2 points would be more than half of it
LEAST_DROP = 1

type Place = Literal["leg", "back"]


class Change(StrEnum):
    TOO_EARLY = "too-early"
    FIRST_WEEK = "first-week"
    NO_RECENT = "no-recent"
    NO_PAIN = "no-pain"
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


def noticeable_drop(start: float) -> float:
    """2 points; from a low start 30 %, in halves, and never less than 1 point."""
    if start >= LOW_START:
        return NOTICEABLE
    return max(LEAST_DROP, math.ceil(2 * LOW_SHARE * start) / 2)


@dataclass(frozen=True)
class Pain:
    """One score of each date shown, the line through them, and the answer.

    By day, a score is the worst of the day, and the line the middle of 7 days. By
    week, a score is the worst of the week, the line its middle, the date its last.
    """

    dates: tuple[dt.date, ...]
    scores: tuple[int | None, ...]
    medians: tuple[float | None, ...]
    start: float | None
    now: float | None
    flares: tuple[Span, ...] = ()
    step: int = 1
    noted: int = 0  # days, shown or not
    is_first_week: bool = False  # the start and now are the same days

    @property
    def change(self) -> Change:
        if self.start is None:
            return Change.TOO_EARLY
        if self.is_first_week:
            return Change.FIRST_WEEK
        if self.now is None:
            return Change.NO_RECENT
        if self.start == self.now == 0:
            return Change.NO_PAIN
        if self.start - self.now >= noticeable_drop(self.start):
            return Change.BETTER
        if self.now - self.start >= NOTICEABLE:
            return Change.WORSE
        return Change.SAME

    @property
    def needed(self) -> float:
        """How many points make a change, in the direction it has gone."""
        is_up = (self.now or 0) > (self.start or 0)
        return NOTICEABLE if is_up else self.needed_drop

    @property
    def needed_drop(self) -> float:
        return NOTICEABLE if self.start is None else noticeable_drop(self.start)

    @property
    def points(self) -> float:
        return abs((self.start or 0) - (self.now or 0))

    def by_week(self) -> "Pain":
        weeks = list(blocks(self.scores))
        return replace(
            self,
            dates=tuple(week[-1] for week in blocks(self.dates)),
            scores=tuple(worst_known(week) for week in weeks),
            medians=tuple(middle(week) for week in weeks),
            step=WINDOW_DAYS,
        )


def worst_known(scores: Sequence[int | None]) -> int | None:
    return max((score for score in scores if score is not None), default=None)


def rolling_medians(
    scores: Sequence[int | None], first: int = 0
) -> tuple[float | None, ...]:
    """The middle of the 7 days up to each day; a gap where too few were noted."""
    return tuple(
        middle(scores[max(0, end - WINDOW_DAYS) : end])
        for end in range(first + 1, len(scores) + 1)
    )


def starting_point(scores: Sequence[int | None]) -> float | None:
    """The middle of the first 7 days; where those say too little, of 3 noted days."""
    first_week = middle(scores[:WINDOW_DAYS])
    noted = [score for score in scores if score is not None]
    return middle(noted[:ENOUGH_DAYS]) if first_week is None else first_week


def pain_over(
    days: Sequence[Day],
    place: Place,
    declared: Sequence[Span] = (),
    first: dt.date = dt.date.min,
) -> Pain:
    """The answer looks at all days; what is shown begins with the first one.

    It goes by day up to a year, and by week beyond it.
    """
    scores = tuple(getattr(day, place) for day in days)
    hidden = sum(day.day < first for day in days)
    goes_by_week = len(days) - hidden > YEAR_DAYS
    seen = flares(days) if place == "leg" else ()
    pain = Pain(
        dates=tuple(day.day for day in days[hidden:]),
        scores=scores[hidden:],
        medians=() if goes_by_week else rolling_medians(scores, hidden),
        start=starting_point(scores),
        now=middle(scores[-WINDOW_DAYS:]),
        flares=joined([*seen, *declared]),
        noted=sum(score is not None for score in scores),
        is_first_week=0 < len(days) <= WINDOW_DAYS,
    )
    return pain.by_week() if goes_by_week else pain


def days_until(notes: Sequence[Noted], today: dt.date) -> tuple[Day, ...]:
    """From the first note to today."""
    if not notes:
        return ()
    first = min(note.day for note in notes)
    return days_between(notes, first, max(today, first))


def leg_pain(
    notes: Sequence[Noted], today: dt.date, first: dt.date = dt.date.min
) -> Pain:
    return pain_over(days_until(notes, today), "leg", first=first)


def back_pain(notes: Sequence[Noted], today: dt.date) -> Pain:
    return pain_over(days_until(notes, today), "back")
