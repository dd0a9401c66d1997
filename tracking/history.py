"""History by day, as ready strings: rows that repeat cost the template little."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tracking.models import ExerciseLog, ExerciseSession, SymptomReport

Moment = SymptomReport.Moment
NOON = dt.time(12)

FEELINGS = (
    ("tingling", gettext_lazy("tingling")),
    ("numbness", gettext_lazy("numbness")),
    ("weakness", gettext_lazy("weakness")),
)
MOMENTS = (
    (Moment.BEFORE, gettext_lazy("Before")),
    (Moment.AFTER, gettext_lazy("After")),
    (Moment.AFTER_10_MINUTES, gettext_lazy("10 minutes after")),
    (Moment.NEXT_MORNING, gettext_lazy("The morning after")),
)


@dataclass(frozen=True)
class Entry:
    """One session or check-in in the list."""

    address: str
    title: str
    time: str
    facts: tuple[str, ...]
    is_edited: bool = False


@dataclass
class HistoryDay:
    name: str
    entries: list[Entry] = field(default_factory=list)


def clock(moment: dt.datetime) -> str:
    return time_format(timezone.localtime(moment))


def in_words(words: Iterable[str]) -> str:
    """tingling, numbness and weakness"""
    parts = list(words)
    if len(parts) == 1:
        return parts[0]
    first, last = ", ".join(parts[:-1]), parts[-1:]
    return get_text_list([first, *last], _("and")) if last else ""


def felt(report: SymptomReport) -> str:
    """What was felt in a leg besides pain; empty when nothing was."""
    return in_words(str(word) for key, word in FEELINGS if getattr(report, key))


def scores(report: SymptomReport) -> str:
    words = _("back %(back)s, leg %(leg)s, as far as: %(place)s") % {
        "back": report.back,
        "leg": report.leg,
        "place": report.place,
    }
    with_it = felt(report)
    if not with_it:
        return words
    return _("%(scores)s, with %(felt)s") % {"scores": words, "felt": with_it}


def exercises_done(logs: Iterable[ExerciseLog]) -> str:
    logs = list(logs)
    done = sum(log.state in (log.State.DONE, log.State.PARTLY) for log in logs)
    return ngettext(
        "%(done)s of %(n)s exercise", "%(done)s of %(n)s exercises", len(logs)
    ) % {"done": done, "n": len(logs)}


def by_moment(session: ExerciseSession) -> dict[str, SymptomReport]:
    return {report.moment: report for report in session.symptom_reports.all()}


def facts_of(session: ExerciseSession) -> tuple[str, ...]:
    reports = by_moment(session)
    told = [
        _("%(moment)s: %(scores)s")
        % {"moment": label, "scores": scores(reports[moment])}
        for moment, label in MOMENTS
        if moment in reports
    ]
    return (exercises_done(session.logs.all()), *told)


def has_no_time(session: ExerciseSession | None) -> bool:
    """Of a past day that was noted by hand, nobody said the time."""
    if session is None or session.source != session.Source.BY_HAND:
        return False
    return timezone.localtime(session.started_at).time() == NOON


def time_of(session: ExerciseSession) -> str:
    return _("noted by hand") if has_no_time(session) else clock(session.started_at)


def session_entry(session: ExerciseSession, is_edited: bool = False) -> Entry:
    title = _("Session") if session.finished_at else _("Session, not finished")
    return Entry(
        session.get_absolute_url(),
        title,
        time_of(session),
        facts_of(session),
        is_edited,
    )


def report_entry(report: SymptomReport, is_edited: bool = False) -> Entry:
    return Entry(
        report.get_absolute_url(),
        _("Check-in"),
        clock(report.reported_at),
        (scores(report),),
        is_edited,
    )


def by_day(
    sessions: Iterable[ExerciseSession],
    reports: Iterable[SymptomReport],
    edited: set[object],
) -> list[HistoryDay]:
    """Newest day first; within a day the newest entry first."""
    dated = [
        (s.performed_on, s.started_at, session_entry(s, is_edited(s, edited)))
        for s in sessions
    ]
    dated += [
        (r.reported_on, r.reported_at, report_entry(r, r.pk in edited)) for r in reports
    ]
    days: dict[dt.date, HistoryDay] = {}
    for day, _at, entry in sorted(dated, key=lambda row: row[:2], reverse=True):
        days.setdefault(day, HistoryDay(date_format(day, "l, F j"))).entries.append(
            entry
        )
    return list(days.values())


def is_edited(session: ExerciseSession, edited: set[object]) -> bool:
    """The session itself, or one of its reports."""
    rows = [session.pk, *(report.pk for report in session.symptom_reports.all())]
    return bool(edited.intersection(rows))
