"""Lying on the back, seen from above the head end. The head is to the left."""

from exercises.figures.solid.camera import Camera
from exercises.figures.solid.pose import AnyLimb, Limb, SolidPose, SolidSpine
from exercises.figures.solid.space import FAR, LEFT, NEAR, RIGHT, UP, Vector
from exercises.figures.solid.things import mat

CAMERA = Camera(yaw=-28, pitch=30)
MAT = mat(-160, 140, 60)
FLAT = SolidSpine(pelvis=LEFT, lumbar=LEFT, thorax=LEFT, neck=LEFT, head=LEFT)
FLAT_FOOT = Vector(1, -0.05, 0)


def foot_flat(side: float) -> Limb:
    """`side` is 1 for the near side of the body, -1 for the far one."""
    return Limb(Vector(88, 14, 15 * side), bend=UP, tip=FLAT_FOOT)


def arm_beside(side: float) -> Limb:
    return Limb(Vector(30, 8, 46 * side), bend=NEAR.times(side), tip=RIGHT)


BESIDE = (arm_beside(-1), arm_beside(1))


def on_back(
    *,
    near_leg: AnyLimb,
    far_leg: AnyLimb | None = None,
    arms: tuple[AnyLimb, AnyLimb] = BESIDE,
) -> SolidPose:
    """The body's right side is near."""
    far_arm, near_arm = arms
    return SolidPose(
        hip=Vector(20, 17, 0),
        spine=FLAT,
        hips_left=FAR,
        shoulders_left=FAR,
        face=UP,
        left_arm=far_arm,
        right_arm=near_arm,
        left_leg=far_leg or foot_flat(-1),
        right_leg=near_leg,
    )
