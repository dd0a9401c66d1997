"""Points and directions in space: x to the right, y up from the floor, z to the reader."""

import math
from typing import NamedTuple


class Vector(NamedTuple):
    x: float
    y: float
    z: float

    def plus(self, other: "Vector", share: float = 1.0) -> "Vector":
        return Vector(
            self.x + other.x * share, self.y + other.y * share, self.z + other.z * share
        )

    def to(self, other: "Vector") -> "Vector":
        return other.plus(self, -1)

    def between(self, other: "Vector", share: float) -> "Vector":
        return self.plus(self.to(other), share)

    def times(self, factor: float) -> "Vector":
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other: "Vector") -> float:
        return self.x * other.x + self.y * other.y + self.z * other.z

    def cross(self, other: "Vector") -> "Vector":
        return Vector(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )

    @property
    def length(self) -> float:
        return math.sqrt(self.dot(self))

    @property
    def unit(self) -> "Vector":
        return self.times(1 / max(self.length, 1e-9))

    def across(self, axis: "Vector") -> "Vector":
        """The direction without its part along an axis."""
        line = axis.unit
        return self.plus(line, -self.dot(line)).unit

    def turned(self, axis: "Vector", degrees: float) -> "Vector":
        """Turned about an axis, counterclockwise for one whom the axis points at."""
        turn, line = math.radians(degrees), axis.unit
        straight = self.times(math.cos(turn))
        sideways = line.cross(self).times(math.sin(turn))
        along = line.times(line.dot(self) * (1 - math.cos(turn)))
        return straight.plus(sideways).plus(along)


RIGHT = Vector(1, 0, 0)
LEFT = Vector(-1, 0, 0)
UP = Vector(0, 1, 0)
DOWN = Vector(0, -1, 0)
NEAR = Vector(0, 0, 1)
FAR = Vector(0, 0, -1)


def tilted(degrees: float) -> Vector:
    """A direction in the plane of the page: 0 points right, 90 up."""
    return RIGHT.turned(NEAR, degrees)
