"""A head from any direction: hair all over, and the part of the face that is seen."""

import math
from collections.abc import Iterator

from exercises.figures.shapes import closed_curve, ellipse
from exercises.figures.skeleton import HEIGHT, RADIUS
from exercises.figures.solid.camera import Camera
from exercises.figures.solid.hull import convex_hull
from exercises.figures.solid.solving import SolidJoints
from exercises.figures.solid.space import Vector

HALF_WIDTH = 0.047 * HEIGHT
RINGS = 10
AROUND = 28
FACE_MIDDLE = Vector(0.78, -0.62, 0)
FACE_EDGE = -0.08
NOSE = (
    Vector(0.86, 0.16, 0),
    Vector(1.24, -0.24, 0),
    Vector(0.84, -0.36, 0.17),
    Vector(0.84, -0.36, -0.17),
)


def ellipsoid(joints: SolidJoints, camera: Camera) -> str:
    """The outline of the whole head."""
    axes = [
        camera.shown_direction(axis)
        for axis in (
            joints.face.times(RADIUS.face),
            joints.head_up.times(RADIUS.skull),
            sideways(joints).times(HALF_WIDTH),
        )
    ]
    xx, yy, xy = (
        sum(axis.x**2 for axis in axes),
        sum(axis.y**2 for axis in axes),
        sum(axis.x * axis.y for axis in axes),
    )
    middle, spread = (xx + yy) / 2, math.hypot((xx - yy) / 2, xy)
    turn = math.degrees(math.atan2(2 * xy, xx - yy)) / 2
    along, across = math.sqrt(middle + spread), math.sqrt(max(middle - spread, 1))
    return ellipse(camera.shown(joints.head), across, along, -turn)


def face(joints: SolidJoints, camera: Camera) -> str | None:
    """The part of the face that is seen; nothing from behind."""
    spots = [camera.shown(spot) for spot in _face_spots(joints, camera)]
    outline = convex_hull(spots)
    return closed_curve(outline) if len(outline) > 3 else None


def nose(joints: SolidJoints, camera: Camera) -> str | None:
    if camera.nearness(joints.face) < -0.1:
        return None
    spots = [camera.shown(on_head(joints, spot)) for spot in NOSE]
    return closed_curve(convex_hull(spots))


def _face_spots(joints: SolidJoints, camera: Camera) -> Iterator[Vector]:
    """Points of the face's cap on the head, as far as the reader sees them."""
    middle = FACE_MIDDLE.unit
    across, other = Vector(0, 0, 1), middle.cross(Vector(0, 0, 1))
    widest = math.acos(FACE_EDGE)
    for ring in range(RINGS + 1):
        away = widest * ring / RINGS
        for step in range(AROUND):
            turn = 2 * math.pi * step / AROUND
            out = across.times(math.cos(turn)).plus(other, math.sin(turn))
            spot = middle.times(math.cos(away)).plus(out, math.sin(away))
            if _is_seen(joints, camera, spot):
                yield on_head(joints, spot)


def _is_seen(joints: SolidJoints, camera: Camera, spot: Vector) -> bool:
    normal = (
        joints.face.times(spot.x / RADIUS.face)
        .plus(joints.head_up, spot.y / RADIUS.skull)
        .plus(sideways(joints), spot.z / HALF_WIDTH)
    )
    return camera.nearness(normal) >= 0


def on_head(joints: SolidJoints, spot: Vector) -> Vector:
    """A spot by its shares forward, up and to the left."""
    return (
        joints.head.plus(joints.face, spot.x * RADIUS.face)
        .plus(joints.head_up, spot.y * RADIUS.skull)
        .plus(sideways(joints), spot.z * HALF_WIDTH)
    )


def sideways(joints: SolidJoints) -> Vector:
    return joints.head_up.cross(joints.face).unit
