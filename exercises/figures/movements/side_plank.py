"""Side plank on the knees, seen from the front. The head is to the left."""

from dataclasses import replace
from functools import cache

from exercises.figures.movement import Arrow, Box, Movement, Words, gettext_noop
from exercises.figures.plane import Point, blend
from exercises.figures.skeleton import LENGTH
from exercises.figures.solid.camera import Camera
from exercises.figures.solid.pose import Limb, SolidPose, SolidSpine, Swung
from exercises.figures.solid.solving import HALF_HIPS, solve_solid
from exercises.figures.solid.space import DOWN, NEAR, RIGHT, UP, Vector, tilted
from exercises.figures.solid.things import Line, Slab, mat
from exercises.figures.solid.turned import Turned

KNEE = Vector(66, 11, 0)
RESTING, STRAIGHT = 4.8, 25.0
FOREARM = Vector(-0.75, 0, 0.66)
FEET_BACK = Vector(0.25, 0, -1)
STEPS = [step / 4 for step in range(5)]


def side_plank(lift: float, *, top_knee: float = 0.0) -> SolidPose:
    """On the right elbow and knee, which stay where they are while the hips lift."""
    pose = _posed(lift, _thorax(lift), top_knee)
    shoulder = solve_solid(pose).right_arm.root
    return replace(pose, right_arm=_resting_on(shoulder.to(elbow())))


def _resting_on(upper: Vector) -> Swung:
    """The forearm turns a little to the head: straight to the reader it would not show."""
    return Swung(upper=upper, lower=FOREARM, tip=FOREARM)


def _thorax(lift: float) -> float:
    """How steep the chest is, so that the upper arm just reaches the elbow."""
    low, high = STRAIGHT, 80.0
    for _ in range(30):
        middle = (low + high) / 2
        shoulder = solve_solid(_posed(lift, middle, 0)).right_arm.root
        reaches = shoulder.to(elbow()).length >= LENGTH.upper_arm
        low, high = (low, middle) if reaches else (middle, high)
    return low


@cache
def elbow() -> Vector:
    """Right under the shoulder when the body is straight."""
    straight = _posed(1, STRAIGHT, 0)
    shoulder = solve_solid(straight).right_arm.root
    return Vector(shoulder.x, shoulder.y - LENGTH.upper_arm, shoulder.z)


def _posed(lift: float, thorax: float, top_knee: float) -> SolidPose:
    thigh, pelvis = (blend(rest, STRAIGHT, lift) for rest in (RESTING, 2))
    lumbar = tilted(180 - (pelvis + thorax) / 2)
    hips_left = UP.across(tilted(180 - pelvis))
    hip_joint = KNEE.plus(tilted(180 - thigh), LENGTH.thigh)
    hip = hip_joint.plus(hips_left, HALF_HIPS)
    spine = SolidSpine(
        tilted(180 - pelvis),
        lumbar,
        tilted(180 - thorax),
        tilted(180 - thorax + 6),
        tilted(180 - blend(12, STRAIGHT, lift)),
    )
    along = tilted(-thigh)
    return SolidPose(
        hip=hip,
        spine=spine,
        hips_left=UP,
        shoulders_left=UP,
        face=NEAR,
        left_arm=Limb(hip.plus(hips_left, 34).plus(along, 8), bend=NEAR, tip=along),
        right_arm=_resting_on(DOWN),
        left_leg=Swung(
            upper=tilted(-thigh + top_knee), lower=FEET_BACK, tip=Vector(0.4, 0, -1)
        ),
        right_leg=Swung(upper=along, lower=FEET_BACK, tip=Vector(0.4, 0, -1)),
    )


CAMERA = Camera(yaw=-10, pitch=16)
MAT = mat(-170, 130, 62)
VIEW = Box(12, 72, 337, 208)
ON_SIDE = gettext_noop(
    "Lying on one side, propped on the elbow. The knees are bent and the hips are down."
)

ON_ONE_SIDE = gettext_noop("On one side, head to the left, seen from the front.")
BESIDE_WALL = gettext_noop("Standing beside a wall, seen from the front.")

SIDE_PLANK = Movement(
    key="side-plank",
    words=Words(
        title=gettext_noop("Side plank on the knees"),
        where=ON_ONE_SIDE,
        start=ON_SIDE,
        finish=gettext_noop(
            "The hips are lifted. Elbow and knees carry the body. Shoulder, hip and "
            "knee make one straight line."
        ),
    ),
    view=VIEW,
    arrow=Arrow(Point(178, 116), Point(178, 88)),
    turned=Turned(
        camera=CAMERA,
        ground=(MAT,),
        frames=tuple(side_plank(lift) for lift in STEPS),
    ),
)

TOP_KNEE_UP = Movement(
    key="side-plank-knee-up",
    words=Words(
        title=gettext_noop("Side plank on the knees, top knee up"),
        where=ON_ONE_SIDE,
        start=SIDE_PLANK.words.finish,
        finish=gettext_noop(
            "The hips stay lifted and the top knee is raised a little."
        ),
    ),
    view=VIEW,
    arrow=Arrow(Point(258, 114), Point(258, 86)),
    turned=Turned(
        camera=CAMERA,
        ground=(MAT,),
        frames=(side_plank(1), side_plank(1, top_knee=26)),
    ),
)

WALL = -124.0
FEET = 14.0


def at_wall(lean: float, hand: Vector, palm: Vector) -> SolidPose:
    """Beside a wall, which is on the body's right; the face is to the reader."""
    up = tilted(90 + lean)
    foot = Vector(0.1, -0.15, 1)
    return SolidPose(
        hip=Vector(20, 8, 0).plus(up, LENGTH.leg * 0.975),
        spine=SolidSpine(up, up, up, up, up),
        hips_left=RIGHT,
        shoulders_left=RIGHT,
        face=NEAR,
        left_arm=Swung(upper=Vector(0.42, -1, 0), lower=Vector(0.2, -1, 0.1), tip=DOWN),
        right_arm=Limb(hand, bend=Vector(-1, -0.6, 0), tip=palm),
        left_leg=Limb(Vector(20 + FEET, 8, 0), bend=NEAR, tip=foot),
        right_leg=Limb(Vector(20 - FEET, 8, 0), bend=NEAR, tip=foot),
    )


AT_WALL = Movement(
    key="side-plank-wall",
    words=Words(
        title=gettext_noop("Side lean on a wall"),
        where=BESIDE_WALL,
        start=gettext_noop("Standing tall beside a wall, a step away from it."),
        finish=gettext_noop(
            "The elbow and forearm rest on the wall. The straight body leans on them."
        ),
    ),
    view=Box(50, -88, 240, 350),
    arrow=Arrow(Point(256, -20), Point(222, -44), 6),
    turned=Turned(
        camera=Camera(yaw=0, pitch=4),
        ground=(
            Slab(Vector(WALL - 14, 0, -30), Vector(WALL, 312, -24)),
            Line((Vector(WALL - 20, 0, 0), Vector(80, 0, 0)), name="floor"),
        ),
        frames=(
            at_wall(0, Vector(-24, 144, 8), Vector(-0.4, -1, 0)),
            at_wall(16, Vector(WALL + 11, 262, 4), UP),
        ),
    ),
)

MOVEMENTS = (SIDE_PLANK, TOP_KNEE_UP, AT_WALL)
