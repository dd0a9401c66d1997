"""Things around the body or in its hands: furniture, a strap, a stick, a ball.

A spot is a fixed point, or says where it is once the joints are known, so that what
a hand holds moves with the hand.
"""

from collections.abc import Callable
from dataclasses import dataclass

from exercises.figures.movement import MAT_TOP, Box
from exercises.figures.pen import number, pair
from exercises.figures.plane import Point
from exercises.figures.shapes import open_curve
from exercises.figures.skeleton import HEIGHT, RADIUS
from exercises.figures.solving import Joints

FLOOR = MAT_TOP + 1

type Spot = Point | Callable[[Joints], Point]


def place(spot: Spot, joints: Joints) -> Point:
    return spot if isinstance(spot, Point) else spot(joints)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of furniture, a cushion, a box."""

    box: Box
    radius: float = 3
    name: str = "thing"

    def draw(self, joints: Joints) -> str:
        box = self.box
        radius = number(min(self.radius, box.width / 2, box.height / 2))
        return (
            f'<rect class="{self.name}" x="{number(box.left)}" y="{number(box.top)}" '
            f'width="{number(box.width)}" height="{number(box.height)}" rx="{radius}"/>'
        )


@dataclass(frozen=True, slots=True)
class Parcel:
    """A box in the near hand, so far from it."""

    away: Point
    width: float
    height: float

    def draw(self, joints: Joints) -> str:
        middle = near_hand(joints).shifted(self.away)
        left, top = middle.x - self.width / 2, middle.y - self.height / 2
        return Block(Box(left, top, self.width, self.height)).draw(joints)


@dataclass(frozen=True, slots=True)
class Disc:
    center: Spot
    radius: float
    name: str = "thing"

    def draw(self, joints: Joints) -> str:
        x, y = map(number, place(self.center, joints))
        return (
            f'<circle class="{self.name}" cx="{x}" cy="{y}" r="{number(self.radius)}"/>'
        )


@dataclass(frozen=True, slots=True)
class Sun:
    """Half a disc on the horizon, with rays: early in the day."""

    center: Point
    radius: float

    def draw(self, joints: Joints) -> str:
        radius = number(self.radius)
        left, right = (self.center.toward(turn, self.radius) for turn in (180, 0))
        rays = (
            f"M{pair(self.center.toward(turn, self.radius * 1.3))}"
            f"L{pair(self.center.toward(turn, self.radius * 1.65))}"
            for turn in (20, 55, 90, 125, 160)
        )
        disc = f"M{pair(left)}A{radius} {radius} 0 0 1 {pair(right)}Z"
        return f'<path class="sun" d="{disc}{"".join(rays)}"/>'


@dataclass(frozen=True, slots=True)
class Wedge:
    """A filled outline, such as a slope."""

    corners: tuple[Point, ...]

    def draw(self, joints: Joints) -> str:
        return f'<path class="slope" d="M{"L".join(map(pair, self.corners))}Z"/>'


@dataclass(frozen=True, slots=True)
class Rod:
    """A line through some spots: straight pieces, or bent smoothly."""

    spots: tuple[Spot, ...]
    name: str = "rod"
    bent: bool = False

    def draw(self, joints: Joints) -> str:
        points = [place(spot, joints) for spot in self.spots]
        line = open_curve(points) if self.bent else f"M{'L'.join(map(pair, points))}"
        return f'<path class="{self.name}" d="{line}"/>'


def near_hand(joints: Joints) -> Point:
    arm = joints.near_arm
    return arm.wrist.between(arm.fingertip, 0.5)


def near_sole(joints: Joints) -> Point:
    """The ball of the foot."""
    leg = joints.near_leg
    toward_toe = leg.ankle.angle_to(leg.toe)
    return leg.ankle.between(leg.toe, 0.8).toward(toward_toe - 90, 0.03 * HEIGHT)


def above_knee(side: float) -> Callable[[Joints], Point]:
    """An edge of the near thigh, a little above the knee."""

    def spot(joints: Joints) -> Point:
        leg = joints.near_leg
        across = leg.hip.angle_to(leg.knee) + 90 * side
        return leg.knee.between(leg.hip, 0.2).toward(across, RADIUS.knee * 1.1)

    return spot


def beside_back(joint: str, distance: float, *, along: float = 0) -> Spot:
    """Behind a joint of the trunk, by so much of the height."""

    def spot(joints: Joints) -> Point:
        trunk = joints.trunk
        direction = trunk.hip.angle_to(trunk.nape)
        at: Point = getattr(trunk, joint)
        lifted = at.toward(direction, along * HEIGHT)
        return lifted.toward(direction + 90, distance * HEIGHT)

    return spot


BAND = Rod((above_knee(1), above_knee(-1)), name="band")
STRAP = Rod((near_hand, near_sole), name="strap")
STICK = Rod(
    (beside_back("hip", 0.072, along=-0.05), beside_back("head", 0.06, along=0.09)),
)


def wall(left: float, width: float = 12, top: float = -72) -> Block:
    return Block(Box(left, top, width, FLOOR - top), radius=0)


def counter(
    left: float, right: float, height: float, *, overhang: float = 0
) -> tuple[Block, Block]:
    """A worktop with a cupboard below it, set back where a foot needs the room."""
    below = height + 9
    top = Block(Box(left - 6, height, right - left + 12, 9))
    front = left + overhang
    return Block(Box(front, below, right - front, FLOOR - below), radius=0), top


def pillow(center: float, width: float, bottom: float, height: float) -> Block:
    box = Box(center - width / 2, bottom - height, width, height)
    return Block(box, radius=height / 2, name="pillow")
