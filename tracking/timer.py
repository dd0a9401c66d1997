"""What the timer of a step does, part by part, with the words it shows and says.

The browser only runs it: all words and all lengths are decided here.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from exercises.models.dose import SECONDS_A_REP
from tracking.models import ExerciseLog

READY = 5
CHANGE_SIDES = 8
LEAST_FOR_HALF = 10
LEAST_TO_SAY = 3
MINUTE = 60


@dataclass(frozen=True)
class Part:
    """`shown` stands under the number, `said` is announced; `half` is the cue midway."""

    kind: str
    seconds: int
    shown: str
    said: str = ""
    half: str = ""


def plan(log: ExerciseLog) -> list[dict[str, str | int]]:
    """From the set that comes next to the last. It ends there, and waits."""
    return [asdict(part) for part in parts(log)]


def parts(log: ExerciseLog) -> Iterator[Part]:
    first = log.next_set if log.sets_left else 1
    for number in range(first, log.sets + 1):
        if number > first:
            yield rest(log, number)
        yield get_ready(log, number)
        for side in range(log.sides):
            if side:
                words = _("Change sides")
                yield Part("side", CHANGE_SIDES, words, words)
            yield from one_side(log)


def get_ready(log: ExerciseLog, number: int) -> Part:
    words = _("Get ready")
    if log.sets > 1:
        words = _("Get ready for set %(n)s of %(of)s") % {"n": number, "of": log.sets}
    return Part("ready", READY, words, words)


def rest(log: ExerciseLog, number: int) -> Part:
    words = _("Rest. Next is set %(n)s of %(of)s") % {"n": number, "of": log.sets}
    return Part("rest", rest_seconds(log), words, words)


def rest_seconds(log: ExerciseLog) -> int:
    dose = log.prescription or log.exercise
    return max(dose.rest_seconds or 0, READY)


def one_side(log: ExerciseLog) -> Iterator[Part]:
    if log.minutes:
        yield whole(log.minutes * MINUTE)
        return
    reps, hold = log.reps or 1, log.hold_seconds or 0
    for rep in range(1, reps + 1):
        yield from one_rep(rep, reps, hold)


def whole(seconds: int) -> Part:
    return Part("hold", seconds, _("Go on like this"), _("Begin"), _("Halfway"))


def one_rep(rep: int, reps: int, hold: int) -> Iterator[Part]:
    """A long hold is announced, and its end as well; a quick repeat now and then."""
    count = {"n": rep, "of": reps}
    if hold >= LEAST_TO_SAY:
        words = _("Hold %(n)s of %(of)s") % count
        half = _("Halfway") if hold >= LEAST_FOR_HALF else ""
        yield Part("hold", hold, words, words, half)
        yield Part("move", SECONDS_A_REP, _("Let go slowly"), _("Let go"))
        return
    words = _("Repeat %(n)s of %(of)s") % count
    said = words if rep in (1, reps) else ""
    if rep == reps // 2 + 1 and reps > LEAST_TO_SAY:
        said = _("Halfway")
    yield Part("move", SECONDS_A_REP + hold, words, said)


def rest_plan(seconds: int) -> list[dict[str, str | int]]:
    """One rest, such as the 10 minutes after a stop."""
    words = _("Rest")
    return [asdict(Part("rest", seconds, words, words, _("Halfway")))]


def minutes(log: ExerciseLog) -> int:
    """Of the whole exercise, as its timer runs."""
    return -(-sum(part.seconds for part in parts(log)) // MINUTE)
