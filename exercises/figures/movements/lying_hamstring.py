"""The knee straightens while the hands hold the thigh. The head is to the left."""

from dataclasses import replace

from exercises.figures.movement import Arrow, Box, Movement, Words, gettext_noop
from exercises.figures.movements.face_up import MAT, ON_BACK, face_up
from exercises.figures.plane import Point
from exercises.figures.pose import FreeLeg, Pose, ReachingArm

THIGH_UP = gettext_noop(
    "Lying on the back, head to the left. The hands hold behind one thigh, which points "
    "up. That knee is bent. The other foot is flat."
)


def hands_behind_thigh(shank: float, foot: float) -> Pose:
    return face_up(
        near_arm=ReachingArm(Point(223, 178), bend=-1, palm=70),
        near_leg=FreeLeg(thigh=92, shank=shank, foot=foot),
        far_shift=Point(7, -2),
    )


HAMSTRING = Movement(
    key="hamstring",
    words=Words(
        title=gettext_noop("Hamstring stretch, lying"),
        where=ON_BACK,
        start=THIGH_UP,
        finish=gettext_noop(
            "The held leg is almost straight and the foot points at the ceiling. The "
            "other foot stays flat."
        ),
    ),
    view=Box(30, 40, 340, 212),
    mat=MAT,
    arrow=Arrow(Point(316, 150), Point(282, 92), 14),
    frames=(hands_behind_thigh(4, 84), hands_behind_thigh(68, 150)),
)

HAMSTRING_LESS = replace(
    HAMSTRING,
    key="hamstring-less",
    words=Words(
        title=gettext_noop("Hamstring stretch, lying, half way"),
        where=ON_BACK,
        start=THIGH_UP,
        finish=gettext_noop(
            "The held knee is straightened only half way. The other foot stays flat."
        ),
    ),
    arrow=Arrow(Point(322, 166), Point(308, 128), 8),
    frames=(hands_behind_thigh(4, 84), hands_behind_thigh(36, 116)),
)

MOVEMENTS = (HAMSTRING, HAMSTRING_LESS)
