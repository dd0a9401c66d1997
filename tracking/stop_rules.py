"""When to go on, ease off or stop, and what to do then: plain functions over numbers.

The bands, the 10 minutes and the 24 hours are conventions of this product: no study has
set them. Published versions of the traffic light differ, and none was tested in sciatica.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from django.utils.translation import gettext_lazy as _

from tracking.progress import WINDOW_DAYS, Day, flares, is_high, middle

LOWER_BACK = 1
AMBER_FROM, RED_FROM = 4, 6
RISE = 2
WORSE_MORNING = 2
RUNNING_DAYS = 2
BACK_DAYS = 3
REST = dt.timedelta(minutes=10)
SKIP_DIRECTION = dt.timedelta(hours=24)
STEP_BACK = dt.timedelta(days=3)


class Movement(StrEnum):
    UP = "up"
    SAME = "same"
    DOWN = "down"


@dataclass(frozen=True)
class Reach:
    """The farthest point per side: 0 nowhere, 1 lower back, 6 foot."""

    left: int
    right: int


@dataclass(frozen=True)
class Moved:
    left: Movement
    right: Movement
    overall: Movement


def side_moved(before: int, after: int) -> Movement:
    if after == before:
        return Movement.SAME
    return Movement.UP if after < before else Movement.DOWN


def is_further_down(before: Reach, after: Reach) -> bool:
    """Further down a leg. A back that begins to ache is not that."""
    return after.left > max(before.left, LOWER_BACK) or after.right > max(
        before.right, LOWER_BACK
    )


def moved(before: Reach, after: Reach) -> Moved:
    """Further down one leg outweighs the other; up outweighs a new ache in the back.

    A lower back counts for both sides: a left foot that clears while the back aches
    is up on the left, down on the right, and up overall.
    """
    left = side_moved(before.left, after.left)
    right = side_moved(before.right, after.right)
    if is_further_down(before, after):
        overall = Movement.DOWN
    elif Movement.UP in (left, right):
        overall = Movement.UP
    else:
        overall = Movement.DOWN if Movement.DOWN in (left, right) else Movement.SAME
    return Moved(left, right, overall)


class Light(IntEnum):
    """Go on, go on gently with fewer repeats, or stop this exercise."""

    GREEN = 0
    AMBER = 1
    RED = 2


@dataclass(frozen=True)
class Reading:
    """One moment: the worse of back and leg, 0 to 10, and how far down it reaches."""

    pain: int
    reach: Reach


def light_of_number(start: int, now: int) -> Light:
    """Who starts at 6 or more goes by the change, since the band would always be red."""
    if now - start >= RISE:
        return Light.RED
    if start >= RED_FROM:
        return Light.AMBER if now > start else Light.GREEN
    if now >= RED_FROM:
        return Light.RED
    return Light.AMBER if now >= AMBER_FROM else Light.GREEN


def light(start: Reading, now: Reading, *, settled: bool = False) -> Light:
    """Where it is outranks how strong it is.

    `settled`: what went further down is back where it was. Until that is known, it
    is red. What moved up may ache a bit more (less than 2), and is then never red.
    """
    by_number = light_of_number(start.pain, now.pain)
    if is_further_down(start.reach, now.reach):
        return max(by_number, Light.AMBER) if settled else Light.RED
    is_up = moved(start.reach, now.reach).overall is Movement.UP
    if is_up and now.pain - start.pain < RISE:
        return min(by_number, Light.AMBER)
    return by_number


class Event(StrEnum):
    """What happened, by the name it has in the log."""

    SAFETY = "safety_event"
    NEURO = "stop_neuro"
    SHARP = "stop_sharp"
    FURTHER_DOWN = "periph"
    SETTLED = "periph_settled"
    PERSISTS = "periph_persist"
    REPEATS = "periph_repeat"
    RED = "pain_red"
    FLARE = "flare"


class Kind(StrEnum):
    """What the session does about it."""

    EMERGENCY = "emergency"
    SAME_DAY = "same-day"
    STOP_EXERCISE = "stop-exercise"
    REST = "rest"
    EASIER_NEXT_TIME = "easier-next-time"
    END_SESSION = "end-session"
    TAKE_OUT = "take-out"
    HALVE = "halve"
    STEP_BACK = "step-back"


@dataclass(frozen=True)
class Advice:
    """`until` is when it is over; None where no clock decides that."""

    kind: Kind
    what: str
    until: dt.datetime | None = None


KINDS = {
    Event.SAFETY: Kind.EMERGENCY,
    Event.NEURO: Kind.SAME_DAY,
    Event.SHARP: Kind.STOP_EXERCISE,
    Event.FURTHER_DOWN: Kind.REST,
    Event.SETTLED: Kind.EASIER_NEXT_TIME,
    Event.PERSISTS: Kind.END_SESSION,
    Event.REPEATS: Kind.TAKE_OUT,
    Event.RED: Kind.HALVE,
    Event.FLARE: Kind.STEP_BACK,
}
DURATIONS = {
    Event.FURTHER_DOWN: REST,
    Event.PERSISTS: SKIP_DIRECTION,
    Event.FLARE: STEP_BACK,
}
SENTENCES = {
    Event.SAFETY: _("Stop now. Read the emergency card, and do what it says."),
    Event.NEURO: _(
        "Stop for today. New numbness or weakness needs a check. Call your doctor or "
        "urgent care today."
    ),
    Event.SHARP: _(
        "Stop this exercise. Sharp, shooting or electric pain is a sign to leave it "
        "for now."
    ),
    Event.FURTHER_DOWN: _(
        "Stop this exercise. Rest in a position that is comfortable. %(site)s uses "
        "10 minutes: nobody knows the best time. Moving down does not mean damage."
    ),
    Event.SETTLED: _(
        "It is back where it was. Next time, try an easier version of this exercise."
    ),
    Event.PERSISTS: _(
        "End this session. Leave out exercises that bend the same way for now. "
        "%(site)s uses 24 hours: nobody knows the best time. Moving down does not "
        "mean damage."
    ),
    Event.REPEATS: _(
        "End this session. It moved down in 2 sessions, so this exercise is taken "
        "out. Talk with a clinician about it."
    ),
    Event.RED: _(
        "Stop this exercise. Or make it half as big, or do half as many repeats."
    ),
    Event.FLARE: _(
        "It is more than 2 points worse this morning. Go back one level for 2 to 3 "
        "days. Then build up again."
    ),
}


def advise(event: Event, at: dt.datetime, *, site: str) -> Advice:
    """What to do now. `site` is the name that the product goes by."""
    rests = DURATIONS.get(event)
    what = str(SENTENCES[event]) % {"site": site}
    return Advice(KINDS[event], what, at + rests if rests else None)


def after_rest(before: Reach, after: Reach, *, earlier_sessions: int) -> Event:
    """What 10 minutes of rest showed, for one exercise.

    `earlier_sessions` counts the other sessions in which it stayed further down.
    """
    if not is_further_down(before, after):
        return Event.SETTLED
    return Event.REPEATS if earlier_sessions else Event.PERSISTS


def is_worse_next_morning(before: int, morning: int) -> bool:
    return morning - before > WORSE_MORNING


class Trigger(StrEnum):
    """Why a member goes back one level."""

    LEG_PAIN = "leg-pain"
    FURTHER_DOWN = "further-down"


def is_lower(values: Sequence[int | None]) -> bool:
    """Further down than the middle of the 7 days before, on the last 2 days running."""
    usual = middle(values[-WINDOW_DAYS - RUNNING_DAYS : -RUNNING_DAYS])
    noted = [value for value in values[-RUNNING_DAYS:] if value is not None]
    if usual is None or len(noted) < RUNNING_DAYS:
        return False
    return min(noted) > max(usual, LOWER_BACK)


def steps_back(days: Sequence[Day], reached: Mapping[dt.date, Reach]) -> Trigger | None:
    """From daily values up to today; `reached` holds the farthest points of a day.

    More than 24 hours is taken as 2 days running, since notes go by the day.
    """
    if days and any(last == days[-1].day for _first, last in flares(days)):
        return Trigger.LEG_PAIN
    points = [reached.get(day.day) for day in days]
    left = [None if point is None else point.left for point in points]
    right = [None if point is None else point.right for point in points]
    return Trigger.FURTHER_DOWN if is_lower(left) or is_lower(right) else None


def is_back(days: Sequence[Day], begun: dt.date, back_days: int) -> bool:
    """So many noted days since then, without one far above the usual between them."""
    usual = middle([day.leg for day in days if day.day < begun][-WINDOW_DAYS:])
    count = 0
    for day in days:
        if usual is None or day.leg is None or day.day <= begun:
            continue
        count = 0 if is_high(day, usual) else count + 1
        if count == back_days:
            return True
    return False


def flare_is_on(
    days: Sequence[Day],
    declared_on: dt.date | None,
    ended_on: dt.date | None,
    back_days: int = BACK_DAYS,
) -> bool:
    """Declared, or seen in the numbers; until the member ends it, or days are back."""
    begun = max(
        filter(None, [declared_on, *(first for first, _last in flares(days))]),
        default=None,
    )
    if begun is None or (ended_on is not None and begun <= ended_on):
        return False
    return not is_back(days, begun, back_days)
