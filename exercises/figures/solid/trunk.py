"""The outline of a trunk from any direction: slices along the spine, seen by a camera."""

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from exercises.figures.plane import Point, blend
from exercises.figures.shapes import closed_curve, sampled_curve
from exercises.figures.skeleton import HEIGHT, TRUNK
from exercises.figures.solid.camera import Camera
from exercises.figures.solid.solving import SolidJoints
from exercises.figures.solid.space import Vector

STEPS = 4
HALF_WIDTHS = (
    (0.00, 0.086 * HEIGHT),
    (0.18, 0.086 * HEIGHT),
    (0.42, 0.074 * HEIGHT),
    (0.66, 0.092 * HEIGHT),
    (0.86, 0.112 * HEIGHT),
    (1.00, 0.062 * HEIGHT),
)


class Slice(NamedTuple):
    """An ellipse across the spine: its middle, and its half axes on the page."""

    middle: Point
    sideways: Point
    forward: Point

    def reach(self, direction: Point) -> float:
        return math.hypot(dot(self.sideways, direction), dot(self.forward, direction))


def trunk(joints: SolidJoints, camera: Camera) -> str:
    slices = list(_slices(joints, camera))
    left, right = [], []
    for index, each in enumerate(slices):
        before, after = (
            slices[max(0, index - 1)],
            slices[min(index + 1, len(slices) - 1)],
        )
        along = before.middle.angle_to(after.middle)
        out = Point(0, 0).toward(along + 90, 1)
        left.append(each.middle.shifted(out, each.reach(out)))
        right.append(each.middle.shifted(out, -each.reach(out)))
    above = beyond(slices[-2].middle, slices[-1])
    return closed_curve([*left[1:], above, *reversed(right[1:])])


def beyond(inside: Point, end: Slice) -> Point:
    """The rounding at the top of the trunk, or the whole slice where it faces us."""
    way = Point(0, 0).toward(inside.angle_to(end.middle), 1)
    return end.middle.shifted(way, max(0.02 * HEIGHT, end.reach(way)))


def _slices(joints: SolidJoints, camera: Camera) -> Iterator[Slice]:
    line = _spine(joints)
    last = len(line) - 1
    for index, spot in enumerate(line):
        along = line[max(0, index - 1)].to(line[min(index + 1, last)])
        share = index / last
        left = joints.hips_left.between(joints.shoulders_left, share).across(along)
        forward = along.cross(left).unit.times(-1)
        back, front = depths(share)
        middle = spot.plus(forward, (front - back) / 2)
        yield Slice(
            camera.shown(middle),
            camera.shown_direction(left.times(half_width(share))),
            camera.shown_direction(forward.times((front + back) / 2)),
        )


def _spine(joints: SolidJoints) -> list[Vector]:
    spots = [joints.hip, joints.waist, joints.ribs, joints.nape]
    flat = sampled_curve([Point(spot.x, spot.y) for spot in spots], STEPS)
    deep = sampled_curve([Point(spot.z, 0) for spot in spots], STEPS)
    return [Vector(a.x, a.y, b.x) for a, b in zip(flat, deep, strict=True)]


def half_width(share: float) -> float:
    for (low, narrow), (high, wide) in pairwise(HALF_WIDTHS):
        if share <= high:
            return blend(narrow, wide, eased((share - low) / (high - low)))
    return HALF_WIDTHS[-1][1]


def depths(share: float) -> tuple[float, float]:
    for low, high in pairwise(TRUNK):
        if share <= high.share:
            part = eased((share - low.share) / (high.share - low.share))
            return blend(low.back, high.back, part), blend(low.front, high.front, part)
    return TRUNK[-1].back, TRUNK[-1].front


def eased(share: float) -> float:
    return share * share * (3 - 2 * share)


def dot(one: Point, other: Point) -> float:
    return one.x * other.x + one.y * other.y
