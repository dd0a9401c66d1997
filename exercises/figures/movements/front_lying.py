"""Resting on the front, with or without pillows. The head is to the right."""

from dataclasses import replace

from exercises.figures.movement import LYING, Box, Movement, Words, gettext_noop
from exercises.figures.movements.face_down import FLAT, MAT, VIEW, face_down
from exercises.figures.plane import Point
from exercises.figures.pose import FreeArm, Pose, ReachingArm, Spine
from exercises.figures.things import pillow

BESIDE_BODY = FreeArm(upper_arm=184, forearm=181)


def over_pillow(rise: float, slope: float, hand: float) -> Pose:
    arm = ReachingArm(Point(hand, LYING - 6), bend=-1, palm=0, seen=0.485)
    spine = Spine(
        pelvis=slope * 0.2,
        lumbar=-slope * 0.8,
        thorax=-slope * 1.1,
        neck=-slope,
        head=-slope - 2,
    )
    return face_down(spine, arm, hip=17 + rise)


PRONE_LYING = Movement(
    key="prone-lying",
    words=Words(
        title=gettext_noop("Lying flat on your front"),
        start=gettext_noop(
            "Lying flat, face down, head to the right. The legs are straight and the "
            "arms rest beside the body. No pillow."
        ),
    ),
    view=VIEW,
    thumbnail=Box(14, 110, 424, 142),
    mat=MAT,
    frames=(face_down(FLAT, BESIDE_BODY),),
)

PRONE_PILLOW = replace(
    PRONE_LYING,
    key="prone-pillow",
    words=Words(
        title=gettext_noop("Lying on your front over a pillow"),
        start=gettext_noop(
            "Lying face down, head to the right, with a pillow under the tummy. The "
            "forearms rest beside the head."
        ),
    ),
    behind=(pillow(232, 92, LYING + 1, 24),),
    frames=(over_pillow(16, 9, 324),),
)

PRONE_2_PILLOWS = replace(
    PRONE_PILLOW,
    key="prone-2-pillows",
    words=Words(
        title=gettext_noop("Lying on your front over 2 pillows"),
        start=gettext_noop(
            "Lying face down, head to the right, with 2 pillows under the tummy. The "
            "hips are the highest part. The forearms rest beside the head."
        ),
    ),
    behind=(pillow(232, 100, LYING + 1, 22), pillow(230, 86, LYING - 19, 22)),
    frames=(over_pillow(35, 18, 315),),
)

MOVEMENTS = (PRONE_LYING, PRONE_PILLOW, PRONE_2_PILLOWS)
