"""Geometry of the charts: numbers in, integers on a fixed view box out."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tracking.progress import NOTICEABLE, Day, LegPain

WIDTH, HEIGHT = 312, 270
LEFT, RIGHT, TOP, BOTTOM = 28, 10, 34, 46
MOST = 10
TICKS = 4


@dataclass(frozen=True)
class Point:
    x: int
    y: int


@dataclass(frozen=True)
class Tick:
    x: int
    day: dt.date
    anchor: str


@dataclass(frozen=True)
class Level:
    y: int
    value: int


@dataclass(frozen=True)
class Span:
    x: int
    end: int

    @property
    def middle(self) -> int:
        return (self.x + self.end) // 2


@dataclass(frozen=True)
class PainChart:
    """Everything the template draws, in view-box units."""

    width: int
    height: int
    left: int
    right: int
    bottom: int
    levels: tuple[Level, ...]
    dots: tuple[Point, ...]
    lines: tuple[str, ...]
    start_y: int | None
    band_top: int | None
    flares: tuple[Span, ...]
    now: Point | None
    ticks: tuple[Tick, ...]

    @property
    def inner_width(self) -> int:
        return self.right - self.left

    @property
    def flare_y(self) -> int:
        return row(MOST) + 2

    @property
    def now_label_y(self) -> int:
        """Below the dot, or above it where the axis is near."""
        if self.now is None:
            return 0
        below = self.now.y + 26
        return below if below < self.bottom - 20 else self.now.y - 14

    @property
    def band_height(self) -> int:
        return 0 if self.band_top is None else self.bottom - self.band_top


def column(index: int, count: int) -> int:
    room = WIDTH - LEFT - RIGHT
    return LEFT + round(room * index / max(1, count - 1))


def row(score: float) -> int:
    """A score of 0 to 10 as a height; 0 is at the bottom."""
    room = HEIGHT - TOP - BOTTOM
    return TOP + round(room * (1 - min(max(score, 0), MOST) / MOST))


def lines(medians: Sequence[float | None]) -> tuple[str, ...]:
    """One path for each run without a gap."""
    runs: list[list[str]] = [[]]
    for index, value in enumerate(medians):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(f"{column(index, len(medians))} {row(value)}")
    return tuple(f"M{'L'.join(run)}" for run in runs if len(run) > 1)


def ticks(days: Sequence[Day]) -> tuple[Tick, ...]:
    """The first day, the last, and two between where there is room."""
    count = len(days)
    steps = TICKS if count >= 4 * TICKS else 2
    places = sorted({round((count - 1) * n / (steps - 1)) for n in range(steps)})
    anchors = {0: "start", count - 1: "end"}
    return tuple(
        Tick(column(i, count), days[i].day, anchors.get(i, "middle")) for i in places
    )


def now_point(pain: LegPain) -> Point | None:
    known = [(i, m) for i, m in enumerate(pain.medians) if m is not None]
    if not known or pain.now is None:
        return None
    index, value = known[-1]
    return Point(column(index, len(pain.medians)), row(value))


def flare_spans(pain: LegPain) -> tuple[Span, ...]:
    """Each flare as far as it lies within the days shown."""
    spans = []
    for first, last in pain.flares:
        shown = [i for i, day in enumerate(pain.days) if first <= day.day <= last]
        if shown:
            begin, end = (column(i, len(pain.days)) for i in (shown[0], shown[-1]))
            spans.append(Span(begin - 4, end + 4))
    return tuple(spans)


def pain_chart(pain: LegPain) -> PainChart:
    count = len(pain.days)
    better = None if pain.start is None else pain.start - NOTICEABLE
    return PainChart(
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        right=WIDTH - RIGHT,
        bottom=row(0),
        levels=tuple(Level(row(v), v) for v in range(0, MOST + 1, 2)),
        dots=tuple(
            Point(column(i, count), row(day.leg))
            for i, day in enumerate(pain.days)
            if day.leg is not None
        ),
        lines=lines(pain.medians),
        start_y=None if pain.start is None else row(pain.start),
        band_top=row(better) if better is not None and better > 0 else None,
        flares=flare_spans(pain),
        now=now_point(pain),
        ticks=ticks(pain.days) if pain.days else (),
    )
