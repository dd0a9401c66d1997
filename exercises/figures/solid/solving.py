"""From a pose in space to the place of every joint."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from exercises.figures.skeleton import HEIGHT, LENGTH
from exercises.figures.solid.pose import AnyLimb, Limb, SolidPose
from exercises.figures.solid.space import Vector

HALF_HIPS = 0.046 * HEIGHT
HALF_SHOULDERS = 0.106 * HEIGHT
BELOW_NAPE = 0.028 * HEIGHT


class SolidLimb(NamedTuple):
    """Shoulder, elbow, wrist, fingertip; or hip, knee, ankle, toe."""

    root: Vector
    middle: Vector
    end: Vector
    tip: Vector


@dataclass(frozen=True, slots=True)
class SolidJoints:
    hip: Vector
    waist: Vector
    ribs: Vector
    nape: Vector
    skull: Vector
    head: Vector
    head_up: Vector
    face: Vector
    hips_left: Vector
    shoulders_left: Vector
    left_arm: SolidLimb
    right_arm: SolidLimb
    left_leg: SolidLimb
    right_leg: SolidLimb

    @property
    def limbs(self) -> tuple[SolidLimb, ...]:
        return self.left_arm, self.right_arm, self.left_leg, self.right_leg


def solve_solid(pose: SolidPose) -> SolidJoints:
    spine = pose.spine
    waist = pose.hip.plus(spine.pelvis.unit, LENGTH.pelvis)
    ribs = waist.plus(spine.lumbar.unit, LENGTH.lumbar)
    nape = ribs.plus(spine.thorax.unit, LENGTH.thorax)
    skull = nape.plus(spine.neck.unit, LENGTH.neck)
    head_up = spine.head.unit
    hips_left = pose.hips_left.across(spine.pelvis)
    shoulders_left = pose.shoulders_left.across(spine.thorax)
    shoulders = nape.plus(spine.thorax.unit, -BELOW_NAPE)
    return SolidJoints(
        hip=pose.hip,
        waist=waist,
        ribs=ribs,
        nape=nape,
        skull=skull,
        head=skull.plus(head_up, LENGTH.head),
        head_up=head_up,
        face=pose.face.across(head_up),
        hips_left=hips_left,
        shoulders_left=shoulders_left,
        left_arm=arm(pose.left_arm, shoulders.plus(shoulders_left, HALF_SHOULDERS)),
        right_arm=arm(pose.right_arm, shoulders.plus(shoulders_left, -HALF_SHOULDERS)),
        left_leg=leg(pose.left_leg, pose.hip.plus(hips_left, HALF_HIPS)),
        right_leg=leg(pose.right_leg, pose.hip.plus(hips_left, -HALF_HIPS)),
    )


def arm(limb: AnyLimb, shoulder: Vector) -> SolidLimb:
    return _limb(limb, shoulder, LENGTH.upper_arm, LENGTH.forearm, LENGTH.hand)


def leg(limb: AnyLimb, hip: Vector) -> SolidLimb:
    return _limb(limb, hip, LENGTH.thigh, LENGTH.shank, LENGTH.foot)


def _limb(
    limb: AnyLimb, root: Vector, upper: float, lower: float, tip: float
) -> SolidLimb:
    if isinstance(limb, Limb):
        middle, end = reached(root, limb, upper, lower)
    else:
        middle = root.plus(limb.upper.unit, upper)
        end = middle.plus(limb.lower.unit, lower)
    return SolidLimb(root, middle, end, end.plus(limb.tip.unit, tip))


def reached(
    root: Vector, limb: Limb, upper: float, lower: float
) -> tuple[Vector, Vector]:
    """The middle and the end of two bones that reach for a point in space."""
    way = root.to(limb.end)
    nearest, farthest = abs(upper - lower) + 0.5, upper + lower - 0.04
    reach = max(nearest, min(farthest, way.length))
    cosine = (upper**2 + reach**2 - lower**2) / (2 * upper * reach)
    sideways = math.sqrt(max(0.0, 1 - cosine**2))
    middle = root.plus(way.unit, upper * cosine)
    bent = middle.plus(limb.bend.across(way), upper * sideways)
    return bent, root.plus(way.unit, reach)
