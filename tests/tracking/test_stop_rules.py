"""The tables of the stop rules, written out by hand."""

import datetime as dt

import pytest

from tests.factories import TODAY
from tracking.models import FarthestPoint
from tracking.progress import Day
from tracking.stop_rules import (
    LOWER_BACK,
    Event,
    Kind,
    Light,
    Moved,
    Movement,
    Reach,
    Reading,
    Trigger,
    advise,
    after_rest,
    flare_is_on,
    is_further_down,
    is_worse_next_morning,
    light,
    light_of_number,
    moved,
    steps_back,
)

UP, SAME, DOWN = Movement.UP, Movement.SAME, Movement.DOWN
GREEN, AMBER, RED = Light.GREEN, Light.AMBER, Light.RED
AT = dt.datetime(2026, 11, 12, 17, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
NOWHERE = Reach(0, 0)


def days_of(*legs: int | None, last: dt.date = TODAY) -> list[Day]:
    """One day each, oldest first, up to today; None is a day without a note."""
    first = last - DAY * (len(legs) - 1)
    return [Day(first + DAY * n, None, leg) for n, leg in enumerate(legs)]


def reached(*points: int | None) -> dict[dt.date, Reach]:
    """The farthest point on the left for each day up to today; the right has none."""
    first = TODAY - DAY * (len(points) - 1)
    return {first + DAY * n: Reach(p, 0) for n, p in enumerate(points) if p is not None}


def test_the_lower_back_is_the_same_here_as_in_a_report() -> None:
    assert LOWER_BACK == FarthestPoint.LOWER_BACK


@pytest.mark.parametrize(
    ("before", "after", "left", "right", "overall"),
    [
        ((5, 0), (5, 0), SAME, SAME, SAME),
        ((5, 0), (4, 0), UP, SAME, UP),
        ((5, 0), (6, 0), DOWN, SAME, DOWN),
        ((0, 5), (0, 2), SAME, UP, UP),
        ((5, 5), (2, 6), UP, DOWN, DOWN),  # further down one leg outweighs the other
        ((6, 0), (1, 1), UP, DOWN, UP),  # the leg clears, and the back aches
        ((2, 0), (2, 1), SAME, DOWN, DOWN),
        ((0, 0), (1, 1), DOWN, DOWN, DOWN),
        ((1, 1), (0, 0), UP, UP, UP),
        ((5, 0), (0, 5), UP, DOWN, DOWN),  # it changed sides
    ],
)
def test_where_it_moved(
    before: tuple[int, int],
    after: tuple[int, int],
    left: Movement,
    right: Movement,
    overall: Movement,
) -> None:
    assert moved(Reach(*before), Reach(*after)) == Moved(left, right, overall)


@pytest.mark.parametrize(
    ("before", "after", "further"),
    [
        ((5, 0), (6, 0), True),
        ((5, 0), (5, 0), False),
        ((5, 0), (5, 2), True),  # the other leg
        ((0, 0), (2, 0), True),
        ((0, 0), (1, 1), False),  # only the back aches
        ((6, 0), (5, 1), False),
    ],
)
def test_further_down_means_a_leg(
    before: tuple[int, int], after: tuple[int, int], further: bool
) -> None:
    assert is_further_down(Reach(*before), Reach(*after)) is further


@pytest.mark.parametrize(
    ("start", "now", "expected"),
    [
        (0, 0, GREEN),
        (3, 3, GREEN),
        (2, 3, GREEN),
        (3, 4, AMBER),
        (5, 5, AMBER),
        (4, 5, AMBER),
        (5, 4, AMBER),
        (5, 3, GREEN),
        (5, 6, RED),  # the band
        (0, 1, GREEN),
        (0, 2, RED),  # up 2, though the number is low
        (3, 5, RED),
        (4, 6, RED),
        (0, 10, RED),
        # Who starts at 6 or more goes by the change.
        (6, 6, GREEN),
        (6, 7, AMBER),
        (6, 8, RED),
        (8, 5, GREEN),
        (9, 10, AMBER),
        (10, 10, GREEN),
    ],
)
def test_the_light_of_a_number(start: int, now: int, expected: Light) -> None:
    assert light_of_number(start, now) is expected
    reach = Reach(5, 0)
    assert light(Reading(start, reach), Reading(now, reach)) is expected


@pytest.mark.parametrize(
    ("start", "now", "before", "after", "settled", "expected"),
    [
        # Further down and staying is red, whatever the number.
        (3, 0, (4, 0), (5, 0), False, RED),
        (8, 2, (2, 0), (3, 0), False, RED),
        (3, 3, (4, 0), (4, 2), False, RED),
        # Further down and back again goes by the number, and never green.
        (3, 0, (4, 0), (5, 0), True, AMBER),
        (5, 6, (4, 0), (5, 0), True, RED),
        # Moved up with a bit more ache is never red.
        (5, 6, (5, 0), (2, 0), False, AMBER),
        (5, 6, (6, 0), (1, 1), False, AMBER),
        (2, 3, (5, 0), (2, 0), False, GREEN),
        # 2 or more is not a bit.
        (4, 6, (5, 0), (2, 0), False, RED),
        (3, 5, (5, 0), (0, 0), False, RED),
        # Settled says nothing when it did not move down.
        (5, 6, (5, 0), (5, 0), True, RED),
    ],
)
def test_where_it_is_outranks_the_number(
    start: int,
    now: int,
    before: tuple[int, int],
    after: tuple[int, int],
    settled: bool,
    expected: Light,
) -> None:
    first, then = Reading(start, Reach(*before)), Reading(now, Reach(*after))
    assert light(first, then, settled=settled) is expected


@pytest.mark.parametrize(
    ("event", "log", "kind", "until"),
    [
        (Event.SAFETY, "safety_event", Kind.EMERGENCY, None),
        (Event.NEURO, "stop_neuro", Kind.SAME_DAY, None),
        (Event.SHARP, "stop_sharp", Kind.STOP_EXERCISE, None),
        (Event.FURTHER_DOWN, "periph", Kind.REST, dt.timedelta(minutes=10)),
        (Event.SETTLED, "periph_settled", Kind.EASIER_NEXT_TIME, None),
        (Event.PERSISTS, "periph_persist", Kind.END_SESSION, dt.timedelta(hours=24)),
        (Event.REPEATS, "periph_repeat", Kind.TAKE_OUT, None),
        (Event.RED, "pain_red", Kind.HALVE, None),
        (Event.FLARE, "flare", Kind.STEP_BACK, dt.timedelta(days=3)),
    ],
)
def test_what_each_event_asks_for(
    event: Event, log: str, kind: Kind, until: dt.timedelta | None
) -> None:
    advice = advise(event, AT, site="Stepwell")
    assert event.value == log
    assert advice.kind is kind
    assert advice.until == (AT + until if until else None)


def test_each_event_is_in_that_table() -> None:
    assert {advise(event, AT, site="Stepwell").kind for event in Event} == set(Kind)


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (Event.SAFETY, "emergency card"),
        (Event.NEURO, "Call your doctor or urgent care today."),
        (Event.SHARP, "Stop this exercise."),
        (Event.FURTHER_DOWN, "Stepwell uses 10 minutes: nobody knows the best time."),
        (Event.FURTHER_DOWN, "Moving down does not mean damage."),
        (Event.SETTLED, "an easier version"),
        (Event.PERSISTS, "Stepwell uses 24 hours: nobody knows the best time."),
        (Event.REPEATS, "Talk with a clinician"),
        (Event.RED, "half as big"),
        (Event.FLARE, "Go back one level for 2 to 3 days."),
    ],
)
def test_the_words_are_plain(event: Event, words: str) -> None:
    assert words in advise(event, AT, site="Stepwell").what


