"""Movements to leave for now: fast ones, and sitting for too long."""

from exercises.figures.movement import (
    Arrow,
    Box,
    Chair,
    Movement,
    Words,
    gettext_noop,
)
from exercises.figures.movements.standing import FEET, HIP_HEIGHT, upright
from exercises.figures.plane import Point
from exercises.figures.pose import (
    Anchor,
    FreeArm,
    FreeLeg,
    PlantedLeg,
    Pose,
    ReachingArm,
    Spine,
)
from exercises.figures.things import Disc, Rod, near_hand

RUNNING = Movement(
    key="pause-running",
    words=Words(
        title=gettext_noop("Pause: running and jumping"),
        start=gettext_noop(
            "Running to the right, both feet off the ground. One knee is high in "
            "front, the other foot is kicked up behind."
        ),
    ),
    view=Box(76, -88, 270, 340),
    behind=(
        Rod((Point(86, 20), Point(124, 20)), name="speed"),
        Rod((Point(94, 46), Point(126, 46)), name="speed"),
        Rod((Point(86, 72), Point(118, 72)), name="speed"),
    ),
    pause=Point(316, -56),
    frames=(
        Pose(
            anchor=Anchor("hip", Point(200, 76)),
            spine=Spine(pelvis=80, lumbar=78, thorax=74, neck=70, head=84),
            near_arm=FreeArm(upper_arm=-150, forearm=-62),
            far_arm=FreeArm(upper_arm=-48, forearm=44),
            near_leg=FreeLeg(thigh=-14, shank=-104, foot=-22),
            far_leg=FreeLeg(thigh=-118, shank=-172, foot=-100),
        ),
    ),
)

TWIST = Movement(
    key="pause-twist",
    words=Words(
        title=gettext_noop("Pause: fast twisting"),
        start=gettext_noop(
            "Bent at the hips, facing right, over a golf ball. The arms have swung a "
            "club up behind the shoulder for a hard hit."
        ),
    ),
    view=Box(96, -78, 260, 330),
    behind=(Disc(Point(318, 230), 6, "ball"),),
    before=(
        Rod((near_hand, Point(118, 40))),
        Rod((Point(118, 40), Point(124, 54))),
    ),
    arrow=Arrow(Point(288, -36), Point(332, 192), -26),
    pause=Point(128, -46),
    frames=(
        upright(
            Spine(pelvis=70, lumbar=64, thorax=54, neck=44, head=30),
            Point(182, HIP_HEIGHT + 8),
            ReachingArm(Point(192, -26), bend=-1, palm=150),
            PlantedLeg(Point(200, FEET), foot=-2),
        ),
    ),
)

AT_WHEEL = ReachingArm(Point(252, 104), bend=-1, palm=30)

SLUMPED = Movement(
    key="pause-slumped-sitting",
    words=Words(
        title=gettext_noop("Pause: long slumped sitting"),
        start=gettext_noop(
            "Sitting in a car seat, facing right. The back is slumped into a curve, "
            "the head is forward and the hands hold the wheel."
        ),
    ),
    view=Box(86, 2, 270, 250),
    chair=Chair(back=112, front=196, seat=176),
    behind=(Rod((Point(276, 122), Point(330, 164))),),
    before=(Rod((Point(262, 82), Point(284, 142)), name="wheel-side"),),
    pause=Point(326, 34),
    frames=(
        Pose(
            anchor=Anchor("hip", Point(172, 158)),
            spine=Spine(pelvis=136, lumbar=114, thorax=62, neck=34, head=52),
            near_arm=AT_WHEEL,
            far_arm=AT_WHEEL,
            near_leg=PlantedLeg(Point(272, FEET - 2), foot=24),
            far_leg=PlantedLeg(Point(252, FEET), foot=4),
        ),
    ),
)

MOVEMENTS = (RUNNING, TWIST, SLUMPED)
