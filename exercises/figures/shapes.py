"""Outlines as the text of SVG paths."""

from collections.abc import Sequence

from exercises.figures.plane import Point, arccos_degrees


def number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def pair(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"


def capsule(start: Point, end: Point, start_radius: float, end_radius: float) -> str:
    """Two circles and the straight lines that touch both: a tapered limb."""
    length = max(start.distance_to(end), 0.001)
    direction = start.angle_to(end)
    lean = arccos_degrees((start_radius - end_radius) / length)
    left, right = direction + lean, direction - lean
    end_arc = _arc(end_radius, end.toward(right, end_radius), large=lean > 90)
    start_arc = _arc(start_radius, start.toward(left, start_radius), large=lean <= 90)
    return (
        f"M{pair(start.toward(left, start_radius))}"
        f"L{pair(end.toward(left, end_radius))}{end_arc}"
        f"L{pair(start.toward(right, start_radius))}{start_arc}Z"
    )


def ellipse(center: Point, across: float, along: float, degrees: float) -> str:
    top, bottom = center.toward(degrees, along), center.toward(degrees, -along)
    arc = f"A{number(along)} {number(across)} {number(-degrees)} 1 1 "
    return f"M{pair(top)}{arc}{pair(bottom)}{arc}{pair(top)}Z"


def open_curve(points: Sequence[Point]) -> str:
    padded = [points[0], *points, points[-1]]
    return f"M{pair(points[0])}{_curve_through(padded)}"


def closed_curve(points: Sequence[Point]) -> str:
    padded = [points[-1], *points, points[0], points[1]]
    return f"M{pair(points[0])}{_curve_through(padded)}Z"


def sampled_curve(points: Sequence[Point], steps: int) -> list[Point]:
    """Points along a smooth line through a few joints."""
    first = points[1].between(points[0], 2)
    last = points[-2].between(points[-1], 2)
    padded = [first, *points, last]
    samples = [
        _catmull_rom(padded[i : i + 4], step / steps)
        for i in range(len(points) - 1)
        for step in range(steps)
    ]
    return [*samples, points[-1]]


def _arc(radius: float, to: Point, *, large: bool) -> str:
    size = number(radius)
    return f"A{size} {size} 0 {int(large)} 1 {pair(to)}"


def _curve_through(padded: Sequence[Point]) -> str:
    """Catmull-Rom as cubic Bezier pieces; the first and last points only steer."""
    return "".join(_piece(*padded[i : i + 4]) for i in range(len(padded) - 3))


def _piece(before: Point, start: Point, end: Point, after: Point) -> str:
    first = Point(
        start.x + (end.x - before.x) / 6,
        start.y + (end.y - before.y) / 6,
    )
    second = Point(
        end.x - (after.x - start.x) / 6,
        end.y - (after.y - start.y) / 6,
    )
    return f"C{pair(first)} {pair(second)} {pair(end)}"


def _catmull_rom(four: Sequence[Point], share: float) -> Point:
    xs, ys = zip(*four, strict=True)
    return Point(_cubic(xs, share), _cubic(ys, share))


def _cubic(values: Sequence[float], share: float) -> float:
    before, start, end, after = values
    slope = end - before
    bow = 2 * before - 5 * start + 4 * end - after
    twist = 3 * (start - end) + after - before
    return (2 * start + slope * share + bow * share**2 + twist * share**3) / 2
