"""A leg, an arm or both reach out from hands and knees. The head is to the right."""

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
from exercises.figures.movements.kneeling import ALL_FOURS, MAT, on_all_fours
from exercises.figures.plane import Point
from exercises.figures.pose import FreeLeg, PlantedLeg, ReachingArm
from exercises.figures.skeleton import LENGTH
from exercises.figures.things import Rod

LEG_BACK = FreeLeg(thigh=-180, shank=180, foot=200)
LEVEL_BACK = gettext_noop(
    "On hands and knees, head to the right. The back is level. The hands are under the "
    "shoulders and the knees under the hips."
)

BIRD_DOG = Movement(
    key="bird-dog",
    words=Words(
        title=gettext_noop("Bird dog"),
        where=ALL_FOURS,
        start=LEVEL_BACK,
        finish=gettext_noop(
            "One leg reaches straight back and the opposite arm reaches straight "
            "forward. The back stays level."
        ),
    ),
    view=Box(20, 62, 400, 190),
    mat=MAT,
    arrow=Arrow(Point(100, 204), Point(64, 180), 6),
    frames=(
        on_all_fours(),
        on_all_fours(
            far_arm=ReachingArm(Point(380, 114), bend=-1, palm=14), near_leg=LEG_BACK
        ),
    ),
)

BIRD_DOG_LEG = replace(
    BIRD_DOG,
    key="bird-dog-leg",
    words=Words(
        title=gettext_noop("Bird dog, 1 leg only"),
        where=ALL_FOURS,
        start=LEVEL_BACK,
        finish=gettext_noop(
            "One leg reaches straight back, as high as the hip. Both hands stay on the "
            "mat and the back stays level."
        ),
    ),
    frames=(on_all_fours(), on_all_fours(near_leg=LEG_BACK)),
)

BIRD_DOG_TOES = replace(
    BIRD_DOG,
    key="bird-dog-toes",
    words=Words(
        title=gettext_noop("Bird dog, toes on the floor"),
        where=ALL_FOURS,
        start=LEVEL_BACK,
        finish=gettext_noop(
            "One foot has slid back until that leg is straight. Its toes stay on the "
            "floor. Both hands stay down."
        ),
    ),
    mat=Mat(44, 388),
    arrow=Arrow(Point(112, 164), Point(72, 182), -4),
    frames=(
        on_all_fours(near_leg=PlantedLeg(Point(135.6, LYING - 8.3), foot=195)),
        on_all_fours(near_leg=PlantedLeg(Point(73, LYING - 32), foot=262)),
    ),
)

SQUARE = (Point(354, 133), Point(382, 133), Point(382, 105), Point(354, 105))
FAR_SHOULDER, FINGERTIP = Point(288, 140), Point(19, -5)


def reaching(at: Point) -> ReachingArm:
    """Straight to every corner: the nearer ones are a little out to the side."""
    seen = FAR_SHOULDER.distance_to(at) / (LENGTH.upper_arm + LENGTH.forearm)
    return ReachingArm(at, bend=-1, palm=14, seen=seen * 1.01)


BIRD_DOG_SQUARES = replace(
    BIRD_DOG,
    key="bird-dog-squares",
    words=Words(
        title=gettext_noop("Bird dog with small squares"),
        where=ALL_FOURS,
        start=gettext_noop(
            "On hands and knees, head to the right. One leg and the opposite arm reach "
            "out straight. That hand is at a lower corner of a small square."
        ),
        finish=gettext_noop(
            "The leg stays out. The hand has moved along the square to its upper corner. "
            "The back stays level."
        ),
    ),
    view=Box(20, 62, 414, 190),
    arrow=None,
    before=(
        Rod(tuple(at.shifted(FINGERTIP) for at in (*SQUARE, SQUARE[0])), name="path"),
    ),
    cycle=True,
    frames=tuple(
        on_all_fours(far_arm=reaching(at), near_leg=LEG_BACK) for at in SQUARE
    ),
)

MOVEMENTS = (BIRD_DOG, BIRD_DOG_LEG, BIRD_DOG_TOES, BIRD_DOG_SQUARES)
