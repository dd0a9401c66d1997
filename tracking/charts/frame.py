"""What all charts over time share: the view box, its ticks, and small shapes."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDTH = 280
RIGHT = WIDTH - 8
TICKS = 3
TICKS_NEED_DAYS = 12
LONG_DAYS = 400  # from here on a date is a month and a year


@dataclass(frozen=True)
class Point:
    x: int
    y: int


@dataclass(frozen=True)
class Level:
    y: int
    value: int


@dataclass(frozen=True)
class Tick:
    x: int
    day: dt.date
    anchor: str
    is_far: bool = False


@dataclass(frozen=True)
class Axis:
    """Dates on the width between two edges."""

    left: int
    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        return (self.last - self.first).days

    def x(self, day: dt.date) -> int:
        part = (day - self.first).days / max(1, self.days)
        return self.left + round((RIGHT - self.left) * part)

    def ticks(self) -> tuple[Tick, ...]:
        """The first day, the last, and one between where there is room."""
        if self.days == 0:
            return (Tick(self.left, self.first, "start"),)
        is_far = self.days > LONG_DAYS
        days = [self.first, self.last]
        if self.days >= TICKS_NEED_DAYS:
            days.insert(1, self.first + dt.timedelta(days=self.days // 2))
        anchors = ["start", *["middle"] * (len(days) - 2), "end"]
        return tuple(
            Tick(self.x(day), day, anchor, is_far)
            for day, anchor in zip(days, anchors, strict=True)
        )


@dataclass(frozen=True)
class Slot:
    """The room of one bar among others of the same width."""

    x: int
    width: int

    @property
    def middle(self) -> int:
        return self.x + self.width // 2


def slots(count: int, left: int) -> list[Slot]:
    """Side by side from edge to edge, with a gap where there is room for one."""
    room = RIGHT - left
    edges = [left + room * n // max(1, count) for n in range(count + 1)]
    gap = 1 if room >= 2 * count else 0
    return [Slot(begin, max(1, end - begin - gap)) for begin, end in pairwise(edges)]


def circles(points: Iterable[Point], radius: int) -> str:
    """All of them as one path."""
    across = 2 * radius
    return "".join(
        f"M{p.x - radius} {p.y}a{radius} {radius} 0 1 0 {across} 0"
        f"a{radius} {radius} 0 1 0 -{across} 0"
        for p in points
    )


def boxes(sizes: Iterable[tuple[int, int, int, int]]) -> str:
    """x, y, width and height of each, as one path."""
    return "".join(f"M{x} {y}h{w}v{h}h-{w}z" for x, y, w, h in sizes if h > 0)


def dashes(places: Sequence[Slot], y: int) -> str:
    return "".join(f"M{slot.x} {y}h{slot.width}" for slot in places)
