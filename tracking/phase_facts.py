"""What is known of a member in a phase, gathered for the rules that move it on."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from tracking.at_once import Wanted
from tracking.farthest_point import FarthestPoint
from tracking.flaring import FlareNow
from tracking.lately import Lately, Note
from tracking.models import (
    ActivityGoal,
    Enrollment,
    ExerciseLog,
    ExerciseSession,
    SymptomReport,
)
from tracking.now import now_of
from tracking.phases import Check, Facts, checks, is_ready
from tracking.progress import ENOUGH_DAYS, WINDOW_DAYS
from tracking.safety import Gate
from tracking.stop_rules import Reach

BRIDGE = "hip-bridge"
LONGEST = dt.timedelta(days=42)
DAYS_A_WEEK = 7
MILD_LEG = 2
ABOUT_A_BRIDGE = ("sets_done", "reps_done", "reps")
Moment = SymptomReport.Moment


@dataclass(frozen=True)
class Known:
    """What a page has already fetched; the bridges and goals may still be to fetch."""

    enrollment: Enrollment
    day: dt.date
    felt: Lately
    gate: Gate
    flare: FlareNow | None
    session_days: int
    bridges: Iterable[ExerciseLog]
    goals: Iterable[ActivityGoal]

    @property
    def days(self) -> int:
        """The first day in a phase is day 1."""
        return (self.day - self.enrollment.phase_began).days + 1

    @property
    def is_long_enough(self) -> bool:
        return self.days >= self.enrollment.phase.minimum_days

    @property
    def is_overdue(self) -> bool:
        return self.days > self.enrollment.phase.max_weeks * DAYS_A_WEEK

    @property
    def is_repeating(self) -> bool:
        phase = self.enrollment.phase
        weeks = phase.last_week - phase.first_week + 1
        return self.days > weeks * DAYS_A_WEEK

    @property
    def keys(self) -> set[str]:
        return {rule.key for rule in self.enrollment.phase.rules}

    @cached_property
    def checks(self) -> list[Check]:
        """What no rule asks for is not fetched."""
        return checks(self.enrollment.phase.rules, facts(self))

    @cached_property
    def meets_all(self) -> bool:
        return self.is_long_enough and is_ready(self.checks)

    @property
    def is_ready(self) -> bool:
        return self.enrollment.next_phase is not None and self.meets_all

    @property
    def is_at_the_end(self) -> bool:
        """All is met in the last phase: there is nothing to move on to."""
        row = self.enrollment
        return row.next_phase is None and bool(row.phase.rules) and self.meets_all


def known(enrollment: Enrollment, day: dt.date, *more: Wanted[Any]) -> Known:
    """For a page that is only about the phase. 1 query, that fills `more` as well."""
    member, began = enrollment.member, counted_from(enrollment, day)
    mine = ExerciseSession.objects.for_member(member).between(began, day)
    sessions = Wanted(mine.done(), "id", "performed_on")
    bridges = Wanted(bridges_of(enrollment, day), "id", *ABOUT_A_BRIDGE)
    goals = Wanted(ActivityGoal.objects.for_member(member).with_first_score())
    now = now_of(member, day, sessions, bridges, goals, *more)
    return Known(
        enrollment,
        day,
        now.felt,
        now.gate,
        now.flare,
        len({row.performed_on for row in sessions.rows}),
        bridges.rows,
        goals.rows,
    )


def counted_from(enrollment: Enrollment, day: dt.date) -> dt.date:
    return max(enrollment.phase_began, day - LONGEST)


def facts(now: Known) -> Facts:
    enrollment, felt = now.enrollment, now.felt
    week = felt.days[-WINDOW_DAYS:]
    return Facts(
        days=now.days,
        minimum_days=enrollment.phase.minimum_days,
        legs=tuple(day.leg for day in felt.noted[:ENOUGH_DAYS] if day.leg is not None),
        start_leg=felt.start,
        reach=latest_reach(felt),
        start_reach=felt.start_reach,
        morning=latest_morning(felt),
        walk=enrollment.walk_minutes,
        sit=enrollment.sit_minutes,
        safe=now.gate is Gate.OPEN,
        week_legs=tuple(day.leg for day in week if day.leg is not None),
        days_above_knee=sum(is_above_knee(felt, day.day) for day in week),
        bridges=best(now.bridges) if "bridges-2-of-10" in now.keys else None,
        flare=now.flare is not None,
        sessions=now.session_days,
        planned=planned_days(enrollment, now.day),
        goals=scores(now.goals) if "goals-2-better" in now.keys else (),
    )


def latest_reach(felt: Lately) -> Reach | None:
    return felt.reached[felt.noted[0].day] if felt.noted else None


def latest_morning(felt: Lately) -> tuple[int, int] | None:
    """The leg before a session and on the morning after, of the latest such pair."""
    for note in reversed(felt.recent):
        if note.moment == Moment.NEXT_MORNING and note.session:
            before = felt.of_session(note.session).get(Moment.BEFORE)
            return (before.leg, note.leg) if before else None
    return None


def is_above_knee(felt: Lately, day: dt.date) -> bool:
    """Nothing below the knee in any note of that day, or a mild tingle at most."""
    notes = [note for note in felt.recent if note.day == day]
    return bool(notes) and all(
        max(note.left, note.right) <= FarthestPoint.KNEE or is_mild(note)
        for note in notes
    )


def is_mild(note: Note) -> bool:
    return (
        note.tingling
        and not (note.numbness or note.weakness)
        and (note.leg <= MILD_LEG)
    )


def planned_days(enrollment: Enrollment, day: dt.date) -> int:
    """By the plan of the week; without one, the low end of the phase."""
    plan = enrollment.week_plan
    a_week = len(plan.weekdays) if plan and plan.weekdays else None
    began = counted_from(enrollment, day)
    days = (day - began).days
    return round(days * (a_week or enrollment.phase.days_per_week) / DAYS_A_WEEK)


def bridges_of(enrollment: Enrollment, day: dt.date) -> QuerySet[ExerciseLog]:
    """Those that went fine."""
    logs = ExerciseLog.objects.for_dosing(enrollment, counted_from(enrollment, day))
    fine = logs.filter(exercise__slug=BRIDGE).exclude(rating="painful")
    return fine.exclude(reach_response="down").select_related(None)


def best(logs: Iterable[ExerciseLog]) -> tuple[int, int] | None:
    """Where nobody said how many repeats, a set was done as planned."""
    done = [
        (log.sets_done, log.reps_done if log.reps_done is not None else log.reps or 0)
        for log in logs
    ]
    return max(done, default=None)


def scores(goals: Iterable[ActivityGoal]) -> tuple[tuple[int, int], ...]:
    """First and latest score of each goal."""
    return tuple((goal.first_score, goal.score) for goal in goals)
