import datetime as dt

import pytest

from tracking.answers import leg_answer, points
from tracking.progress import Change, Noted, Pain, leg_pain

FIRST = dt.date(2026, 10, 1)
DAY = dt.timedelta(days=1)


def answer(start: float | None, now: float | None) -> tuple[str, str]:
    given = leg_answer(Pain((), (), (), start, now))
    return given.heading, given.sentence


def test_a_drop_of_two_points_is_better() -> None:
    assert answer(7.0, 5.0) == (
        "Leg pain is down 2 points",
        (
            "Yes. Your leg pain was 7 when you started. This week it is 5. "
            "A drop of 2 or more is a change you would likely notice."
        ),
    )


def test_a_smaller_drop_is_about_the_same() -> None:
    assert answer(7.0, 5.5) == (
        "Leg pain is about the same",
        (
            "Not clearly. Your leg pain was 7 when you started. This week it is 5.5. "
            "A step of less than 2 is too small to call a change."
        ),
    )


def test_a_rise_of_two_points_is_worse() -> None:
    assert answer(3.5, 6.0) == (
        "Leg pain is up 2.5 points",
        (
            "Not right now. Your leg pain was 3.5 when you started. This week it is 6. "
            "If that goes on, talk with a clinician."
        ),
    )


def test_a_week_without_notes_says_so() -> None:
    assert answer(3.0, None) == (
        "No notes this week yet",
        (
            "Your leg pain was 3 when you started. There are not enough notes from the "
            "last 7 days to say how it is now."
        ),
    )


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (0, "Note how you feel on 3 more days, and a chart appears here."),
        (1, "Note how you feel on 2 more days, and a chart appears here."),
        (2, "Note how you feel on 1 more day, and a chart appears here."),
    ],
)
def test_before_three_days_it_says_how_many_are_left(days: int, sentence: str) -> None:
    notes = [Noted(FIRST + DAY * n, 2, 5) for n in range(days)]
    given = leg_answer(leg_pain(notes, FIRST + DAY * days))
    assert (given.heading, given.sentence) == ("Your first days", sentence)


def test_it_says_yes_only_from_a_drop_that_counts_on() -> None:
    halves = [n / 2 for n in range(21)]
    for start in halves:
        needed = {0.5: 1, 1: 1, 1.5: 1, 2: 1, 2.5: 1, 3: 1, 3.5: 1.5}.get(start, 2)
        for now in halves:
            given = leg_answer(Pain((), (), (), start, now))
            is_better = start > 0 and start - now >= needed
            assert given.sentence.startswith("Yes.") == is_better
            assert (given.change is Change.BETTER) == is_better
            assert ("down" in given.heading) == is_better


@pytest.mark.parametrize(
    ("value", "words"),
    [(3.0, "3"), (3.5, "3.5"), (0.0, "0"), (10.0, "10"), (None, "")],
)
def test_a_score_is_written_without_needless_places(
    value: float | None, words: str
) -> None:
    assert points(value) == words
