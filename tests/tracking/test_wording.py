from typing import Any

import pytest

from exercises.models import Prescription
from tracking.models import ExerciseLog, SymptomReport
from tracking.wording import change_words, done_words, response_words, start_words


@pytest.mark.parametrize(
    ("dose", "sides", "words"),
    [
        ({"sets": 2, "reps": 8, "hold_seconds": 5}, 1, "2 sets of 8, hold 5 seconds"),
        ({"sets": 1, "reps": 8, "hold_seconds": 1}, 1, "1 set of 8, hold 1 second"),
        ({"sets": 3, "reps": 1, "hold_seconds": 20}, 1, "3 times, hold 20 seconds"),
        ({"sets": 2, "reps": 8, "hold_seconds": 0}, 2, "2 sets of 8, each side"),
        ({"sets": 1, "minutes": 10}, 1, "10 minutes"),
        ({"sets": 1, "minutes": 1}, 1, "1 minute"),
    ],
)
def test_a_dose_in_words(dose: dict[str, int], sides: int, words: str) -> None:
    assert start_words(ExerciseLog(**dose), sides) == words


def test_a_prescription_is_told_by_its_low_end() -> None:
    dose = Prescription(sets=1, sets_to=3, reps=5, reps_to=10, hold_seconds=2)
    assert start_words(dose, 1) == "1 set of 5, hold 2 seconds"


@pytest.mark.parametrize(
    ("log", "words"),
    [
        ({"sets": 2, "state": "to-do"}, "not done"),
        ({"sets": 2, "state": "partly", "sets_done": 1}, "1 of 2 sets done"),
        ({"sets": 1, "state": "done", "sets_done": 1}, "1 of 1 set done"),
        ({"state": "skipped", "skip_reason": "time"}, "skipped: no time"),
        ({"state": "skipped"}, "not done"),
    ],
)
def test_what_came_of_an_exercise_in_words(log: dict[str, Any], words: str) -> None:
    assert done_words(ExerciseLog(**log)) == words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ((4, 3), (4, 3), "Leg pain stayed at 4."),
        ((4, 3), (2, 3), "Leg pain went from 4 to 2."),
        (
            (4, 5),
            (4, 3),
            "Leg pain stayed at 4. It moved up: from left lower leg to left thigh.",
        ),
        (
            (2, 2),
            (3, 6),
            "Leg pain went from 2 to 3. It moved down: from left buttock to left foot.",
        ),
        (
            (4, 2),
            (1, 0),
            "Leg pain went from 4 to 1. It moved up: from left buttock to nowhere.",
        ),
    ],
)
def test_a_change_tells_the_leg_and_where_it_went(
    before: tuple[int, int], after: tuple[int, int], words: str
) -> None:
    first, last = (
        SymptomReport(back=0, leg=leg, left=left, right=0)
        for leg, left in (before, after)
    )
    assert change_words(first, last) == words


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ""),
        ({"rating": "hard"}, "Hard."),
        (
            {"rating": "right", "leg_response": "less", "reach_response": "up"},
            "About right. Leg pain: less. Moved up, toward the back.",
        ),
    ],
)
def test_what_was_told_of_an_exercise(fields: dict[str, Any], expected: str) -> None:
    assert response_words(ExerciseLog(sets=2, **fields)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "2 of 3 sets done"),
        ({"reps_done": 8, "hold_seconds_done": 5}, "2 of 3 sets done"),
        ({"reps_done": 1}, "2 of 3 sets done, 1 repeat each"),
        (
            {"reps_done": 6, "hold_seconds_done": 4},
            "2 of 3 sets done, 6 repeats each, held for 4 seconds",
        ),
        ({"minutes_done": 12}, "2 of 3 sets done, 12 minutes"),
    ],
)
def test_only_an_amount_that_differs_from_the_dose_is_named(
    fields: dict[str, Any], expected: str
) -> None:
    log = ExerciseLog(
        sets=3, sets_done=2, reps=8, hold_seconds=5, state="partly", **fields
    )
    assert done_words(log) == expected
