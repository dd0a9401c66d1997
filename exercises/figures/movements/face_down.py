"""Lying on the front. The head is to the right."""

from exercises.figures.movement import LYING, Box, Mat, gettext_noop
from exercises.figures.plane import Point
from exercises.figures.pose import Anchor, Arm, FreeLeg, Pose, Spine

MAT = Mat(26, 426)
VIEW = Box(14, 76, 424, 176)
THUMBNAIL = Box(14, 80, 424, 172)
ON_FRONT = gettext_noop("Lying face down, head to the right.")
FLAT = Spine(pelvis=0, lumbar=2, thorax=0, neck=4, head=-2)


def face_down(spine: Spine, arm: Arm, *, hip: float = 17, thigh: float = 180) -> Pose:
    leg = FreeLeg(thigh=thigh, shank=180, foot=184)
    return Pose(
        anchor=Anchor("hip", Point(205, LYING - hip)),
        spine=spine,
        near_arm=arm,
        far_arm=arm,
        near_leg=leg,
        far_leg=leg,
    )
