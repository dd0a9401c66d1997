"""Changing, deleting and bringing back what was noted. What stood there is kept."""

import datetime as dt
import json
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.models import Member
from tracking.at_once import Wanted, read_at_once
from tracking.models import ExerciseLog, ExerciseSession, Revision, SymptomReport

KEPT_DAYS = 30
ANSWERS = (
    "back",
    "leg",
    "places",
    "left",
    "right",
    "tingling",
    "numbness",
    "weakness",
    "note",
)
LEFT = ("sets_done", "state", "skip_reason", "moved_on")
DONE = (
    *LEFT,
    "reps_done",
    "hold_seconds_done",
    "minutes_done",
    "rating",
    "leg_response",
    "reach_response",
)
PLANNED = (
    "exercise_id",
    "prescription_id",
    "swapped_from_id",
    "swap_reason",
    "title",
    "sets",
    "reps",
    "hold_seconds",
    "minutes",
    "sides",
)
LOG = ("id", "position", *PLANNED, *DONE)
REPORT = ("id", "reported_on")
WORSENING = ("back", "leg", "numbness", "weakness")

type Content = dict[str, Any]
type Logs = Mapping[int, Mapping[str, Any]]


class MovedOn(Exception):  # noqa: N818  # a case to show, not a fault
    """The row is no longer as it was when its form was shown."""


