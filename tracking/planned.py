"""What a member had planned: when a program was followed, and on which days."""

import datetime as dt
from collections.abc import Sequence

from portal.accounts.models import Member
from tracking.models import Enrollment, Flare, SafetyScreen, WeekPlan
from tracking.progress.flares import Span
from tracking.progress.kept import Plan


def declared_flares(member: Member, today: dt.date) -> list[Span]:
    rows = Flare.objects.for_member(member).declared_by(today)
    return [(row.declared_on, row.last_day(today)) for row in rows]


def paused_days(member: Member, today: dt.date) -> list[Span]:
    """From the answer that locked the exercises to the day the lock was lifted."""
    rows = SafetyScreen.objects.for_member(member).locked_by(today)
    return [(row.asked_on, row.last_paused_day(today)) for row in rows]


def plan_of(member: Member, today: dt.date, flares: Sequence[Span]) -> Plan:
    """The week as it is chosen now stands for all weeks: no older one is kept."""
    enrollments = list(Enrollment.objects.for_member(member).for_page())
    week = WeekPlan.objects.for_member(member).first()
    followed = tuple((e.started_on, e.ended_on or today) for e in enrollments)
    a_week = {"days_a_week": enrollments[0].phase.days_per_week} if enrollments else {}
    weekdays = frozenset(week.weekdays) if week else frozenset()
    return Plan(
        followed,
        weekdays,
        flares=tuple(flares),
        paused=tuple(paused_days(member, today)),
        **a_week,
    )
