import datetime as dt

import pytest

from tracking.progress import (
    Change,
    Day,
    Noted,
    Pain,
    days_between,
    flares,
    leg_pain,
    middle,
    rolling_medians,
)

FIRST = dt.date(2026, 10, 1)
DAY = dt.timedelta(days=1)


def on(index: int) -> dt.date:
    return FIRST + DAY * index


def noted(*legs: int | None) -> list[Noted]:
    """One note a day from the first on; None is a day without one."""
    return [Noted(on(n), 2, leg) for n, leg in enumerate(legs) if leg is not None]


def days(*legs: int | None) -> tuple[Day, ...]:
    return tuple(Day(on(n), 2, leg) for n, leg in enumerate(legs))


def pain(*legs: int | None) -> Pain:
    return leg_pain(noted(*legs), on(len(legs) - 1))


def test_each_date_is_a_day_and_gaps_stay_gaps() -> None:
    assert days_between(noted(5, None, 3), FIRST, on(2)) == (
        Day(on(0), 2, 5, 0, 0),
        Day(on(1), None, None),
        Day(on(2), 2, 3, 0, 0),
    )


def test_a_day_shows_the_worst_of_each_score() -> None:
    notes = [Noted(FIRST, 1, 6), Noted(FIRST, 4, 2), Noted(FIRST, 0, 3)]
    assert days_between(notes, FIRST, FIRST) == (Day(FIRST, 4, 6, 0, 0),)


def test_a_score_of_0_is_noted() -> None:
    assert days_between([Noted(FIRST, 0, 0)], FIRST, FIRST) == (Day(FIRST, 0, 0, 0, 0),)


def test_notes_outside_the_dates_are_left_out() -> None:
    assert days_between(noted(9, 5, 9), on(1), on(1)) == (Day(on(1), 2, 5, 0, 0),)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], None),
        ([7], None),
        ([7, 3], None),
        ([7, None, 3, None], None),
        ([7, 3, 5], 5.0),
        ([7, None, 3, 5], 5.0),
        ([1, 2, 3, 4], 2.5),
        ([0, 0, 0], 0.0),
    ],
)
def test_a_middle_needs_three_values(
    values: list[int | None], expected: float | None
) -> None:
    assert middle(values) == expected


def test_the_rolling_middle_looks_back_seven_days() -> None:
    medians = rolling_medians([9, 9, 9, 9, 1, 1, 1, 1, 1])
    assert medians == (None, None, 9.0, 9.0, 9.0, 9.0, 9.0, 1.0, 1.0)


def test_the_rolling_middle_is_a_gap_where_too_few_were_noted() -> None:
    medians = rolling_medians([4, 4, 4, *[None] * 6, 2])
    assert medians == (None, None, *[4.0] * 5, None, None, None)


def test_nothing_noted_is_too_early() -> None:
    assert leg_pain([], FIRST) == Pain((), (), (), None, None)
    assert leg_pain([], FIRST).change is Change.TOO_EARLY


def test_two_days_are_too_early() -> None:
    assert pain(7, 3).change is Change.TOO_EARLY


def test_many_notes_on_two_days_are_too_early() -> None:
    notes = [*noted(7, 3), *noted(7, 3)]
    assert leg_pain(notes, on(1)).change is Change.TOO_EARLY


def test_three_days_are_enough() -> None:
    assert pain(7, 6, 5).start == pain(7, 6, 5).now == 6.0


def test_the_start_is_the_middle_of_the_first_seven_days() -> None:
    assert pain(8, 8, 8, 8, 2, 2, 2, 2, 2, 2).start == 8.0


def test_now_is_the_middle_of_the_last_seven_days() -> None:
    assert pain(8, 8, 8, 8, 8, 8, 2, 2, 2, 2).now == 2.0


def test_the_days_run_from_the_first_note_to_today() -> None:
    shown = leg_pain(noted(7, 6, 5), on(9)).dates
    assert (shown[0], shown[-1], len(shown)) == (on(0), on(9), 10)


