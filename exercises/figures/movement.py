"""A movement: its positions, what is drawn around them, and its words."""

from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from exercises.figures.effort import Effort
from exercises.figures.plane import Point
from exercises.figures.pose import Pose, mix
from exercises.figures.solid.turned import Turned
from exercises.figures.solving import Joints, solve

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


class Thing(Protocol):
    """Furniture, or something that the body holds."""

    def draw(self, joints: Joints) -> str: ...


class Passing(NamedTuple):
    """Something on the ground that a walker goes past: where it is at the start, how
    far it falls behind in a whole cycle, and how steep the ground is."""

    at: Point
    travel: float
    slope: float = 0.0

    def place(self, share: float) -> Point:
        return self.at.toward(180 + self.slope, self.travel * share)


class Words(NamedTuple):
    """What a figure shows. A movement of one still has no finish.

    `start` says where the body lies or stands; `where` says it again before `finish`,
    for readers who hear the finish alone.
    """

    title: str
    start: str
    finish: str = ""
    where: str = ""

    def position(self, frame: int) -> str:
        return self.finish if frame == FINISH and self.finish else self.start

    def alone(self, frame: int) -> list[str]:
        """The sentences that give a position to someone who cannot see it."""
        position = self.position(frame)
        told = [
            self.title,
            position if position == self.start else self.where,
            position,
        ]
        return list(dict.fromkeys(filter(None, told)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """Frames go from start to finish. A cycle goes on from its last to its first.

    A movement that is not seen from the side has its frames in `turned` instead.
    `alone` is the position that tells most where only one is shown. `effort` is where
    muscles tighten without moving anything.
    """

    key: str
    words: Words
    view: Box
    thumbnail: Box | None = None
    mat: Mat | None = None
    chair: Chair | None = None
    behind: tuple[Thing, ...] = ()
    before: tuple[Thing, ...] = ()
    passing: tuple[Passing, ...] = ()
    effort: Effort | None = None
    arrow: Arrow | None = None
    pause: Point | None = None
    cycle: bool = False
    alone: int = FINISH
    frames: tuple[Pose, ...] = field(repr=False, default=())
    turned: Turned | None = None

    @property
    def moves(self) -> bool:
        frames = self.turned.frames if self.turned else self.frames
        return any(pose != frames[0] for pose in frames)

    def still(self, frame: int) -> Pose:
        """The pose at start or finish; the only one of a movement that is held."""
        if frame != FINISH:
            return self.frames[0]
        return self.frames[len(self.frames) // 2 if self.cycle else -1]

    def joints(self, frame: int) -> Joints:
        return solve(self.still(frame))

    def pose_at(self, share: float) -> Pose:
        """The position between start (0) and finish (1), or around a cycle."""
        path = (*self.frames, self.frames[0]) if self.cycle else self.frames
        along = share * (len(path) - 1)
        before = min(int(along), max(0, len(path) - 2))
        return mix(path[before], path[min(before + 1, len(path) - 1)], along - before)
