"""One heel ahead, the body tips forward. The face is to the right."""

from dataclasses import replace

from exercises.figures.movement import LYING, Arrow, Box, Movement, Words, gettext_noop
from exercises.figures.movements.standing import FEET, HIP_HEIGHT, ON_FEET, upright
from exercises.figures.plane import Point
from exercises.figures.pose import PlantedLeg, Pose, ReachingArm, Spine
from exercises.figures.things import Block, counter

ON_COUNTER = ReachingArm(Point(258, 82), bend=-1, palm=-2)
HEEL = PlantedLeg(Point(250, LYING - 13), foot=30)
BACK_FOOT = PlantedLeg(Point(170, FEET), foot=-2)
WORKTOP = counter(270, 336, 88, overhang=32)
UPRIGHT = Spine(pelvis=88, lumbar=90, thorax=86, neck=80, head=88)


def heel_ahead(spine: Spine, hip: Point, heel: PlantedLeg = HEEL) -> Pose:
    return upright(
        spine, hip, ON_COUNTER, heel, far_leg=BACK_FOOT, far_shift=Point(4, -2)
    )


HAMSTRING_STANDING = Movement(
    key="hamstring-standing",
    words=Words(
        title=gettext_noop("Hamstring stretch, standing"),
        where=ON_FEET,
        start=gettext_noop(
            "Standing tall, facing right, with both hands on a counter. One heel is on "
            "the floor ahead, toes up."
        ),
        finish=gettext_noop(
            "The body tips forward from the hips with a long, flat back. The front "
            "knee stays soft. The hands stay on the counter."
        ),
    ),
    view=Box(96, -78, 250, 330),
    behind=WORKTOP,
    arrow=Arrow(Point(226, -62), Point(274, -44), -10),
    frames=(
        heel_ahead(UPRIGHT, Point(207, HIP_HEIGHT + 4)),
        heel_ahead(
            Spine(pelvis=52, lumbar=50, thorax=46, neck=46, head=54),
            Point(199.5, HIP_HEIGHT + 5),
        ),
    ),
)

HAMSTRING_STANDING_LESS = replace(
    HAMSTRING_STANDING,
    key="hamstring-standing-less",
    words=Words(
        title=gettext_noop("Hamstring stretch, standing, smaller"),
        where=ON_FEET,
        start=HAMSTRING_STANDING.words.start,
        finish=gettext_noop(
            "The body tips only a little forward. The front knee is clearly bent. The "
            "hands stay on the counter."
        ),
    ),
    arrow=Arrow(Point(232, -64), Point(258, -58), -4),
    frames=(
        HAMSTRING_STANDING.frames[0],
        heel_ahead(
            Spine(pelvis=74, lumbar=73, thorax=69, neck=66, head=74),
            Point(203, HIP_HEIGHT + 12),
        ),
    ),
)

ON_STEP = PlantedLeg(Point(270, LYING - 36), foot=48)

HAMSTRING_STEP = replace(
    HAMSTRING_STANDING,
    key="hamstring-step",
    words=Words(
        title=gettext_noop("Hamstring stretch with the heel on a step"),
        where=ON_FEET,
        start=gettext_noop(
            "Standing tall, facing right, with both hands on a counter. One heel is on "
            "a low step ahead, toes up."
        ),
        finish=gettext_noop(
            "The body tips forward from the hips with a long, flat back. The heel "
            "stays on the step."
        ),
    ),
    behind=(*WORKTOP, Block(Box(248, 212, 48, 25), name="mat")),
    frames=(
        heel_ahead(
            Spine(pelvis=86, lumbar=85, thorax=80, neck=76, head=86),
            Point(188.5, HIP_HEIGHT + 1),
            ON_STEP,
        ),
        heel_ahead(
            Spine(pelvis=52, lumbar=50, thorax=46, neck=46, head=54),
            Point(182.5, HIP_HEIGHT + 3),
            ON_STEP,
        ),
    ),
)

MOVEMENTS = (HAMSTRING_STANDING, HAMSTRING_STANDING_LESS, HAMSTRING_STEP)
