"""When a dose goes up or down: small rules over plain values, without a database.

No study has set these rules. They are conventions of this product: up by one small step
after three easy times, down by one after one painful time, and never out of the range
that the program prescribes.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracking.stop_rules import Trigger

# In the order in which they go up; down they go the other way round.
STEPS = {"reps": 2, "hold_seconds": 5, "minutes": 1, "sets": 1}
EASY_TIMES = 3
EASY_DAYS = 2
TWICE = 2

type Amounts = Mapping[str, int]


class Rule(StrEnum):
    EASY = "easy-3-times"
    PAINFUL = "painful"
    MOVED_DOWN = "moved-down"
    STOPPED = "stopped"
    LEG_MORE = "leg-more-twice"
    HARD = "hard-twice"
    LEG_PAIN = "back-leg-pain"
    FURTHER_DOWN = "back-further-down"
    MORNING = "back-morning"


STEP_BACKS = (Rule.LEG_PAIN, Rule.FURTHER_DOWN, Rule.MORNING)
STEP_BACK_OF = {
    Trigger.LEG_PAIN: Rule.LEG_PAIN,
    Trigger.FURTHER_DOWN: Rule.FURTHER_DOWN,
}


@dataclass(frozen=True)
class Range:
    """What the program prescribes: from the low to the high end of each amount."""

    low: Amounts
    high: Amounts

    def within(self, amounts: Amounts) -> dict[str, int]:
        """The same amounts, none of them outside; what is new starts at its low end."""
        return {
            name: min(max(amounts.get(name, low), low), self.high[name])
            for name, low in self.low.items()
        }


@dataclass(frozen=True)
class Time:
    """One time through an exercise: what was asked, and what the member answered."""

    day: dt.date
    asked: Amounts
    whole: bool = True
    rating: str = ""
    leg: str = ""
    reach: str = ""
    stopped: bool = False
    moved_down: bool = False


@dataclass(frozen=True)
class Around:
    """What else holds now. While any of it does, nothing goes up."""

    flare: bool = False
    moved_down: bool = False
    back: Rule | None = None

    @property
    def holds(self) -> bool:
        return self.flare or self.moved_down or self.back is not None


@dataclass(frozen=True)
class Step:
    """One amount, by one step, and the rule that says so."""

    field: str
    before: int
    after: int
    rule: Rule


@dataclass(frozen=True)
class Made:
    """A step that was taken; `until` is the last day of one that is for a time."""

    field: str
    after: int
    until: dt.date | None = None


def amounts_on(made: Sequence[Made], limits: Range, day: dt.date) -> dict[str, int]:
    """From the low end, through each step in the order in which it was taken."""
    amounts: dict[str, int] = {}
    for step in made:
        if step.until is None or day <= step.until:
            amounts[step.field] = step.after
    return limits.within(amounts)


class Offer(StrEnum):
    """Beyond the range nothing changes by itself; another way is only offered."""

    EASIER = "easier"
    HARDER = "harder"


def one_up(amounts: Amounts, limits: Range, rule: Rule) -> Step | None:
    for name, step in STEPS.items():
        if name in amounts and amounts[name] < limits.high[name]:
            after = min(amounts[name] + step, limits.high[name])
            return Step(name, amounts[name], after, rule)
    return None


def one_down(amounts: Amounts, limits: Range, rule: Rule) -> Step | None:
    for name, step in reversed(STEPS.items()):
        if name in amounts and amounts[name] > limits.low[name]:
            after = max(amounts[name] - step, limits.low[name])
            return Step(name, amounts[name], after, rule)
    return None


def downward(times: Sequence[Time]) -> Rule | None:
    """Why this exercise goes down; `times` has the newest first."""
    if not times:
        return None
    last, last_two = times[0], times[:TWICE]
    if last.reach == "down":
        return Rule.MOVED_DOWN
    if last.rating == "painful":
        return Rule.PAINFUL
    if last.stopped:
        return Rule.STOPPED
    if len(last_two) == TWICE and all(time.leg == "more" for time in last_two):
        return Rule.LEG_MORE
    if len(last_two) == TWICE and all(time.rating == "hard" for time in last_two):
        return Rule.HARD
    return None


def was_easy(time: Time, amounts: Amounts) -> bool:
    """Done as it is asked now, rated easy, and nothing got worse."""
    worse = time.leg == "more" or time.reach == "down" or time.moved_down
    same = dict(time.asked) == dict(amounts)
    return same and time.whole and time.rating == "easy" and not (worse or time.stopped)


def is_easy(times: Sequence[Time], amounts: Amounts) -> bool:
    """3 times running, on 2 days or more."""
    last = times[:EASY_TIMES]
    days = {time.day for time in last}
    return (
        len(last) == EASY_TIMES
        and len(days) >= EASY_DAYS
        and all(was_easy(time, amounts) for time in last)
    )


def decide(
    times: Sequence[Time], amounts: Amounts, limits: Range, around: Around
) -> Step | None:
    """The step after the newest of these times, if a rule asks for one."""
    if around.back:
        return one_down(amounts, limits, around.back)
    rule = downward(times)
    if rule:
        return one_down(amounts, limits, rule)
    if not around.holds and is_easy(times, amounts):
        return one_up(amounts, limits, Rule.EASY)
    return None


def offer(
    times: Sequence[Time], amounts: Amounts, limits: Range, around: Around
) -> Offer | None:
    """What to offer where a rule asks for a step that the range does not have."""
    if downward(times) and one_down(amounts, limits, Rule.PAINFUL) is None:
        return Offer.EASIER
    if around.holds or not is_easy(times, amounts):
        return None
    return Offer.HARDER if one_up(amounts, limits, Rule.EASY) is None else None


def given(amounts: Amounts, last: Amounts | None, around: Around) -> dict[str, int]:
    """What the next session asks for: while something holds, no more than last time."""
    if last is None or not around.holds:
        return dict(amounts)
    return {name: min(n, last.get(name, n)) for name, n in amounts.items()}
