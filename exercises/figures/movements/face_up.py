"""Lying on the back. The head is to the left."""

from exercises.figures.movement import LYING, Box, Mat, gettext_noop
from exercises.figures.plane import Point
from exercises.figures.pose import (
    Anchor,
    Arm,
    Leg,
    PlantedLeg,
    Pose,
    ReachingArm,
    Spine,
)

MAT = Mat(40, 360)
VIEW = Box(30, 92, 340, 160)
FLAT = Spine(pelvis=180, lumbar=180, thorax=180, neck=178, head=176)
BESIDE_HIPS = ReachingArm(Point(229, LYING - 5), bend=-1, palm=0)
FOOT_FLAT = PlantedLeg(Point(288, LYING - 14), foot=-3)
FAR_SHIFT = Point(9, -2)
ON_BACK = gettext_noop("Lying on the back, head to the left.")
KNEES_BENT = gettext_noop(
    "Lying on the back, head to the left. The knees are bent and both feet are flat."
)


def face_up(
    *,
    spine: Spine = FLAT,
    near_arm: Arm = BESIDE_HIPS,
    far_arm: Arm | None = None,
    near_leg: Leg = FOOT_FLAT,
    far_leg: Leg = FOOT_FLAT,
    far_shift: Point = FAR_SHIFT,
) -> Pose:
    return Pose(
        anchor=Anchor("nape", Point(128, LYING - 19)),
        spine=spine,
        near_arm=near_arm,
        far_arm=far_arm or near_arm,
        near_leg=near_leg,
        far_leg=far_leg,
        far_shift=far_shift,
    )
