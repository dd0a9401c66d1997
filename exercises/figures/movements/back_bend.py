"""Bending back from the feet. The face is to the right."""

from dataclasses import replace

from exercises.figures.movement import Arrow, Box, Movement, Words, gettext_noop
from exercises.figures.movements.standing import (
    HIP_HEIGHT,
    ON_FEET,
    VIEW,
    upright,
)
from exercises.figures.plane import Point
from exercises.figures.pose import HoldingArm, Pose, ReachingArm, Spine
from exercises.figures.things import counter

TALL = Spine(pelvis=90, lumbar=94, thorax=88, neck=78, head=86)
BENT = Spine(pelvis=100, lumbar=120, thorax=126, neck=124, head=134)
HANDS_ON_BACK = gettext_noop(
    "Standing tall, facing right, with both hands on the lower back."
)


def back_bend(spine: Spine, hip: Point, hand: Point) -> Pose:
    arm = HoldingArm(hand, bend=-1, palm=-50)
    return upright(spine, hip, arm)


BACK_BEND = Movement(
    key="back-bend",
    words=Words(
        title=gettext_noop("Standing back bend"),
        where=ON_FEET,
        start=HANDS_ON_BACK,
        finish=gettext_noop(
            "The upper body leans far back over the hands. The hips go a little "
            "forward. The knees stay straight."
        ),
    ),
    view=VIEW,
    arrow=Arrow(Point(262, -4), Point(214, -58), 12),
    frames=(
        back_bend(TALL, Point(200, HIP_HEIGHT), Point(-15, -16)),
        back_bend(BENT, Point(218, HIP_HEIGHT + 1), Point(-18, -17)),
    ),
)

BACK_BEND_SMALL = replace(
    BACK_BEND,
    key="back-bend-small",
    words=Words(
        title=gettext_noop("Small standing back bend"),
        where=ON_FEET,
        start=HANDS_ON_BACK,
        finish=gettext_noop(
            "The upper body leans only a little back over the hands. The knees stay "
            "straight."
        ),
    ),
    arrow=Arrow(Point(254, -40), Point(230, -58), 5),
    frames=(BACK_BEND.frames[0], BACK_BEND.pose_at(0.4)),
)

ON_COUNTER = ReachingArm(Point(176, 84), bend=-1, palm=200, seen=0.94)

BACK_BEND_COUNTER = replace(
    BACK_BEND,
    key="back-bend-counter",
    words=Words(
        title=gettext_noop("Back bend at a counter"),
        where=ON_FEET,
        start=gettext_noop(
            "Standing tall, facing right, with a kitchen counter close behind. Both "
            "hands rest on the counter."
        ),
        finish=gettext_noop(
            "The hips lean on the counter and the upper body bends back over it. The "
            "hands stay on the counter."
        ),
    ),
    view=Box(86, -78, 240, 330),
    behind=counter(100, 176, 92),
    frames=(
        upright(TALL, Point(204, HIP_HEIGHT), ON_COUNTER),
        upright(
            Spine(pelvis=98, lumbar=116, thorax=122, neck=120, head=130),
            Point(208, HIP_HEIGHT + 1),
            ON_COUNTER,
        ),
    ),
)

MOVEMENTS = (BACK_BEND, BACK_BEND_SMALL, BACK_BEND_COUNTER)
