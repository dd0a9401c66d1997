"""Where "Start: 7" is written: beside its line, where the fewest marks lie."""

from collections.abc import Iterable

from tracking.charts.frame import Point

ABOVE, BELOW = -8, 17
WIDE, ASCENT, DESCENT = 62, 13, 4
STEP, LAST_X = 10, 130  # farther right is the label of now


def is_hidden(mark: Point, label: Point) -> bool:
    """Whether the label would lie on this mark."""
    return (
        label.x - 4 <= mark.x <= label.x + WIDE
        and label.y - ASCENT <= mark.y <= label.y + DESCENT
    )


def start_label(start_y: int, left: int, bottom: int, marks: Iterable[Point]) -> Point:
    """The first of the places above the line, then below it, that hides the least."""
    near = [mark for mark in marks if abs(mark.y - start_y) <= BELOW + DESCENT]
    heights = [start_y + ABOVE]
    if start_y + BELOW < bottom - DESCENT:
        heights.append(start_y + BELOW)
    places = [Point(x, y) for y in heights for x in range(left + 6, LAST_X + 1, STEP)]
    return min(places, key=lambda place: sum(is_hidden(m, place) for m in near))
