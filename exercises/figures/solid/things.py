"""A mat, a chair, a strap in space."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

from exercises.figures.part import Part
from exercises.figures.pen import pair
from exercises.figures.shapes import polygon
from exercises.figures.solid.body import Placed
from exercises.figures.solid.camera import Camera
from exercises.figures.solid.hull import convex_hull
from exercises.figures.solid.solving import SolidJoints
from exercises.figures.solid.space import Vector

type SolidSpot = Vector | Callable[[SolidJoints], Vector]


@dataclass(frozen=True, slots=True)
class Slab:
    """A box from one corner to the opposite one."""

    low: Vector
    high: Vector
    name: str = "thing"

    def placed(self, joints: SolidJoints, camera: Camera) -> Iterator[Placed]:
        corners = [
            Vector(*spot) for spot in product(*zip(self.low, self.high, strict=True))
        ]
        outline = polygon(convex_hull(map(camera.shown, corners)))
        middle = self.low.between(self.high, 0.5)
        yield Placed(camera.nearness(middle), (Part(self.name, outline),))


@dataclass(frozen=True, slots=True)
class Line:
    """A strap or a band, straight from spot to spot."""

    spots: tuple[SolidSpot, ...]
    name: str = "strap"
    nearer: float = 0.0

    def placed(self, joints: SolidJoints, camera: Camera) -> Iterator[Placed]:
        places = [
            spot if isinstance(spot, Vector) else spot(joints) for spot in self.spots
        ]
        nearness = sum(map(camera.nearness, places)) / len(places) + self.nearer
        line = "L".join(pair(camera.shown(place)) for place in places)
        yield Placed(nearness, (Part(self.name, f"M{line}"),))


def mat(left: float, right: float, half_width: float) -> Slab:
    return Slab(Vector(left, -9, -half_width), Vector(right, 0, half_width), name="mat")


def chair(
    back: float, front: float, seat: float, half_width: float
) -> tuple[Slab, ...]:
    """A chair that faces right, in the order in which it is drawn."""
    legs = [
        Slab(Vector(x - 3, 0, z - 3), Vector(x + 3, seat, z + 3))
        for z, x in product((-half_width + 4, half_width - 4), (back + 4, front - 4))
    ]
    rest = Slab(
        Vector(back - 5, seat + 26, -half_width), Vector(back, seat + 74, half_width)
    )
    posts = [
        Slab(Vector(back - 4, seat, z - 3), Vector(back - 1, seat + 40, z + 3))
        for z in (-half_width + 6, half_width - 6)
    ]
    board = Slab(
        Vector(back - 5, seat - 7, -half_width), Vector(front, seat, half_width)
    )
    return (*legs, *posts, rest, board)