def test_a_week_without_notes_leaves_now_open() -> None:
    result = pain(7, 7, 7, *[None] * 7)
    assert (result.start, result.now) == (7.0, None)
    assert result.change is Change.NO_RECENT


def test_two_notes_this_week_are_too_few_for_now() -> None:
    assert pain(7, 7, 7, *[None] * 5, 1, 1).change is Change.NO_RECENT


def test_after_a_first_week_with_few_notes_the_first_three_are_the_start() -> None:
    result = pain(8, None, None, None, None, None, None, 7, 6, *[4] * 10)
    assert (result.start, result.now) == (7.0, 4.0)


def test_a_first_week_with_three_notes_is_the_start_alone() -> None:
    assert pain(8, None, 8, None, 8, None, None, 1, 1, 1, 1).start == 8.0


@pytest.mark.parametrize(
    ("start", "now", "change"),
    [
        (7.0, 5.0, Change.BETTER),
        (7.0, 5.5, Change.SAME),
        (7.0, 7.0, Change.SAME),
        (5.0, 6.5, Change.SAME),
        (5.0, 7.0, Change.WORSE),
        (2.0, 0.0, Change.BETTER),
        (0.0, 1.5, Change.SAME),
        (0.0, 2.0, Change.WORSE),
        (0.0, 0.0, Change.NO_PAIN),
        (0.0, None, Change.NO_RECENT),
        (None, 3.0, Change.TOO_EARLY),
    ],
)
def test_a_change_begins_at_two_points(
    start: float | None, now: float | None, change: Change
) -> None:
    assert Pain((), (), (), start, now).change is change


def test_the_points_are_the_size_of_the_change() -> None:
    assert Pain((), (), (), 3.0, 6.5).points == 3.5
    assert Pain((), (), (), 6.5, 3.0).points == 3.5


def test_two_high_days_are_a_flare() -> None:
    assert flares(days(3, 3, 3, 5, 5, 3)) == ((on(3), on(4)),)


def test_a_peak_of_one_day_is_no_flare() -> None:
    assert flares(days(3, 3, 3, 9, 3, 3)) == ()


def test_a_rise_below_two_points_is_no_flare() -> None:
    assert flares(days(3, 3, 3, 4, 4, 4)) == ()


def test_a_day_without_a_note_ends_a_flare() -> None:
    assert flares(days(3, 3, 3, 6, None, 6, 3)) == ()


def test_a_flare_needs_a_usual_to_stand_out_from() -> None:
    assert flares(days(3, 3, 9, 9)) == ()


def test_a_flare_is_measured_from_the_days_before_it() -> None:
    assert flares(days(3, 3, 3, *[5] * 9)) == ((on(3), on(11)),)


def test_the_usual_is_the_middle_of_all_seven_days_before() -> None:
    assert flares(days(6, 6, 6, 6, 2, 2, 2, 5, 5)) == ()


def test_a_flare_that_lasts_until_today_is_found() -> None:
    assert flares(days(3, 3, 3, 3, 6, 7)) == ((on(4), on(5)),)


def test_each_flare_is_found() -> None:
    low = [2] * 8
    assert flares(days(*low, 6, 6, *low, 6, 6, 6)) == (
        (on(8), on(9)),
        (on(18), on(20)),
    )


def test_what_is_shown_changes_no_answer() -> None:
    legs = (8, 8, 8, 8, *[3] * 6)
    whole = pain(*legs)
    part = leg_pain(noted(*legs), on(9), on(5))
    assert part.dates == tuple(on(n) for n in range(5, 10))
    assert part.medians == whole.medians[5:]
    assert (part.start, part.now, part.change) == (8.0, 3.0, Change.BETTER)


def test_days_that_are_not_shown_are_counted_as_noted() -> None:
    assert leg_pain(noted(8, 8), on(60), on(40)).noted == 2


def test_a_year_goes_by_day_and_a_day_more_by_week() -> None:
    assert pain(*[3] * 366).step == 1
    assert pain(*[3] * 367).step == 7
    assert leg_pain(noted(*[3] * 367), on(366), on(1)).step == 1
