"""Every movement that has a figure, by key."""

from exercises.figures.movement import Movement
from exercises.figures.movements import face_down, face_up, kneeling, standing

MOVEMENTS: dict[str, Movement] = {
    movement.key: movement
    for family in (face_down, face_up, kneeling, standing)
    for movement in family.MOVEMENTS
}


def figure_keys() -> list[str]:
    return list(MOVEMENTS)


def figure_choices() -> list[tuple[str, str]]:
    """Keys and titles, for a form or the admin."""
    return [(key, movement.words.title) for key, movement in MOVEMENTS.items()]
