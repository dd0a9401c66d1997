"""One leg moves while the back stays still. The head is to the left."""

from dataclasses import replace

from exercises.figures.movement import (
    LYING,
    Arrow,
    Box,
    Mat,
    Movement,
    Words,
    gettext_noop,
)
from exercises.figures.movements.face_up import KNEES_BENT, ON_BACK, face_up
from exercises.figures.plane import Point
from exercises.figures.pose import PlantedLeg

HEEL_SLIDE = Movement(
    key="heel-slide",
    words=Words(
        title=gettext_noop("Heel slide"),
        where=ON_BACK,
        start=KNEES_BENT,
        finish=gettext_noop(
            "One heel has slid away along the mat until that leg is almost straight. "
            "The other foot stays flat."
        ),
    ),
    view=Box(30, 92, 390, 160),
    mat=Mat(40, 410),
    arrow=Arrow(Point(320, 164), Point(362, 168), -4),
    frames=(
        face_up(),
        face_up(near_leg=PlantedLeg(Point(359, LYING - 11), foot=76)),
    ),
)

HEEL_SLIDE_HALF = replace(
    HEEL_SLIDE,
    key="heel-slide-half",
    words=Words(
        title=gettext_noop("Heel slide, half way"),
        where=ON_BACK,
        start=KNEES_BENT,
        finish=gettext_noop(
            "One heel has slid half way along the mat. That knee is still bent. The "
            "other foot stays flat."
        ),
    ),
    arrow=Arrow(Point(332, 190), Point(362, 194), -2),
    frames=(
        face_up(),
        face_up(near_leg=PlantedLeg(Point(330, LYING - 12), foot=38)),
    ),
)

MARCH = replace(
    HEEL_SLIDE,
    key="march",
    words=Words(
        title=gettext_noop("Slow march, lying"),
        where=ON_BACK,
        start=KNEES_BENT,
        finish=gettext_noop(
            "One foot is lifted a hand's width off the mat, with the knee still bent. "
            "The other foot stays flat."
        ),
    ),
    view=Box(30, 92, 340, 160),
    mat=Mat(40, 360),
    arrow=Arrow(Point(346, 212), Point(346, 184)),
    frames=(
        face_up(),
        face_up(near_leg=PlantedLeg(Point(295, LYING - 36), foot=2)),
    ),
)

MOVEMENTS = (HEEL_SLIDE, HEEL_SLIDE_HALF, MARCH)
