"""One page for a clinician: change, now, days kept, responses, flags, activities."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from tracking.models import Enrollment
from tracking.periods import Period
from tracking.questions import Questions, questions_for
from tracking.report.facts import Fact, facts_of
from tracking.report.flags import Flags, flags_of
from tracking.report.headline import headline
from tracking.report.weeks import week_table
from tracking.tables import Table

__all__ = ["SECTIONS", "Report", "report_for", "sections_among"]

MOST_EXERCISES = 10
SECTIONS: dict[str, Promise] = {
    "change": _("Pain, and how far down it reaches"),
    "weeks": _("The numbers week by week"),
    "responses": _("Answers after each exercise"),
    "kept": _("Days of exercise"),
    "goals": _("Activities, walking and sitting"),
    "flags": _("Safety checks and stops"),
}


@dataclass(frozen=True)
class Report:
    """Everything the paper shows; what is left out is named."""

    name: str
    made_on: dt.date
    first: dt.date
    enrollment: Enrollment | None
    sections: Sequence[str]
    asked: Questions
    headline: str
    facts: list[Fact]
    flags: Flags | None
    weeks: Table
    responses: Table

    @property
    def left_out(self) -> list[str]:
        return [str(SECTIONS[key]) for key in SECTIONS if key not in self.sections]

    @property
    def week(self) -> int:
        return self.enrollment.week_on(self.made_on) if self.enrollment else 0


def sections_among(keys: Collection[str]) -> list[str]:
    """Those named, in the order of the page; all when none is."""
    return [key for key in SECTIONS if key in keys] or list(SECTIONS)


def report_for(
    member: Member, period: Period, keys: Collection[str], today: dt.date
) -> Report:
    sections, first = sections_among(keys), period.first_day(today)
    asked = questions_for(member, first, today)
    answered = asked.after.table
    flags = flags_of(member, asked.first, today) if "flags" in sections else None
    return Report(
        name=member.get_full_name() or member.email,
        made_on=today,
        first=asked.first,
        enrollment=Enrollment.objects.for_member(member).for_today().first(),
        sections=sections,
        asked=asked,
        headline=headline(asked, has_change="change" in sections, flags=flags),
        facts=facts_of(member, asked, sections, today),
        flags=flags,
        weeks=week_table(asked),
        responses=replace(answered, rows=answered.rows[:MOST_EXERCISES]),
    )
