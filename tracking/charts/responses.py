"""One bar for the answers about one exercise, in three parts with their counts."""

from dataclasses import dataclass

from tracking.charts.frame import WIDTH
from tracking.progress.responses import Counts

HEIGHT = 28
DIGIT = 11  # room that one digit of a count needs
KINDS = ("less", "same", "more")


@dataclass(frozen=True)
class Segment:
    kind: str
    x: int
    width: int
    count: int

    @property
    def middle(self) -> int:
        return self.x + self.width // 2


@dataclass(frozen=True)
class ResponseBar:
    segments: tuple[Segment, ...]
    width: int = WIDTH
    height: int = HEIGHT


def least_room(count: int) -> int:
    return DIGIT * (len(str(count)) + 1)


def response_bar(counts: Counts) -> ResponseBar:
    """Shares of the width, each at least as wide as its count is written."""
    shown = [(kind, n) for kind, n in zip(KINDS, counts, strict=True) if n]
    spare = WIDTH - sum(least_room(n) for _kind, n in shown)
    total = sum(counts)
    segments: list[Segment] = []
    x = reached = 0
    for kind, n in shown:
        reached += n
        room = sum(least_room(part.count) for part in segments) + least_room(n)
        end = room + spare * reached // total
        segments.append(Segment(kind, x, end - x - 1, n))
        x = end
    return ResponseBar(tuple(segments))
