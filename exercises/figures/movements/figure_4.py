"""Figure-4: one ankle on the other thigh, that knee turned out to the side."""

from exercises.figures.movement import Arrow, Box, Movement, Words, gettext_noop
from exercises.figures.movements.face_up import KNEES_BENT, ON_BACK
from exercises.figures.movements.on_back import CAMERA, MAT, foot_flat, on_back
from exercises.figures.plane import Point
from exercises.figures.skeleton import LENGTH
from exercises.figures.solid.camera import Camera
from exercises.figures.solid.pose import Limb, SolidPose, SolidSpine
from exercises.figures.solid.solving import HALF_HIPS
from exercises.figures.solid.space import FAR, NEAR, RIGHT, UP, Vector, tilted
from exercises.figures.solid.things import chair
from exercises.figures.solid.turned import Turned

VIEW = Box(21, 98, 342, 220)
BOTH_FLAT = on_back(near_leg=foot_flat(1))
FOOT_RELAXED = Vector(-0.17, 0.53, -0.79)
ON_THIGH = on_back(
    near_leg=Limb(Vector(36, 76, -8), bend=Vector(0.5, -0.2, 1), tip=FOOT_RELAXED)
)

IN_CHAIR = gettext_noop("Sitting on a chair, seen from the front.")

FIGURE_4 = Movement(
    key="figure-4",
    words=Words(
        title=gettext_noop("Figure-4 stretch"),
        where=ON_BACK,
        start=KNEES_BENT,
        finish=gettext_noop(
            "One ankle rests on the other thigh. That knee is turned out to the side."
        ),
    ),
    view=VIEW,
    arrow=Arrow(Point(322, 208), Point(306, 240), 4),
    turned=Turned(
        camera=CAMERA, far_side="left", ground=(MAT,), frames=(BOTH_FLAT, ON_THIGH)
    ),
)

FALLEN_OUT = on_back(
    near_leg=Limb(Vector(80, 12, 22), bend=Vector(0, 0.34, 1), tip=Vector(1, 0, 0.3))
)

KNEE_FALLS_OUT = Movement(
    key="figure-4-knee-out",
    words=Words(
        title=gettext_noop("Knee falls out to the side"),
        where=ON_BACK,
        start=KNEES_BENT,
        finish=gettext_noop(
            "One knee has fallen out to the side. Both feet stay on the mat."
        ),
    ),
    view=VIEW,
    arrow=Arrow(Point(276, 150), Point(310, 190), -8),
    turned=Turned(
        camera=CAMERA, far_side="left", ground=(MAT,), frames=(BOTH_FLAT, FALLEN_OUT)
    ),
)


FAR_HIP = Vector(20, 17, -HALF_HIPS)


def held(thigh: float, shank: float) -> SolidPose:
    """The far thigh is held from behind; the near ankle lies across its front."""
    along = tilted(thigh)
    knee = FAR_HIP.plus(along, LENGTH.thigh)
    front, behind = tilted(thigh + 90), tilted(thigh - 90)
    ankle = knee.plus(along, -12).plus(front, 21).plus(NEAR, 6)
    grip = knee.plus(along, -42).plus(behind, 10)
    around = front.plus(along, 0.5)
    near_hand = Limb(grip.plus(NEAR, 16), bend=Vector(0, -0.4, 1), tip=around)
    far_hand = Limb(grip.plus(FAR, 16), bend=Vector(0, -0.4, -1), tip=UP.plus(NEAR))
    far_ankle = knee.plus(tilted(shank), LENGTH.shank)
    return on_back(
        near_leg=Limb(ankle, bend=Vector(0.9, 0.7, 0.7), tip=Vector(-0.35, 0.4, -0.84)),
        far_leg=Limb(far_ankle, bend=UP, tip=tilted(shank + 66)),
        arms=(far_hand, near_hand),
    )


DRAW_CLOSER = Movement(
    key="figure-4-closer",
    words=Words(
        title=gettext_noop("Figure-4 stretch, thigh drawn closer"),
        where=ON_BACK,
        start=FIGURE_4.words.finish,
        finish=gettext_noop(
            "The hands hold behind the lower thigh and draw it toward the chest."
        ),
    ),
    view=Box(21, 74, 342, 244),
    arrow=Arrow(Point(352, 176), Point(318, 166), -4),
    turned=Turned(
        camera=CAMERA,
        far_side="left",
        ground=(MAT,),
        frames=(ON_THIGH, held(102, 16)),
    ),
)

SEAT = 60.0
CHAIR = chair(-26, 44, SEAT, 36)


def sitting(lean: float, *, crossed: bool) -> SolidPose:
    """On a chair, the face to the right; the body's right side is near."""
    trunk = tilted(90 - lean)
    crossing = Limb(Vector(52, 92, -12), Vector(0.4, -0.1, 1), Vector(0.2, -0.2, -1))
    planted = Limb(Vector(66, 8, -18), bend=Vector(1, 1, 0), tip=RIGHT)
    near_flat = Limb(Vector(66, 8, 18), bend=Vector(1, 1, 0), tip=RIGHT)
    return SolidPose(
        hip=Vector(0, SEAT + 17, 0),
        spine=SolidSpine(trunk, trunk, trunk, tilted(86 - lean), tilted(88 - lean)),
        hips_left=FAR,
        shoulders_left=FAR,
        face=RIGHT,
        left_arm=Limb(
            Vector(52, 98, -18), bend=Vector(0, -0.3, -1), tip=Vector(1, 0, 1)
        ),
        right_arm=Limb(Vector(46, 92, 46), bend=Vector(0, -0.3, 1), tip=RIGHT),
        left_leg=planted,
        right_leg=crossing if crossed else near_flat,
    )


SEATED = Movement(
    key="figure-4-seated",
    words=Words(
        title=gettext_noop("Figure-4 stretch in a chair"),
        where=IN_CHAIR,
        start=gettext_noop(
            "Sitting tall on a chair. One ankle rests on the other thigh and that knee "
            "is turned out."
        ),
        finish=gettext_noop(
            "The body tips forward from the hips with a long back. A hand presses on "
            "the thigh that is turned out."
        ),
    ),
    view=Box(102, 8, 230, 258),
    turned=Turned(
        camera=Camera(yaw=58, pitch=14),
        far_side="",
        ground=CHAIR,
        frames=(sitting(4, crossed=True), sitting(32, crossed=True)),
    ),
)

MOVEMENTS = (FIGURE_4, KNEE_FALLS_OUT, DRAW_CLOSER, SEATED)
