"""Movements to leave for now that put a load on the back."""

from exercises.figures.movement import (
    LYING,
    Arrow,
    Box,
    Mat,
    Movement,
    Words,
    gettext_noop,
)
from exercises.figures.movements.face_up import FOOT_FLAT, MAT, face_up
from exercises.figures.movements.standing import FEET, upright
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
from exercises.figures.things import STRAP, Block, Disc, Rod, near_hand

HANDS_AT_HEAD = FreeArm(upper_arm=40, forearm=156, seen=0.6)

SIT_UP = Movement(
    key="pause-sit-up",
    words=Words(
        title=gettext_noop("Pause: sit-up"),
        start=gettext_noop(
            "On the back, head to the left, knees bent, hands behind the head. The "
            "whole upper body comes up off the mat with a round back."
        ),
    ),
    view=Box(70, 72, 270, 180),
    mat=Mat(80, 330),
    arrow=Arrow(Point(104, 196), Point(128, 116), -16),
    pause=Point(312, 102),
    frames=(
        Pose(
            anchor=Anchor("hip", Point(219.5, LYING - 19)),
            spine=Spine(pelvis=164, lumbar=142, thorax=112, neck=90, head=86),
            near_arm=HANDS_AT_HEAD,
            far_arm=HANDS_AT_HEAD,
            near_leg=FOOT_FLAT,
            far_leg=FOOT_FLAT,
            far_shift=Point(9, -2),
        ),
    ),
)

LEGS_UP = FreeLeg(thigh=36, shank=36, foot=112)

DOUBLE_LEG_LIFT = Movement(
    key="pause-double-leg-lift",
    words=Words(
        title=gettext_noop("Pause: lifting both straight legs"),
        start=gettext_noop(
            "Lying on the back, head to the left, arms beside the body. Both straight "
            "legs are lifted together off the mat."
        ),
    ),
    view=Box(30, 62, 390, 190),
    mat=MAT,
    arrow=Arrow(Point(374, 190), Point(384, 136), 6),
    pause=Point(64, 94),
    frames=(face_up(near_leg=LEGS_UP, far_leg=LEGS_UP),),
)

HARD_STRETCH = Movement(
    key="pause-hard-stretch",
    words=Words(
        title=gettext_noop("Pause: hard hamstring stretch"),
        start=gettext_noop(
            "Lying on the back, head to the left. A strap around the foot pulls one "
            "straight leg far past upright. The other leg lies flat."
        ),
    ),
    view=Box(30, 42, 390, 210),
    mat=Mat(40, 410),
    before=(STRAP,),
    pause=Point(388, 74),
    frames=(
        face_up(
            near_arm=ReachingArm(Point(112, 148), bend=-1, palm=70),
            near_leg=FreeLeg(thigh=108, shank=110, foot=208),
            far_leg=FreeLeg(thigh=0, shank=0, foot=80),
        ),
    ),
)

HEAVY_LIFT = Movement(
    key="pause-heavy-lift",
    words=Words(
        title=gettext_noop("Pause: heavy lifting from the floor"),
        start=gettext_noop(
            "Standing, facing right, bent down with a round back. Both hands hold a "
            "heavy bar with large weights on the floor."
        ),
    ),
    view=Box(96, 12, 230, 240),
    before=(
        Disc(Point(244, 205), 31, "plate"),
        Disc(Point(244, 205), 8, "ball"),
    ),
    pause=Point(298, 40),
    frames=(
        upright(
            Spine(pelvis=44, lumbar=22, thorax=-14, neck=0, head=26),
            Point(168, 126),
            ReachingArm(Point(243, 196), bend=-1, palm=-80),
            PlantedLeg(Point(206, FEET), foot=-2),
        ),
    ),
)

ROWING = Movement(
    key="pause-rowing",
    words=Words(
        title=gettext_noop("Pause: rowing machine"),
        start=gettext_noop(
            "Sitting on a rowing machine, facing right. The knees are bent, the back "
            "is round and the hands pull a handle."
        ),
    ),
    view=Box(86, 22, 320, 230),
    behind=(
        Rod((Point(112, 218), Point(372, 218))),
        Rod((Point(122, 218), Point(122, 236))),
        Rod((Point(352, 218), Point(352, 236))),
        Disc(Point(362, 190), 27, "plate"),
        Disc(Point(362, 190), 7, "ball"),
        Block(Box(144, 204, 58, 11)),
        Block(Box(300, 178, 10, 42)),
    ),
    before=(Rod((near_hand, Point(356, 172)), name="strap"),),
    pause=Point(376, 54),
    frames=(
        Pose(
            anchor=Anchor("hip", Point(172, 187)),
            spine=Spine(pelvis=104, lumbar=82, thorax=42, neck=34, head=50),
            near_arm=ReachingArm(Point(290, 150), bend=-1, palm=-20),
            far_arm=ReachingArm(Point(290, 150), bend=-1, palm=-20),
            near_leg=PlantedLeg(Point(288, 200), foot=64),
            far_leg=PlantedLeg(Point(288, 200), foot=64),
        ),
    ),
)

MOVEMENTS = (SIT_UP, DOUBLE_LEG_LIFT, HEAVY_LIFT, HARD_STRETCH, ROWING)
