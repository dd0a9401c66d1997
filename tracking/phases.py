"""When a phase moves on: the rules, as pure functions over values already fetched.

The words of each rule are content; here is what its key asks for, and what of it is
known. What nobody has noted is not met yet, and says so.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exercises.moving_on import MoveOnRule
from tracking.answers import points
from tracking.progress import ENOUGH_DAYS, NOTICEABLE
from tracking.stop_rules import Reach, is_further_down

LOW_LEG, LOW_WEEK = 4, 3
ENOUGH_ABOVE, OF_DAYS = 5, 7
BRIDGE_SETS, BRIDGE_REPS = 2, 10
ENOUGH_SESSIONS = 0.6
AS_BEFORE = 10
UNKNOWN = "?"


@dataclass(frozen=True)
class Facts:
    """What is known of a member in a phase; None or empty where nothing was noted."""

    days: int = 0
    minimum_days: int = 0
    legs: tuple[int, ...] = ()
    start_leg: float | None = None
    reach: Reach | None = None
    start_reach: Reach | None = None
    morning: tuple[int, int] | None = None
    walk: int | None = None
    sit: int | None = None
    safe: bool = False
    week_legs: tuple[int, ...] = ()
    days_above_knee: int = 0
    bridges: tuple[int, int] | None = None
    flare: bool = False
    sessions: int = 0
    planned: int = 0
    goals: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Check:
    """One rule: met or not yet, and the value that says so, in words."""

    key: str
    words: str
    is_met: bool
    value: str
    is_asked: bool = False


type Found = tuple[bool, str]


def nothing_yet(what: str = "") -> Found:
    return False, what or _("Nothing noted yet.")


def leg_low(facts: Facts) -> Found:
    if len(facts.legs) < ENOUGH_DAYS:
        return nothing_yet(
            ngettext("Noted on %(n)s day.", "Noted on %(n)s days.", len(facts.legs))
            % {"n": len(facts.legs)}
        )
    start = facts.start_leg
    limit = max(LOW_LEG, start - NOTICEABLE if start is not None else LOW_LEG)
    said = _("Leg pain: %(legs)s. Your start: %(start)s.") % {
        "legs": get_text_list([str(leg) for leg in facts.legs], _("and")),
        "start": points(start) or UNKNOWN,
    }
    return all(leg <= limit for leg in facts.legs), said


def not_lower(facts: Facts) -> Found:
    if facts.reach is None or facts.start_reach is None:
        return nothing_yet()
    if is_further_down(facts.start_reach, facts.reach):
        return False, _("Farther down than at your start.")
    return True, _("No lower than at your start.")


def morning_usual(facts: Facts) -> Found:
    if facts.morning is None:
        return nothing_yet(_("No note from a morning after a session yet."))
    before, morning = facts.morning
    said = _("Before: %(before)s. The morning after: %(morning)s.") % {
        "before": before,
        "morning": morning,
    }
    return morning - before < NOTICEABLE, said


def minutes_said(minutes: int) -> str:
    return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}


def walks(facts: Facts, least: int) -> Found:
    if facts.walk is None:
        return nothing_yet(_("Say in your weekly look back how long you walk."))
    said = _("Your longest walk: %(minutes)s.") % {"minutes": minutes_said(facts.walk)}
    return facts.walk >= least, said


def walks_10(facts: Facts) -> Found:
    return walks(facts, 10)


def walks_30(facts: Facts) -> Found:
    met, said = walks(facts, 30)
    if facts.flare:
        return False, _("A flare is on. %(walk)s") % {"walk": said}
    return met, said


def walks_20_sits_30(facts: Facts) -> Found:
    walked, said = walks(facts, 20)
    if facts.walk is None or facts.sit is None:
        return nothing_yet(_("Say in your weekly look back how long you walk and sit."))
    sat = _("Your longest sitting: %(minutes)s.") % {"minutes": minutes_said(facts.sit)}
    return walked and facts.sit >= 30, f"{said} {sat}"


def no_warning(facts: Facts) -> Found:
    if facts.safe:
        return True, _("Your last safety answers: no sign.")
    return False, _("Answer the safety questions first.")


def leg_3_week(facts: Facts) -> Found:
    legs = facts.week_legs
    if len(legs) < ENOUGH_DAYS:
        return nothing_yet(
            ngettext(
                "Noted on %(n)s day of the last 7.",
                "Noted on %(n)s days of the last 7.",
                len(legs),
            )
            % {"n": len(legs)}
        )
    average = sum(legs) / len(legs)
    said = _("Average of the last 7 days: %(n)s.") % {"n": points(round(average, 1))}
    return average <= LOW_WEEK, said


def above_knee(facts: Facts) -> Found:
    if not facts.week_legs:
        return nothing_yet()
    said = _("%(n)s of 7 days.") % {"n": facts.days_above_knee}
    return facts.days_above_knee >= ENOUGH_ABOVE, said


def bridges(facts: Facts) -> Found:
    if facts.bridges is None:
        return nothing_yet(_("No bridges noted yet."))
    sets, reps = facts.bridges
    said = ngettext(
        "%(sets)s set of %(reps)s done.", "%(sets)s sets of %(reps)s done.", sets
    ) % {"sets": sets, "reps": reps}
    if facts.flare:
        return False, _("A flare is on. %(bridges)s") % {"bridges": said}
    return sets >= BRIDGE_SETS and reps >= BRIDGE_REPS, said


def sessions_done(facts: Facts) -> Found:
    said = _("%(done)s of %(planned)s planned sessions.") % {
        "done": facts.sessions,
        "planned": facts.planned,
    }
    enough = facts.sessions >= ENOUGH_SESSIONS * facts.planned
    return facts.planned > 0 and enough, said


def goals_better(facts: Facts) -> Found:
    if not facts.goals:
        return nothing_yet(_("You have set no activities yet."))
    if all(now >= AS_BEFORE for _first, now in facts.goals):
        return True, _("All of them are as before.")
    change = sum(now - first for first, now in facts.goals) / len(facts.goals)
    said = _("On average, up by %(n)s.") % {"n": points(round(max(change, 0), 1))}
    return change >= NOTICEABLE, said


def asked_then(_facts: Facts) -> Found:
    return False, _("You say so when you move on.")


CHECKS: dict[str, Callable[[Facts], Found]] = {
    "leg-low": leg_low,
    "not-lower": not_lower,
    "morning-usual": morning_usual,
    "walks-10": walks_10,
    "no-warning": no_warning,
    "leg-3-week": leg_3_week,
    "above-knee": above_knee,
    "walks-20-sits-30": walks_20_sits_30,
    "bridges-2-of-10": bridges,
    "sessions-6-of-10": sessions_done,
    "goals-2-better": goals_better,
    "walks-30": walks_30,
    "knows-flare-plan": asked_then,
}
ASKED = {"knows-flare-plan"}


def long_enough(facts: Facts) -> Check:
    words = ngettext(
        "You have been in this phase for %(n)s day or longer.",
        "You have been in this phase for %(n)s days or longer.",
        facts.minimum_days,
    ) % {"n": facts.minimum_days}
    value = _("Today is day %(n)s.") % {"n": facts.days}
    return Check("days", words, facts.days >= facts.minimum_days, value)


def no_flare() -> Check:
    """Said only while one is on; then it is one rule more."""
    return Check(
        "flare", _("No flare is on."), False, _("A flare is on. It comes first.")
    )


def check(rule: MoveOnRule, facts: Facts) -> Check:
    """A rule whose key nobody knows is never met: it cannot be checked."""
    find = CHECKS.get(rule.key)
    if find is None:
        return Check(rule.key, rule.words, False, _("This cannot be checked yet."))
    is_met, value = find(facts)
    return Check(rule.key, rule.words, is_met, value, rule.key in ASKED)


def checks(rules: Sequence[MoveOnRule], facts: Facts) -> list[Check]:
    first = [long_enough(facts), no_flare()] if facts.flare else [long_enough(facts)]
    return [*first, *(check(rule, facts) for rule in rules)]


def is_ready(found: Sequence[Check]) -> bool:
    """All that can be checked is met; what is asked is asked when the member agrees."""
    return all(one.is_met or one.is_asked for one in found)
