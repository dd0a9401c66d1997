"""What a body cannot do, and what must not slide, in every frame of a side view."""

from collections.abc import Iterator

import pytest

from exercises.figures import MOVEMENTS, Movement
from exercises.figures.flipbook import shares
from exercises.figures.plane import Point
from exercises.figures.pose import Pose, TurnedLeg
from exercises.figures.solving import ArmJoints, Joints, LegJoints, solve
from tests.exercises.figures.geometry import SIDE_VIEWS, circles

EVERY_MOVEMENT = [pytest.param(each, id=key) for key, each in SIDE_VIEWS.items()]
MOVING = [pytest.param(each, id=key) for key, each in MOVEMENTS.items() if each.moves]
SIDES = ("near", "far")
ALMOST_STRAIGHT = 6


def solved(movement: Movement) -> list[tuple[Pose, Joints]]:
    poses = [movement.pose_at(share) for share in shares(movement)]
    return [(pose, solve(pose)) for pose in poses]


def turn(first: float, second: float) -> float:
    """From one direction to another, counterclockwise, -180 to 180."""
    return (second - first + 180) % 360 - 180


@pytest.mark.parametrize("movement", EVERY_MOVEMENT)
def test_no_knee_bends_backward(movement: Movement) -> None:
    """The front of a body is to the right of its spine, so a knee turns clockwise."""
    for pose, joints in solved(movement):
        for side in SIDES:
            leg: LegJoints = getattr(joints, f"{side}_leg")
            if isinstance(getattr(pose, f"{side}_leg"), TurnedLeg):
                continue
            thigh, shank = leg.hip.angle_to(leg.knee), leg.knee.angle_to(leg.ankle)
            assert -160 <= turn(thigh, shank) <= ALMOST_STRAIGHT, side


@pytest.mark.parametrize("movement", EVERY_MOVEMENT)
def test_no_elbow_bends_backward(movement: Movement) -> None:
    for _, joints in solved(movement):
        for side in SIDES:
            arm: ArmJoints = getattr(joints, f"{side}_arm")
            upper = arm.shoulder.angle_to(arm.elbow)
            assert -ALMOST_STRAIGHT <= turn(upper, arm.elbow.angle_to(arm.wrist)) <= 165


@pytest.mark.parametrize("movement", EVERY_MOVEMENT)
def test_no_foot_turns_behind_the_shank(movement: Movement) -> None:
    for _, joints in solved(movement):
        for side in SIDES:
            leg: LegJoints = getattr(joints, f"{side}_leg")
            shank, foot = leg.knee.angle_to(leg.ankle), leg.ankle.angle_to(leg.toe)
            assert -15 <= turn(shank, foot) <= 130, side


@pytest.mark.parametrize("movement", EVERY_MOVEMENT)
def test_what_rests_in_the_first_and_last_frame_never_slides(
    movement: Movement,
) -> None:
    frames = solved(movement)
    for name in ("near_arm", "far_arm", "near_leg", "far_leg"):
        limbs = [getattr(pose, name) for pose, _ in frames]
        if not movement.cycle and limbs[0] == limbs[-1] and rests(limbs[0]):
            assert spread(end_of(joints, name) for _, joints in frames) <= 1, name


def rests(limb: object) -> bool:
    return hasattr(limb, "wrist") or hasattr(limb, "ankle")


def end_of(joints: Joints, name: str) -> Point:
    limb = getattr(joints, name)
    end: Point = limb.wrist if isinstance(limb, ArmJoints) else limb.ankle
    return end


def spread(points: Iterator[Point]) -> float:
    first, *others = points
    return max(first.distance_to(other) for other in others) if others else 0


@pytest.mark.parametrize("movement", MOVING)
def test_start_and_finish_differ(movement: Movement) -> None:
    half = 0.5 if movement.cycle else 1
    pairs = zip(circles(movement, 0), circles(movement, half), strict=True)
    assert max(one.distance_to(other) for (one, _), (other, _) in pairs) > 2
