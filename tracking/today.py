"""Fetching what the day holds for one member: the same few queries on every day."""

import datetime as dt
from dataclasses import replace

from django.db.models import Exists, OuterRef, prefetch_related_objects
from django.utils import timezone

from exercises.models import Prescription
from portal.accounts.models import Member
from tracking import prescribing
from tracking.any_time import any_time_of
from tracking.at_once import Wanted
from tracking.day import Today
from tracking.dose_sentences import tell
from tracking.doses import (
    Changes,
    around_now,
    as_dosed,
    changes_in_force,
    is_stepped_back,
)
from tracking.dosing import Around
from tracking.models import (
    DoseChange,
    Enrollment,
    ExerciseSession,
    StopEvent,
    Tick,
    WeekPlan,
)
from tracking.now import now_of
from tracking.phase_facts import counted_from
from tracking.plan_changes import changed, plan_of
from tracking.safety import Gate
from tracking.stopping import held_back
from tracking.week_strip import monday_of

SHUT = (Gate.LOCKED, Gate.UNANSWERED)


def sessions_since(member: Member, first: dt.date) -> list[ExerciseSession]:
    """Only today's open one needs its exercises: it is carried on, or was stopped."""
    mine = ExerciseSession.objects.for_member(member).with_counts()
    stops = StopEvent.objects.in_session(OuterRef("pk")).ending()
    since = mine.filter(performed_on__gte=first)
    sessions = list(since.annotate(is_stopped=Exists(stops)))
    today = timezone.localdate()
    opened = [s for s in sessions if s.performed_on == today and not s.finished_at]
    prefetch_related_objects(opened[:1], "logs")
    return sessions


def today_for(member: Member, day: dt.date) -> Today:
    """While exercises are paused, none of them is even fetched."""
    enrollments = Wanted(
        Enrollment.objects.for_member(member).running().for_page().with_outlook()
    )
    week_plans = Wanted(WeekPlan.objects.for_member(member))
    now = now_of(member, day, enrollments, week_plans)
    enrollment = enrollments.first
    first = day
    if enrollment:
        enrollment.member, enrollment.week_plan = member, week_plans.first
        first = counted_from(enrollment, day)
    today = Today(
        day=day,
        gate=now.gate,
        lock=now.screens.latest if now.gate is Gate.LOCKED else None,
        felt=now.felt,
        flare=now.flare,
        enrollment=enrollment,
        sessions=sessions_since(member, min(first, monday_of(day))),
    )
    if enrollment is None or now.gate in SHUT:
        return today
    return with_exercises(today, enrollment, now.screens.left_out)


def with_exercises(today: Today, enrollment: Enrollment, without: set[str]) -> Today:
    """The same day with what it holds."""
    gentle = today.is_gentle
    find = enrollment.gentle_prescriptions if gentle else enrollment.phase_prescriptions
    every = list(find())
    held = held_back(enrollment.member, timezone.now())
    of_week = prescribing.of_week(every, enrollment.week_on(today.day))
    left = prescribing.allowed(of_week, without, held)
    ticks = Tick.objects.for_member(enrollment.member).on(today.day)
    any_time = any_time_of(prescribing.any_time(left.doses), ticks, today.day)
    today = replace(today, left_out=left.left_out, held=held, any_time=any_time)
    if gentle:
        doses = prescribing.short(prescribing.in_session(left.doses, 1))
        return replace(today, doses=doses)
    change = changed(enrollment.shown_plan, plan_of(enrollment, every))
    chosen = prescribing.in_session(left.doses, today.number)
    return with_doses(replace(today, plan_change=change), enrollment, chosen)


def with_doses(
    today: Today, enrollment: Enrollment, chosen: list[Prescription]
) -> Today:
    """Each exercise at its dose of now, and what has changed of that."""
    changes = changes_in_force(enrollment, today.day)
    around = around_now(today.felt, today.flare)
    return replace(
        today,
        doses=as_dosed(chosen, in_use(changes, today, around), today.day),
        told=[tell(change) for change in pending(changes, today)],
        will_step_back=around.back is not None and not is_stepped_back(changes),
    )


def pending(changes: Changes, today: Today) -> list[DoseChange]:
    """Those that the next session is the first to use."""
    last = max((s.started_at for s in today.sessions), default=None)
    made = [change for found in changes.values() for change in found]
    return [c for c in made if last is None or c.made_at > last]


def in_use(changes: Changes, today: Today, around: Around) -> Changes:
    """While something holds, a way up that nobody has used yet has to wait."""
    if not around.holds:
        return changes
    waiting = {c.pk for c in pending(changes, today) if c.is_up}
    return {
        exercise: [change for change in made if change.pk not in waiting]
        for exercise, made in changes.items()
    }
