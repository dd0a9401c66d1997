"""On hands and knees. The head is to the right."""

from exercises.figures.movement import LYING, Mat, gettext_noop
from exercises.figures.plane import Point
from exercises.figures.pose import Anchor, Arm, FreeLeg, Leg, Pose, ReachingArm, Spine

MAT = Mat(92, 388)
HANDS = ReachingArm(Point(293, LYING - 7), bend=-1, palm=0)
KNEES = FreeLeg(thigh=-90, shank=183, foot=195)
ALL_FOURS = gettext_noop("On hands and knees, head to the right.")
LEVEL = Spine(pelvis=4, lumbar=12, thorax=12, neck=6, head=2)


def on_all_fours(
    spine: Spine = LEVEL, *, far_arm: Arm = HANDS, near_leg: Leg = KNEES
) -> Pose:
    return Pose(
        anchor=Anchor("hip", Point(206, LYING - 84)),
        spine=spine,
        near_arm=HANDS,
        far_arm=far_arm,
        near_leg=near_leg,
        far_leg=KNEES,
        far_shift=Point(10, -2),
    )
