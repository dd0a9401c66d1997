"""A movement: its positions, what is drawn around them, and its words."""

from dataclasses import dataclass, field
from typing import NamedTuple

from exercises.figures.plane import Point
from exercises.figures.pose import Pose, mix

MAT_TOP = 236.0
LYING = MAT_TOP - 1
START, FINISH = 0, 1


def gettext_noop(message: str) -> str:
    """Mark a sentence for makemessages. The name is what makemessages looks for."""
    return message


class Box(NamedTuple):
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height


class Mat(NamedTuple):
    left: float
    right: float


class Chair(NamedTuple):
    """Seat and back of a chair that faces right."""

    back: float
    front: float
    seat: float


class Arrow(NamedTuple):
    start: Point
    end: Point
    bulge: float = 0.0


class Words(NamedTuple):
    """What a figure shows. A movement of one still has no finish."""

    title: str
    start: str
    finish: str = ""

    def position(self, frame: int) -> str:
        return self.finish if frame == FINISH and self.finish else self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    key: str
    words: Words
    view: Box
    thumbnail: Box | None = None
    mat: Mat | None = None
    chair: Chair | None = None
    arrow: Arrow | None = None
    pause: Point | None = None
    frames: tuple[Pose, ...] = field(repr=False)

    @property
    def moves(self) -> bool:
        return len(self.frames) > 1

    def still(self, frame: int) -> Pose:
        """The pose at start or finish; the only one of a movement that is held."""
        return self.frames[min(frame, len(self.frames) - 1)]

    def pose_at(self, share: float) -> Pose:
        """The position between start (0) and finish (1)."""
        along = share * (len(self.frames) - 1)
        leg = min(int(along), max(0, len(self.frames) - 2))
        return mix(self.still(leg), self.still(leg + 1), along - leg)
