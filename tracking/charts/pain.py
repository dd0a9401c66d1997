"""Pain over time: dots, the line through their middle, the start, the band, flares."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tracking.charts.frame import RIGHT, WIDTH, Axis, Level, Point, Tick, circles
from tracking.charts.start_label import start_label
from tracking.progress import Pain, noticeable_drop

HEIGHT = 236
LEFT, TOP, BOTTOM = 26, 26, 30
MOST = 10
MANY_DOTS = 100
FLARE_Y = 8
ABOVE, BELOW = -10, 22


@dataclass(frozen=True)
class Span:
    x: int
    end: int


@dataclass(frozen=True)
class PainChart:
    """Everything the template draws, in view-box units."""

    dots: tuple[Point, ...]
    lines: tuple[str, ...]
    start_y: int | None
    band_top: int | None
    flares: tuple[Span, ...]
    now: Point | None
    ticks: tuple[Tick, ...]
    start_label: Point | None = None
    radius: int = 3
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    flare_y: int = FLARE_Y

    @property
    def bottom(self) -> int:
        return row(0)

    @property
    def levels(self) -> tuple[Level, ...]:
        return tuple(Level(row(value), value) for value in range(0, MOST + 1, 2))

    @property
    def is_crowded(self) -> bool:
        return len(self.dots) > MANY_DOTS

    @property
    def dots_path(self) -> str:
        return circles(self.dots, self.radius)

    @property
    def inner_width(self) -> int:
        return self.right - self.left

    @property
    def now_label_y(self) -> int:
        """Below the dot, or above it where the axis is near."""
        if self.now is None:
            return 0
        below = self.now.y + BELOW
        return below if below < self.bottom - 4 else self.now.y + ABOVE

    @property
    def is_now_in_band(self) -> bool:
        return self.band_top is not None and self.now_label_y > self.band_top

    @property
    def band_height(self) -> int:
        return 0 if self.band_top is None else self.bottom - self.band_top


def row(score: float) -> int:
    """A score of 0 to 10 as a height; 0 is at the bottom."""
    room = HEIGHT - TOP - BOTTOM
    return TOP + round(room * (1 - min(max(score, 0), MOST) / MOST))


def lines(
    axis: Axis, dates: Sequence[dt.date], medians: Sequence[float | None]
) -> tuple[str, ...]:
    """One path for each run without a gap; a value alone is a point of it."""
    runs: list[list[str]] = [[]]
    for date, value in zip(dates, medians, strict=True):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(f"{axis.x(date)} {row(value)}")
    return tuple(
        f"M{'L'.join(run)}" if run[1:] else f"M{run[0]}h0" for run in runs if run
    )


def flare_spans(pain: Pain, axis: Axis) -> tuple[Span, ...]:
    """Each flare as far as it lies within the days shown."""
    inside = [
        (max(first, axis.first), min(last, axis.last))
        for first, last in pain.flares
        if first <= axis.last and last >= axis.first
    ]
    return tuple(Span(axis.x(a) - 3, axis.x(b) + 3) for a, b in inside)


def band_top(pain: Pain) -> int | None:
    """None where no drop that counts is left above 0."""
    if pain.start is None:
        return None
    better = pain.start - noticeable_drop(pain.start)
    return row(better) if better > 0 else None


def points_of(
    axis: Axis, dates: Sequence[dt.date], values: Sequence[float | None]
) -> tuple[Point, ...]:
    return tuple(
        Point(axis.x(date), row(value))
        for date, value in zip(dates, values, strict=True)
        if value is not None
    )


def label_of_start(
    pain: Pain, axis: Axis, dots: Sequence[Point], flares: Sequence[Span]
) -> Point | None:
    if pain.start is None:
        return None
    marks = [
        *dots,
        *points_of(axis, pain.dates, pain.medians),
        *(Point(x, FLARE_Y) for flare in flares for x in (flare.x, flare.end)),
    ]
    return start_label(row(pain.start), LEFT, row(0), marks)


def pain_chart(pain: Pain) -> PainChart:
    dates = pain.dates or (dt.date.min,)
    axis = Axis(LEFT, dates[0], dates[-1])
    dots, flares = (
        points_of(axis, pain.dates, pain.scores),
        flare_spans(pain, axis),
    )
    return PainChart(
        dots=dots,
        lines=lines(axis, pain.dates, pain.medians),
        start_y=None if pain.start is None else row(pain.start),
        band_top=band_top(pain),
        flares=flares,
        now=None if pain.now is None else Point(axis.x(axis.last), row(pain.now)),
        ticks=axis.ticks() if pain.dates else (),
        start_label=label_of_start(pain, axis, dots, flares),
        radius=2 if len(pain.dates) > MANY_DOTS else 3,
    )
