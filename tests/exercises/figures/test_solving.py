from collections.abc import Iterator
from itertools import pairwise

import pytest

from exercises.figures import MOVEMENTS, Movement
from exercises.figures.plane import Point
from exercises.figures.pose import (
    Arm,
    FreeLeg,
    HoldingArm,
    Leg,
    PlantedLeg,
    Pose,
    ReachingArm,
    TurnedLeg,
    mix,
)
from exercises.figures.skeleton import LENGTH
from exercises.figures.solving import (
    ROOT_SHARE,
    ArmJoints,
    LegJoints,
    TrunkJoints,
    solve,
    two_bones,
)
from tests.exercises.figures.geometry import SHARES, SIDE_VIEWS

EVERY_MOVEMENT = [pytest.param(each, id=key) for key, each in SIDE_VIEWS.items()]


def poses(movement: Movement) -> list[Pose]:
    return [movement.pose_at(share) for share in SHARES]


def arms(pose: Pose) -> Iterator[tuple[Arm, ArmJoints, Point]]:
    joints = solve(pose)
    yield pose.near_arm, joints.near_arm, Point(0, 0)
    shift = Point(0, 0).shifted(pose.far_shift, ROOT_SHARE)
    yield pose.far_arm, joints.far_arm, shift


def legs(pose: Pose) -> Iterator[tuple[Leg, LegJoints, Point]]:
    joints = solve(pose)
    yield pose.near_leg, joints.near_leg, Point(0, 0)
    yield pose.far_leg, joints.far_leg, pose.far_shift


def trunk_line(trunk: TrunkJoints) -> list[Point]:
    return [trunk.hip, trunk.waist, trunk.ribs, trunk.nape, trunk.skull, trunk.head]


@pytest.mark.parametrize("movement", EVERY_MOVEMENT)
def test_arms_keep_their_length(movement: Movement) -> None:
    for pose in poses(movement):
        for arm, joints, _ in arms(pose):
            seen = 1 if isinstance(arm, HoldingArm) else arm.seen
            upper = joints.shoulder.distance_to(joints.elbow)
            lower = joints.elbow.distance_to(joints.wrist)
            assert upper == pytest.approx(LENGTH.upper_arm * seen, abs=0.2)
            assert lower == pytest.approx(LENGTH.forearm * seen, abs=0.2)


@pytest.mark.parametrize("movement", EVERY_MOVEMENT)
def test_legs_keep_their_length_unless_they_are_turned_out(movement: Movement) -> None:
    for pose in poses(movement):
        for leg, joints, _ in legs(pose):
            thigh = joints.hip.distance_to(joints.knee)
            shank = joints.knee.distance_to(joints.ankle)
            if isinstance(leg, TurnedLeg):
                assert thigh <= LENGTH.thigh + 0.5
                assert shank <= LENGTH.shank + 0.5
            else:
                assert thigh == pytest.approx(LENGTH.thigh, abs=0.2)
                assert shank == pytest.approx(LENGTH.shank, abs=0.2)


@pytest.mark.parametrize("movement", EVERY_MOVEMENT)
def test_the_trunk_keeps_its_length(movement: Movement) -> None:
    for pose in poses(movement):
        points = trunk_line(solve(pose).trunk)
        lengths = [one.distance_to(next_one) for one, next_one in pairwise(points)]
        expected = [
            LENGTH.pelvis,
            LENGTH.lumbar,
            LENGTH.thorax,
            LENGTH.neck,
            LENGTH.head,
        ]
        assert lengths == pytest.approx(expected)


@pytest.mark.parametrize("movement", EVERY_MOVEMENT)
def test_hands_and_feet_reach_the_place_they_rest_on(movement: Movement) -> None:
    for pose in poses(movement):
        for arm, arm_joints, shift in arms(pose):
            if isinstance(arm, ReachingArm):
                assert arm_joints.wrist.distance_to(arm.wrist.shifted(shift)) < 1
        for leg, leg_joints, shift in legs(pose):
            if isinstance(leg, PlantedLeg):
                assert leg_joints.ankle.distance_to(leg.ankle.shifted(shift)) < 1


