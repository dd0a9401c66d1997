"""Rows of the summary: how it was at the start, how it is now, and what that says."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from portal.accounts.models import Member
from tracking.answers import points
from tracking.answers.goals import tenth
from tracking.answers.reach import place
from tracking.models import LookBack, SymptomReport
from tracking.progress import WINDOW_DAYS, Change, Move, Pain, Side
from tracking.progress.goals import Gain, Goals
from tracking.progress.kept import KeptWeek, last_full_weeks
from tracking.progress.reach import Window
from tracking.questions import Questions

PAIN = {
    Change.TOO_EARLY: gettext_lazy("too few notes"),
    Change.FIRST_WEEK: gettext_lazy("first week: nothing to compare"),
    Change.NO_RECENT: gettext_lazy("too few notes this week"),
    Change.NO_PAIN: gettext_lazy("none then, none now"),
    Change.BETTER: gettext_lazy("down %(points)s: likely noticed"),
    Change.SAME: gettext_lazy("no clear change"),
    Change.WORSE: gettext_lazy("up %(points)s"),
}
MOVES = {
    Move.NONE: gettext_lazy("not below the lower back"),
    Move.TOO_EARLY: gettext_lazy("too few notes"),
    Move.UP: gettext_lazy("moved up"),
    Move.SAME: gettext_lazy("no change"),
    Move.MIXED: gettext_lazy("less far, more often below the knee"),
    Move.DOWN: gettext_lazy("moved down"),
}
GAINS = {
    Gain.TOO_EARLY: gettext_lazy("scored once"),
    Gain.BETTER: gettext_lazy("up: likely noticed"),
    Gain.SAME: gettext_lazy("no clear change"),
    Gain.WORSE: gettext_lazy("down"),
}
FELT = {
    "tingling": gettext_lazy("Tingling"),
    "numbness": gettext_lazy("Numbness"),
    "weakness": gettext_lazy("Weakness"),
}


@dataclass(frozen=True)
class Fact:
    label: str
    start: str
    now: str
    meaning: str


def pain_fact(label: str, pain: Pain) -> Fact:
    meaning = PAIN[pain.change] % {"points": points(pain.points)}
    return Fact(label, points(pain.start), points(pain.now), meaning)


def below_words(week: Window) -> str:
    return _("%(n)s of %(of)s days") % {"n": week.below, "of": week.noted}


def move_words(side: Side, is_young: bool) -> str:
    """In the first week the start and now are the same days."""
    if is_young and side.move is Move.SAME:
        return str(PAIN[Change.FIRST_WEEK])
    return str(MOVES[side.move])


def reach_facts(label: str, below: str, side: Side, is_young: bool) -> Iterator[Fact]:
    first, last = side.first, side.last
    start = place(first.farthest) if first.noted else ""
    now = place(last.farthest) if last.noted else ""
    yield Fact(label, start, now, move_words(side, is_young))
    if first.below or last.below:
        yield Fact(below, below_words(first), below_words(last), "")


def felt_facts(member: Member, today: dt.date) -> Iterator[Fact]:
    first = today - dt.timedelta(days=WINDOW_DAYS - 1)
    felt = SymptomReport.objects.for_member(member).felt_between(first, today)
    if not felt["noted"]:
        return
    for name, label in FELT.items():
        counted = _("%(n)s of %(of)s days") % {"n": felt[name], "of": felt["noted"]}
        yield Fact(str(label), "", counted, _("in the last 7 days"))


def change_facts(member: Member, asked: Questions, today: dt.date) -> Iterator[Fact]:
    yield pain_fact(_("Leg pain, 0 to 10"), asked.better.leg.pain)
    yield pain_fact(_("Back pain, 0 to 10"), asked.better.back.pain)
    if asked.moving:
        reach, is_young = asked.moving.reach, asked.moving.is_young
        below = _("Below the knee, left"), _("Below the knee, right")
        yield from reach_facts(
            _("Farthest point, left"), below[0], reach.left, is_young
        )
        yield from reach_facts(
            _("Farthest point, right"), below[1], reach.right, is_young
        )
    yield from felt_facts(member, today)


def kept_facts(weeks: Collection[KeptWeek]) -> Iterator[Fact]:
    full = last_full_weeks(list(weeks))
    if not full:
        return
    counted = _("%(n)s of %(of)s") % {
        "n": sum(week.counted for week in full),
        "of": sum(week.planned for week in full),
    }
    meaning = ngettext(
        "planned days, last full week",
        "planned days, last %(n)s full weeks",
        len(full),
    ) % {"n": len(full)}
    yield Fact(_("Days of exercise"), "", counted, meaning)


def goal_facts(goals: Goals) -> Iterator[Fact]:
    for track in goals.tracks:
        start = str(track.start) if track.is_scored_again else ""
        yield Fact(capfirst(track.text), start, str(track.now), _("own score, 0 to 10"))
    if goals.compared:
        label, meaning = _("Activities, mean"), str(GAINS[goals.gain])
        yield Fact(label, tenth(goals.start), tenth(goals.now), meaning)


def look_back_facts(member: Member, asked: Questions) -> Iterator[Fact]:
    row = LookBack.objects.for_member(member).latest_answered(asked.first)
    if row is None:
        return
    labels = (
        (_("Longest walk"), row.walk_minutes),
        (_("Sits in comfort"), row.sit_minutes),
    )
    for label, minutes in labels:
        if minutes is not None:
            now = _("%(n)s minutes") % {"n": minutes}
            yield Fact(label, "", now, _("latest look back"))


def facts_of(
    member: Member, asked: Questions, sections: Collection[str], today: dt.date
) -> list[Fact]:
    facts: list[Fact] = []
    if "change" in sections:
        facts += change_facts(member, asked, today)
    if "kept" in sections and asked.kept:
        facts += kept_facts(asked.kept.weeks)
    if "goals" in sections:
        facts += goal_facts(asked.goals.goals) if asked.goals else ()
        facts += look_back_facts(member, asked)
    return facts
