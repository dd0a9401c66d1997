"""A pose says where a body is: angles, or the points that hands and feet rest on."""

from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Literal

from exercises.figures.plane import Point, blend
from exercises.figures.solid.space import Vector

TrunkJoint = Literal["hip", "nape"]
Bend = Literal[1, -1]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The joint that is put at a fixed point; all others follow from it."""

    joint: TrunkJoint
    at: Point


@dataclass(frozen=True, slots=True)
class Spine:
    """The direction of each piece, from the hips to the top of the head."""

    pelvis: float
    lumbar: float
    thorax: float
    neck: float
    head: float


@dataclass(frozen=True, slots=True)
class FreeArm:
    """`seen` is the share of its length that shows, where it leaves the page."""

    upper_arm: float
    forearm: float
    seen: float = 1.0


@dataclass(frozen=True, slots=True)
class ReachingArm:
    """The wrist is at a point. `seen` is the share of its length that shows."""

    wrist: Point
    bend: Bend
    palm: float
    seen: float = 1.0


@dataclass(frozen=True, slots=True)
class HoldingArm:
    """The wrist stays beside the hip, wherever the hip goes."""

    from_hip: Point
    bend: Bend
    palm: float


@dataclass(frozen=True, slots=True)
class FreeLeg:
    thigh: float
    shank: float
    foot: float


@dataclass(frozen=True, slots=True)
class PlantedLeg:
    ankle: Point
    foot: float
    bend: Bend = 1


@dataclass(frozen=True, slots=True)
class TurnedLeg:
    """A leg turned out toward the reader: seen from the side it looks shorter."""

    knee: Point
    ankle: Point
    foot: float


FAR_SHIFT = Point(5, -3)

Arm = FreeArm | ReachingArm | HoldingArm
Leg = FreeLeg | PlantedLeg | TurnedLeg


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    anchor: Anchor
    spine: Spine
    near_arm: Arm
    far_arm: Arm
    near_leg: Leg
    far_leg: Leg
    far_shift: Point = FAR_SHIFT


def mix[T](first: T, last: T, share: float) -> T:
    """The pose between two poses, blended joint by joint."""
    mixed: T = _mixed(first, last, share)
    return mixed


def _mixed(first: Any, last: Any, share: float) -> Any:
    if type(first) is not type(last) and is_dataclass(first):
        message = f"{type(first).__name__} cannot become {type(last).__name__}."
        raise TypeError(message)
    if isinstance(first, Point | Vector):
        return first.between(last, share)
    if is_dataclass(first) and not isinstance(first, type):
        return replace(first, **_mixed_fields(first, last, share))
    if isinstance(first, int | float):
        return blend(first, last, share)
    return first if share < 1 else last


def _mixed_fields(first: Any, last: Any, share: float) -> dict[str, Any]:
    names = [field.name for field in fields(first)]
    return {
        name: _mixed(getattr(first, name), getattr(last, name), share) for name in names
    }
