"""What the tests measure on a drawn body."""

from collections.abc import Iterator

from exercises.figures import MOVEMENTS, Movement
from exercises.figures.movement import Box
from exercises.figures.plane import Point
from exercises.figures.pose import Pose
from exercises.figures.skeleton import BROAD
from exercises.figures.solid.camera import Camera
from exercises.figures.solid.pose import SolidPose
from exercises.figures.solid.solving import solve_solid
from exercises.figures.solving import solve

RADIUS = BROAD.radius
SHARES = [share / 8 for share in range(9)]
SIDE_VIEWS = {key: each for key, each in MOVEMENTS.items() if not each.turned}
TURNED_VIEWS = {key: each for key, each in MOVEMENTS.items() if each.turned}


def circles(movement: Movement, share: float) -> Iterator[tuple[Point, float]]:
    """The ends of the body on the page, and how thick they are."""
    if movement.turned:
        pose = movement.turned.pose_at(share)
        return solid_circles(pose, movement.turned.camera)
    return flat_circles(movement.pose_at(share))


def flat_circles(pose: Pose) -> Iterator[tuple[Point, float]]:
    joints = solve(pose)
    yield joints.trunk.head, RADIUS.skull * 1.15
    yield joints.trunk.hip, RADIUS.hip
    for arm in (joints.near_arm, joints.far_arm):
        yield arm.elbow, RADIUS.elbow
        yield arm.fingertip, RADIUS.fingertip
    for leg in (joints.near_leg, joints.far_leg):
        yield leg.knee, RADIUS.knee
        yield leg.toe, RADIUS.toe


def solid_circles(pose: SolidPose, camera: Camera) -> Iterator[tuple[Point, float]]:
    joints = solve_solid(pose)
    yield camera.shown(joints.head), RADIUS.skull
    yield camera.shown(joints.hip), RADIUS.hip
    for arm in (joints.left_arm, joints.right_arm):
        yield camera.shown(arm.middle), RADIUS.elbow
        yield camera.shown(arm.tip), RADIUS.fingertip
    for leg in (joints.left_leg, joints.right_leg):
        yield camera.shown(leg.middle), RADIUS.knee
        yield camera.shown(leg.tip), RADIUS.toe + 5


def holds(box: Box, center: Point, radius: float) -> bool:
    return (
        box.left <= center.x - radius
        and center.x + radius <= box.right
        and box.top <= center.y - radius
        and center.y + radius <= box.bottom
    )
