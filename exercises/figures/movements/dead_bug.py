"""Arms and legs in the air; one leg and one arm go down. The head is to the left."""

from dataclasses import replace

from exercises.figures.movement import (
    Arrow,
    Box,
    Mat,
    Movement,
    Words,
    gettext_noop,
)
from exercises.figures.movements.face_up import ON_BACK, face_up
from exercises.figures.plane import Point
from exercises.figures.pose import FreeArm, FreeLeg

ARM_UP = FreeArm(upper_arm=90, forearm=90)
ARM_BACK = FreeArm(upper_arm=152, forearm=156)
TABLE_TOP = FreeLeg(thigh=88, shank=0, foot=60)
HEEL_DOWN = FreeLeg(thigh=36, shank=-46, foot=30)
LIMBS_UP = gettext_noop(
    "Lying on the back, head to the left. Both arms point at the ceiling. Both knees "
    "are bent above the hips, feet in the air."
)

DEAD_BUG = Movement(
    key="dead-bug",
    words=Words(
        title=gettext_noop("Dead bug"),
        where=ON_BACK,
        start=LIMBS_UP,
        finish=gettext_noop(
            "One arm reaches back past the head. The heel of the other leg taps the "
            "mat, knee bent. The back stays still."
        ),
    ),
    view=Box(14, 76, 410, 176),
    mat=Mat(24, 414),
    arrow=Arrow(Point(366, 138), Point(378, 184), -8),
    frames=(
        face_up(near_arm=ARM_UP, near_leg=TABLE_TOP, far_leg=TABLE_TOP),
        face_up(
            near_arm=ARM_UP,
            far_arm=ARM_BACK,
            near_leg=HEEL_DOWN,
            far_leg=TABLE_TOP,
        ),
    ),
)

DEAD_BUG_LEG = replace(
    DEAD_BUG,
    key="dead-bug-leg",
    words=Words(
        title=gettext_noop("Dead bug, 1 leg only"),
        where=ON_BACK,
        start=LIMBS_UP,
        finish=gettext_noop(
            "Both arms still point at the ceiling. The heel of one leg taps the mat, "
            "knee bent. The other leg stays up."
        ),
    ),
    frames=(
        DEAD_BUG.frames[0],
        face_up(near_arm=ARM_UP, near_leg=HEEL_DOWN, far_leg=TABLE_TOP),
    ),
)

DEAD_BUG_LONG = replace(
    DEAD_BUG,
    key="dead-bug-long",
    words=Words(
        title=gettext_noop("Dead bug with a straight leg"),
        where=ON_BACK,
        start=LIMBS_UP,
        finish=gettext_noop(
            "One arm reaches back past the head. The other leg reaches out straight, "
            "low above the mat. The back stays still."
        ),
    ),
    arrow=Arrow(Point(386, 96), Point(398, 138), -8),
    frames=(
        DEAD_BUG.frames[0],
        face_up(
            near_arm=ARM_UP,
            far_arm=ARM_BACK,
            near_leg=FreeLeg(thigh=20, shank=16, foot=84),
            far_leg=TABLE_TOP,
        ),
    ),
)

MOVEMENTS = (DEAD_BUG, DEAD_BUG_LEG, DEAD_BUG_LONG)
