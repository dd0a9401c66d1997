"""A session's reports on its page: a row for each moment, and those still to come."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise

from tracking.conflict import when
from tracking.history import (
    FEELINGS,
    MOMENTS,
    by_moment,
    clock,
    felt,
    has_no_time,
    in_words,
)
from tracking.models import ExerciseSession, SymptomReport, WeekPlan
from tracking.moments import LATER, Window, window_of

Moment = SymptomReport.Moment
ALWAYS = (Moment.BEFORE, Moment.AFTER)
WATCHED = ("numbness", "weakness")
WEEK = 7


@dataclass(frozen=True)
class MomentRow:
    label: str | Promise
    report: SymptomReport | None
    address: str = ""  # where a missing one can be added
    time: str = ""

    @property
    def felt(self) -> str:
        return felt(self.report) if self.report else ""


@dataclass(frozen=True)
class Later:
    """A report that can be made now, or from a time on."""

    label: str | Promise
    address: str
    opens: str
    is_offered: bool


def moment_rows(session: ExerciseSession) -> list[MomentRow]:
    reports = by_moment(session)
    return [
        MomentRow(
            label,
            reports.get(moment),
            adding(session, moment),
            time_of_report(session, reports.get(moment)),
        )
        for moment, label in MOMENTS
        if moment in ALWAYS or moment in reports
    ]


def time_of_report(session: ExerciseSession, report: SymptomReport | None) -> str:
    if report is None or (report.moment in ALWAYS and has_no_time(session)):
        return ""
    return clock(report.reported_at)


def adding(session: ExerciseSession, moment: SymptomReport.Moment) -> str:
    if session.finished_at is None:
        return ""
    return reverse("tracking:session_report", args=[session.pk, moment.value])


def later_reports(session: ExerciseSession) -> list[Later]:
    """Those not made yet whose time is now or to come."""
    now, made, found = timezone.now(), by_moment(session), []
    for moment in LATER:
        window = window_of(session, moment)
        if moment in made or window is None or now >= window.ends:
            continue
        address = reverse("tracking:session_report", args=[session.pk, moment.value])
        label = dict(MOMENTS)[moment]
        offered = window.is_offered(now)
        found.append(Later(label, address, opens(moment, window), offered))
    return found


def opens(moment: SymptomReport.Moment, window: Window) -> str:
    """From which time, or which day, on."""
    if moment is Moment.NEXT_MORNING:
        return date_format(timezone.localtime(window.opens), "l, F j")
    return when(window.opens)


def next_session(session: ExerciseSession) -> str:
    """The next day that the member planned, after a session of today."""
    today = timezone.localdate()
    if session.finished_at is None or session.performed_on != today:
        return ""
    plan = WeekPlan.objects.for_member(session.member).first()
    days = plan.weekdays if plan else []
    later = [today + dt.timedelta(days=ahead) for ahead in range(1, WEEK + 1)]
    found = next((day for day in later if day.weekday() in days), None)
    return date_format(found, "l, F j") if found else ""


def new_signs(session: ExerciseSession) -> str:
    """Numbness or weakness noted later, and not before the session."""
    reports = by_moment(session)
    before = reports.pop(Moment.BEFORE, None)
    if before is None:
        return ""
    return in_words(
        str(word)
        for key, word in FEELINGS
        if key in WATCHED
        and not getattr(before, key)
        and any(getattr(report, key) for report in reports.values())
    )
