"""The shipped content is drawn: each exercise, each way and each movement to leave."""

import pytest

from exercises.figures import MOVEMENTS
from tests.exercises.shipped_content import CONTENT, front_matter, shipped_files

EXERCISES = {path.stem: front_matter(path) for path in shipped_files("exercises")}
GUIDE = front_matter(CONTENT / "guides" / "sciatica.md")
PAUSES = [p for section in GUIDE["sections"] for p in section.get("pauses", [])]


def test_all_13_movements_to_leave_are_drawn_with_a_pause_sign() -> None:
    figures = [MOVEMENTS[pause["figure"]] for pause in PAUSES]
    assert len(figures) == len({movement.key for movement in figures}) == 13
    assert all(movement.pause and not movement.moves for movement in figures)


@pytest.mark.parametrize("pause", PAUSES, ids=lambda pause: pause["figure"])
def test_what_to_do_instead_is_drawn_without_the_sign(pause: dict[str, str]) -> None:
    other = EXERCISES[pause["instead_exercise"]]
    instead = MOVEMENTS[pause.get("instead_figure", other.get("figure", ""))]
    assert instead.pause is None


def test_a_movement_to_leave_is_no_exercise() -> None:
    exercises = [row.get("figure") for row in EXERCISES.values()]
    assert not [key for key in exercises if key and MOVEMENTS[key].pause]