def test_the_anchored_joint_stays_where_it_is_put() -> None:
    for movement in SIDE_VIEWS.values():
        for pose in movement.frames:
            trunk = solve(pose).trunk
            joint = trunk.hip if pose.anchor.joint == "hip" else trunk.nape
            assert joint == pytest.approx(pose.anchor.at)


def test_hands_stay_planted_while_the_chest_goes_up() -> None:
    wrists = [
        solve(MOVEMENTS["press-up"].pose_at(share)).near_arm.wrist for share in SHARES
    ]
    assert max(wrist.distance_to(wrists[0]) for wrist in wrists) < 0.5


def test_feet_stay_planted_while_the_hips_go_up() -> None:
    toes = [solve(MOVEMENTS["bridge"].pose_at(share)).near_leg.toe for share in SHARES]
    assert max(toe.distance_to(toes[0]) for toe in toes) < 0.5


def test_shoulders_hips_and_knees_line_up_at_the_top_of_the_bridge() -> None:
    joints = solve(MOVEMENTS["bridge"].frames[1])
    trunk = joints.trunk.hip.angle_to(joints.trunk.shoulder)
    thigh = joints.near_leg.knee.angle_to(joints.trunk.hip)
    assert trunk % 360 == pytest.approx(thigh % 360, abs=10)


def test_two_bones_reach_a_target_within_their_reach() -> None:
    middle, end = two_bones(Point(0, 0), Point(60, 30), 50, 40, 1)
    assert end == pytest.approx(Point(60, 30))
    assert middle.distance_to(Point(0, 0)) == pytest.approx(50)
    assert middle.distance_to(end) == pytest.approx(40)


@pytest.mark.parametrize("target", [Point(500, 0), Point(1, 0)])
def test_two_bones_stop_short_of_a_target_out_of_reach(target: Point) -> None:
    middle, end = two_bones(Point(0, 0), target, 50, 40, 1)
    assert 10 < end.x < 90
    assert middle.distance_to(end) == pytest.approx(40)


def test_the_bend_chooses_the_side_of_the_middle_joint() -> None:
    above, _ = two_bones(Point(0, 0), Point(60, 0), 50, 40, 1)
    below, _ = two_bones(Point(0, 0), Point(60, 0), 50, 40, -1)
    assert above.y == pytest.approx(-below.y)
    assert above.y < 0


def test_mixing_begins_and_ends_at_the_two_poses() -> None:
    for movement in SIDE_VIEWS.values():
        start, finish = movement.still(0), movement.still(1)
        assert solve(mix(start, finish, 0)) == solve(start)
        assert mix(start, finish, 1).spine.head == pytest.approx(finish.spine.head)


def test_mixing_two_kinds_of_limb_is_refused() -> None:
    free: Leg = FreeLeg(thigh=0, shank=0, foot=0)
    planted: Leg = PlantedLeg(Point(0, 0), foot=0)
    with pytest.raises(TypeError, match="FreeLeg cannot become PlantedLeg"):
        mix(free, planted, 0.5)


def test_no_angle_goes_the_long_way_round() -> None:
    for movement in SIDE_VIEWS.values():
        for before, after in pairwise(map(free_angles, movement.frames)):
            turns = [abs(b - a) for a, b in zip(before, after, strict=True)]
            assert all(turn <= 180 for turn in turns), movement.key


def free_angles(pose: Pose) -> list[float]:
    legs = [pose.near_leg, pose.far_leg]
    thighs = [leg.thigh for leg in legs if isinstance(leg, FreeLeg)]
    shanks = [leg.shank for leg in legs if isinstance(leg, FreeLeg)]
    spine = pose.spine
    return [*thighs, *shanks, spine.pelvis, spine.lumbar, spine.thorax, spine.neck]
