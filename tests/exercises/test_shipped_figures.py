"""The shipped content is drawn: each exercise, each way and each movement to leave."""

import re
from typing import Any

import pytest

from exercises.figures import MOVEMENTS, Movement
from tests.exercises.shipped_content import CONTENT, front_matter, shipped_files

EXERCISES = {path.stem: front_matter(path) for path in shipped_files("exercises")}
GUIDE = front_matter(CONTENT / "guides" / "sciatica.md")
TIME_SPEED_OR_COUNT = r"[Hh]old|[Ss]low|[Ww]ait|\d+ (sets|seconds|minutes)|minutes"
PAUSES = [p for section in GUIDE["sections"] for p in section.get("pauses", [])]


def test_all_13_movements_to_leave_are_drawn_with_a_pause_sign() -> None:
    figures = [MOVEMENTS[pause["figure"]] for pause in PAUSES]
    assert len(figures) == len({movement.key for movement in figures}) == 13
    assert all(movement.pause and not movement.moves for movement in figures)


WAYS = [
    pytest.param(row, way, id=f"{slug}: {way['text']}")
    for slug, row in EXERCISES.items()
    for way in (*row.get("easier", ()), *row.get("harder", ()))
]


def test_every_exercise_is_drawn() -> None:
    assert len(EXERCISES) == 20
    assert not [slug for slug, row in EXERCISES.items() if not drawn(row)]


@pytest.mark.parametrize(("exercise", "way"), WAYS)
def test_every_easier_and_harder_way_is_drawn(
    exercise: dict[str, Any], way: dict[str, str]
) -> None:
    """By a figure of its own, or by that of the exercise which it names."""
    movement = drawn(way) or drawn(EXERCISES[way["exercise"]])
    assert movement
    assert movement.pause is None


@pytest.mark.parametrize(("exercise", "way"), WAYS)
def test_only_time_speed_or_count_changes_where_the_figure_stays_the_same(
    exercise: dict[str, Any], way: dict[str, str]
) -> None:
    if way.get("figure") == exercise["figure"]:
        assert re.search(TIME_SPEED_OR_COUNT, way["text"])


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
