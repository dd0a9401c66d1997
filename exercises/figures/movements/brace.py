"""The middle stiffens a little; nothing else moves."""

from exercises.figures.movement import (
    LYING,
    Arrow,
    Box,
    Movement,
    Words,
    gettext_noop,
)
from exercises.figures.movements.face_up import MAT, ON_BACK, VIEW, face_up
from exercises.figures.plane import Point
from exercises.figures.pose import ReachingArm


def hand_on_belly(height: float) -> ReachingArm:
    return ReachingArm(Point(196, LYING - height), bend=-1, palm=8, seen=0.70)


BRACE = Movement(
    key="brace",
    words=Words(
        title=gettext_noop("Tummy brace"),
        where=ON_BACK,
        start=gettext_noop(
            "Lying on the back, head to the left. The knees are bent, the feet are flat "
            "and both hands lie on the belly."
        ),
        finish=gettext_noop(
            "The knees are bent and the hands lie on the belly. The whole middle is a little stiff. The back does not "
            "move and the breath flows."
        ),
    ),
    view=VIEW,
    thumbnail=Box(30, 110, 340, 142),
    mat=MAT,
    effort="middle",
    arrow=Arrow(Point(196, 128), Point(196, 152)),
    frames=(
        face_up(near_arm=hand_on_belly(42)),
        face_up(near_arm=hand_on_belly(35)),
    ),
)

MOVEMENTS = (BRACE,)
