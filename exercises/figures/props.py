"""What is around the body: the mat, the floor, a chair, an arrow."""

from exercises.figures.movement import (
    MAT_TOP,
    Arrow,
    Box,
    Chair,
    Mat,
    Movement,
    Passing,
)
from exercises.figures.pen import number, pair
from exercises.figures.plane import Point

MAT_HEIGHT = 9
CHAIR_WIDTH = 7
PAUSE_RADIUS = 22.0
BLADES = ((125, 13), (98, 18), (62, 15))


def ground(movement: Movement) -> str:
    if movement.turned:
        return ""
    if movement.mat is None:
        return floor(movement.view, MAT_TOP + 1) + chair(movement.chair)
    return floor(movement.view, MAT_TOP + MAT_HEIGHT) + mat(movement.mat)


def floor(view: Box, height: float) -> str:
    start, length = number(view.left + 5), number(view.width - 10)
    return f'<path class="floor" d="M{start} {number(height)}h{length}"/>'


def mat(place: Mat) -> str:
    return rounded(
        "mat", Box(place.left, MAT_TOP, place.right - place.left, MAT_HEIGHT)
    )


def chair(place: Chair | None) -> str:
    if place is None:
        return ""
    width, tall = CHAIR_WIDTH, MAT_TOP - place.seat
    back, front = place.back, place.front
    pieces = (
        Box(back, place.seat - 72, width, 72 + tall),
        Box(front - width, place.seat, width, tall),
        Box(back, place.seat, front - back, width + 2),
    )
    return "".join(rounded("mat", piece) for piece in pieces)


def rounded(name: str, box: Box) -> str:
    radius = number(min(box.width, box.height) / 2)
    return (
        f'<rect class="{name}" x="{number(box.left)}" y="{number(box.top)}" '
        f'width="{number(box.width)}" height="{number(box.height)}" rx="{radius}"/>'
    )


def passed(thing: Passing, share: float, view: Box) -> str:
    """A tuft of grass on the ground, or nothing where it has left the picture."""
    root = thing.place(share)
    if not view.left + 12 <= root.x <= view.right - 12:
        return '<path class="tuft" d=""/>'
    blades = (root.toward(turn, length) for turn, length in BLADES)
    line = "".join(f"M{pair(root)}L{pair(tip)}" for tip in blades)
    return f'<path class="tuft" d="{line}"/>'


def arrow(sign: Arrow | None) -> str:
    if sign is None:
        return ""
    control = _control(sign)
    direction = control.angle_to(sign.end)
    tip = sign.end.toward(direction, 7)
    left, right = (sign.end.toward(direction + turn, 11) for turn in (125, -125))
    return (
        f'<path class="arrow" d="M{pair(sign.start)}Q{pair(control)} {pair(sign.end)}"/>'
        f'<path class="arrowhead" d="M{pair(tip)}L{pair(left)}L{pair(right)}Z"/>'
    )


def pause(center: Point | None) -> str:
    """The sign of a movement to leave for now: 2 bars, as on a player."""
    if center is None:
        return ""
    bars = (Box(center.x + left, center.y - 11, 6, 22) for left in (-9, 3))
    disc = f'cx="{number(center.x)}" cy="{number(center.y)}" r="{number(PAUSE_RADIUS)}"'
    return f'<circle class="pause" {disc}/>' + "".join(
        rounded("pausebar", bar) for bar in bars
    )


def _control(sign: Arrow) -> Point:
    """The point that the arrow bends toward, on its left for a negative bulge."""
    sideways = sign.start.angle_to(sign.end) - 90
    return sign.start.between(sign.end, 0.5).toward(sideways, sign.bulge)
