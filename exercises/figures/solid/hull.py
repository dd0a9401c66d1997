"""The tightest outline without a dent around some points."""

from collections.abc import Iterable

from exercises.figures.plane import Point

SAME = 0.3


def convex_hull(points: Iterable[Point]) -> list[Point]:
    """Andrew's monotone chain; points almost in the same place count once."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    around = [*_chain(ordered), *_chain(ordered[::-1])]
    spread = [around[0]]
    for point in around[1:]:
        if point.distance_to(spread[-1]) > SAME and point.distance_to(around[0]) > SAME:
            spread.append(point)
    return spread


def _chain(points: list[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain[:-1]


def _turn(first: Point, middle: Point, last: Point) -> float:
    return (middle.x - first.x) * (last.y - first.y) - (middle.y - first.y) * (
        last.x - first.x
    )
