"""The timer's parts, with what they show and say. No database."""

import pytest

from exercises.models import Exercise, Prescription
from tracking.models import ExerciseLog
from tracking.timer import minutes, parts


def log(rest: int | None = None, **fields: int) -> ExerciseLog:
    return ExerciseLog(
        exercise=Exercise(rest_seconds=9),
        prescription=None if rest is None else Prescription(rest_seconds=rest),
        **fields,
    )


def told(row: ExerciseLog) -> list[tuple[str, int, str]]:
    return [(part.kind, part.seconds, part.shown) for part in parts(row)]


def said(row: ExerciseLog) -> list[str]:
    return [part.said for part in parts(row) if part.said]


def test_holds_are_counted_with_time_to_let_go() -> None:
    assert told(log(sets=1, reps=2, hold_seconds=5)) == [
        ("ready", 5, "Get ready"),
        ("hold", 5, "Hold 1 of 2"),
        ("move", 4, "Let go slowly"),
        ("hold", 5, "Hold 2 of 2"),
        ("move", 4, "Let go slowly"),
    ]


def test_between_sets_it_rests_and_gets_ready_again() -> None:
    row = log(rest=30, sets=2, reps=1, hold_seconds=5)
    assert told(row)[3:5] == [
        ("rest", 30, "Rest. Next is set 2 of 2"),
        ("ready", 5, "Get ready for set 2 of 2"),
    ]


def test_without_a_prescription_the_exercise_says_how_long_to_rest() -> None:
    assert told(log(sets=2, reps=1, hold_seconds=5))[3][1] == 9


def test_sets_that_are_done_are_not_counted_again() -> None:
    row = log(sets=3, sets_done=2, reps=1, hold_seconds=5)
    assert told(row)[0] == ("ready", 5, "Get ready for set 3 of 3")
    assert len(told(row)) == 3


def test_an_exercise_that_is_done_is_counted_from_its_start() -> None:
    assert len(told(log(sets=2, sets_done=2, reps=1, hold_seconds=5))) == 7


def test_it_says_when_to_change_sides() -> None:
    row = log(sets=1, sides=2, reps=1, hold_seconds=20)
    assert said(row) == [
        "Get ready",
        "Hold 1 of 1",
        "Let go",
        "Change sides",
        "Hold 1 of 1",
        "Let go",
    ]


@pytest.mark.parametrize(("hold", "cue"), [(9, ""), (10, "Halfway"), (30, "Halfway")])
def test_a_long_hold_has_a_cue_midway(hold: int, cue: str) -> None:
    holds = list(parts(log(sets=1, reps=1, hold_seconds=hold)))
    assert holds[1].half == cue


def test_quick_repeats_are_shown_each_and_said_now_and_then() -> None:
    row = log(sets=1, reps=8, hold_seconds=2)
    assert told(row)[3] == ("move", 6, "Repeat 3 of 8")
    assert said(row) == ["Get ready", "Repeat 1 of 8", "Halfway", "Repeat 8 of 8"]


def test_minutes_run_as_one_part_with_a_cue_midway() -> None:
    row = log(sets=1, reps=1, minutes=10)
    assert told(row)[1] == ("hold", 600, "Go on like this")
    assert [p.half for p in parts(row)] == ["", "Halfway"]
    assert minutes(row) == 11