def text(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def plain(values: Mapping[str, object]) -> Content:
    """As JSON holds it, to the microsecond."""
    content: Content = json.loads(json.dumps(values, default=text))
    return content


def report_content(pk: uuid.UUID) -> Content:
    """All its columns. Its row is locked until the transaction ends."""
    return plain(SymptomReport.objects.select_for_update().values().get(pk=pk))


def session_content(pk: uuid.UUID) -> Content:
    """With what was done of each exercise, and the days its reports stand on.

    Its row is locked first: what is read after that is as the last writer left it.
    """
    session = ExerciseSession.objects.select_for_update().values().get(pk=pk)
    logs = Wanted(ExerciseLog.objects.filter(session=pk).order_by("position"), *LOG)
    reports = Wanted(SymptomReport.objects.filter(session=pk), *REPORT)
    read_at_once(Member(pk=session["member_id"]), logs, reports)
    both = {"logs": columns_of(logs, LOG), "reports": columns_of(reports, REPORT)}
    return plain({**session, **both})


def columns_of(found: Wanted[Any], names: Sequence[str]) -> list[Content]:
    return [{name: getattr(row, name) for name in names} for row in found.rows]


def replace[Row: models.Model](
    rows: "models.QuerySet[Row]", version: int, **columns: Any
) -> None:
    """One statement, so that of two writers only one succeeds."""
    try:
        with transaction.atomic():
            current = rows.filter(version=version)
            replaced = current.update(version=version + 1, **columns)
    except IntegrityError:
        replaced = 0  # another report took this moment of the session
    if not replaced:
        raise MovedOn


def replace_report(
    report: SymptomReport, before: Content, version: int, **columns: Any
) -> Revision:
    rows = SymptomReport.objects.filter(pk=report.pk)
    replace(rows, version, **columns)
    return Revision.objects.create(
        member_id=report.member_id, report=report, content=before
    )


def replace_session(
    session: ExerciseSession, before: Content, version: int, **columns: Any
) -> Revision:
    rows = ExerciseSession.objects.filter(pk=session.pk)
    replace(rows, version, **columns)
    return Revision.objects.create(
        member_id=session.member_id, session=session, content=before
    )


def is_worse(before: Content, answers: Content) -> bool:
    """Says more pain, or more of a sign, than stood there: the screen may be due."""
    return any(answers.get(name, 0) > before[name] for name in WORSENING)


@transaction.atomic
def change_report(report: SymptomReport, version: int, answers: Content) -> None:
    """The same answers again change nothing. Raises MovedOn."""
    before = report_content(report.pk)
    same = all(before[name] == value for name, value in answers.items())
    if same and before["deleted_at"] is None:
        return
    columns = {**answers, "deleted_at": None}
    if before["deleted_at"] or is_worse(before, answers):
        columns["raised_at"] = timezone.now()
    replace_report(report, before, version, **columns)


@transaction.atomic
def change_session(
    session: ExerciseSession,
    version: int,
    *,
    performed_on: dt.date,
    note: str,
    logs: Logs,
) -> None:
    """The day, the note, and what was done, by position. Raises MovedOn."""
    before = session_content(session.pk)
    same = (before["performed_on"], before["note"], before["deleted_at"])
    if same == (performed_on.isoformat(), note, None) and says(before["logs"], logs):
        return
    replace_session(
        session, before, version, performed_on=performed_on, note=note, deleted_at=None
    )
    set_logs(session, logs)
    if before["performed_on"] != performed_on.isoformat():
        move_reports(before, performed_on)


def says(kept: list[Content], logs: Logs) -> bool:
    """Whether each log holds these values already."""
    return all(
        log[column] == value
        for log in kept
        for column, value in logs.get(log["position"], {}).items()
    )


def set_logs(session: ExerciseSession, values: Logs) -> None:
    # No other writer came between: `replace_session` has just seen the version.
    logs = [log for log in session.logs.all() if log.position in values]
    for log in logs:
        for column, value in values[log.position].items():
            setattr(log, column, value)
        log.set_sets(log.sets_done)
    ExerciseLog.objects.bulk_update(logs, DONE)


def move_reports(
    before: Content, day: dt.date, known: dict[str, dt.date] | None = None
) -> None:
    """A session's reports keep their distance to its day, but none is in the future.

    `known` holds the days that some of them are put back to.
    """
    moved_by = day - dt.date.fromisoformat(before["performed_on"])
    reports = []
    for kept in before["reports"]:
        was_on = dt.date.fromisoformat(kept["reported_on"])
        moved = min(was_on + moved_by, timezone.localdate())
        on = (known or {}).get(kept["id"], moved)
        reports.append(SymptomReport(pk=uuid.UUID(kept["id"]), reported_on=on))
    SymptomReport.objects.bulk_update(reports, ["reported_on"])


@transaction.atomic
def delete_report(report: SymptomReport) -> Revision:
    before = report_content(report.pk)
    return replace_report(report, before, before["version"], deleted_at=timezone.now())


@transaction.atomic
def delete_session(session: ExerciseSession) -> Revision:
    """Its reports leave the pages with it, and come back with it."""
    before = session_content(session.pk)
    return replace_session(
        session, before, before["version"], deleted_at=timezone.now()
    )


def obstacle(report: SymptomReport) -> str:
    """Why this report cannot be brought back now; empty when it can."""
    session = report.session
    if session is None:
        return ""
    if session.deleted_at:
        return _("Its session is deleted. Bring the session back first.")
    others = session.symptom_reports.kept().exclude(pk=report.pk)
    if report.deleted_at and others.filter(moment=report.moment).exists():
        return _("There is a newer report of that moment. Delete that one first.")
    return ""


@transaction.atomic
def bring_back_report(report: SymptomReport, content: Content) -> None:
    answers = {name: content[name] for name in ANSWERS}
    version = SymptomReport.objects.values_list("version", flat=True)
    change_report(report, version.get(pk=report.pk), answers)


@transaction.atomic
def bring_back_session(session: ExerciseSession, content: Content) -> None:
    before = session_content(session.pk)
    if before["deleted_at"] is None and as_noted(before) == as_noted(content):
        return
    day = dt.date.fromisoformat(content["performed_on"])
    columns = {"performed_on": day, "note": content["note"], "deleted_at": None}
    replace_session(session, before, before["version"], **columns)
    put_back_logs(session, content)
    if before["deleted_at"]:
        session.symptom_reports.update(raised_at=timezone.now())
    known = {
        r["id"]: dt.date.fromisoformat(r["reported_on"]) for r in content["reports"]
    }
    move_reports(before, day, known)


def as_noted(content: Content) -> tuple[object, ...]:
    """What a member can change of a session."""
    done = [[log.get(name) for name in LOG] for log in content["logs"]]
    return content["performed_on"], content["note"], done


def put_back_logs(session: ExerciseSession, content: Content) -> None:
    former = {log["id"]: log for log in content["logs"]}
    logs = [log for log in session.logs.all() if str(log.pk) in former]
    for log in logs:
        kept = former[str(log.pk)]
        for name in (*PLANNED, *DONE):
            setattr(log, name, kept.get(name, getattr(log, name)))
    ExerciseLog.objects.bulk_update(logs, (*PLANNED, *DONE))


def bring_back(revision: Revision) -> None:
    """Puts the former content in place; what stands there now is kept as well.

    Raises MovedOn when another report took its moment just now.
    """
    if revision.report:
        bring_back_report(revision.report, revision.content)
    elif revision.session:
        bring_back_session(revision.session, revision.content)


def note_progress(session: uuid.UUID) -> None:
    """Lets an open edit form of this session know; locks its row for this writer."""
    rows = ExerciseSession.objects.filter(pk=session)
    rows.update(version=models.F("version") + 1)
