"""The rule for finding a direction, case by case."""

import datetime as dt
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.models import Track
from tests.tracking.conftest import DAY, NOON
from tracking.direction import (
    Change,
    Moment,
    Reading,
    Result,
    change,
    found,
    later_from,
    next_moment,
    next_movement,
    result,
    track_from,
)
from tracking.models import DirectionTrial

BEFORE = (5, 5)
SUITS, LEAVE_IT, SAME = Result.SUITS, Result.LEAVE_IT, Result.NO_DIFFERENCE
BACKWARD, FORWARD = DirectionTrial.Movement.BACKWARD, DirectionTrial.Movement.FORWARD
LATER = {SUITS: (3, 5), LEAVE_IT: (7, 5), SAME: (5, 5)}
readings = st.builds(Reading, st.integers(0, 10), st.integers(0, 6))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ((5, 5), Change.SAME),
        ((4, 5), Change.BETTER),
        ((5, 4), Change.BETTER),
        ((4, 4), Change.BETTER),
        ((6, 5), Change.WORSE),
        ((5, 6), Change.WORSE),
        ((6, 6), Change.WORSE),
        ((4, 6), Change.WORSE),
        ((6, 4), Change.WORSE),
    ],
)
def test_one_sign_of_worse_counts_more_than_one_of_better(
    now: tuple[int, int], expected: Change
) -> None:
    assert change(Reading(*BEFORE), Reading(*now)) is expected


@pytest.mark.parametrize(
    ("after", "later", "expected"),
    [
        # less leg pain, or moved up, and still so 10 minutes later
        ((4, 5), (4, 5), SUITS),
        ((5, 4), (5, 4), SUITS),
        ((4, 5), (5, 3), SUITS),
        ((0, 0), (1, 1), SUITS),
        # better at once, gone after 10 minutes
        ((4, 5), (5, 5), SAME),
        ((5, 4), (5, 5), SAME),
        # better at once, worse after 10 minutes
        ((4, 5), (6, 5), LEAVE_IT),
        ((5, 4), (5, 6), LEAVE_IT),
        # no difference at once
        ((5, 5), (5, 5), SAME),
        ((5, 5), (4, 5), SAME),
        ((5, 5), (5, 4), SAME),
        ((5, 5), (6, 5), LEAVE_IT),
        ((5, 5), (5, 6), LEAVE_IT),
        # worse at once, and settled
        ((7, 5), (5, 5), SAME),
        ((5, 6), (5, 5), SAME),
        ((7, 6), (4, 4), SAME),
        # worse at once, and not settled
        ((7, 5), (6, 5), LEAVE_IT),
        ((5, 6), (5, 6), LEAVE_IT),
        # one sign better and one worse
        ((3, 6), (3, 6), LEAVE_IT),
        ((6, 3), (6, 3), LEAVE_IT),
        ((4, 4), (4, 6), LEAVE_IT),
    ],
)
def test_the_result_follows_the_three_readings(
    after: tuple[int, int], later: tuple[int, int], expected: Result
) -> None:
    assert result(Reading(*BEFORE), Reading(*after), Reading(*later)) is expected


@given(before=readings, after=readings, later=readings)
@settings(max_examples=60, deadline=None)
def test_what_is_worse_at_the_end_never_suits(
    before: Reading, after: Reading, later: Reading
) -> None:
    seen = result(before, after, later)
    assert (seen is LEAVE_IT) == (later.leg > before.leg or later.place > before.place)
    if seen is SUITS:
        assert later.leg < before.leg or later.place < before.place


def trial(
    movement: str = "backward",
    *,
    at: dt.datetime = NOON,
    after: tuple[int, int] | None = (5, 5),
    later: tuple[int, int] | None = (5, 5),
) -> DirectionTrial:
    row = DirectionTrial(
        movement=movement, tried_at=at, leg_before=BEFORE[0], place_before=BEFORE[1]
    )
    row.leg_after, row.place_after = after or (None, None)
    row.leg_later, row.place_later = later or (None, None)
    return row


