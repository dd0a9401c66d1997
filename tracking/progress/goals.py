"""How well the chosen activities go: 0 is unable, 10 is as before."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

SINGLE = 3  # points that count on one activity
MEAN = 2  # and on the mean of several


class Gain(StrEnum):
    TOO_EARLY = "too-early"
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


@dataclass(frozen=True)
class GoalTrack:
    """The scores of one activity, oldest first."""

    text: str
    scores: tuple[tuple[dt.date, int], ...]

    @property
    def start(self) -> int:
        return self.scores[0][1]

    @property
    def now(self) -> int:
        return self.scores[-1][1]

    @property
    def is_scored_again(self) -> bool:
        return len(self.scores) > 1


@dataclass(frozen=True)
class Goals:
    tracks: tuple[GoalTrack, ...]

    @property
    def compared(self) -> list[GoalTrack]:
        return [track for track in self.tracks if track.is_scored_again]

    @property
    def needed(self) -> int:
        return SINGLE if len(self.compared) == 1 else MEAN

    @property
    def start(self) -> float:
        return mean([track.start for track in self.compared])

    @property
    def now(self) -> float:
        return mean([track.now for track in self.compared])

    @property
    def gain(self) -> Gain:
        tracks = self.compared
        if not tracks:
            return Gain.TOO_EARLY
        total = sum(track.now - track.start for track in tracks)
        needed = self.needed * len(tracks)
        if total >= needed:
            return Gain.BETTER
        return Gain.WORSE if -total >= needed else Gain.SAME


def mean(scores: Sequence[int]) -> float:
    return sum(scores) / len(scores) if scores else 0
