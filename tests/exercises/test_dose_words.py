import pytest

from exercises import dose_words
from exercises.models import Exercise


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        ({"reps": 5, "reps_to": 10}, "5 to 10 times"),
        ({"sets": 1, "reps": 1}, "1 time"),
        ({"sets": 2, "sets_to": 3, "reps": 8}, "2 to 3 sets of 8"),
        ({"sets": 2, "reps": 1, "hold_seconds": 15}, "2 times, hold for 15 seconds"),
        ({"sets": 1, "reps": 1, "minutes": 1, "minutes_to": 3}, "1 to 3 minutes"),
        ({"reps": 8, "hold_seconds": 0, "times_per_day": 1}, "8 times, once a day"),
        ({"times_per_day": 3, "times_per_day_to": 4}, "3 to 4 times a day"),
        ({}, ""),
    ],
)
def test_a_dose_in_one_line(dose: dict[str, int], words: str) -> None:
    assert dose_words.line(Exercise(**dose)) == words


def test_a_dose_for_one_side_at_a_time() -> None:
    assert dose_words.line(Exercise(reps=2), sides=2) == "2 times, each side"


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        ({"reps": 8, "days_per_week": 3, "days_per_week_to": 5}, "3 to 5 days a week"),
        ({"reps": 8, "days_per_week": 7}, "every day"),
        ({"reps": 8, "days_per_week": 7, "times_per_day": 2}, "2 times a day"),
        ({"reps": 8, "days_per_week": 1}, "1 day a week"),
    ],
)
def test_a_dose_with_its_days(dose: dict[str, int], words: str) -> None:
    assert dose_words.line_with_days(Exercise(**dose)) == f"8 times, {words}"


def test_a_table_leaves_out_what_is_not_said() -> None:
    assert dose_words.rows(Exercise(reps=8, rest_seconds=0)) == [
        ("Start with", "8 times")
    ]
    assert dose_words.rows(Exercise()) == []


def test_a_table_says_where_to_start_and_what_to_build_to() -> None:
    exercise = Exercise(sets=1, sets_to=2, reps=8, reps_to=10, rest_seconds=30)
    assert dose_words.rows(exercise, sides=2) == [
        ("Start with", "1 set of 8"),
        ("Build to", "2 sets of 10"),
        ("Rest", "30 seconds"),
        ("Sides", "each side"),
    ]