def showing(movement: str, seen: Result, at: dt.datetime = NOON) -> DirectionTrial:
    after = LATER[SUITS] if seen is SUITS else (5, 5)
    return trial(movement, at=at, after=after, later=LATER[seen])


def test_the_readings_come_in_order() -> None:
    assert next_moment(trial(after=None, later=None)) is Moment.AFTER
    assert next_moment(trial(later=None)) is Moment.LATER
    assert next_moment(trial()) is None
    assert next_moment(DirectionTrial(tried_at=NOON)) is Moment.BEFORE


def test_the_last_reading_comes_10_minutes_after_the_bends() -> None:
    assert later_from(trial()) == NOON + dt.timedelta(minutes=10)


@pytest.mark.parametrize(
    ("after", "expected"),
    [(None, None), ((5, 5), None), ((4, 5), None), ((6, 5), LEAVE_IT)],
)
def test_worse_and_never_read_again_counts_as_not_settled(
    after: tuple[int, int] | None, expected: Result | None
) -> None:
    assert found(trial(after=after, later=None)) is expected


@pytest.mark.parametrize(
    ("backward", "forward", "expected"),
    [
        (None, None, None),
        (SUITS, None, Track.EXTENSION),
        (SAME, None, Track.NO_DIRECTION),
        (LEAVE_IT, None, None),
        (LEAVE_IT, SUITS, Track.FLEXION),
        (LEAVE_IT, SAME, Track.NO_DIRECTION),
        (LEAVE_IT, LEAVE_IT, Track.NO_DIRECTION),
        (SAME, SUITS, Track.FLEXION),
        (SAME, SAME, Track.NO_DIRECTION),
        (SAME, LEAVE_IT, Track.NO_DIRECTION),
        (SUITS, LEAVE_IT, Track.EXTENSION),
        (SUITS, SAME, Track.EXTENSION),
        (None, SUITS, Track.FLEXION),
        (None, LEAVE_IT, None),
        (None, SAME, Track.NO_DIRECTION),
    ],
)
def test_the_track_follows_both_movements(
    backward: Result | None, forward: Result | None, expected: Track | None
) -> None:
    trials = [
        showing(movement, seen, at)
        for movement, seen, at in (
            (BACKWARD, backward, NOON - DAY),
            (FORWARD, forward, NOON),
        )
        if seen
    ]
    assert track_from(trials) is expected
    assert track_from(trials[::-1]) is expected


def test_the_newest_trial_of_a_movement_counts() -> None:
    first, second = showing(BACKWARD, SUITS, NOON - DAY), showing(BACKWARD, LEAVE_IT)
    assert track_from([first, second]) is None


def test_when_both_suit_the_newer_counts() -> None:
    first, second = showing(BACKWARD, SUITS, NOON - DAY), showing(FORWARD, SUITS)
    assert track_from([first, second]) is Track.FLEXION


def test_a_trial_that_was_left_shows_nothing() -> None:
    left = trial(at=NOON, after=None, later=None)
    assert track_from([left, showing(BACKWARD, SUITS, NOON - DAY)]) is Track.EXTENSION


@pytest.mark.parametrize("seen", [SUITS, SAME])
def test_after_a_result_nothing_more_is_tried(seen: Result) -> None:
    today = NOON.date()
    assert next_movement([showing(BACKWARD, seen, NOON - DAY)], today) is None


def test_bending_backward_is_tried_first() -> None:
    assert next_movement([], NOON.date()) is BACKWARD
    assert next_movement([trial(after=None, later=None)], NOON.date()) is BACKWARD


def test_the_other_way_waits_for_another_day() -> None:
    tried = [showing(BACKWARD, LEAVE_IT)]
    assert next_movement(tried, NOON.date()) is None
    assert next_movement(tried, NOON.date() + DAY) is FORWARD


def test_what_was_left_alone_is_never_offered_again() -> None:
    for days, seen in product((1, 7, 30), (LEAVE_IT,)):
        tried = [showing(BACKWARD, seen), showing(FORWARD, seen, NOON + DAY)]
        assert next_movement(tried, NOON.date() + days * DAY) is None
