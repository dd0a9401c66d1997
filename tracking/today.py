"""What the day holds for one member, ready for the page."""

import datetime as dt
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from exercises.models import Prescription
from portal.accounts.models import Member
from tracking.gate import gate_for
from tracking.models import Enrollment, ExerciseSession
from tracking.safety import Gate

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
    enrollment: Enrollment | None
    prescriptions: list[Prescription]
    any_time: list[Prescription]
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


def today_for(member: Member, day: dt.date) -> Today:
    enrollment = Enrollment.objects.for_member(member).for_today().first()
    prescribed = list(enrollment.all_prescriptions_on(day)) if enrollment else []
    week = ExerciseSession.objects.for_member(member).between(
        monday_of(day), monday_of(day) + dt.timedelta(days=DAYS - 1)
    )
    sessions = list(week.prefetch_related("logs"))
    mine_today = [s for s in sessions if s.performed_on == day]
    return Today(
        gate=gate_for(member),
        enrollment=enrollment,
        prescriptions=[p for p in prescribed if not p.any_time],
        any_time=[p for p in prescribed if p.any_time],
        open_session=next((s for s in mine_today if not s.finished_at), None),
        done=[s for s in mine_today if s.finished_at],
        week=week_of(day, sessions),
        sessions_this_week=sum(bool(s.finished_at) for s in sessions),
    )
