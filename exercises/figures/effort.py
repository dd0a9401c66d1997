"""Where muscles tighten although nothing moves: a bright patch that grows."""

from collections.abc import Sequence
from typing import Literal

from exercises.figures.plane import Point, with_direction
from exercises.figures.shapes import ellipse, polygon
from exercises.figures.skeleton import HEIGHT, Build
from exercises.figures.solving import LegJoints, TrunkJoints

Effort = Literal["middle", "seat"]
MIDDLE, HALF = 0.46, 0.2
STEPS = 6


def around_middle(line: Sequence[Point], build: Build, strength: float) -> str:
    """A belt around the waist, as deep as the trunk."""
    half = HALF * strength
    shares = [MIDDLE + half * (step / STEPS * 2 - 1) for step in range(STEPS + 1)]
    back, front = [], []
    for point, direction, share in _along(line, shares):
        girth = build.girth(share)
        back.append(point.toward(direction + 90, girth.back))
        front.append(point.toward(direction - 90, girth.front))
    return polygon([*back, *reversed(front)])


def _along(
    line: Sequence[Point], shares: Sequence[float]
) -> list[tuple[Point, float, float]]:
    directed = list(with_direction(list(line)))
    last = len(directed) - 1
    found = []
    for share in shares:
        before = min(int(share * last), last - 1)
        point, direction = directed[before]
        spot = point.between(directed[before + 1][0], share * last - before)
        found.append((spot, direction, share))
    return found


def on_seat(trunk: TrunkJoints, leg: LegJoints, strength: float) -> str:
    """A patch on the buttock, behind the hip."""
    up = trunk.hip.angle_to(trunk.waist)
    middle = leg.hip.toward(up + 90, 0.026 * HEIGHT).toward(up, 0.012 * HEIGHT)
    return ellipse(middle, 0.032 * HEIGHT * strength, 0.046 * HEIGHT * strength, up)
