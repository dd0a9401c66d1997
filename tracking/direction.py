"""Which way of bending suits a leg: what a member saw on trying it, no diagnosis.

Pure functions. One small set one way; the leg before, right after and 10 minutes later.
The rule is a convention of this program, and is published as one.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone

from exercises.models import Track
from tracking.models import DirectionTrial

WAIT = dt.timedelta(minutes=10)
Movement = DirectionTrial.Movement
TRACKS = {Movement.BACKWARD: Track.EXTENSION, Movement.FORWARD: Track.FLEXION}


class Moment(StrEnum):
    """When a reading is taken, in order."""

    BEFORE = "before"
    AFTER = "after"
    LATER = "later"


class Change(StrEnum):
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


class Result(StrEnum):
    SUITS = "suits"
    LEAVE_IT = "leave-it"
    NO_DIFFERENCE = "no-difference"


@dataclass(frozen=True)
class Reading:
    """Leg pain from 0 to 10, and how far down it reaches, from 0 to 6."""

    leg: int
    place: int


def change(before: Reading, now: Reading) -> Change:
    """Any sign of worse counts, whatever else got better."""
    if now.leg > before.leg or now.place > before.place:
        return Change.WORSE
    return Change.SAME if now == before else Change.BETTER


def result(before: Reading, after: Reading, later: Reading) -> Result:
    """Worse that has not settled after 10 minutes, or better that has stayed."""
    at_once, at_last = change(before, after), change(before, later)
    if at_last is Change.WORSE:
        return Result.LEAVE_IT
    if at_once is at_last is Change.BETTER:
        return Result.SUITS
    return Result.NO_DIFFERENCE


def reading(trial: DirectionTrial, moment: Moment) -> Reading | None:
    leg = getattr(trial, f"leg_{moment}")
    place = getattr(trial, f"place_{moment}")
    return None if leg is None or place is None else Reading(leg, place)


def next_moment(trial: DirectionTrial) -> Moment | None:
    """The reading that this trial waits for."""
    return next((m for m in Moment if reading(trial, m) is None), None)


def found(trial: DirectionTrial) -> Result | None:
    """Worse at once and never read again counts as not settled."""
    before, after, later = (reading(trial, moment) for moment in Moment)
    if before is None or after is None:
        return None
    if later is None:
        worse = change(before, after) is Change.WORSE
        return Result.LEAVE_IT if worse else None
    return result(before, after, later)


def latest_results(
    trials: Iterable[DirectionTrial],
) -> list[tuple[DirectionTrial, Result]]:
    """The newest trial of each movement that showed something, newest first."""
    newest_first = sorted(trials, key=lambda trial: trial.tried_at, reverse=True)
    latest: dict[str, tuple[DirectionTrial, Result]] = {}
    for trial in newest_first:
        if (seen := found(trial)) is not None:
            latest.setdefault(trial.movement, (trial, seen))
    return list(latest.values())


def track_from(trials: Iterable[DirectionTrial]) -> Track | None:
    """None while there is nothing to go by, or the other way is still to be tried."""
    results = latest_results(trials)
    for trial, seen in results:
        if seen is Result.SUITS:
            return TRACKS[Movement(trial.movement)]
    undecided = len(results) < len(Movement) and all(
        seen is Result.LEAVE_IT for _trial, seen in results
    )
    return None if undecided else Track.NO_DIRECTION


def next_movement(
    trials: Sequence[DirectionTrial], day: dt.date
) -> DirectionTrial.Movement | None:
    """What can be tried on this day: one movement a day, and no repeats."""
    if track_from(trials) is not None:
        return None
    shown = {trial.movement for trial, _seen in latest_results(trials)}
    tried_today = any(
        timezone.localdate(trial.tried_at) == day and found(trial) for trial in trials
    )
    left = [movement for movement in Movement if movement not in shown]
    return None if tried_today else left[0]


def later_from(trial: DirectionTrial) -> dt.datetime:
    """From when on the last reading can be taken; `tried_at` is when they bent."""
    return trial.tried_at + WAIT
