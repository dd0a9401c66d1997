"""Hamstring stretch with a strap around the foot. The head is to the left."""

from exercises.figures.movement import Arrow, Box, Movement, Words, gettext_noop
from exercises.figures.movements.face_up import ON_BACK
from exercises.figures.movements.on_back import CAMERA, MAT, on_back
from exercises.figures.plane import Point
from exercises.figures.solid.body import foot_ends
from exercises.figures.solid.pose import Limb, SolidPose, Swung
from exercises.figures.solid.solving import SolidJoints
from exercises.figures.solid.space import Vector, tilted
from exercises.figures.solid.things import Line
from exercises.figures.solid.turned import Turned


def sole(joints: SolidJoints) -> Vector:
    heel, toe = foot_ends(joints.right_leg)
    return heel.between(toe, 0.55)


def near_fist(joints: SolidJoints) -> Vector:
    return joints.right_arm.end.between(joints.right_arm.tip, 0.5)


def far_fist(joints: SolidJoints) -> Vector:
    return joints.left_arm.end.between(joints.left_arm.tip, 0.5)


def held_by_strap(shank: float, foot: float) -> SolidPose:
    far_hand, near_hand = (
        Limb(Vector(-14, 62, 15 * side), Vector(0.2, -0.6, side), Vector(1, 0.4, 0))
        for side in (-1, 1)
    )
    return on_back(
        near_leg=Swung(upper=tilted(88), lower=tilted(shank), tip=tilted(foot)),
        arms=(far_hand, near_hand),
    )


STRAP = Movement(
    key="hamstring-strap",
    words=Words(
        title=gettext_noop("Hamstring stretch with a strap"),
        where=ON_BACK,
        start=gettext_noop(
            "Lying on the back. A strap goes around one foot and both hands hold it. "
            "That thigh points up and the knee is bent."
        ),
        finish=gettext_noop(
            "The leg in the strap is almost straight. The other foot stays flat."
        ),
    ),
    view=Box(21, 60, 342, 258),
    arrow=Arrow(Point(330, 150), Point(296, 92), 14),
    turned=Turned(
        camera=CAMERA,
        far_side="left",
        ground=(MAT,),
        things=(Line((far_fist, sole), nearer=-6), Line((near_fist, sole), nearer=6)),
        frames=(held_by_strap(14, 96), held_by_strap(74, 160)),
    ),
)

MOVEMENTS = (STRAP,)
