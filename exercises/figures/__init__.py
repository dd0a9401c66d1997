"""The drawn figure: skeleton, poses, SVG. Standard library only."""

from exercises.figures.movement import FINISH, START, Movement
from exercises.figures.movements import MOVEMENTS, figure_choices, figure_keys
from exercises.figures.pose import mix
from exercises.figures.rendering import (
    LOOKS,
    render_animation,
    render_body,
    render_filmstrip,
    render_still,
)

__all__ = [
    "FINISH",
    "LOOKS",
    "MOVEMENTS",
    "START",
    "Movement",
    "figure_choices",
    "figure_keys",
    "mix",
    "render_animation",
    "render_body",
    "render_filmstrip",
    "render_still",
]
