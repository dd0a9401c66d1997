"""A pose in space: where the hips are, which way the trunk goes, what hands and feet do."""

from dataclasses import dataclass

from exercises.figures.solid.space import Vector


@dataclass(frozen=True, slots=True)
class SolidSpine:
    """The direction of each piece, from the hips to the top of the head."""

    pelvis: Vector
    lumbar: Vector
    thorax: Vector
    neck: Vector
    head: Vector


@dataclass(frozen=True, slots=True)
class Limb:
    """The wrist or ankle is at a point; the elbow or knee points in a direction."""

    end: Vector
    bend: Vector
    tip: Vector


@dataclass(frozen=True, slots=True)
class Swung:
    """An arm or a leg by the directions of its pieces."""

    upper: Vector
    lower: Vector
    tip: Vector


AnyLimb = Limb | Swung


@dataclass(frozen=True, slots=True, kw_only=True)
class SolidPose:
    """`hips_left` and `shoulders_left` point to the body's own left."""

    hip: Vector
    spine: SolidSpine
    hips_left: Vector
    shoulders_left: Vector
    face: Vector
    left_arm: AnyLimb
    right_arm: AnyLimb
    left_leg: AnyLimb
    right_leg: AnyLimb
