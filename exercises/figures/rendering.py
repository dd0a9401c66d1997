"""Figures as SVG text: classes and presentation attributes only."""

from functools import cache
from html import escape

from exercises.figures.body import Part, parts_of
from exercises.figures.movement import FINISH, Box
from exercises.figures.movements import MOVEMENTS
from exercises.figures.pose import Pose
from exercises.figures.props import arrow as arrow_over
from exercises.figures.props import ground, pause
from exercises.figures.shapes import number
from exercises.figures.solving import solve

LOOKS = ("", "b", "c")
LOOKS_WITH_BUN = ("b",)


@cache
def render_still(
    key: str,
    frame: int,
    *,
    look: str = "",
    arrow: bool = True,
    crop: bool = False,
    label: str | None = None,
) -> str:
    """One position of a movement, as an svg element."""
    movement = MOVEMENTS[key]
    view = (movement.thumbnail if crop else None) or movement.view
    drawing = ground(movement) + render_body(movement.still(frame), look=look)
    if arrow and frame == FINISH:
        drawing += arrow_over(movement.arrow)
    drawing += pause(movement.pause)
    return _svg(drawing, view, look=look, label=label)


@cache
def render_body(pose: Pose, *, look: str = "") -> str:
    if look not in LOOKS:
        message = f"There is no look {look!r}."
        raise ValueError(message)
    parts = parts_of(solve(pose), bun=look in LOOKS_WITH_BUN)
    return f'<g class="fig">{"".join(map(_path, parts))}</g>'


def _path(part: Part) -> str:
    return f'<path class="{part.classes}" d="{part.path}"/>'


def _svg(drawing: str, view: Box, *, look: str, label: str | None) -> str:
    classes = f"xfig {look}".rstrip()
    box = " ".join(map(number, view))
    return (
        f'<svg class="{classes}" viewBox="{box}" {_described(label)} '
        f'preserveAspectRatio="xMidYMax meet">{drawing}</svg>'
    )


def _described(label: str | None) -> str:
    if label is None:
        return 'aria-hidden="true"'
    return f'role="img" aria-label="{escape(label)}"'
