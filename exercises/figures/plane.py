"""Points on the page. Angles are in degrees: 0 points right, 90 points up."""

import math
from collections.abc import Iterator
from typing import NamedTuple, Self


class Point(NamedTuple):
    x: float
    y: float

    def toward(self, degrees: float, length: float) -> "Point":
        turn = math.radians(degrees)
        return Point(self.x + length * math.cos(turn), self.y - length * math.sin(turn))

    def shifted(self, by: "Point", share: float = 1.0) -> "Point":
        return Point(self.x + by.x * share, self.y + by.y * share)

    def between(self, other: Self, share: float) -> "Point":
        return Point(blend(self.x, other.x, share), blend(self.y, other.y, share))

    def angle_to(self, other: Self) -> float:
        return math.degrees(math.atan2(self.y - other.y, other.x - self.x))

    def distance_to(self, other: Self) -> float:
        return math.hypot(other.x - self.x, other.y - self.y)


ORIGIN = Point(0.0, 0.0)


def blend(first: float, last: float, share: float) -> float:
    return first + (last - first) * share


def arccos_degrees(cosine: float) -> float:
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))


def with_direction(line: list[Point]) -> Iterator[tuple[Point, float]]:
    """The points of a line, each with the way the line goes there."""
    last = len(line) - 1
    for index, point in enumerate(line):
        before, after = line[max(0, index - 1)], line[min(last, index + 1)]
        yield point, before.angle_to(after)
