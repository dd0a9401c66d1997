"""Every movement that has a figure, by key."""

from exercises.figures.movement import Movement
from exercises.figures.movements import (
    back_bend,
    bird_dog,
    brace,
    bridge,
    cat_cow,
    dead_bug,
    figure_4,
    front_lying,
    heel_slide,
    hip_hinge,
    knee_to_chest,
    lying_hamstring,
    paused_bending,
    paused_load,
    paused_motion,
    press_up,
    side_plank,
    sit_to_stand,
    sitting,
    standing_hamstring,
    strap,
    walk,
)

FAMILIES = (
    front_lying,
    press_up,
    brace,
    bridge,
    knee_to_chest,
    figure_4,
    lying_hamstring,
    strap,
    heel_slide,
    dead_bug,
    cat_cow,
    bird_dog,
    side_plank,
    sitting,
    back_bend,
    walk,
    sit_to_stand,
    hip_hinge,
    standing_hamstring,
    paused_bending,
    paused_load,
    paused_motion,
)

MOVEMENTS: dict[str, Movement] = {
    movement.key: movement for family in FAMILIES for movement in family.MOVEMENTS
}


def figure_keys() -> list[str]:
    return list(MOVEMENTS)


def figure_choices() -> list[tuple[str, str]]:
    """Keys and titles, for a form or the admin."""
    return [(key, movement.words.title) for key, movement in MOVEMENTS.items()]
