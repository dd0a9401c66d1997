import datetime as dt
import random
import re
from collections.abc import Iterator

import pytest

from tracking.charts import PainChart, lane_chart, pain_chart, week_chart
from tracking.charts.frame import WIDTH, Axis, Point, Tick, boxes, circles, slots
from tracking.charts.pain import HEIGHT, Span, lines, row
from tracking.charts.start_label import start_label
from tracking.progress import Noted, Pain, leg_pain

FIRST = dt.date(2026, 10, 1)
DAY = dt.timedelta(days=1)
SEEDS = range(150)


def pain(*legs: int | None, first: int = 0) -> Pain:
    """Shown from that day on."""
    notes = [Noted(FIRST + DAY * n, 2, v) for n, v in enumerate(legs) if v is not None]
    return leg_pain(notes, FIRST + DAY * (len(legs) - 1), FIRST + DAY * first)


def some_pain(seed: int) -> Pain:
    chance = random.Random(seed)  # noqa: S311  # any series will do
    count = chance.choice((1, 2, 3, 6, 15, 16, 40, 91, 400))
    gaps = chance.choice((0.0, 0.2, 0.8))
    legs = [
        None if chance.random() < gaps else chance.randint(0, 10) for _n in range(count)
    ]
    first = chance.choice((0, 1, max(0, count - 42)))
    return pain(chance.randint(0, 10), *legs, first=first)


def drawn(chart: PainChart) -> Iterator[tuple[int, int]]:
    """Each point that the template puts into the picture."""
    yield from ((dot.x, dot.y) for dot in chart.dots)
    yield from ((chart.left, level.y) for level in chart.levels)
    yield from ((tick.x, chart.bottom + 22) for tick in chart.ticks)
    for flare in chart.flares:
        yield from ((flare.x, chart.flare_y), (flare.end, chart.flare_y))
    for line in chart.lines:
        for place in re.split("[ML]", line.removesuffix("h0"))[1:]:
            x, y = place.split()
            yield int(x), int(y)
    if chart.now:
        yield chart.now.x, chart.now.y
        yield chart.now.x, chart.now_label_y
    if chart.start_y is not None:
        assert chart.start_label
        yield chart.start_label.x, chart.start_label.y
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
    known = [score for score in shown.scores if score is not None]
    assert [dot.y for dot in pain_chart(shown).dots] == [row(leg) for leg in known]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_last_point_is_the_answer_of_this_week(seed: int) -> None:
    shown = some_pain(seed)
    now = pain_chart(shown).now
    assert (now is None) == (shown.now is None)
    if now and shown.now is not None:
        assert now.y == row(shown.now)


@pytest.mark.parametrize(
    ("score", "y"), [(0, 206), (5, 116), (10, 26), (-1, 206), (11, 26), (2.5, 161)]
)
def test_a_score_becomes_a_height(score: float, y: int) -> None:
    assert row(score) == y


def dates(count: int) -> list[dt.date]:
    return [FIRST + DAY * n for n in range(count)]


def axis(count: int) -> Axis:
    return Axis(26, FIRST, dates(count)[-1])


def test_the_days_fill_the_width() -> None:
    assert [axis(3).x(day) for day in dates(3)] == [26, 149, 272]


def test_one_day_stands_on_the_left_with_one_date() -> None:
    assert axis(1).x(FIRST) == 26
    assert axis(1).ticks() == (Tick(26, FIRST, "start"),)


def test_a_gap_splits_the_line() -> None:
    paths = lines(axis(5), dates(5), [1, 1, None, 2, 2])
    assert paths == ("M26 188L88 188", "M210 170L272 170")


def test_a_lone_value_is_a_point_of_the_line() -> None:
    assert lines(axis(3), dates(3), [1, None, 2]) == ("M26 188h0", "M272 170h0")


def test_there_is_no_line_where_nothing_is_known() -> None:
    assert lines(axis(2), dates(2), [None, None]) == ()