@pytest.mark.parametrize("event", Event)
def test_no_sentence_is_longer_than_20_words(event: Event) -> None:
    what = advise(event, AT, site="Stepwell").what
    assert "%" not in what
    assert all(len(sentence.split()) <= 20 for sentence in what.split(". "))


@pytest.mark.parametrize(
    ("after", "earlier_sessions", "expected"),
    [
        ((4, 0), 0, Event.SETTLED),
        ((3, 0), 1, Event.SETTLED),
        ((4, 1), 1, Event.SETTLED),  # the back aches, and no leg
        ((5, 0), 0, Event.PERSISTS),
        ((5, 0), 1, Event.REPEATS),
        ((5, 0), 2, Event.REPEATS),
    ],
)
def test_what_the_rest_showed(
    after: tuple[int, int], earlier_sessions: int, expected: Event
) -> None:
    found = after_rest(Reach(4, 0), Reach(*after), earlier_sessions=earlier_sessions)
    assert found is expected


@pytest.mark.parametrize(
    ("before", "morning", "worse"),
    [(4, 4, False), (4, 6, False), (4, 7, True), (0, 3, True), (7, 3, False)],
)
def test_the_next_morning_counts_from_more_than_2(
    before: int, morning: int, worse: bool
) -> None:
    assert is_worse_next_morning(before, morning) is worse


