"""A neck and a head from the side."""

from collections.abc import Iterator

from exercises.figures.part import Part
from exercises.figures.plane import Point, blend, with_direction
from exercises.figures.shapes import closed_curve, disc, ellipse, sampled_curve
from exercises.figures.skeleton import HEIGHT, LENGTH, Radii
from exercises.figures.solving import TrunkJoints


def neck(body: TrunkJoints) -> str:
    """One bent tube from the upper chest into the skull."""
    chest = body.nape.between(body.ribs, 0.02 * HEIGHT / LENGTH.thorax)
    line = sampled_curve([chest, body.skull, body.head], 3)
    left, right = [], []
    for index, (point, direction) in enumerate(with_direction(line)):
        width = blend(0.034, 0.027, index / (len(line) - 1)) * HEIGHT
        left.append(point.toward(direction + 90, width))
        right.append(point.toward(direction - 90, width))
    return closed_curve([*left, *reversed(right)])


def head(center: Point, degrees: float, radius: Radii) -> Iterator[Part]:
    nose = _nose(center, degrees, radius)
    yield Part("skin", nose)
    yield Part("skin", ellipse(center, radius.face, radius.skull, degrees))
    yield Part("skin nos", nose)
    yield Part("hair", _hair(center, degrees, radius))
    knot = center.toward(degrees, 0.052 * HEIGHT).toward(degrees + 90, 0.046 * HEIGHT)
    yield Part("hair bun", disc(knot, 0.024 * HEIGHT))


NOSE = ((0.82, 0.22), (1.06, 0.02), (1.25, -0.24), (1.06, -0.36), (0.8, -0.34))
HAIRLINE = (
    (0.62, 0.92),
    (0.10, 1.10),
    (-0.55, 0.98),
    (-1.02, 0.50),
    (-1.10, -0.10),
    (-0.92, -0.62),
    (-0.62, -0.60),
    (-0.46, -0.10),
    (-0.30, 0.34),
    (0.30, 0.50),
)


def _nose(center: Point, degrees: float, radius: Radii) -> str:
    return closed_curve([_on_head(center, degrees, spot, radius) for spot in NOSE])


def _hair(center: Point, degrees: float, radius: Radii) -> str:
    return closed_curve([_on_head(center, degrees, spot, radius) for spot in HAIRLINE])


def _on_head(
    center: Point, degrees: float, spot: tuple[float, float], radius: Radii
) -> Point:
    """A spot on the head, in shares of its half width and half height."""
    forward, up = spot
    crown = center.toward(degrees, up * radius.skull)
    return crown.toward(degrees - 90, forward * radius.face)
