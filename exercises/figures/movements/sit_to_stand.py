"""Up from a chair. The face is to the right."""

from dataclasses import replace

from exercises.figures.movement import (
    START,
    Arrow,
    Box,
    Chair,
    Movement,
    Words,
    gettext_noop,
)
from exercises.figures.movements.standing import FEET, HIP_HEIGHT, TALL, upright
from exercises.figures.plane import Point
from exercises.figures.pose import Arm, FreeArm, PlantedLeg, Pose, ReachingArm, Spine
from exercises.figures.things import Block, pillow

FEET_AHEAD = PlantedLeg(Point(226, FEET), foot=-2)
LEANING = Spine(pelvis=74, lumbar=70, thorax=62, neck=62, head=76)
STANDING = gettext_noop(
    "Standing tall in front of the chair, facing right. The arms hang at the sides."
)


def reach(degrees: float) -> FreeArm:
    return FreeArm(upper_arm=degrees, forearm=degrees + 6)


def on_chair(hip: Point, arm: Arm) -> Pose:
    return upright(LEANING, hip, arm, FEET_AHEAD)


UP = upright(TALL, Point(225, HIP_HEIGHT + 0.3), reach(-88), FEET_AHEAD)

SIT_TO_STAND = Movement(
    key="sit-to-stand",
    words=Words(
        title=gettext_noop("Sit to stand"),
        start=gettext_noop(
            "Sitting on a chair, facing right, feet flat. The body leans forward and "
            "both arms reach forward."
        ),
        finish=STANDING,
    ),
    view=Box(86, -78, 250, 330),
    chair=Chair(back=116, front=190, seat=174),
    arrow=Arrow(Point(284, 76), Point(284, 30)),
    frames=(on_chair(Point(160, 156), reach(-2)), UP),
)

SIT_TO_STAND_HIGH = replace(
    SIT_TO_STAND,
    key="sit-to-stand-high",
    alone=START,
    words=Words(
        title=gettext_noop("Sit to stand from a higher seat"),
        start=gettext_noop(
            "Sitting on a thick cushion on a chair, facing right. The hips are higher "
            "than the knees. Both arms reach forward."
        ),
        finish=STANDING,
    ),
    behind=(pillow(158, 66, 174, 26),),
    frames=(on_chair(Point(162, 131), reach(-2)), UP),
)

SIT_TO_STAND_LOW = replace(
    SIT_TO_STAND,
    key="sit-to-stand-low",
    alone=START,
    words=Words(
        title=gettext_noop("Sit to stand from a low seat"),
        start=gettext_noop(
            "Sitting on a low seat, facing right. The hips are lower than the knees. "
            "Both arms reach forward."
        ),
        finish=STANDING,
    ),
    chair=None,
    behind=(Block(Box(110, 200, 80, 37)),),
    frames=(on_chair(Point(158, 182), reach(-2)), UP),
)

ON_SEAT = ReachingArm(Point(180, 163), bend=-1, palm=-14)

SIT_TO_STAND_HANDS = replace(
    SIT_TO_STAND,
    key="sit-to-stand-hands",
    alone=START,
    words=Words(
        title=gettext_noop("Sit to stand, pushing with the hands"),
        start=gettext_noop(
            "Sitting on a chair, facing right, feet flat. The body leans forward and "
            "both hands push on the chair beside the hips."
        ),
        finish=STANDING,
    ),
    frames=(
        on_chair(Point(156, 156), ON_SEAT),
        replace(
            UP,
            near_arm=ReachingArm(Point(231, 92), bend=-1, palm=-84),
            far_arm=ReachingArm(Point(231, 92), bend=-1, palm=-84),
        ),
    ),
)

SIT_DOWN = replace(
    SIT_TO_STAND,
    key="sit-to-stand-slow",
    words=Words(
        title=gettext_noop("Sitting down slowly"),
        start=STANDING,
        finish=gettext_noop(
            "Sitting on the chair, facing right, feet flat. The body still leans "
            "forward and both arms reach forward."
        ),
    ),
    arrow=Arrow(Point(284, 6), Point(284, 44)),
    frames=SIT_TO_STAND.frames[::-1],
)

MOVEMENTS = (
    SIT_TO_STAND,
    SIT_TO_STAND_HIGH,
    SIT_TO_STAND_LOW,
    SIT_TO_STAND_HANDS,
    SIT_DOWN,
)
