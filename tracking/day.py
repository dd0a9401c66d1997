"""One day of a member: what the page's one card says, from values already fetched."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from django.urls import reverse
from django.utils import timezone

from exercises.models import Prescription
from tracking import prescribing
from tracking.any_time import AnyTime
from tracking.dose_sentences import Told
from tracking.flaring import FlareNow
from tracking.history import MOMENTS
from tracking.lately import Lately
from tracking.models import ActivityGoal, Enrollment, ExerciseSession, SafetyScreen
from tracking.moments import LATER, window_of
from tracking.phase_facts import Known, bridges_of, counted_from
from tracking.plan_changes import PlanChange
from tracking.safety import Gate
from tracking.session_page import Later
from tracking.stopping import HeldBack
from tracking.week_strip import WeekDay, monday_of, week_of

WEEK = dt.timedelta(days=7)


class State(StrEnum):
    """What the one card of the day says."""

    NO_PROGRAM = "no-program"
    SAFETY_FIRST = "safety-first"
    LOCKED = "locked"
    OPEN = "open"
    GENTLE = "gentle"
    DONE = "done"
    REST = "rest"
    READY = "ready"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Today:
    """Everything was fetched before; the properties only put it together."""

    day: dt.date
    gate: Gate
    lock: SafetyScreen | None
    felt: Lately
    flare: FlareNow | None
    enrollment: Enrollment | None
    sessions: list[ExerciseSession]
    left_out: list[str] = field(default_factory=list)
    held: HeldBack | None = None
    doses: list[Prescription] = field(default_factory=list)
    any_time: list[AnyTime] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    plan_change: PlanChange | None = None
    will_step_back: bool = False

    @property
    def state(self) -> State:
        if self.gate is Gate.LOCKED:
            return State.LOCKED
        if self.enrollment is None:
            return State.NO_PROGRAM
        if self.gate is Gate.UNANSWERED:
            return State.SAFETY_FIRST
        if self.open_session:
            return State.OPEN
        return self.state_of_day

    @property
    def state_of_day(self) -> State:
        if self.is_done:
            return State.DONE
        if not self.doses:
            return State.NOTHING
        if self.is_gentle:
            return State.GENTLE
        return State.REST if self.is_rest_day and not self.ended else State.READY

    @property
    def is_gentle(self) -> bool:
        return self.flare is not None and self.flare.is_gentle

    @property
    def is_usual_in_gentle_days(self) -> bool:
        """Begun before the member chose gentle days."""
        row = self.open_session
        return self.is_gentle and row is not None and row.kind != row.Kind.GENTLE

    @property
    def tells_of_flare(self) -> bool:
        return self.flare is not None and not self.is_gentle

    @property
    def of_today(self) -> list[ExerciseSession]:
        return [s for s in self.sessions if s.performed_on == self.day]

    @property
    def ended(self) -> list[ExerciseSession]:
        """Also those in which every exercise was left out."""
        return [s for s in self.of_today if s.finished_at]

    @property
    def done(self) -> list[ExerciseSession]:
        return [s for s in self.of_today if s.counts]

    @property
    def open_session(self) -> ExerciseSession | None:
        return next((s for s in self.of_today if not s.finished_at), None)

    @property
    def number(self) -> int:
        return len(self.done) + 1

    @property
    def planned(self) -> int:
        """A day of several short sessions begins at the low end of its range."""
        if self.enrollment is None or self.is_gentle:
            return 1
        return self.enrollment.phase.sessions_per_day

    @property
    def is_done(self) -> bool:
        """Whoever ended it without an exercise is not asked again that day."""
        return len(self.ended) >= self.planned

    @property
    def is_rest_day(self) -> bool:
        """By the plan of the week; whoever joins today came to begin."""
        row = self.enrollment
        if row is None or row.week_plan is None or row.started_on == self.day:
            return False
        days = row.week_plan.weekdays
        return bool(days) and self.day.weekday() not in days

    @property
    def minutes(self) -> int:
        return prescribing.minutes(self.doses)

    @property
    def has_short(self) -> bool:
        return self.minutes > prescribing.SHORT_MINUTES + 1

    @property
    def short_minutes(self) -> int:
        return prescribing.minutes(prescribing.short(self.doses))

    @property
    def needs(self) -> list[str]:
        """What to have at hand, each thing once."""
        things = [t for d in self.doses for t in d.exercise.equipment.split(",")]
        return list(dict.fromkeys(t.strip() for t in things if t.strip()))

    @property
    def week(self) -> list[WeekDay]:
        plan = self.enrollment.week_plan if self.enrollment else None
        return week_of(self.day, self.sessions, plan.weekdays if plan else [])

    @property
    def sessions_this_week(self) -> int:
        first = monday_of(self.day)
        return sum(s.performed_on >= first for s in self.sessions if s.counts)

    @property
    def look_back_due(self) -> bool:
        """After a week in a program, and not within 7 days of the last one."""
        row = self.enrollment
        if row is None or self.gate is Gate.LOCKED or row.started_on > self.day - WEEK:
            return False
        return row.looked_back_on is None or row.looked_back_on <= self.day - WEEK

    @cached_property
    def phase(self) -> Known | None:
        """Whether to move on; not asked in the midst of a session, nor in a flare."""
        settled = self.gate is Gate.OPEN and not self.open_session and not self.flare
        if self.enrollment is None or not settled:
            return None
        first = counted_from(self.enrollment, self.day)
        days = {s.performed_on for s in self.sessions if s.counts}
        counted = len([day for day in days if day >= first])
        goals = ActivityGoal.objects.for_member(self.enrollment.member)
        return Known(
            self.enrollment,
            self.day,
            self.felt,
            self.gate,
            self.flare,
            counted,
            bridges_of(self.enrollment, self.day),
            goals.with_first_score(),
        )

    @cached_property
    def can_move_on(self) -> bool:
        return self.phase is not None and self.phase.is_ready

    @property
    def later(self) -> list[Later]:
        """The reports after a session whose time is now, of the latest session."""
        now, found = timezone.now(), []
        finished = [s for s in self.sessions if s.counts]
        for moment in LATER:
            for session in sorted(finished, key=lambda s: s.started_at, reverse=True):
                window = window_of(session, moment)
                if window is None or not window.is_offered(now):
                    continue
                if moment not in self.felt.of_session(session.pk):
                    where = [session.pk, moment.value]
                    address = reverse("tracking:session_report", args=where)
                    found.append(Later(dict(MOMENTS)[moment], address, "", True))
                break
        return found
