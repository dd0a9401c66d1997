"""Figures as SVG text: classes and presentation attributes only, and no id."""

from functools import cache
from html import escape

from exercises.figures.baking import drawing_of
from exercises.figures.flipbook import FRAMES, body, frame_number, one_frame
from exercises.figures.movement import FINISH, Box, Movement
from exercises.figures.movements import MOVEMENTS
from exercises.figures.pen import number
from exercises.figures.pose import Pose
from exercises.figures.props import arrow as arrow_over
from exercises.figures.props import pause
from exercises.figures.skeleton import BROAD, SLENDER, Build
from exercises.figures.solving import solve

BUILD_OF = {"": SLENDER, "b": SLENDER, "c": BROAD}
LOOKS = tuple(BUILD_OF)
STRIP = (0, 2, 4, 6, 8)


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
    drawing = _stage(key, look, frame_number(movement, frame))
    if arrow and (frame == FINISH or not movement.moves):
        drawing += arrow_over(movement.arrow)
    return _svg(drawing + pause(movement.pause), view, classes=look, label=label)


@cache
def render_filmstrip(key: str, *, look: str = "", label: str | None = None) -> str:
    """The movement from start to finish, side by side."""
    movement = MOVEMENTS[key]
    shown = [index for index in STRIP if index < frame_count(movement)]
    drawing = "".join(
        f'<g transform="translate({number(movement.view.width * place)} 0)">'
        f"{_stage(key, look, index)}</g>"
        for place, index in enumerate(shown)
    )
    view = movement.view._replace(width=movement.view.width * len(shown))
    return _svg(drawing, view, classes=look, label=label)


@cache
def render_animation(key: str, *, look: str = "", label: str | None = None) -> str:
    """All frames, one above the other; motion.css shows them in turn.

    Nothing for a movement that is held.
    """
    movement = MOVEMENTS[key]
    if not movement.moves:
        return ""
    kind = "xmove xcycle" if movement.cycle else "xmove"
    drawing = "".join(drawing_of(key, build_of(look)))
    return _svg(drawing, movement.view, classes=f"{kind} {look}", label=label)


@cache
def render_body(pose: Pose) -> str:
    return f'<g class="fig">{"".join(body(solve(pose)))}</g>'


def frame_count(movement: Movement) -> int:
    if not movement.moves:
        return 1
    return FRAMES - 1 if movement.cycle else FRAMES


def _stage(key: str, look: str, index: int) -> str:
    return one_frame(drawing_of(key, build_of(look)), index)


def build_of(look: str) -> Build:
    if look not in LOOKS:
        message = f"There is no look {look!r}."
        raise ValueError(message)
    return BUILD_OF[look]


def _svg(drawing: str, view: Box, *, classes: str, label: str | None) -> str:
    return (
        f'<svg class="{f"xfig {classes}".rstrip()}" viewBox="{" ".join(map(number, view))}" '
        f'{_described(label)} preserveAspectRatio="xMidYMax meet">{drawing}</svg>'
    )


def _described(label: str | None) -> str:
    if label is None:
        return 'aria-hidden="true"'
    return f'role="img" aria-label="{escape(label)}"'
