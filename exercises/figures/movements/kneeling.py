"""On hands and knees. The head is to the right."""

from exercises.figures.movement import (
    LYING,
    Arrow,
    Box,
    Mat,
    Movement,
    Words,
    gettext_noop,
)
from exercises.figures.plane import Point
from exercises.figures.pose import (
    Anchor,
    Arm,
    FreeLeg,
    Leg,
    Pose,
    ReachingArm,
    Spine,
)

HANDS = ReachingArm(Point(293, LYING - 7), bend=-1, palm=0)
KNEES = FreeLeg(thigh=-90, shank=180, foot=184)


def on_all_fours(spine: Spine, *, far_arm: Arm = HANDS, near_leg: Leg = KNEES) -> Pose:
    return Pose(
        anchor=Anchor("hip", Point(206, LYING - 84)),
        spine=spine,
        near_arm=HANDS,
        far_arm=far_arm,
        near_leg=near_leg,
        far_leg=KNEES,
        far_shift=Point(10, -2),
    )


CAT_COW = Movement(
    key="cat-cow",
    words=Words(
        title=gettext_noop("Cat and cow"),
        start=gettext_noop(
            "On hands and knees. The back is rounded up and the head hangs down."
        ),
        finish=gettext_noop("On hands and knees. The belly sinks and the head is up."),
    ),
    view=Box(80, 62, 320, 190),
    mat=Mat(92, 388),
    arrow=Arrow(Point(252, 84), Point(252, 122)),
    frames=(
        on_all_fours(Spine(pelvis=50, lumbar=34, thorax=-16, neck=-44, head=-66)),
        on_all_fours(Spine(pelvis=-24, lumbar=-8, thorax=38, neck=52, head=66)),
    ),
)

_LEVEL = Spine(pelvis=4, lumbar=12, thorax=12, neck=6, head=2)

BIRD_DOG = Movement(
    key="bird-dog",
    words=Words(
        title=gettext_noop("Bird dog"),
        start=gettext_noop("On hands and knees with a level back."),
        finish=gettext_noop(
            "One leg reaches straight back and the opposite arm reaches forward. "
            "The back stays level."
        ),
    ),
    view=Box(20, 62, 400, 190),
    mat=Mat(92, 388),
    arrow=None,
    frames=(
        on_all_fours(_LEVEL),
        on_all_fours(
            _LEVEL,
            far_arm=ReachingArm(Point(384, 134), bend=-1, palm=2),
            near_leg=FreeLeg(thigh=-180, shank=180, foot=200),
        ),
    ),
)

MOVEMENTS = (CAT_COW, BIRD_DOG)
