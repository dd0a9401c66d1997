"""The back rounds and hollows in turn. The head is to the right."""

from dataclasses import replace

from exercises.figures.movement import (
    FINISH,
    START,
    Arrow,
    Box,
    Movement,
    Words,
    gettext_noop,
)
from exercises.figures.movements.kneeling import ALL_FOURS, MAT, on_all_fours
from exercises.figures.movements.sitting import (
    CHAIR,
    ON_CHAIR,
    SITTING_VIEW,
    TALL,
    seated,
)
from exercises.figures.plane import Point
from exercises.figures.pose import HoldingArm, Spine
from exercises.figures.things import Disc

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

CAT_COW_HALF = replace(
    CAT_COW,
    key="cat-cow-half",
    words=Words(
        title=gettext_noop("Cat and cow, one half only"),
        where=ALL_FOURS,
        start=gettext_noop("On hands and knees, head to the right. The back is level."),
        finish=gettext_noop(
            "The back is rounded up high and the head hangs down. From here it goes "
            "back to level, not farther."
        ),
    ),
    view=Box(80, 42, 320, 210),
    arrow=Arrow(Point(250, 90), Point(250, 62)),
    frames=(on_all_fours(), CAT_COW.frames[0]),
)


def ring(movement: Movement, frame: int) -> Disc:
    """Where the head is in the usual size of a movement."""
    return Disc(movement.joints(frame).trunk.head, 19, "trace")


CAT_COW_BIG = replace(
    CAT_COW,
    key="cat-cow-big",
    words=Words(
        title=gettext_noop("Cat and cow, bigger"),
        where=ALL_FOURS,
        start=gettext_noop(
            "On hands and knees, head to the right. The back is rounded up as high as "
            "it goes. The head hangs lower than the dotted ring."
        ),
        finish=gettext_noop(
            "The back is as hollow as it goes. The head is higher than the dotted ring."
        ),
    ),
    behind=(ring(CAT_COW, START), ring(CAT_COW, FINISH)),
    frames=(
        on_all_fours(Spine(pelvis=56, lumbar=40, thorax=-24, neck=-58, head=-82)),
        on_all_fours(Spine(pelvis=-30, lumbar=-14, thorax=46, neck=64, head=82)),
    ),
)

CAT_COW_SITTING_SMALL = replace(
    CAT_COW_SITTING,
    key="cat-cow-sitting-small",
    words=Words(
        title=gettext_noop("Hip tilt, sitting"),
        where=ON_CHAIR,
        start=gettext_noop(
            "Sitting on a chair, facing right, feet flat, hands near the knees. The "
            "hips are rolled a little back. The face looks ahead."
        ),
        finish=gettext_noop(
            "The hips are tipped a little forward. The chest and the head have hardly "
            "moved."
        ),
    ),
    arrow=Arrow(Point(98, 172), Point(106, 134), -6),
    frames=(
        seated(Spine(pelvis=122, lumbar=100, thorax=76, neck=74, head=86), ON_KNEES),
        seated(Spine(pelvis=70, lumbar=88, thorax=94, neck=80, head=86), ON_KNEES),
    ),
)

CAT_COW_SITTING_HALF = replace(
    CAT_COW_SITTING,
    key="cat-cow-sitting-half",
    words=Words(
        title=gettext_noop("Cat and cow, sitting, one half only"),
        where=ON_CHAIR,
        start=gettext_noop(
            "Sitting tall on a chair, facing right, feet flat, hands near the knees. "
            "The face looks ahead."
        ),
        finish=gettext_noop(
            "The back is hollow, the chest and the face are lifted. From here it goes "
            "back to tall, not farther."
        ),
    ),
    frames=(seated(TALL, ON_KNEES), CAT_COW_SITTING.frames[1]),
)

CAT_COW_SITTING_BIG = replace(
    CAT_COW_SITTING,
    key="cat-cow-sitting-big",
    words=Words(
        title=gettext_noop("Cat and cow, sitting, bigger"),
        where=ON_CHAIR,
        start=gettext_noop(
            "Sitting on a chair, facing right, feet flat, hands near the knees. The "
            "back is very round. The head hangs lower than the dotted ring."
        ),
        finish=gettext_noop(
            "The back is very hollow and the chest is high. The head is farther back "
            "than the dotted ring."
        ),
    ),
    behind=(ring(CAT_COW_SITTING, START), ring(CAT_COW_SITTING, FINISH)),
    frames=(
        seated(Spine(pelvis=119, lumbar=106, thorax=46, neck=10, head=-2), ON_KNEES),
        seated(Spine(pelvis=62, lumbar=73, thorax=114, neck=114, head=130), ON_KNEES),
    ),
)

MOVEMENTS = (
    CAT_COW,
    CAT_COW_HALF,
    CAT_COW_BIG,
    CAT_COW_SITTING,
    CAT_COW_SITTING_SMALL,
    CAT_COW_SITTING_HALF,
    CAT_COW_SITTING_BIG,
)
