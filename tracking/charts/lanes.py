"""One bar a day, hanging from the lower back down to the farthest point of a side."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tracking.charts.frame import (
    RIGHT,
    WIDTH,
    Axis,
    Point,
    Slot,
    Tick,
    boxes,
    circles,
    dashes,
    slots,
)

LEFT, TOP, ROW = 88, 8, 23
ZONES = 6
HEIGHT = TOP + ZONES * ROW + 28


@dataclass(frozen=True)
class Zone:
    """A row of the body: its label, the line under it, and all bars that reach it."""

    number: int
    label_y: int
    end_y: int
    path: str


@dataclass(frozen=True)
class LaneChart:
    zones: tuple[Zone, ...]
    none_path: str
    miss_path: str
    ticks: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    bottom: int = TOP + ZONES * ROW


def zone(number: int, places: Sequence[int | None], rooms: Sequence[Slot]) -> Zone:
    top = TOP + (number - 1) * ROW
    reached = [
        (slot.x, top, slot.width, ROW - 2)
        for place, slot in zip(places, rooms, strict=True)
        if place is not None and place >= number
    ]
    return Zone(number, top + ROW // 2 + 4, top + ROW - 1, boxes(reached))


def lane_chart(dates: Sequence[dt.date], places: Sequence[int | None]) -> LaneChart:
    rooms = slots(len(places), LEFT)
    pairs = list(zip(places, rooms, strict=True))
    return LaneChart(
        zones=tuple(zone(n, places, rooms) for n in range(1, ZONES + 1)),
        none_path=dashes([slot for place, slot in pairs if place == 0], TOP + 1),
        miss_path=circles(
            [Point(slot.middle, TOP + 6) for place, slot in pairs if place is None], 1
        ),
        ticks=Axis(LEFT, dates[0], dates[-1]).ticks() if dates else (),
    )
