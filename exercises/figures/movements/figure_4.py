"""One ankle rests on the other thigh. The head is to the left."""

from exercises.figures.movement import Arrow, Movement, Words, gettext_noop
from exercises.figures.movements.face_up import KNEES_BENT, MAT, VIEW, face_up
from exercises.figures.plane import Point
from exercises.figures.pose import TurnedLeg

FIGURE_4 = Movement(
    key="figure-4",
    words=Words(
        title=gettext_noop("Figure-4 stretch"),
        start=KNEES_BENT,
        finish=gettext_noop(
            "One ankle rests on the other thigh. That knee is turned out to the side."
        ),
    ),
    view=VIEW,
    mat=MAT,
    arrow=Arrow(Point(306, 150), Point(282, 122), 6),
    frames=(
        face_up(
            near_leg=TurnedLeg(Point(259.8, 156.4), Point(288, 221), foot=-3),
            far_shift=Point(7, -3),
        ),
        face_up(
            near_leg=TurnedLeg(Point(270, 184), Point(247, 153), foot=72),
            far_shift=Point(7, -3),
        ),
    ),
)

MOVEMENTS = (FIGURE_4,)
