"""Weeks by days: a disc with a tick, half a disc, a ring, a dash, a wave, 2 bars."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tracking.charts.frame import WIDTH, Point, circles
from tracking.progress.kept import KeptWeek, Mark

LEFT, TOP = 58, 24
CELL, ROW = 24, 27
RADIUS = 9
DAYS = 7


@dataclass(frozen=True)
class KeptRow:
    week: KeptWeek
    y: int


@dataclass(frozen=True)
class Letter:
    x: int
    day: dt.date


@dataclass(frozen=True)
class KeptChart:
    letters: tuple[Letter, ...]
    rows: tuple[KeptRow, ...]
    done_path: str
    tick_path: str
    half_path: str
    ring_path: str
    rest_path: str
    flare_path: str
    paused_path: str
    height: int
    width: int = WIDTH


def place(row: int, column: int) -> Point:
    return Point(LEFT + CELL * column + CELL // 2, TOP + ROW * row + ROW // 2)


def kept_chart(weeks: Sequence[KeptWeek]) -> KeptChart:
    def points(*marks: Mark) -> list[Point]:
        return [
            place(row, column)
            for row, week in enumerate(weeks)
            for column, mark in enumerate(week.marks)
            if mark in marks
        ]

    done, part = points(Mark.DONE), points(Mark.PART)
    monday = weeks[0].monday
    return KeptChart(
        letters=tuple(
            Letter(place(0, n).x, monday + dt.timedelta(days=n)) for n in range(DAYS)
        ),
        rows=tuple(KeptRow(week, place(n, 0).y) for n, week in enumerate(weeks)),
        done_path=circles(done, RADIUS),
        tick_path="".join(f"M{p.x - 4} {p.y}l3 3 5-6" for p in done),
        half_path="".join(f"M{p.x} {p.y - 8}a8 8 0 0 0 0 16z" for p in part),
        ring_path=circles(points(Mark.PART, Mark.MISSED), RADIUS - 1),
        rest_path="".join(f"M{p.x - 4} {p.y}h8" for p in points(Mark.REST)),
        flare_path="".join(f"M{p.x - 8} {p.y}q4-7 8 0t8 0" for p in points(Mark.FLARE)),
        paused_path="".join(
            f"M{p.x - 3} {p.y - 5}v10M{p.x + 3} {p.y - 5}v10"
            for p in points(Mark.PAUSED)
        ),
        height=TOP + ROW * len(weeks) + 4,
    )
