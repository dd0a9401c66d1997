"""The outlines of a body, from the back of the picture to the front."""

from collections.abc import Iterator
from itertools import pairwise

from exercises.figures.part import Part
from exercises.figures.plane import Point, blend
from exercises.figures.shapes import (
    capsule,
    closed_curve,
    disc,
    ellipse,
    open_curve,
    sampled_curve,
)
from exercises.figures.skeleton import HEIGHT, LENGTH, RADIUS, TRUNK
from exercises.figures.solving import ArmJoints, Joints, LegJoints, TrunkJoints

TRUNK_STEPS = 4
SLEEVE_SHARE = 0.62


def parts_of(joints: Joints) -> list[Part]:
    return [
        *far_arm(joints.far_arm),
        *far_leg(joints.far_leg),
        Part("skin", neck(joints.trunk)),
        Part("top", trunk(joints.trunk)),
        *near_leg(joints.near_leg, joints.trunk),
        Part("spine", spine(joints.trunk)),
        *head(joints.trunk.head, joints.head_angle),
        *near_arm(joints.near_arm),
    ]


def near_arm(arm: ArmJoints) -> Iterator[Part]:
    for classes, path in zip(("skin", "skin", "skin"), _bare_arm(arm), strict=True):
        yield Part(classes, path)
    yield Part("top", sleeve(arm))


def far_arm(arm: ArmJoints) -> Iterator[Part]:
    for part in near_arm(arm):
        yield Part(f"xf-far {part.classes}", part.path)


def _bare_arm(arm: ArmJoints) -> tuple[str, str, str]:
    return (
        capsule(arm.shoulder, arm.elbow, RADIUS.shoulder, RADIUS.elbow),
        capsule(arm.elbow, arm.wrist, RADIUS.elbow * 0.95, RADIUS.wrist),
        capsule(arm.wrist, arm.fingertip, RADIUS.wrist * 0.95, RADIUS.fingertip),
    )


def sleeve(arm: ArmJoints) -> str:
    hem = arm.shoulder.between(arm.elbow, SLEEVE_SHARE)
    return capsule(arm.shoulder, hem, RADIUS.shoulder * 1.12, RADIUS.elbow * 1.28)


def far_leg(leg: LegJoints) -> Iterator[Part]:
    yield Part("xf-far skin", foot(leg))
    yield Part("xf-far leg", shank(leg))
    yield Part("xf-far leg", thigh(leg))


def near_leg(leg: LegJoints, body: TrunkJoints) -> Iterator[Part]:
    """The seat is drawn twice, so that the thigh leaves no line across it."""
    seat = capsule(leg.hip, body.hip.between(body.waist, 0.8), RADIUS.hip, RADIUS.waist)
    yield Part("skin", foot(leg))
    yield Part("leg", shank(leg))
    yield Part("leg", seat)
    yield Part("leg", thigh(leg))
    yield Part("leg fill", seat)


def thigh(leg: LegJoints) -> str:
    return capsule(leg.hip, leg.knee, RADIUS.hip, RADIUS.knee)


def shank(leg: LegJoints) -> str:
    return capsule(leg.knee, leg.ankle, RADIUS.knee * 0.95, RADIUS.ankle)


def foot(leg: LegJoints) -> str:
    direction = leg.ankle.angle_to(leg.toe)
    sole = direction - 90
    behind = leg.ankle.toward(direction, -0.018 * HEIGHT)
    heel = behind.toward(sole, 0.012 * HEIGHT)
    toe = leg.toe.toward(sole, 0.018 * HEIGHT)
    return capsule(heel, toe, RADIUS.heel, RADIUS.toe)


def trunk(body: TrunkJoints) -> str:
    back, front = [], []
    line = _middle_line(body)
    for index, (point, direction) in enumerate(_with_direction(line)):
        behind, before = half_depths(index / (len(line) - 1))
        back.append(point.toward(direction + 90, behind))
        front.append(point.toward(direction - 90, before))
    below = line[0].toward(line[1].angle_to(line[0]), 0.022 * HEIGHT)
    above = line[-1].toward(line[-2].angle_to(line[-1]), 0.014 * HEIGHT)
    return closed_curve([below, *back, above, *reversed(front)])


def spine(body: TrunkJoints) -> str:
    line = _middle_line(body)
    points = [
        point.toward(direction + 90, half_depths(index / (len(line) - 1))[0] / 2)
        for index, (point, direction) in enumerate(_with_direction(line))
    ]
    return open_curve(points[2::2])


def half_depths(share: float) -> tuple[float, float]:
    for low, high in pairwise(TRUNK):
        if share <= high.share:
            part = (share - low.share) / (high.share - low.share)
            eased = part * part * (3 - 2 * part)
            return blend(low.back, high.back, eased), blend(
                low.front, high.front, eased
            )
    return TRUNK[-1].back, TRUNK[-1].front


def _middle_line(body: TrunkJoints) -> list[Point]:
    joints = [body.hip, body.waist, body.ribs, body.nape]
    line = sampled_curve(joints, TRUNK_STEPS)
    return [line[0].toward(line[1].angle_to(line[0]), 0.03 * HEIGHT), *line]


def _with_direction(line: list[Point]) -> Iterator[tuple[Point, float]]:
    last = len(line) - 1
    for index, point in enumerate(line):
        before, after = line[max(0, index - 1)], line[min(last, index + 1)]
        yield point, before.angle_to(after)


def neck(body: TrunkJoints) -> str:
    """One bent tube from the upper chest into the skull."""
    chest = body.nape.between(body.ribs, 0.02 * HEIGHT / LENGTH.thorax)
    line = sampled_curve([chest, body.skull, body.head], 3)
    left, right = [], []
    for index, (point, direction) in enumerate(_with_direction(line)):
        width = blend(0.034, 0.027, index / (len(line) - 1)) * HEIGHT
        left.append(point.toward(direction + 90, width))
        right.append(point.toward(direction - 90, width))
    return closed_curve([*left, *reversed(right)])


def head(center: Point, degrees: float) -> Iterator[Part]:
    nose = _nose(center, degrees)
    yield Part("skin", nose)
    yield Part("skin", ellipse(center, RADIUS.face, RADIUS.skull, degrees))
    yield Part("skin nos", nose)
    yield Part("hair", _hair(center, degrees))
    knot = center.toward(degrees, 0.052 * HEIGHT).toward(degrees + 90, 0.046 * HEIGHT)
    yield Part("hair bun", disc(knot, 0.024 * HEIGHT))


NOSE = ((0.82, 0.22), (1.06, 0.02), (1.25, -0.24), (1.06, -0.36), (0.8, -0.34))
HAIRLINE = (
    (0.62, 0.92),
    (0.10, 1.10),
    (-0.55, 0.98),
    (-1.02, 0.50),
    (-1.10, -0.10),
    (-0.92, -0.62),
    (-0.62, -0.60),
    (-0.46, -0.10),
    (-0.30, 0.34),
    (0.30, 0.50),
)


def _nose(center: Point, degrees: float) -> str:
    return closed_curve([_on_head(center, degrees, *spot) for spot in NOSE])


def _hair(center: Point, degrees: float) -> str:
    return closed_curve([_on_head(center, degrees, *spot) for spot in HAIRLINE])


def _on_head(center: Point, degrees: float, forward: float, up: float) -> Point:
    """A spot on the head, in shares of its half width and half height."""
    crown = center.toward(degrees, up * RADIUS.skull)
    return crown.toward(degrees - 90, forward * RADIUS.face)
