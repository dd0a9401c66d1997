"""The four questions of one member: answer, chart and table, ready for a page."""

import datetime as dt
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.accounts.models import Member
from tracking.models import ActivityGoal, ExerciseLog, ExerciseSession, SymptomReport
from tracking.planned import declared_flares, plan_of
from tracking.progress import Change
from tracking.progress.days import YEAR_DAYS
from tracking.progress.kept import kept_weeks, monday_of
from tracking.progress.pain import days_until
from tracking.questions.after import After, after
from tracking.questions.better import Better, better
from tracking.questions.goals import GoalQuestion, goal_question
from tracking.questions.kept import Kept, kept
from tracking.questions.moving import Moving, moving

__all__ = ["Questions", "questions_for"]


@dataclass(frozen=True)
class Questions:
    first: dt.date
    last: dt.date
    better: Better
    moving: Moving | None
    after: After
    kept: Kept | None
    goals: GoalQuestion | None

    @property
    def span(self) -> str:
        """The days shown, in words; the year where it is not the same."""
        style = "F j" if self.first.year == self.last.year else "F j, Y"
        days = {
            "first": date_format(self.first, style),
            "last": date_format(self.last, style),
        }
        return _("%(first)s to %(last)s") % days

    @property
    def has_charts(self) -> bool:
        return self.better.change is not Change.TOO_EARLY


def responses_of(member: Member, first: dt.date, today: dt.date) -> After:
    """Of the last year at most: what an exercise did long ago says little."""
    recent = max(first, today - dt.timedelta(days=YEAR_DAYS - 1))
    return after(ExerciseLog.objects.for_member(member).responses(recent, today))


def kept_of(
    member: Member, first: dt.date, today: dt.date, asked: Better
) -> Kept | None:
    """None before a program is followed or a session is done."""
    plan = plan_of(member, today, asked.leg.pain.flares)
    sessions = ExerciseSession.objects.for_member(member)
    shares = sessions.between(monday_of(first), today).shares_done()
    if not (shares or plan.followed):
        return None
    return kept(kept_weeks(shares, plan, first, today))


def questions_for(member: Member, first: dt.date, today: dt.date) -> Questions:
    """From the first day shown to today; the answers of pain look at all days."""
    days = days_until(SymptomReport.objects.for_member(member).noted(), today)
    pain = better(days, declared_flares(member, today), first)
    is_early = pain.change is Change.TOO_EARLY
    return Questions(
        first=max(first, days[0].day) if days else today,
        last=max(today, days[-1].day) if days else today,
        better=pain,
        moving=None if is_early else moving(days, first),
        after=responses_of(member, first, today),
        kept=kept_of(member, first, today, pain),
        goals=goal_question(ActivityGoal.objects.for_member(member).tracks()),
    )
