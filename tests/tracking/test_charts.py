import datetime as dt
import random
import re
from collections.abc import Iterator

import pytest

from tracking.charts import (
    HEIGHT,
    WIDTH,
    PainChart,
    Span,
    column,
    lines,
    pain_chart,
    row,
)
from tracking.progress import LegPain, Noted, leg_pain

FIRST = dt.date(2026, 10, 1)
DAY = dt.timedelta(days=1)
SEEDS = range(150)


def pain(*legs: int | None) -> LegPain:
    notes = [Noted(FIRST + DAY * n, 2, v) for n, v in enumerate(legs) if v is not None]
    return leg_pain(notes, FIRST + DAY * (len(legs) - 1))


def some_pain(seed: int) -> LegPain:
    chance = random.Random(seed)  # noqa: S311  # any series will do
    count = chance.choice((1, 2, 3, 6, 15, 16, 40, 91, 400))
    gaps = chance.choice((0.0, 0.2, 0.8))
    legs = [
        None if chance.random() < gaps else chance.randint(0, 10) for _n in range(count)
    ]
    shown = pain(chance.randint(0, 10), *legs)
    return shown.since(FIRST + DAY * chance.choice((0, 1, max(0, count - 42))))


def drawn(chart: PainChart) -> Iterator[tuple[int, int]]:
    """Each point that the template puts into the picture."""
    yield from ((dot.x, dot.y) for dot in chart.dots)
    yield from ((chart.left, level.y) for level in chart.levels)
    yield from ((tick.x, chart.bottom + 20) for tick in chart.ticks)
    for flare in chart.flares:
        yield from ((flare.x, chart.flare_y), (flare.end, chart.flare_y + 17))
    for line in chart.lines:
        for place in re.split("[ML]", line)[1:]:
            x, y = place.split()
            yield int(x), int(y)
    if chart.now:
        yield chart.now.x, chart.now.y
        yield chart.now.x, chart.now_label_y
    if chart.start_y is not None:
        yield chart.right, chart.start_y - 7
    if chart.band_top is not None:
        yield chart.left, chart.band_top
        yield chart.right, chart.band_top + chart.band_height


@pytest.mark.parametrize("seed", SEEDS)
def test_everything_drawn_is_a_whole_number_inside_the_view_box(seed: int) -> None:
    for x, y in drawn(pain_chart(some_pain(seed))):
        assert isinstance(x, int)
        assert isinstance(y, int)
        assert 0 <= x <= WIDTH, x
        assert 0 <= y <= HEIGHT, y


@pytest.mark.parametrize("seed", SEEDS)
def test_there_is_a_dot_for_each_noted_day_and_none_besides(seed: int) -> None:
    shown = some_pain(seed)
    known = [day.leg for day in shown.days if day.leg is not None]
    assert [dot.y for dot in pain_chart(shown).dots] == [row(leg) for leg in known]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_last_point_is_the_answer_of_this_week(seed: int) -> None:
    shown = some_pain(seed)
    now = pain_chart(shown).now
    assert (now is None) == (shown.now is None)
    if now and shown.now is not None:
        assert now.y == row(shown.now)


@pytest.mark.parametrize(
    ("score", "y"), [(0, 224), (5, 129), (10, 34), (-1, 224), (11, 34), (2.5, 176)]
)
def test_a_score_becomes_a_height(score: float, y: int) -> None:
    assert row(score) == y


def test_the_days_fill_the_width() -> None:
    assert [column(n, 3) for n in range(3)] == [28, 165, 302]


def test_one_day_stands_on_the_left() -> None:
    assert column(0, 1) == 28


def test_a_gap_splits_the_line() -> None:
    assert lines([1, 1, None, 2, 2]) == ("M28 205L96 205", "M234 186L302 186")


def test_a_lone_value_makes_no_line() -> None:
    assert lines([1, None, 2]) == ()


def test_there_is_no_line_where_nothing_is_known() -> None:
    assert lines([None, None]) == ()


@pytest.mark.parametrize(
    ("leg", "top"), [(0, None), (1, None), (2, None), (3, row(1)), (10, row(8))]
)
def test_the_band_shows_only_what_can_be_reached(leg: int, top: int | None) -> None:
    assert pain_chart(pain(leg, leg, leg)).band_top == top


def test_the_band_ends_at_the_axis() -> None:
    chart = pain_chart(pain(7, 7, 7))
    assert chart.band_top is not None
    assert chart.band_top + chart.band_height == chart.bottom == row(0)


def test_without_a_start_there_is_neither_line_nor_band() -> None:
    chart = pain_chart(pain(7, 7))
    assert (chart.start_y, chart.band_top, chart.band_height) == (None, None, 0)


def test_nothing_noted_draws_no_days() -> None:
    chart = pain_chart(pain())
    assert (chart.dots, chart.lines, chart.ticks, chart.now) == ((), (), (), None)


def test_a_week_without_notes_draws_no_now() -> None:
    assert pain_chart(pain(7, 7, 7, *[None] * 7)).now is None


def test_a_flare_spans_its_days() -> None:
    shown = pain(3, 3, 3, 6, 6, 3, 3)
    assert pain_chart(shown).flares == (Span(column(3, 7) - 4, column(4, 7) + 4),)


def test_a_flare_before_the_days_shown_is_left_out() -> None:
    shown = pain(3, 3, 3, 6, 6, 3, 3, 3).since(FIRST + DAY * 5)
    assert pain_chart(shown).flares == ()


def test_a_flare_is_cut_where_the_days_shown_begin() -> None:
    shown = pain(3, 3, 3, 6, 6, 3, 3, 3).since(FIRST + DAY * 4)
    assert pain_chart(shown).flares == (Span(24, 32),)


def test_a_long_series_has_four_dates_and_a_short_one_two() -> None:
    assert len(pain_chart(pain(*[3] * 16)).ticks) == 4
    assert len(pain_chart(pain(*[3] * 15)).ticks) == 2


def test_the_first_and_last_date_stay_inside() -> None:
    ticks = pain_chart(pain(*[3] * 42)).ticks
    assert [tick.anchor for tick in ticks] == ["start", "middle", "middle", "end"]
    assert [ticks[0].day, ticks[-1].day] == [FIRST, FIRST + DAY * 41]


@pytest.mark.parametrize("leg", range(11))
def test_the_label_of_now_keeps_clear_of_the_axis(leg: int) -> None:
    chart = pain_chart(pain(leg, leg, leg))
    assert chart.now is not None
    assert chart.now_label_y <= chart.bottom
    assert abs(chart.now_label_y - chart.now.y) >= 14
