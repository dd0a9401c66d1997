"""What the day holds for one member, ready for the page."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from exercises.models import Prescription
from portal.accounts.models import Member
from tracking.gate import left_out_for, standing
from tracking.models import Enrollment, ExerciseSession, SafetyScreen
from tracking.safety import Gate
from tracking.stopping import HeldBack, held_back

DAYS = 7


@dataclass(frozen=True)
class WeekDay:
    """One day of the strip, in words for those who cannot see it."""

    letter: str
    number: int
    is_done: bool
    is_today: bool
    words: str


@dataclass(frozen=True)
class Today:
    gate: Gate
    lock: SafetyScreen | None
    enrollment: Enrollment | None
    prescriptions: list[Prescription]
    any_time: list[Prescription]
    left_out: list[str]
    held: HeldBack | None
    open_session: ExerciseSession | None
    done: list[ExerciseSession]
    week: list[WeekDay]
    sessions_this_week: int

    @property
    def minutes(self) -> int:
        return sum(p.session_minutes for p in self.prescriptions)


def monday_of(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def week_day(day: dt.date, today: dt.date, done: set[dt.date]) -> WeekDay:
    name = date_format(day, "l j")
    if day in done:
        words = _("%(day)s, done") % {"day": name}
    elif day == today:
        words = _("%(day)s, today") % {"day": name}
    else:
        words = name
    return WeekDay(date_format(day, "D")[0], day.day, day in done, day == today, words)


def week_of(today: dt.date, sessions: list[ExerciseSession]) -> list[WeekDay]:
    done = {s.performed_on for s in sessions if s.finished_at}
    first = monday_of(today)
    days = [first + dt.timedelta(days=n) for n in range(DAYS)]
    return [week_day(day, today, done) for day in days]


@dataclass(frozen=True)
class Prescribed:
    """What a day holds, and what safety answers and stop rules leave out."""

    given: list[Prescription]
    left_out: list[str]
    held: HeldBack | None = None


def prescribed_on(day: dt.date, member: Member, enrollment: Enrollment) -> Prescribed:
    without = left_out_for(member)
    every = list(enrollment.all_prescriptions_on(day))
    held = held_back(member, timezone.now())
    allowed = [p for p in every if p.exercise.slug not in without]
    return Prescribed(
        [p for p in allowed if not held.holds(p.exercise)],
        sorted({p.exercise.title for p in every if p.exercise.slug in without}),
        held,
    )


def today_for(member: Member, day: dt.date) -> Today:
    """While exercises are paused, none of them is even fetched."""
    here = standing(member)
    enrollment = Enrollment.objects.for_member(member).for_today().first()
    prescribed = Prescribed([], [])
    if enrollment and here.gate not in (Gate.LOCKED, Gate.UNANSWERED):
        prescribed = prescribed_on(day, member, enrollment)
    week = ExerciseSession.objects.for_member(member).between(
        monday_of(day), monday_of(day) + dt.timedelta(days=DAYS - 1)
    )
    sessions = list(week.prefetch_related("logs"))
    mine_today = [s for s in sessions if s.performed_on == day]
    return Today(
        gate=here.gate,
        lock=here.lock,
        enrollment=enrollment,
        prescriptions=[p for p in prescribed.given if not p.any_time],
        any_time=[p for p in prescribed.given if p.any_time],
        left_out=prescribed.left_out,
        held=prescribed.held,
        open_session=next((s for s in mine_today if not s.finished_at), None),
        done=[s for s in mine_today if s.finished_at],
        week=week_of(day, sessions),
        sessions_this_week=sum(bool(s.finished_at) for s in sessions),
    )
