"""One bar a week: an outline of the days that could count, filled with those that do."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tracking.charts.frame import (
    RIGHT,
    WIDTH,
    Axis,
    Level,
    Point,
    Slot,
    Tick,
    boxes,
    circles,
    dashes,
    slots,
)

HEIGHT = 160
LEFT, TOP, BOTTOM = 26, 8, 28
DAYS = 7


@dataclass(frozen=True)
class WeekChart:
    levels: tuple[Level, ...]
    outline_path: str
    filled_path: str
    none_path: str
    miss_path: str
    ticks: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    bottom: int = HEIGHT - BOTTOM


def row(days: int) -> int:
    room = HEIGHT - TOP - BOTTOM
    return TOP + round(room * (1 - days / DAYS))


def bar(slot: Slot, days: int) -> tuple[int, int, int, int]:
    return slot.x, row(days), slot.width, row(0) - row(days)


def week_chart(
    ends: Sequence[dt.date], counts: Sequence[int], wholes: Sequence[int]
) -> WeekChart:
    """Of each week, how many days of how many."""
    triples = list(zip(counts, wholes, slots(len(counts), LEFT), strict=True))
    none = [slot for count, whole, slot in triples if whole and not count]
    miss = [Point(slot.middle, row(0) - 4) for _c, whole, slot in triples if not whole]
    return WeekChart(
        levels=tuple(Level(row(days), days) for days in range(0, DAYS, 2)),
        outline_path=boxes(bar(slot, whole) for _c, whole, slot in triples),
        filled_path=boxes(bar(slot, count) for count, _w, slot in triples),
        none_path=dashes(none, row(0) - 1),
        miss_path=circles(miss, 1),
        ticks=Axis(LEFT, ends[0], ends[-1]).ticks() if ends else (),
    )
