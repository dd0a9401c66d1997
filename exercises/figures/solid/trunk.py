"""The outline of a trunk from any direction: slices along the spine, seen by a camera."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from exercises.figures.plane import Point
from exercises.figures.shapes import closed_curve, sampled_curve
from exercises.figures.skeleton import HEIGHT, Build
from exercises.figures.solid.camera import Camera
from exercises.figures.solid.solving import SolidJoints
from exercises.figures.solid.space import Vector

STEPS = 4


class Slice(NamedTuple):
    """An ellipse across the spine: its middle, and its half axes on the page."""

    middle: Point
    sideways: Point
    forward: Point

    def reach(self, direction: Point) -> float:
        return math.hypot(dot(self.sideways, direction), dot(self.forward, direction))


def trunk(joints: SolidJoints, camera: Camera, build: Build) -> str:
    slices = list(_slices(joints, camera, build))
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


def _slices(joints: SolidJoints, camera: Camera, build: Build) -> Iterator[Slice]:
    line = _spine(joints)
    last = len(line) - 1
    for index, spot in enumerate(line):
        along = line[max(0, index - 1)].to(line[min(index + 1, last)])
        share = index / last
        left = joints.hips_left.between(joints.shoulders_left, share).across(along)
        forward = along.cross(left).unit.times(-1)
        girth = build.girth(share)
        middle = spot.plus(forward, (girth.front - girth.back) / 2)
        deep = (girth.front + girth.back) / 2
        yield Slice(
            camera.shown(middle),
            camera.shown_direction(left.times(girth.side)),
            camera.shown_direction(forward.times(deep)),
        )


def _spine(joints: SolidJoints) -> list[Vector]:
    spots = [joints.hip, joints.waist, joints.ribs, joints.nape]
    flat = sampled_curve([Point(spot.x, spot.y) for spot in spots], STEPS)
    deep = sampled_curve([Point(spot.z, 0) for spot in spots], STEPS)
    return [Vector(a.x, a.y, b.x) for a, b in zip(flat, deep, strict=True)]


def dot(one: Point, other: Point) -> float:
    return one.x * other.x + one.y * other.y
