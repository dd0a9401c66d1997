"""Lying on the front. The head is to the right."""

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
    FreeArm,
    FreeLeg,
    Pose,
    ReachingArm,
    Spine,
)

MAT = Mat(26, 426)
VIEW = Box(14, 76, 424, 176)
THUMBNAIL = Box(14, 80, 424, 172)
FOREARMS = Point(321, LYING - 6)
HANDS = Point(303, LYING - 6)


def face_down(spine: Spine, arm: Arm, *, hip: float = 17, thigh: float = 180) -> Pose:
    leg = FreeLeg(thigh=thigh, shank=180, foot=184)
    return Pose(
        anchor=Anchor("hip", Point(205, LYING - hip)),
        spine=spine,
        near_arm=arm,
        far_arm=arm,
        near_leg=leg,
        far_leg=leg,
    )


FLAT = Spine(pelvis=0, lumbar=2, thorax=0, neck=4, head=-2)

PRESS_UP = Movement(
    key="press-up",
    words=Words(
        title=gettext_noop("Lying press-up"),
        start=gettext_noop(
            "Lying face down with straight legs. The hands are under the shoulders."
        ),
        finish=gettext_noop(
            "The arms push the chest up and the back bends backward. "
            "The hips and legs stay on the mat."
        ),
    ),
    view=VIEW,
    thumbnail=THUMBNAIL,
    mat=MAT,
    arrow=Arrow(Point(352, 200), Point(332, 118), 14),
    frames=(
        face_down(FLAT, ReachingArm(HANDS, bend=1, palm=0, seen=0.52)),
        face_down(
            Spine(pelvis=12, lumbar=42, thorax=66, neck=72, head=82),
            ReachingArm(HANDS, bend=1, palm=0, seen=0.86),
            hip=18,
            thigh=182,
        ),
    ),
)

_RESTING = face_down(FLAT, FreeArm(upper_arm=184, forearm=181))

PRONE_LYING = Movement(
    key="prone-lying",
    words=Words(
        title=gettext_noop("Lying on your front"),
        start=gettext_noop(
            "Lying face down with straight legs. The arms rest beside the body."
        ),
        finish=gettext_noop("The same position. The whole body is heavy and still."),
    ),
    view=VIEW,
    thumbnail=Box(14, 110, 424, 142),
    mat=MAT,
    frames=(_RESTING, _RESTING),
)

PRONE_ELBOWS = Movement(
    key="prone-elbows",
    words=Words(
        title=gettext_noop("Propping on your elbows"),
        start=gettext_noop(
            "Lying face down with straight legs. The elbows are bent and the hands are "
            "beside the head."
        ),
        finish=gettext_noop(
            "The chest is up. The elbows are under the shoulders and the forearms "
            "lie on the mat. The hips and legs stay down."
        ),
    ),
    view=VIEW,
    thumbnail=THUMBNAIL,
    mat=MAT,
    arrow=Arrow(Point(366, 200), Point(350, 128), 12),
    frames=(
        face_down(FLAT, ReachingArm(FOREARMS, bend=-1, palm=0, seen=0.36)),
        face_down(
            Spine(pelvis=8, lumbar=28, thorax=46, neck=52, head=68),
            ReachingArm(FOREARMS, bend=-1, palm=0),
            hip=18,
            thigh=182,
        ),
    ),
)

MOVEMENTS = (PRESS_UP, PRONE_LYING, PRONE_ELBOWS)
