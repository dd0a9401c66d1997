"""History by day, as ready strings: rows that repeat cost the template little."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracking.models import ExerciseLog, ExerciseSession, SymptomReport

Moment = SymptomReport.Moment


@dataclass(frozen=True)
class Entry:
    """One session or check-in in the list."""

    address: str
    title: str
    time: str
    facts: tuple[str, ...]


@dataclass
class HistoryDay:
    name: str
    entries: list[Entry] = field(default_factory=list)


def clock(moment: dt.datetime) -> str:
    return time_format(timezone.localtime(moment))


def scores(report: SymptomReport) -> str:
    return _("back %(back)s, leg %(leg)s, as far as: %(place)s") % {
        "back": report.back,
        "leg": report.leg,
        "place": report.place,
    }


def exercises_done(logs: Iterable[ExerciseLog]) -> str:
    logs = list(logs)
    done = sum(log.state in (log.State.DONE, log.State.PARTLY) for log in logs)
    return ngettext(
        "%(done)s of %(n)s exercise", "%(done)s of %(n)s exercises", len(logs)
    ) % {"done": done, "n": len(logs)}


def facts_of(session: ExerciseSession) -> tuple[str, ...]:
    by_moment = {report.moment: report for report in session.symptom_reports.all()}
    facts = [exercises_done(session.logs.all())]
    if before := by_moment.get(Moment.BEFORE):
        facts.append(_("Before: %(scores)s") % {"scores": scores(before)})
    if after := by_moment.get(Moment.AFTER):
        facts.append(_("After: %(scores)s") % {"scores": scores(after)})
    return tuple(facts)


def session_entry(session: ExerciseSession) -> Entry:
    title = _("Session") if session.finished_at else _("Session, not finished")
    return Entry(
        session.get_absolute_url(), title, clock(session.started_at), facts_of(session)
    )


def report_entry(report: SymptomReport) -> Entry:
    return Entry(
        report.get_absolute_url(),
        _("Check-in"),
        clock(report.reported_at),
        (scores(report),),
    )


def by_day(
    sessions: Iterable[ExerciseSession], reports: Iterable[SymptomReport]
) -> list[HistoryDay]:
    """Newest day first; within a day the newest entry first."""
    dated = [(s.performed_on, s.started_at, session_entry(s)) for s in sessions]
    dated += [(r.reported_on, r.reported_at, report_entry(r)) for r in reports]
    days: dict[dt.date, HistoryDay] = {}
    for day, _at, entry in sorted(dated, key=lambda row: row[:2], reverse=True):
        days.setdefault(day, HistoryDay(date_format(day, "l, F j"))).entries.append(
            entry
        )
    return list(days.values())
