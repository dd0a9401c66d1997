"""The four questions of one member: answer, chart and table, ready for a page."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.accounts.models import Member
from tracking import tables
from tracking.answers import back_answer, leg_answer, points, reach_answer
from tracking.charts import (
    LaneChart,
    PainChart,
    WeekChart,
    lane_chart,
    pain_chart,
    week_chart,
)
from tracking.models import SymptomReport
from tracking.progress import Change, Day, Pain, Side, reach_of
from tracking.progress.pain import days_until, pain_over


@dataclass(frozen=True)
class Question:
    """An answer sentence, and the table under its chart."""

    answer: str
    table: tables.Table


@dataclass(frozen=True)
class PainPart:
    """One of the two charts of the first question."""

    pain: Pain
    answer: str
    chart: PainChart

    @property
    def start(self) -> str:
        return points(self.pain.start)

    @property
    def now(self) -> str:
        return points(self.pain.now)


@dataclass(frozen=True)
class Better(Question):
    """Am I getting better?"""

    change: Change
    leg: PainPart
    back: PainPart

    @property
    def goes_by_week(self) -> bool:
        return self.leg.pain.step > 1

    @property
    def band_words(self) -> str:
        """How far down is clearly better, which a low start makes less."""
        leg, back = (
            points(self.leg.pain.needed_drop),
            points(self.back.pain.needed_drop),
        )
        if leg == back:
            return _("clearly better: %(points)s or more points down") % {"points": leg}
        return _(
            "clearly better: %(leg)s or more points down for the leg, %(back)s for "
            "the back"
        ) % {"leg": leg, "back": back}


@dataclass(frozen=True)
class Moving(Question):
    """Is it moving out of my leg?"""

    goes_by_week: bool
    left: LaneChart | WeekChart
    right: LaneChart | WeekChart


@dataclass(frozen=True)
class Questions:
    first: dt.date
    last: dt.date
    better: Better
    moving: Moving | None

    @property
    def has_charts(self) -> bool:
        return self.better.change is not Change.TOO_EARLY


def pain_part(pain: Pain, answer: str) -> PainPart:
    return PainPart(pain, answer, pain_chart(pain))


def better(days: Sequence[Day], first: dt.date) -> Better:
    leg, back = pain_over(days, "leg"), pain_over(days, "back")
    told, told_back = leg_answer(leg), back_answer(back)
    shown, shown_back = leg.since(first).fitted(), back.since(first).fitted()
    return Better(
        answer=told.sentence,
        table=tables.pain_table(shown, shown_back),
        change=told.change,
        leg=pain_part(shown, told.sentence),
        back=pain_part(shown_back, told_back),
    )


def moving(days: Sequence[Day], first: dt.date) -> Moving:
    whole = reach_of(days)
    reach = whole.since(first)

    def drawn(side: Side) -> LaneChart | WeekChart:
        if not reach.goes_by_week:
            return lane_chart(reach.dates, side.places)
        weeks = side.weeks()
        below, noted = [w.below for w in weeks], [w.noted for w in weeks]
        return week_chart(reach.week_ends, below, noted)

    return Moving(
        answer=reach_answer(whole),
        table=tables.reach_table(reach),
        goes_by_week=reach.goes_by_week,
        left=drawn(reach.left),
        right=drawn(reach.right),
    )


def questions_for(member: Member, first: dt.date, today: dt.date) -> Questions:
    """From the first day shown to today; the answers look at all days."""
    days = days_until(SymptomReport.objects.for_member(member).noted(), today)
    about_pain = better(days, first)
    is_early = about_pain.change is Change.TOO_EARLY
    shown = about_pain.leg.pain.dates
    return Questions(
        first=max(first, days[0].day) if days else today,
        last=shown[-1] if shown else today,
        better=about_pain,
        moving=None if is_early else moving(days, first),
    )
