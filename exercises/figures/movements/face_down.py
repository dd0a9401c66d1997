"""Lying on the front. The head is to the right."""

import math

from exercises.figures.movement import LYING, Box, Mat, gettext_noop
from exercises.figures.plane import Point
from exercises.figures.pose import Anchor, Arm, FreeLeg, Pose, Spine
from exercises.figures.skeleton import LENGTH

MAT = Mat(26, 426)
VIEW = Box(14, 76, 424, 176)
THUMBNAIL = Box(14, 80, 424, 172)
ON_FRONT = gettext_noop("Lying face down, head to the right.")
FLAT = Spine(pelvis=0, lumbar=2, thorax=0, neck=4, head=-2)


ANKLE = Point(62.7, LYING - 8.5)


def face_down(spine: Spine, arm: Arm, *, hip: float = 17) -> Pose:
    """The legs are straight, from hips at this height to feet that lie on the mat."""
    rise = hip - (LYING - ANKLE.y)
    slope = math.degrees(math.asin(rise / LENGTH.leg))
    leg = FreeLeg(thigh=180 + slope, shank=180 + slope, foot=195)
    return Pose(
        anchor=Anchor("hip", ANKLE.toward(slope, LENGTH.leg)),
        spine=spine,
        near_arm=arm,
        far_arm=arm,
        near_leg=leg,
        far_leg=leg,
    )
