"""How far down each side it reached. Places are never averaged."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracking.progress.days import ENOUGH_DAYS, WINDOW_DAYS, Day, blocks

MOST_DAYS = 84  # day by day up to 12 weeks, week by week beyond
BUTTOCK = 2
BELOW_THE_KNEE = 5


class Move(StrEnum):
    """Of one side, from the first 7 days to the last 7."""

    NONE = "none"
    TOO_EARLY = "too-early"
    UP = "up"
    SAME = "same"
    MIXED = "mixed"
    DOWN = "down"


@dataclass(frozen=True)
class Window:
    """7 days of one side: the farthest place, and how many days were below the knee."""

    noted: int
    farthest: int
    below: int

    @classmethod
    def of(cls, places: Sequence[int | None]) -> "Window":
        known = [place for place in places if place is not None]
        below = sum(place >= BELOW_THE_KNEE for place in known)
        return cls(len(known), max(known, default=0), below)

    @property
    def is_enough(self) -> bool:
        return self.noted >= ENOUGH_DAYS

    @property
    def share_below(self) -> float:
        return self.below / self.noted if self.noted else 0


@dataclass(frozen=True)
class Side:
    """The places of one side, day by day, with the first and the last 7 days."""

    places: tuple[int | None, ...]
    first: Window
    last: Window

    @property
    def move(self) -> Move:
        first, last = self.first, self.last
        if not (first.is_enough and last.is_enough):
            return Move.TOO_EARLY
        if max(first.farthest, last.farthest) < BUTTOCK:
            return Move.NONE
        if last.farthest > first.farthest:
            return Move.DOWN
        if last.farthest == first.farthest:
            return Move.SAME
        return Move.MIXED if last.share_below > first.share_below else Move.UP

    def weeks(self) -> tuple[Window, ...]:
        return tuple(Window.of(week) for week in blocks(self.places))


@dataclass(frozen=True)
class Reach:
    dates: tuple[dt.date, ...]
    left: Side
    right: Side

    @property
    def is_young(self) -> bool:
        """The first and the last 7 days are the same days."""
        return len(self.dates) <= WINDOW_DAYS

    @property
    def goes_by_week(self) -> bool:
        return len(self.dates) > MOST_DAYS

    @property
    def week_ends(self) -> tuple[dt.date, ...]:
        return tuple(week[-1] for week in blocks(self.dates))

    def since(self, day: dt.date) -> "Reach":
        """The same answer, showing only the days from this one on."""
        hidden = sum(date < day for date in self.dates)
        return Reach(
            self.dates[hidden:],
            Side(self.left.places[hidden:], self.left.first, self.left.last),
            Side(self.right.places[hidden:], self.right.first, self.right.last),
        )


def first_window(places: Sequence[int | None]) -> Window:
    """The first 7 days; where those say too little, the first 3 noted days."""
    week = Window.of(places[:WINDOW_DAYS])
    noted = [place for place in places if place is not None]
    return week if week.is_enough else Window.of(noted[:ENOUGH_DAYS])


def side_of(places: Sequence[int | None]) -> Side:
    last = Window.of(places[-WINDOW_DAYS:])
    return Side(tuple(places), first_window(places), last)


def reach_of(days: Sequence[Day]) -> Reach:
    return Reach(
        tuple(day.day for day in days),
        side_of([day.left for day in days]),
        side_of([day.right for day in days]),
    )
