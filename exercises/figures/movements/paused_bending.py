"""Movements to leave for now that bend the back far forward."""

from dataclasses import replace

from exercises.figures.movement import (
    LYING,
    Box,
    Mat,
    Movement,
    Words,
    gettext_noop,
)
from exercises.figures.movements.knee_to_chest import KNEES_CHEST
from exercises.figures.movements.press_up import PRESS_UP_HIGH
from exercises.figures.movements.standing import (
    BOTH_FEET,
    FEET,
    HIP_HEIGHT,
    upright,
)
from exercises.figures.plane import Point
from exercises.figures.pose import (
    Anchor,
    FreeLeg,
    PlantedLeg,
    Pose,
    ReachingArm,
    Spine,
)
from exercises.figures.things import Parcel, Sun

VIEW = Box(96, 2, 250, 250)
SIGN = Point(318, 30)

TOE_TOUCH = Movement(
    key="pause-toe-touch",
    words=Words(
        title=gettext_noop("Pause: toe touch"),
        start=gettext_noop(
            "Standing, facing right, bent all the way down with a round back. The "
            "knees are straight and the hands touch the toes."
        ),
    ),
    view=VIEW,
    pause=SIGN,
    frames=(
        upright(
            Spine(pelvis=-6, lumbar=-34, thorax=-64, neck=-84, head=-98),
            Point(192, HIP_HEIGHT + 1),
            ReachingArm(Point(233, 216), bend=-1, palm=-60),
            BOTH_FEET,
        ),
    ),
)

DEEP_BEND = Movement(
    key="pause-deep-bend",
    words=Words(
        title=gettext_noop("Pause: deep bend early in the day"),
        start=gettext_noop(
            "The sun comes up. Someone facing right bends far down with a round back "
            "to lift a box off the floor."
        ),
    ),
    view=VIEW,
    behind=(Sun(Point(136, 236), 22),),
    before=(Parcel(Point(4, 8), 40, 28),),
    pause=SIGN,
    frames=(
        upright(
            Spine(pelvis=20, lumbar=-4, thorax=-40, neck=-48, head=-40),
            Point(180, HIP_HEIGHT + 14),
            ReachingArm(Point(262, 204), bend=-1, palm=-80),
            PlantedLeg(Point(206, FEET), foot=-2),
        ),
    ),
)

SEATED_REACH = Movement(
    key="pause-seated-reach",
    words=Words(
        title=gettext_noop("Pause: reaching for the toes on the floor"),
        start=gettext_noop(
            "Sitting on the floor, facing right, both legs straight ahead. The back is "
            "round and the hands hold the toes."
        ),
    ),
    view=Box(76, 92, 260, 160),
    mat=Mat(86, 326),
    pause=Point(306, 122),
    frames=(
        Pose(
            anchor=Anchor("hip", Point(130, LYING - 17)),
            spine=Spine(pelvis=74, lumbar=46, thorax=2, neck=-22, head=-30),
            near_arm=ReachingArm(Point(272, 196), bend=-1, palm=10),
            far_arm=ReachingArm(Point(272, 196), bend=-1, palm=10),
            near_leg=FreeLeg(thigh=0, shank=0, foot=76),
            far_leg=FreeLeg(thigh=0, shank=0, foot=76),
        ),
    ),
)

BOTH_KNEES = replace(
    KNEES_CHEST,
    key="pause-knees-chest",
    words=Words(
        title=gettext_noop("Pause: knees to chest"),
        start=gettext_noop(
            "Lying on the back, head to the left. The hands pull both knees to the "
            "chest. Both feet are off the mat."
        ),
    ),
    arrow=None,
    pause=Point(338, 122),
    frames=KNEES_CHEST.frames[1:],
)

BACKWARD = replace(
    PRESS_UP_HIGH,
    key="pause-press-up",
    words=Words(
        title=gettext_noop("Pause: press-up and back bend"),
        start=gettext_noop(
            "Lying face down, head to the right. The arms are straight, the chest is "
            "high and the back bends far backward."
        ),
    ),
    thumbnail=None,
    arrow=None,
    pause=Point(404, 108),
    frames=PRESS_UP_HIGH.frames[1:],
)

MOVEMENTS = (TOE_TOUCH, SEATED_REACH, BOTH_KNEES, BACKWARD, DEEP_BEND)
