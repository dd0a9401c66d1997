"""The body in space: lengths, joints and contacts in every frame."""

import math
from itertools import pairwise

import pytest

from exercises.figures import MOVEMENTS, Movement
from exercises.figures.plane import Point
from exercises.figures.skeleton import LENGTH
from exercises.figures.solid.camera import Camera
from exercises.figures.solid.hull import convex_hull
from exercises.figures.solid.pose import Limb, SolidPose
from exercises.figures.solid.solving import (
    SolidJoints,
    SolidLimb,
    reached,
    solve_solid,
)
from exercises.figures.solid.space import (
    DOWN,
    FAR,
    LEFT,
    NEAR,
    RIGHT,
    UP,
    Vector,
    tilted,
)
from tests.exercises.figures.geometry import SHARES, TURNED_VIEWS

EVERY_MOVEMENT = [pytest.param(each, id=key) for key, each in TURNED_VIEWS.items()]
SIDES = ("left", "right")


def poses(movement: Movement) -> list[SolidPose]:
    assert movement.turned
    return [movement.turned.pose_at(share) for share in SHARES]


def lengths(limb: SolidLimb) -> list[float]:
    return [one.to(next_one).length for one, next_one in pairwise(limb)]


@pytest.mark.parametrize("movement", EVERY_MOVEMENT)
def test_bones_keep_their_length_in_space(movement: Movement) -> None:
    arm = [LENGTH.upper_arm, LENGTH.forearm, LENGTH.hand]
    leg = [LENGTH.thigh, LENGTH.shank, LENGTH.foot]
    for joints in map(solve_solid, poses(movement)):
        for limb in (joints.left_arm, joints.right_arm):
            assert lengths(limb) == pytest.approx(arm)
        for limb in (joints.left_leg, joints.right_leg):
            assert lengths(limb) == pytest.approx(leg)


@pytest.mark.parametrize("movement", EVERY_MOVEMENT)
def test_the_trunk_keeps_its_length_in_space(movement: Movement) -> None:
    expected = [LENGTH.pelvis, LENGTH.lumbar, LENGTH.thorax, LENGTH.neck, LENGTH.head]
    for joints in map(solve_solid, poses(movement)):
        line = [joints.hip, joints.waist, joints.ribs, joints.nape, joints.skull]
        found = [a.to(b).length for a, b in pairwise([*line, joints.head])]
        assert found == pytest.approx(expected)


@pytest.mark.parametrize("movement", EVERY_MOVEMENT)
def test_no_knee_bends_backward(movement: Movement) -> None:
    """The shank goes toward the back of the thigh, never toward its front."""
    for joints in map(solve_solid, poses(movement)):
        for side in SIDES:
            leg = getattr(joints, f"{side}_leg")
            toes = leg.end.to(leg.tip).across(leg.middle.to(leg.end))
            thigh = leg.root.to(leg.middle).unit
            assert bend(leg) < 5 or thigh.dot(toes) > -0.35, side


@pytest.mark.parametrize("movement", EVERY_MOVEMENT)
def test_no_joint_folds_further_than_a_body_can(movement: Movement) -> None:
    for joints in map(solve_solid, poses(movement)):
        assert all(bend(limb) <= 155 for limb in joints.limbs)
        assert spine_bend(joints) <= 60


def bend(limb: SolidLimb) -> float:
    """How far a knee or elbow is from straight, in degrees."""
    upper, lower = limb.root.to(limb.middle).unit, limb.middle.to(limb.end).unit
    return math.degrees(math.acos(max(-1, min(1, upper.dot(lower)))))


def spine_bend(joints: SolidJoints) -> float:
    pelvis, chest = joints.hip.to(joints.waist).unit, joints.ribs.to(joints.nape).unit
    return math.degrees(math.acos(max(-1, min(1, pelvis.dot(chest)))))


@pytest.mark.parametrize("movement", EVERY_MOVEMENT)
def test_hands_and_feet_reach_the_place_they_rest_on(movement: Movement) -> None:
    for pose in poses(movement):
        joints = solve_solid(pose)
        for name in ("left_arm", "right_arm", "left_leg", "right_leg"):
            limb = getattr(pose, name)
            if isinstance(limb, Limb):
                assert limb.end.to(getattr(joints, name).end).length < 1, name


def test_elbow_and_knee_stay_down_while_the_hips_lift_in_a_side_plank() -> None:
    solved = [solve_solid(pose) for pose in poses(MOVEMENTS["side-plank"])]
    for joints in solved:
        elbow, knee = joints.right_arm.middle, joints.right_leg.middle
        assert elbow.to(solved[0].right_arm.middle).length < 1
        assert knee.to(solved[0].right_leg.middle).length < 1
    assert solved[-1].hip.y - solved[0].hip.y > 20


def test_shoulder_hip_and_knee_line_up_in_a_side_plank() -> None:
    joints = solve_solid(poses(MOVEMENTS["side-plank"])[-1])
    trunk = joints.hip.to(joints.nape).unit
    thigh = joints.right_leg.middle.to(joints.right_leg.root).unit
    assert trunk.dot(thigh) == pytest.approx(1, abs=0.01)


def test_the_crossed_ankle_lies_on_the_other_thigh() -> None:
    joints = solve_solid(poses(MOVEMENTS["figure-4"])[-1])
    hip, knee = joints.left_leg.root, joints.left_leg.middle
    along = hip.to(knee).unit
    from_hip = hip.to(joints.right_leg.end)
    assert 0.5 < from_hip.dot(along) / LENGTH.thigh < 1
    assert from_hip.plus(along, -from_hip.dot(along)).length < 28


def test_lengths_and_directions_in_space() -> None:
    assert RIGHT.cross(UP) == NEAR
    assert tilted(90) == pytest.approx(UP)
    assert Vector(3, 4, 0).across(RIGHT) == pytest.approx(UP)
    assert RIGHT.turned(UP, 90) == pytest.approx(FAR)


def test_a_camera_at_the_side_shows_x_and_y() -> None:
    side = Camera(origin=Point(0, 0))
    assert side.shown(Vector(3, 4, 5)) == pytest.approx(Point(3, -4))
    assert side.nearness(NEAR) > side.nearness(FAR)


def test_a_camera_above_shows_near_things_lower_on_the_page() -> None:
    above = Camera(pitch=90, origin=Point(0, 0))
    assert above.shown(Vector(3, 4, 5)) == pytest.approx(Point(3, 5))
    assert above.nearness(UP) > above.nearness(DOWN)


def test_a_camera_in_front_sees_the_left_hand_of_the_body_on_the_right() -> None:
    front = Camera(yaw=90, origin=Point(0, 0))
    assert front.shown(FAR).x == pytest.approx(1)
    assert front.nearness(RIGHT) > front.nearness(LEFT)


def test_a_limb_bends_toward_the_direction_it_is_told() -> None:
    limb = Limb(Vector(60, 0, 0), bend=UP, tip=RIGHT)
    middle, end = reached(Vector(0, 0, 0), limb, 50, 40)
    assert middle.y > 0
    assert end == pytest.approx(Vector(60, 0, 0))


def test_a_hull_leaves_out_what_is_inside() -> None:
    square = [Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10)]
    assert set(convex_hull([*square, Point(5, 5), Point(5, 0)])) == set(square)