@pytest.mark.parametrize(
    ("leg", "top"),
    [(0, None), (1, None), (2, row(1)), (3, row(2)), (4, row(2)), (10, row(8))],
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
    assert pain_chart(shown).flares == (Span(146, 193),)


def test_a_flare_before_the_days_shown_is_left_out() -> None:
    shown = pain(3, 3, 3, 6, 6, 3, 3, 3, first=5)
    assert pain_chart(shown).flares == ()


def test_a_flare_is_cut_where_the_days_shown_begin() -> None:
    shown = pain(3, 3, 3, 6, 6, 3, 3, 3, first=4)
    assert pain_chart(shown).flares == (Span(23, 29),)


def test_a_long_series_has_three_dates_and_a_short_one_two() -> None:
    assert len(pain_chart(pain(*[3] * 13)).ticks) == 3
    assert len(pain_chart(pain(*[3] * 12)).ticks) == 2


def test_the_first_and_last_date_stay_inside() -> None:
    ticks = pain_chart(pain(*[3] * 43)).ticks
    assert ticks == (
        Tick(26, FIRST, "start"),
        Tick(149, FIRST + DAY * 21, "middle"),
        Tick(272, FIRST + DAY * 42, "end"),
    )


def test_over_a_year_there_is_a_dot_a_week() -> None:
    chart = pain_chart(pain(*[3] * 700))
    assert len(chart.dots) == 100
    assert all(tick.is_far for tick in chart.ticks)


def test_bars_stand_side_by_side_with_a_gap_where_there_is_room() -> None:
    assert [(slot.x, slot.width) for slot in slots(4, 88)] == [
        (88, 45),
        (134, 45),
        (180, 45),
        (226, 45),
    ]
    crowded = slots(184, 88)
    assert crowded[0] == crowded[0].__class__(88, 1)
    assert crowded[-1].x + crowded[-1].width == 272


def test_shapes_are_one_path() -> None:
    assert boxes([(1, 2, 3, 4), (9, 9, 9, 0)]) == "M1 2h3v4h-3z"
    assert circles([Point(5, 6)], 2) == "M3 6a2 2 0 1 0 4 0a2 2 0 1 0 -4 0"


def test_each_zone_holds_the_days_that_reach_it() -> None:
    chart = lane_chart(dates(4), [3, 0, None, 1])
    assert [zone.path.count("M") for zone in chart.zones] == [2, 1, 1, 0, 0, 0]
    assert chart.zones[0].path == "M88 8h45v21h-45zM226 8h45v21h-45z"
    assert chart.none_path == "M134 9h45"
    assert chart.miss_path.startswith("M201 14a1 1")
    assert chart.miss_path.count("M") == 1


def test_a_week_is_an_outline_of_its_days_filled_with_those_that_count() -> None:
    chart = week_chart(dates(3), [2, 0, 0], [7, 5, 0])
    assert chart.outline_path == "M26 8h81v124h-81zM108 43h81v89h-81z"
    assert chart.filled_path == "M26 97h81v35h-81z"
    assert chart.none_path == "M108 131h81"
    assert chart.miss_path.count("M") == 1


@pytest.mark.parametrize("leg", range(11))
def test_the_label_of_now_keeps_clear_of_the_axis(leg: int) -> None:
    chart = pain_chart(pain(leg, leg, leg))
    assert chart.now is not None
    assert chart.now_label_y <= chart.bottom
    assert abs(chart.now_label_y - chart.now.y) >= 10


@pytest.mark.parametrize(
    ("start_y", "marks", "place"),
    [
        (80, [], Point(32, 72)),
        (80, [Point(40, 70)], Point(52, 72)),  # past the mark, which is 4 before it
        (80, [Point(x, 70) for x in range(26, 272, 3)], Point(32, 97)),
        (206, [Point(x, 200) for x in range(26, 272, 3)], Point(32, 198)),
        (80, [Point(x, y) for x in range(26, 272, 3) for y in (70, 90)], Point(32, 72)),
    ],
)
def test_the_start_is_named_where_it_hides_the_least(
    start_y: int, marks: list[Point], place: Point
) -> None:
    """Above the line, else below it, and never among the dates under the axis."""
    assert start_label(start_y, 26, 206, marks) == place