@pytest.mark.parametrize(
    ("legs", "expected"),
    [
        ((), None),
        ((9, 9), None),  # nothing is usual yet
        ((3, 3, 3, 5, 5), Trigger.LEG_PAIN),
        ((3, 3, 3, 4, 4), None),  # 1 above
        ((3, 3, 3, 3, 5), None),  # 1 day
        ((3, 3, 3, 5, 3), None),
        ((3, 3, 3, 5, None, 5), None),  # not running
        ((3, 3, 3, 5, 5, 3), None),  # over
        ((3, 3, 3, 5, 5, None), None),
        ((3, None, 3, None, 3, 5, 5, 6), Trigger.LEG_PAIN),
        ((3, 3, 5, 5), None),  # 2 days are too few to say what is usual
    ],
)
def test_leg_pain_above_the_usual_steps_back(
    legs: tuple[int | None, ...], expected: Trigger | None
) -> None:
    assert steps_back(days_of(*legs), {}) is expected


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ((3, 3, 3, 4, 4), Trigger.FURTHER_DOWN),
        ((3, 3, 3, 6, 4), Trigger.FURTHER_DOWN),
        ((3, 3, 3, 3, 4), None),  # 1 day
        ((3, 3, 3, 4, None), None),
        ((3, 3, 3, 4, 3), None),
        ((4, 4, 4, 3, 3), None),  # moved up
        ((0, 0, 0, 1, 1), None),  # the back aches, and no leg
        ((0, 0, 0, 2, 2), Trigger.FURTHER_DOWN),
        ((3, 3, 4, 4), None),  # 2 days are too few to say what is usual
        # Only the 7 days before count as usual.
        ((5, 5, 5, 5, 3, 3, 3, 3, 3, 3, 3, 4, 4), Trigger.FURTHER_DOWN),
        ((3, 3, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5, 5), None),
    ],
)
def test_further_down_on_2_days_steps_back(
    points: tuple[int | None, ...], expected: Trigger | None
) -> None:
    days = days_of(*[None] * len(points))
    assert steps_back(days, reached(*points)) is expected


def test_each_side_has_its_own_usual_place() -> None:
    left, right = (5, 5, 5, 5, 5), (2, 2, 2, 3, 3)
    days = days_of(*[None] * 5)
    both = {d.day: Reach(*p) for d, p in zip(days, zip(left, right), strict=True)}
    assert steps_back(days, both) is Trigger.FURTHER_DOWN


USUAL = (3, 3, 3)


@pytest.mark.parametrize(
    ("legs", "is_on"),
    [
        ((), False),
        (USUAL, False),
        ((*USUAL, 5), False),
        ((*USUAL, 4, 4), False),
        ((*USUAL, 5, 5), True),
        ((*USUAL, 5, None, 5), False),
        ((*USUAL, 5, 5, 3, 3), True),
        ((*USUAL, 5, 5, 3, 3, 3), False),  # 3 days back
        ((*USUAL, 5, 5, 4, 4, 4), False),  # 1 above is back too
        ((*USUAL, 5, 5, 3, 5, 3, 3), True),
        ((*USUAL, 5, 5, 3, None, 3, None), True),
        ((*USUAL, 5, 5, 3, None, 3, 3), False),  # a day without a note is no day
        ((*USUAL, 5, 5, 3, 3, 3, 5), False),  # 1 day is not a new one
        ((*USUAL, 5, 5, 3, 3, 3, 5, 5), True),
    ],
)
def test_a_flare_in_the_numbers(legs: tuple[int | None, ...], is_on: bool) -> None:
    assert flare_is_on(days_of(*legs), None, None) is is_on


@pytest.mark.parametrize(
    ("legs", "declared", "ended", "is_on"),
    [
        # Days ago; None is never.
        ((), 0, None, True),
        ((*USUAL, 4), 0, None, True),
        ((*USUAL, 4, 3, 3), 2, None, True),
        ((*USUAL, 4, 3, 3, 3), 3, None, False),  # 3 days back
        ((*USUAL, 4, 5, 3, 3), 3, None, True),
        ((9, 9, 9), 2, None, True),  # nothing is usual yet: only the member knows
        ((*USUAL, 4), 0, 0, False),
        ((*USUAL, 4, 5), 1, 0, False),
        ((*USUAL, 4), 0, 1, True),  # declared after the last one ended
        ((*USUAL, 5, 5, 5), None, 0, False),  # the member says it is over
        ((*USUAL, 5, 5, 5), None, 2, False),
        ((*USUAL, 5, 5, 5), None, 3, True),  # that was an earlier one
        ((*USUAL, 3, 5, 5), 2, 2, True),  # and a new one in the numbers
    ],
)
def test_a_declared_flare(
    legs: tuple[int | None, ...],
    declared: int | None,
    ended: int | None,
    is_on: bool,
) -> None:
    declared_on = None if declared is None else TODAY - DAY * declared
    ended_on = None if ended is None else TODAY - DAY * ended
    assert flare_is_on(days_of(*legs), declared_on, ended_on) is is_on


def test_how_many_days_back_can_be_chosen() -> None:
    days = days_of(*USUAL, 5, 5, 3, 3)
    assert not flare_is_on(days, None, None, back_days=2)
