"""On the feet. The face is to the right."""

from exercises.figures.movement import LYING, Box, gettext_noop
from exercises.figures.plane import Point
from exercises.figures.pose import Anchor, Arm, Leg, PlantedLeg, Pose, Spine
from exercises.figures.skeleton import LENGTH

FAR_SHIFT = Point(5, -3)
VIEW = Box(96, -78, 230, 330)
ON_FEET = gettext_noop("Standing, facing right.")
FEET = LYING - 8
HIP_HEIGHT = FEET - LENGTH.leg
TALL = Spine(pelvis=90, lumbar=92, thorax=88, neck=80, head=88)
BOTH_FEET = PlantedLeg(Point(200, FEET), foot=-2, bend=1)


def upright(
    spine: Spine,
    hip: Point,
    near_arm: Arm,
    leg: Leg = BOTH_FEET,
    *,
    far_arm: Arm | None = None,
    far_leg: Leg | None = None,
    far_shift: Point = FAR_SHIFT,
) -> Pose:
    return Pose(
        anchor=Anchor("hip", hip),
        spine=spine,
        near_arm=near_arm,
        far_arm=far_arm or near_arm,
        near_leg=leg,
        far_leg=far_leg or leg,
        far_shift=far_shift,
    )
