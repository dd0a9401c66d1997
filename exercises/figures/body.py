"""The outlines of a body from the side, from the back of the picture to the front."""

from collections.abc import Iterator
from dataclasses import dataclass

from exercises.figures.effort import Effort, around_middle, on_seat
from exercises.figures.part import Part
from exercises.figures.plane import Point, with_direction
from exercises.figures.profile import head, neck
from exercises.figures.shapes import (
    capsule,
    closed_curve,
    open_curve,
    sampled_curve,
)
from exercises.figures.skeleton import HEIGHT, SLENDER, Build, Girth
from exercises.figures.solving import (
    ArmJoints,
    Joints,
    LegJoints,
    TrunkJoints,
)

TRUNK_STEPS = 4
SLEEVE_SHARE = 0.62


@dataclass(frozen=True, slots=True)
class SideBody:
    joints: Joints
    build: Build = SLENDER
    effort: Effort | None = None
    strength: float = 1.0

    def parts(self) -> Iterator[Part]:
        joints, trunk = self.joints, self.joints.trunk
        yield from map(_paler, self.arm(joints.far_arm))
        yield from map(_paler, self.far_leg(joints.far_leg))
        yield Part("skin", neck(trunk))
        yield Part("top", self.trunk())
        yield from self.near_leg(joints.near_leg)
        yield from self.patch()
        yield Part("spine", self.spine())
        yield from head(trunk.head, joints.head_angle, self.build.radius)
        yield from self.arm(joints.near_arm)

    def arm(self, arm: ArmJoints) -> Iterator[Part]:
        size = self.build.radius
        hem = arm.shoulder.between(arm.elbow, SLEEVE_SHARE)
        bones = (
            (arm.shoulder, arm.elbow, size.shoulder, size.elbow),
            (arm.elbow, arm.wrist, size.elbow * 0.95, size.wrist),
            (arm.wrist, arm.fingertip, size.wrist * 0.95, size.fingertip),
        )
        yield from (Part("skin", capsule(*bone)) for bone in bones)
        yield Part(
            "top", capsule(arm.shoulder, hem, size.shoulder * 1.12, size.elbow * 1.28)
        )

    def far_leg(self, leg: LegJoints) -> Iterator[Part]:
        yield Part("skin", self.foot(leg))
        yield Part("leg", self.shank(leg))
        yield Part("leg", self.thigh(leg))

    def near_leg(self, leg: LegJoints) -> Iterator[Part]:
        """The seat is drawn twice, so that the thigh leaves no line across it."""
        seat = self.seat(leg)
        yield Part("skin", self.foot(leg))
        yield Part("leg", self.shank(leg))
        yield Part("leg", seat)
        yield Part("leg", self.thigh(leg))
        yield Part("leg fill", seat)

    def seat(self, leg: LegJoints) -> str:
        trunk, size = self.joints.trunk, self.build.radius
        top = trunk.hip.between(trunk.waist, 0.8)
        return capsule(leg.hip, top, size.hip, size.waist)

    def thigh(self, leg: LegJoints) -> str:
        return capsule(leg.hip, leg.knee, self.build.radius.hip, self.build.radius.knee)

    def shank(self, leg: LegJoints) -> str:
        size = self.build.radius
        return capsule(leg.knee, leg.ankle, size.knee * 0.95, size.ankle)

    def foot(self, leg: LegJoints) -> str:
        direction = leg.ankle.angle_to(leg.toe)
        sole = direction - 90
        behind = leg.ankle.toward(direction, -0.018 * HEIGHT)
        heel = behind.toward(sole, 0.012 * HEIGHT)
        toe = leg.toe.toward(sole, 0.018 * HEIGHT)
        return capsule(heel, toe, self.build.radius.heel, self.build.radius.toe)

    def trunk(self) -> str:
        back, front = [], []
        for point, direction, girth in self._slices():
            back.append(point.toward(direction + 90, girth.back))
            front.append(point.toward(direction - 90, girth.front))
        line = _middle_line(self.joints.trunk)
        below = line[0].toward(line[1].angle_to(line[0]), 0.022 * HEIGHT)
        above = line[-1].toward(line[-2].angle_to(line[-1]), 0.014 * HEIGHT)
        return closed_curve([below, *back, above, *reversed(front)])

    def patch(self) -> Iterator[Part]:
        if self.effort:
            yield Part("effort", self.effort_path() if self.strength else "")

    def effort_path(self) -> str:
        joints = self.joints
        if self.effort == "seat":
            return on_seat(joints.trunk, joints.near_leg, self.strength)
        return around_middle(_middle_line(joints.trunk), self.build, self.strength)

    def spine(self) -> str:
        points = [
            point.toward(direction + 90, girth.back / 2)
            for point, direction, girth in self._slices()
        ]
        return open_curve(points[2::2])

    def _slices(self) -> Iterator[tuple[Point, float, Girth]]:
        line = _middle_line(self.joints.trunk)
        for index, (point, direction) in enumerate(with_direction(line)):
            yield point, direction, self.build.girth(index / (len(line) - 1))


def _paler(part: Part) -> Part:
    return Part(f"xf-far {part.classes}", part.path)


def _middle_line(body: TrunkJoints) -> list[Point]:
    joints = [body.hip, body.waist, body.ribs, body.nape]
    line = sampled_curve(joints, TRUNK_STEPS)
    return [line[0].toward(line[1].angle_to(line[0]), 0.03 * HEIGHT), *line]
