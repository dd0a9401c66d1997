"""Bending at the hips with a long back. The face is to the right."""

from dataclasses import replace

from exercises.figures.movement import START, Arrow, Box, Movement, Words, gettext_noop
from exercises.figures.movements.standing import (
    HIP_HEIGHT,
    ON_FEET,
    TALL,
    VIEW,
    upright,
)
from exercises.figures.plane import Point
from exercises.figures.pose import FreeArm, HoldingArm, Pose, ReachingArm, Spine
from exercises.figures.things import STICK, Block, Parcel, wall

TIPPED = Spine(pelvis=40, lumbar=38, thorax=34, neck=34, head=40)
TALL_HIP = Point(200, HIP_HEIGHT + 1)
TIPPED_HIP = Point(172, HIP_HEIGHT + 12)


def with_stick(spine: Spine, hip: Point) -> Pose:
    """One hand behind the neck, one at the lower back; both turn with the chest."""
    turn = spine.thorax - TALL.thorax
    return upright(
        spine,
        hip,
        FreeArm(upper_arm=-128 + turn, forearm=-84 + turn),
        far_arm=FreeArm(upper_arm=80 + turn, forearm=206 + turn, seen=0.7),
    )


HIP_HINGE = Movement(
    key="hip-hinge",
    words=Words(
        title=gettext_noop("Hip hinge with a stick"),
        where=ON_FEET,
        start=gettext_noop(
            "Standing tall, facing right. A stick lies along the back. One hand holds "
            "it behind the neck, one behind the hips."
        ),
        finish=gettext_noop(
            "The hips move back and the body tips forward. The stick still touches "
            "head, upper back and hips. The knees are soft."
        ),
    ),
    view=VIEW,
    before=(STICK,),
    arrow=Arrow(Point(248, -60), Point(300, -30), -12),
    frames=(with_stick(TALL, TALL_HIP), with_stick(TIPPED, TIPPED_HIP)),
)

HIP_HINGE_SMALL = replace(
    HIP_HINGE,
    key="hip-hinge-small",
    words=Words(
        title=gettext_noop("Small hip hinge"),
        where=ON_FEET,
        start=HIP_HINGE.words.start,
        finish=gettext_noop(
            "The body tips only a little forward from the hips. The stick still "
            "touches head, upper back and hips."
        ),
    ),
    arrow=Arrow(Point(252, -60), Point(276, -50), -4),
    frames=(HIP_HINGE.frames[0], HIP_HINGE.pose_at(0.45)),
)


def hands_on_hips(spine: Spine, hip: Point) -> Pose:
    return upright(spine, hip, HoldingArm(Point(6, -14), bend=-1, palm=-40))


HIP_HINGE_WALL = replace(
    HIP_HINGE,
    key="hip-hinge-wall",
    words=Words(
        title=gettext_noop("Hip hinge to a wall"),
        where=ON_FEET,
        start=gettext_noop(
            "Standing tall, facing right, a small step in front of a wall. The hands "
            "are on the hips. The hips do not touch the wall."
        ),
        finish=gettext_noop(
            "The body tips forward with a long back and the hips move back until they "
            "touch the wall."
        ),
    ),
    behind=(wall(138, 15),),
    before=(),
    frames=(hands_on_hips(TALL, TALL_HIP), hands_on_hips(TIPPED, TIPPED_HIP)),
)


def with_box(spine: Spine, hip: Point, hand: Point) -> Pose:
    return upright(spine, hip, ReachingArm(hand, bend=-1, palm=-80))


HIP_HINGE_PICK_UP = replace(
    HIP_HINGE,
    key="hip-hinge-pick-up",
    alone=START,
    words=Words(
        title=gettext_noop("Picking up from chair height"),
        where=ON_FEET,
        start=gettext_noop(
            "Standing, facing right, tipped forward from the hips with a long back. "
            "Both hands hold a small box on a stool."
        ),
        finish=gettext_noop(
            "Upright again. Both hands hold the box close to the body."
        ),
    ),
    view=Box(96, -78, 250, 330),
    behind=(
        Block(Box(250, 167, 74, 8)),
        Block(Box(256, 175, 7, 62)),
        Block(Box(311, 175, 7, 62)),
    ),
    before=(Parcel(Point(4, 8), 34, 26),),
    arrow=Arrow(Point(300, 96), Point(300, 50)),
    frames=(
        with_box(TIPPED, TIPPED_HIP, Point(266, 138)),
        with_box(TALL, TALL_HIP, Point(232, 62)),
    ),
)

PICK_UP_LOW = replace(
    HIP_HINGE_PICK_UP,
    key="hip-hinge-pick-up-low",
    words=Words(
        title=gettext_noop("Picking up from a low step"),
        where=ON_FEET,
        start=gettext_noop(
            "Standing, facing right, tipped far forward from the hips with a long back, "
            "knees bent. Both hands hold a small box on a low step."
        ),
        finish=HIP_HINGE_PICK_UP.words.finish,
    ),
    behind=(Block(Box(250, 209, 74, 28)),),
    frames=(
        with_box(
            Spine(pelvis=24, lumbar=22, thorax=16, neck=18, head=28),
            Point(152, HIP_HEIGHT + 44),
            Point(266, 182),
        ),
        HIP_HINGE_PICK_UP.frames[1],
    ),
)

MOVEMENTS = (
    HIP_HINGE,
    HIP_HINGE_SMALL,
    HIP_HINGE_WALL,
    HIP_HINGE_PICK_UP,
    PICK_UP_LOW,
)
