"""The back rounds and hollows in turn. The head is to the right."""

from exercises.figures.movement import Arrow, Box, Movement, Words, gettext_noop
from exercises.figures.movements.kneeling import ALL_FOURS, MAT, on_all_fours
from exercises.figures.movements.sitting import (
    CHAIR,
    ON_CHAIR,
    SITTING_VIEW,
    seated,
)
from exercises.figures.plane import Point
from exercises.figures.pose import HoldingArm, Spine

ON_KNEES = HoldingArm(Point(68, -14), bend=-1, palm=-8)

CAT_COW = Movement(
    key="cat-cow",
    words=Words(
        title=gettext_noop("Cat and cow"),
        where=ALL_FOURS,
        start=gettext_noop(
            "On hands and knees, head to the right. The back is rounded up high and "
            "the head hangs down."
        ),
        finish=gettext_noop("The belly sinks, the back is hollow and the head is up."),
    ),
    view=Box(80, 62, 320, 190),
    mat=MAT,
    arrow=Arrow(Point(252, 84), Point(252, 122)),
    frames=(
        on_all_fours(Spine(pelvis=50, lumbar=34, thorax=-16, neck=-44, head=-66)),
        on_all_fours(Spine(pelvis=-24, lumbar=-8, thorax=38, neck=52, head=66)),
    ),
)

CAT_COW_SITTING = Movement(
    key="cat-cow-sitting",
    words=Words(
        title=gettext_noop("Cat and cow, sitting"),
        where=ON_CHAIR,
        start=gettext_noop(
            "Sitting on a chair, facing right, feet flat, hands near the knees. The "
            "back is rounded and the head hangs forward."
        ),
        finish=gettext_noop(
            "The hips tip forward, the back is hollow, the chest and "
            "the face are lifted."
        ),
    ),
    view=SITTING_VIEW,
    chair=CHAIR,
    arrow=Arrow(Point(232, 74), Point(220, 34), 8),
    frames=(
        seated(Spine(pelvis=118, lumbar=100, thorax=58, neck=30, head=24), ON_KNEES),
        seated(Spine(pelvis=66, lumbar=80, thorax=106, neck=100, head=112), ON_KNEES),
    ),
)

MOVEMENTS = (CAT_COW, CAT_COW_SITTING)
