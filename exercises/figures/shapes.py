"""Outlines as the text of SVG paths, in steps from point to point: it is shorter."""

from collections.abc import Sequence

from exercises.figures.pen import Pen
from exercises.figures.plane import Point, arccos_degrees


def capsule(start: Point, end: Point, start_radius: float, end_radius: float) -> str:
    """Two circles and the straight lines that touch both: a tapered limb."""
    length = start.distance_to(end)
    if length <= abs(start_radius - end_radius) + 0.1:
        wider = start if start_radius > end_radius else end
        return disc(wider, max(start_radius, end_radius))
    direction = start.angle_to(end)
    lean = arccos_degrees((start_radius - end_radius) / length)
    left, right = direction + lean, direction - lean
    pen = Pen(start.toward(left, start_radius))
    pen.line(end.toward(left, end_radius))
    pen.arc(end_radius, end.toward(right, end_radius), large=lean > 90)
    pen.line(start.toward(right, start_radius))
    pen.arc(start_radius, start.toward(left, start_radius), large=lean <= 90)
    return pen.closed()


def disc(center: Point, radius: float) -> str:
    return ellipse(center, radius, radius, 0)


def ellipse(center: Point, across: float, along: float, degrees: float) -> str:
    """`along` is the half length in the direction of `degrees`."""
    top, bottom = center.toward(degrees, along), center.toward(degrees, -along)
    pen = Pen(top)
    for end in (bottom, top):
        pen.arc(along, end, large=True, across=across, turn=-degrees)
    return pen.closed()


def polygon(points: Sequence[Point]) -> str:
    pen = Pen(points[0])
    for point in points[1:]:
        pen.line(point)
    return pen.closed()


def open_curve(points: Sequence[Point]) -> str:
    return _curve_through([points[0], *points, points[-1]]).drawn()


def closed_curve(points: Sequence[Point]) -> str:
    return _curve_through([points[-1], *points, points[0], points[1]]).closed()


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


def _curve_through(padded: Sequence[Point]) -> Pen:
    """Catmull-Rom as cubic Bezier pieces; the first and last points only steer.

    The handles on both sides of a point mirror each other, so that each piece needs to
    name only its second handle.
    """
    pen = Pen(padded[1])
    for index in range(len(padded) - 3):
        before, start, end, after = padded[index : index + 4]
        first, second = _handle(before, start, end), _handle(after, end, start)
        if index:
            pen.smooth(second, end)
        else:
            pen.curve(first, second, end)
    return pen


def _handle(before: Point, at: Point, after: Point) -> Point:
    return Point(at.x + (after.x - before.x) / 6, at.y + (after.y - before.y) / 6)


def _catmull_rom(four: Sequence[Point], share: float) -> Point:
    xs, ys = zip(*four, strict=True)
    return Point(_cubic(xs, share), _cubic(ys, share))


def _cubic(values: Sequence[float], share: float) -> float:
    before, start, end, after = values
    slope = end - before
    bow = 2 * before - 5 * start + 4 * end - after
    twist = 3 * (start - end) + after - before
    return (2 * start + slope * share + bow * share**2 + twist * share**3) / 2
