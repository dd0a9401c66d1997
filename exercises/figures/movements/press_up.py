"""The arms push the chest up from lying on the front. The head is to the right."""

from dataclasses import replace

from exercises.figures.movement import (
    LYING,
    Arrow,
    Box,
    Movement,
    Words,
    gettext_noop,
)
from exercises.figures.movements.face_down import (
    FLAT,
    MAT,
    ON_FRONT,
    THUMBNAIL,
    VIEW,
    face_down,
)
from exercises.figures.plane import Point
from exercises.figures.pose import ReachingArm, Spine

FOREARMS = Point(321, LYING - 6)
FOREARMS_FAR = Point(370, LYING - 6)
HANDS = Point(284, LYING - 6)
LYING_DOWN = gettext_noop(
    "Lying face down, head to the right, legs straight. The hands are flat on the mat "
    "under the shoulders."
)
_DOWN = face_down(FLAT, ReachingArm(HANDS, bend=-1, palm=0, seen=0.52))

PRESS_UP = Movement(
    key="press-up",
    words=Words(
        title=gettext_noop("Lying press-up"),
        where=ON_FRONT,
        start=LYING_DOWN,
        finish=gettext_noop(
            "The hands push the chest up and the back bends backward. The elbows are "
            "still bent. Hips and legs stay on the mat."
        ),
    ),
    view=VIEW,
    thumbnail=THUMBNAIL,
    mat=MAT,
    arrow=Arrow(Point(356, 200), Point(340, 126), 13),
    frames=(
        _DOWN,
        face_down(
            Spine(pelvis=12, lumbar=38, thorax=62, neck=68, head=80),
            ReachingArm(HANDS, bend=-1, palm=0, seen=0.74),
            hip=18,
        ),
    ),
)

PRESS_UP_HIGH = replace(
    PRESS_UP,
    key="press-up-high",
    words=Words(
        title=gettext_noop("High lying press-up"),
        where=ON_FRONT,
        start=LYING_DOWN,
        finish=gettext_noop(
            "The arms are straight and the chest is high. The back bends far backward. "
            "Hips and legs stay on the mat."
        ),
    ),
    arrow=Arrow(Point(356, 200), Point(336, 110), 14),
    frames=(
        _DOWN,
        face_down(
            Spine(pelvis=24, lumbar=60, thorax=86, neck=92, head=104),
            ReachingArm(HANDS, bend=-1, palm=0, seen=0.945),
            hip=18,
        ),
    ),
)

PRESS_UP_SAG = replace(
    PRESS_UP,
    key="press-up-sag",
    words=Words(
        title=gettext_noop("Lying press-up, hips sagging at the top"),
        where=ON_FRONT,
        start=gettext_noop(
            "On straight arms, head to the right, legs straight behind. The chest is "
            "high and the hips are still a little off the mat."
        ),
        finish=gettext_noop(
            "The arms stay straight. The hips have sunk to the mat, so the back bends "
            "farther backward."
        ),
    ),
    view=Box(14, 66, 424, 186),
    thumbnail=None,
    arrow=Arrow(Point(192, 136), Point(192, 170)),
    frames=(
        face_down(
            Spine(pelvis=18, lumbar=38, thorax=64, neck=70, head=82),
            ReachingArm(HANDS, bend=-1, palm=0, seen=0.945),
            hip=34,
        ),
        PRESS_UP_HIGH.frames[1],
    ),
)

PRONE_ELBOWS = Movement(
    key="prone-elbows",
    words=Words(
        title=gettext_noop("Propping on your elbows"),
        where=ON_FRONT,
        start=gettext_noop(
            "Lying face down, head to the right, legs straight. The forearms lie on "
            "the mat beside the head."
        ),
        finish=gettext_noop(
            "The chest is up on the forearms. The elbows are under the shoulders. Hips "
            "and legs stay on the mat."
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
        ),
    ),
)

PRONE_ELBOWS_FORWARD = replace(
    PRONE_ELBOWS,
    key="prone-elbows-forward",
    words=Words(
        title=gettext_noop("Propping on your elbows, farther forward"),
        where=ON_FRONT,
        start=PRONE_ELBOWS.words.start,
        finish=gettext_noop(
            "The elbows are ahead of the shoulders, so the chest is only a little up. "
            "Hips and legs stay on the mat."
        ),
    ),
    arrow=Arrow(Point(384, 200), Point(374, 158), 8),
    frames=(
        face_down(FLAT, ReachingArm(FOREARMS_FAR, bend=-1, palm=0, seen=0.856)),
        face_down(
            Spine(pelvis=3, lumbar=11, thorax=22, neck=30, head=48),
            ReachingArm(FOREARMS_FAR, bend=-1, palm=0),
            hip=18,
        ),
    ),
)

MOVEMENTS = (
    PRESS_UP,
    PRESS_UP_HIGH,
    PRESS_UP_SAG,
    PRONE_ELBOWS,
    PRONE_ELBOWS_FORWARD,
)
