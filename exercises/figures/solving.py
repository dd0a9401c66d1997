"""From a pose to the place of every joint."""

from dataclasses import dataclass

from exercises.figures.plane import ORIGIN, Point, arccos_degrees
from exercises.figures.pose import (
    Arm,
    FreeArm,
    FreeLeg,
    HoldingArm,
    Leg,
    PlantedLeg,
    Pose,
    Spine,
)
from exercises.figures.skeleton import HEIGHT, LENGTH

ROOT_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class TrunkJoints:
    hip: Point
    waist: Point
    ribs: Point
    nape: Point
    skull: Point
    head: Point
    shoulder: Point

    def moved(self, by: Point) -> "TrunkJoints":
        return TrunkJoints(
            hip=self.hip.shifted(by),
            waist=self.waist.shifted(by),
            ribs=self.ribs.shifted(by),
            nape=self.nape.shifted(by),
            skull=self.skull.shifted(by),
            head=self.head.shifted(by),
            shoulder=self.shoulder.shifted(by),
        )


@dataclass(frozen=True, slots=True)
class ArmJoints:
    shoulder: Point
    elbow: Point
    wrist: Point
    fingertip: Point


@dataclass(frozen=True, slots=True)
class LegJoints:
    hip: Point
    knee: Point
    ankle: Point
    toe: Point


@dataclass(frozen=True, slots=True)
class Joints:
    trunk: TrunkJoints
    head_angle: float
    near_arm: ArmJoints
    far_arm: ArmJoints
    near_leg: LegJoints
    far_leg: LegJoints


def two_bones(
    root: Point, target: Point, upper: float, lower: float, bend: float
) -> tuple[Point, Point]:
    """The middle and the end of two bones that reach for a target."""
    direction = root.angle_to(target)
    nearest, farthest = abs(upper - lower) + 0.5, upper + lower - 0.04
    reach = max(nearest, min(farthest, root.distance_to(target)))
    cosine = (upper**2 + reach**2 - lower**2) / (2 * upper * reach)
    middle = root.toward(direction + bend * arccos_degrees(cosine), upper)
    return middle, root.toward(direction, reach)


def solve(pose: Pose) -> Joints:
    trunk = _anchored(_trunk(pose.spine), pose)
    near, far = ORIGIN, pose.far_shift
    return Joints(
        trunk=trunk,
        head_angle=pose.spine.head,
        near_arm=_arm(pose.near_arm, trunk, near),
        far_arm=_arm(pose.far_arm, trunk, far),
        near_leg=_leg(pose.near_leg, trunk, near),
        far_leg=_leg(pose.far_leg, trunk, far),
    )


def _trunk(spine: Spine) -> TrunkJoints:
    waist = ORIGIN.toward(spine.pelvis, LENGTH.pelvis)
    ribs = waist.toward(spine.lumbar, LENGTH.lumbar)
    nape = ribs.toward(spine.thorax, LENGTH.thorax)
    skull = nape.toward(spine.neck, LENGTH.neck)
    below_nape = nape.toward(spine.thorax + 180, 0.028 * HEIGHT)
    return TrunkJoints(
        hip=ORIGIN,
        waist=waist,
        ribs=ribs,
        nape=nape,
        skull=skull,
        head=skull.toward(spine.head, LENGTH.head),
        shoulder=below_nape.toward(spine.thorax - 90, 0.012 * HEIGHT),
    )


def _anchored(trunk: TrunkJoints, pose: Pose) -> TrunkJoints:
    at = pose.anchor.at
    joint = trunk.hip if pose.anchor.joint == "hip" else trunk.nape
    return trunk.moved(Point(at.x - joint.x, at.y - joint.y))


def _arm(arm: Arm, trunk: TrunkJoints, shift: Point) -> ArmJoints:
    shoulder = trunk.shoulder.shifted(shift, ROOT_SHARE)
    if isinstance(arm, FreeArm):
        elbow = shoulder.toward(arm.upper_arm, LENGTH.upper_arm * arm.seen)
        wrist = elbow.toward(arm.forearm, LENGTH.forearm * arm.seen)
        return ArmJoints(shoulder, elbow, wrist, wrist.toward(arm.forearm, LENGTH.hand))
    if isinstance(arm, HoldingArm):
        target = trunk.hip.shifted(shift, ROOT_SHARE).shifted(arm.from_hip)
        seen = 1.0
    else:
        target, seen = arm.wrist.shifted(shift, ROOT_SHARE), arm.seen
    upper, lower = LENGTH.upper_arm * seen, LENGTH.forearm * seen
    elbow, wrist = two_bones(shoulder, target, upper, lower, arm.bend)
    return ArmJoints(shoulder, elbow, wrist, wrist.toward(arm.palm, LENGTH.hand))


def _leg(leg: Leg, trunk: TrunkJoints, shift: Point) -> LegJoints:
    hip = trunk.hip.shifted(shift, ROOT_SHARE)
    knee, ankle = _knee_and_ankle(leg, hip, shift)
    return LegJoints(hip, knee, ankle, ankle.toward(leg.foot, LENGTH.foot))


def _knee_and_ankle(leg: Leg, hip: Point, shift: Point) -> tuple[Point, Point]:
    if isinstance(leg, FreeLeg):
        knee = hip.toward(leg.thigh, LENGTH.thigh)
        return knee, knee.toward(leg.shank, LENGTH.shank)
    if isinstance(leg, PlantedLeg):
        target = leg.ankle.shifted(shift)
        return two_bones(hip, target, LENGTH.thigh, LENGTH.shank, leg.bend)
    return leg.knee.shifted(shift, ROOT_SHARE), leg.ankle.shifted(shift, ROOT_SHARE)
