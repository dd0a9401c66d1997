"""The outlines of a body in space, from the farthest to the nearest."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from exercises.figures.part import Part
from exercises.figures.plane import Point
from exercises.figures.shapes import capsule, closed_curve, disc
from exercises.figures.skeleton import HEIGHT, SLENDER, Build, Radii
from exercises.figures.solid import head as heads
from exercises.figures.solid.camera import Camera
from exercises.figures.solid.hull import convex_hull
from exercises.figures.solid.solving import SolidJoints, SolidLimb
from exercises.figures.solid.space import Vector
from exercises.figures.solid.trunk import trunk

SLEEVE_SHARE = 0.62
Side = Literal["left", "right", ""]


@dataclass(frozen=True, slots=True)
class Placed:
    """Something to draw, and how near to the reader it is."""

    nearness: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class SolidBody:
    joints: SolidJoints
    camera: Camera
    far_side: Side = ""
    build: Build = SLENDER

    def placed(self) -> Iterator[Placed]:
        joints = self.joints
        yield self._trunk()
        yield self._seat()
        yield self._head()
        yield self._bun()
        yield from self._arm(joints.left_arm, self._tint("left"))
        yield from self._arm(joints.right_arm, self._tint("right"))
        yield from self._leg(joints.left_leg, self._tint("left"))
        yield from self._leg(joints.right_leg, self._tint("right"))

    @property
    def _size(self) -> Radii:
        return self.build.radius

    def _tint(self, side: Side) -> str:
        return "xf-far " if side == self.far_side else ""

    def _nearness(self, *spots: Vector) -> float:
        return sum(map(self.camera.nearness, spots)) / len(spots)

    def _capsule(self, start: Vector, end: Vector, wide: float, narrow: float) -> str:
        shown = self.camera.shown
        return capsule(shown(start), shown(end), wide, narrow)

    def _trunk(self) -> Placed:
        joints = self.joints
        neck = self._capsule(joints.nape, joints.skull, 0.036 * HEIGHT, 0.030 * HEIGHT)
        parts = (
            Part("skin", neck),
            Part("top", trunk(joints, self.camera, self.build)),
        )
        return Placed(self._nearness(joints.waist, joints.nape), parts)

    def _seat(self) -> Placed:
        """Over the trunk, as trousers over a shirt."""
        joints, size = self.joints, self._size
        aside = self.build.girth(0.3).side - size.waist
        corners = [
            (joints.left_leg.root, size.hip),
            (joints.right_leg.root, size.hip),
            (joints.waist.plus(joints.hips_left, aside), size.waist),
            (joints.waist.plus(joints.hips_left, -aside), size.waist),
        ]
        shown = [(self.camera.shown(spot), radius) for spot, radius in corners]
        nearness = self._nearness(joints.waist, joints.nape) + 0.01
        return Placed(nearness, (Part("leg", closed_curve(around(shown))),))

    def _half_seat(self, leg: SolidLimb) -> str:
        joints = self.joints
        top = joints.waist.plus(joints.hip.to(leg.root), 0.8)
        return self._capsule(
            leg.root, top, self._size.hip * 0.97, self._size.waist * 0.9
        )

    def _head(self) -> Placed:
        joints, camera = self.joints, self.camera
        parts = [Part("hair edged", heads.ellipsoid(joints, camera))]
        nose, face = heads.nose(joints, camera), heads.face(joints, camera)
        if face:
            parts.append(Part("skin nos", face))
        if nose:
            parts.append(Part("nose", nose))
        return Placed(self._nearness(joints.head), tuple(parts))

    def _bun(self) -> Placed:
        joints = self.joints
        behind = joints.head.plus(joints.face, -0.050 * HEIGHT)
        knot = behind.plus(joints.head_up, 0.046 * HEIGHT)
        shown = disc(self.camera.shown(knot), 0.024 * HEIGHT)
        return Placed(self._nearness(knot), (Part("hair bun", shown),))

    def _arm(self, arm: SolidLimb, tint: str) -> Iterator[Placed]:
        hem = arm.root.between(arm.middle, SLEEVE_SHARE)
        upper = self._capsule(
            arm.root, arm.middle, self._size.shoulder, self._size.elbow
        )
        sleeve = self._capsule(
            arm.root, hem, self._size.shoulder * 1.12, self._size.elbow * 1.28
        )
        lower = self._capsule(
            arm.middle, arm.end, self._size.elbow * 0.95, self._size.wrist
        )
        hand = self._capsule(
            arm.end, arm.tip, self._size.wrist * 0.95, self._size.fingertip
        )
        yield Placed(
            self._nearness(arm.root, arm.middle),
            (Part(f"{tint}skin", upper), Part(f"{tint}top", sleeve)),
        )
        yield Placed(self._nearness(arm.middle, arm.end), (Part(f"{tint}skin", lower),))
        yield Placed(self._nearness(arm.end, arm.tip), (Part(f"{tint}skin", hand),))

    def _leg(self, leg: SolidLimb, tint: str) -> Iterator[Placed]:
        thigh = self._capsule(leg.root, leg.middle, self._size.hip, self._size.knee)
        shank = self._capsule(
            leg.middle, leg.end, self._size.knee * 0.95, self._size.ankle
        )
        heel, toe = foot_ends(leg)
        wide = self._seen_from_above(leg)
        foot = self._capsule(
            heel,
            toe,
            self._size.heel * (1 + 0.3 * wide),
            self._size.toe * (1 + 0.9 * wide),
        )
        upper = [Part(f"{tint}leg", thigh)]
        if not tint:
            upper.append(Part("leg fill", self._half_seat(leg)))
        yield Placed(self._nearness(leg.root, leg.middle), tuple(upper))
        yield Placed(self._nearness(leg.middle, leg.end), (Part(f"{tint}leg", shank),))
        yield Placed(self._nearness(leg.end, leg.tip), (Part(f"{tint}skin", foot),))

    def _seen_from_above(self, leg: SolidLimb) -> float:
        """How much of a foot's breadth shows: 0 from its side, 1 from above or below."""
        forward = leg.end.to(leg.tip).unit
        aside = forward.cross(leg.middle.to(leg.end)).unit
        along = self.camera.shown_direction(forward)
        across = self.camera.shown_direction(aside)
        length = max(math.hypot(*along), 0.2)
        return min(1.0, abs(along.x * across.y - along.y * across.x) / length)


def around(discs: Iterable[tuple[Point, float]]) -> list[Point]:
    """The tightest outline around some discs."""
    return convex_hull(
        center.toward(turn, radius)
        for center, radius in discs
        for turn in range(0, 360, 24)
    )


def foot_ends(leg: SolidLimb) -> tuple[Vector, Vector]:
    forward = leg.end.to(leg.tip).unit
    sole = leg.middle.to(leg.end).across(forward)
    heel = leg.end.plus(forward, -0.018 * HEIGHT).plus(sole, 0.012 * HEIGHT)
    return heel, leg.tip.plus(sole, 0.018 * HEIGHT)
