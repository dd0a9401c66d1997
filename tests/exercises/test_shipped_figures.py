"""The shipped content is drawn: each exercise, each way and each movement to leave."""

from collections.abc import Iterator
from typing import Any

import pytest

from exercises.figures import MOVEMENTS, Movement
from tests.exercises.shipped_content import CONTENT, front_matter, shipped_files

EXERCISES = {path.stem: front_matter(path) for path in shipped_files("exercises")}
GUIDE = front_matter(CONTENT / "guides" / "sciatica.md")
PAUSES = [p for section in GUIDE["sections"] for p in section.get("pauses", [])]


def test_all_13_movements_to_leave_are_drawn_with_a_pause_sign() -> None:
    figures = [MOVEMENTS[pause["figure"]] for pause in PAUSES]
    assert len(figures) == len({movement.key for movement in figures}) == 13
    assert all(movement.pause and not movement.moves for movement in figures)


def ways() -> Iterator[tuple[dict[str, Any], dict[str, str]]]:
    for row in EXERCISES.values():
        for way in (*row.get("easier", ()), *row.get("harder", ())):
            yield row, way


WAYS = [pytest.param(way, id=f"{row['title']}: {way['text']}") for row, way in ways()]


def test_every_exercise_is_drawn() -> None:
    assert len(EXERCISES) == 20
    assert not [slug for slug, row in EXERCISES.items() if not drawn(row)]


@pytest.mark.parametrize("way", WAYS)
def test_every_easier_and_harder_way_is_drawn(way: dict[str, str]) -> None:
    """By a figure of its own, or by that of the exercise which it names."""
    movement = drawn(way) or drawn(EXERCISES[way["exercise"]])
    assert movement
    assert movement.pause is None


# Only time, speed or count changes, so the figure of the exercise tells the truth.
SAME_MOVEMENT = {
    "Add 2 to 5 minutes each week.",
    "Build up to 3 sets of 10.",
    "Do 10 slow bends and straightens instead of holding.",
    "Hold a little longer, up to 30 seconds.",
    "Hold for 10 seconds.",
    "Hold for 20 seconds.",
    "Hold for 3 seconds, 5 times.",
    "Hold for 5 seconds.",
    "Hold for longer, up to 30 seconds.",
    "Hold for the full 30 seconds on each side.",
    "Hold for up to 30 seconds.",
    "Move more slowly.",
    "Move slowly in and out, with no hold.",
    "Wait at the end for 5 seconds.",
    "Walk for 2 minutes, more times a day.",
}


def test_only_these_ways_are_drawn_as_their_exercise_itself() -> None:
    found = [way["text"] for row, way in ways() if way.get("figure") == row["figure"]]
    assert set(found) == SAME_MOVEMENT


def drawn(row: dict[str, Any]) -> Movement | None:
    return MOVEMENTS.get(row.get("figure", ""))


@pytest.mark.parametrize("pause", PAUSES, ids=lambda pause: pause["figure"])
def test_what_to_do_instead_is_drawn_without_the_sign(pause: dict[str, str]) -> None:
    other = EXERCISES[pause["instead_exercise"]]
    instead = MOVEMENTS[pause.get("instead_figure", other.get("figure", ""))]
    assert instead.pause is None


def test_a_movement_to_leave_is_no_exercise() -> None:
    exercises = [row.get("figure") for row in EXERCISES.values()]
    assert not [key for key in exercises if key and MOVEMENTS[key].pause]
