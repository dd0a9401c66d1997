"""What stood somewhere before: on the edit page, in the history, and on its own page."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.forms import BaseForm
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.accounts.models import Member
from tracking.conflict import Noted, Row, side_by_side, when
from tracking.forms import ExerciseSessionForm, SymptomReportForm
from tracking.forms.done_fields import TOLD, stored
from tracking.history import clock, has_no_time, scores
from tracking.models import ExerciseSession, Revision, SymptomReport
from tracking.revising import ANSWERS, KEPT_DAYS, Content


@dataclass(frozen=True)
class Earlier:
    """One former version, with what became of it."""

    address: str
    deed: str
    words: str


@dataclass(frozen=True)
class Deleted:
    """Something that can be brought back."""

    address: str
    title: str
    words: str
    deleted_at: str


def report_of(content: Content) -> SymptomReport:
    """A report as it stood, for its words only."""
    return SymptomReport(**{name: content[name] for name in ANSWERS})


def session_words(content: Content) -> str:
    day = dt.date.fromisoformat(content["performed_on"])
    sets = sum(log["sets_done"] for log in content["logs"])
    done = ngettext("%(n)s set done", "%(n)s sets done", sets) % {"n": sets}
    return f"{date_format(day, 'l, F j')}, {done}"


def words_of_content(revision: Revision) -> str:
    if revision.session_id:
        return session_words(revision.content)
    return scores(report_of(revision.content))


def deed(content: Content, next_deleted_at: object) -> str:
    if content["deleted_at"]:
        return _("Brought back on %(when)s")
    return _("Deleted on %(when)s") if next_deleted_at else _("Changed on %(when)s")


def earlier_versions(row: Noted) -> list[Earlier]:
    """Newest first. What became of a version shows in the one after it."""
    revisions = list(row.revisions.all())
    after = [row.deleted_at, *(r.content["deleted_at"] for r in revisions)]
    return [
        Earlier(
            revision.get_absolute_url(),
            deed(revision.content, later) % {"when": day_and_time(revision.saved_at)},
            words_of_content(revision),
        )
        for revision, later in zip(revisions, after, strict=False)
    ]


def day_and_time(moment: dt.datetime) -> str:
    return f"{date_format(timezone.localtime(moment), 'l, F j')}, {clock(moment)}"


def deleted_things(member: Member) -> list[Deleted]:
    """Those of the last 30 days, each with its newest revision."""
    since = timezone.now() - dt.timedelta(days=KEPT_DAYS)
    newest: dict[object, Revision] = {}
    for revision in Revision.objects.for_member(member).of_deleted(since).for_page():
        newest.setdefault(revision.report_id or revision.session_id, revision)
    return [deleted(revision) for revision in newest.values()]


def deleted(revision: Revision) -> Deleted:
    row = revision.row
    return Deleted(
        revision.get_absolute_url(),
        title(row),
        words_of_content(revision),
        when(row.deleted_at) if row.deleted_at else "",
    )


def title(row: Noted) -> str:
    if isinstance(row, ExerciseSession):
        when_it_was = day_or_time(row.started_at, row)
        return _("Session, %(when)s") % {"when": when_it_was}
    return _("%(moment)s, %(when)s") % {
        "moment": row.get_moment_display(),
        "when": day_or_time(row.reported_at, row.session),
    }


def day_or_time(moment: dt.datetime, session: ExerciseSession | None) -> str:
    if has_no_time(session):
        return date_format(timezone.localtime(moment), "l, F j")
    return day_and_time(moment)


def edited_rows(
    member: Member,
    sessions: Iterable[ExerciseSession],
    check_ins: Iterable[SymptomReport],
) -> set[object]:
    """The ids of those, and of the sessions' reports, that once said something else."""
    rows: list[Noted] = [*sessions, *check_ins]
    rows += [r for session in sessions for r in session.symptom_reports.all()]
    by_id = {row.pk: row for row in rows}
    revisions = Revision.objects.for_member(member).of(by_id)
    return {
        row_id
        for revision in revisions
        if (row_id := revision.row_id) and says_else(revision, by_id[row_id])
    }


def says_else(revision: Revision, row: Noted) -> bool:
    if isinstance(row, SymptomReport):
        names: Iterable[str] = ANSWERS
        return any(revision.content[name] != getattr(row, name) for name in names)
    content = revision.content
    now = {str(log.pk): log for log in row.logs.all()}
    noted = (content["performed_on"], content["note"])
    return noted != (row.performed_on.isoformat(), row.note) or any(
        log[name] != getattr(now[log["id"]], name)
        for log in content["logs"]
        for name in TOLD
        if log["id"] in now and name in log
    )


def then_and_now(revision: Revision, member: Member) -> list[Row]:
    """Field by field, in the words of its form."""
    row, content = revision.row, revision.content
    if isinstance(row, ExerciseSession):
        logs = {
            k: v for g in content["logs"] for k, v in stored(g["position"], g).items()
        }
        day = dt.date.fromisoformat(content["performed_on"])
        initial = {"performed_on": day, "note": content["note"], **logs}
        then: BaseForm = ExerciseSessionForm(instance=row, initial=initial)
        return side_by_side(then, ExerciseSessionForm(instance=row))
    then = SymptomReportForm(member=member, report=report_of(content))
    return side_by_side(then, SymptomReportForm(member=member, report=row))
