"""Fills the tables of reports, sessions and logs by the million, inside the database.

Rows lie as life would lay them: a day of all members, then the next day. So the rows
of one member are spread over the whole table.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, models
from django.utils import timezone

from exercises.models import Exercise, Phase
from portal.accounts.models import Member
from tracking.models import (
    ActivityGoal,
    Enrollment,
    ExerciseLog,
    ExerciseSession,
    SymptomReport,
    WeekPlan,
)

LOGS_A_SESSION = 3
SESSION_EVERY = 2
CHUNK = 500


@dataclass(frozen=True)
class Measured:
    """A member whose page is measured, with so many days of reports up to today."""

    member: Member
    days: int


def columns_of(model: type[models.Model]) -> str:
    names = [field.attname for field in model._meta.concrete_fields]
    return ", ".join(connection.ops.quote_name(name) for name in names)


def number(sql: str, prefix: str) -> str:
    """A UUID from a number, and a digit for each kind of row."""
    if connection.vendor == "postgresql":
        return f"('{prefix}' || lpad(to_hex({sql}), 31, '0'))::uuid"
    return f"'{prefix}' || printf('%031x', {sql})"


def day_before(today: dt.date, sql: str) -> str:
    if connection.vendor == "postgresql":
        return f"(date '{today}' - ({sql})::int)"
    return f"date('{today}', '-' || ({sql}) || ' days')"


def series(name: str, count: int) -> str:
    """A table of the numbers from 0 on."""
    if connection.vendor == "postgresql":
        return f"(SELECT generate_series(0, {count - 1}) AS n) AS {name}"
    counting = f"SELECT 0 UNION ALL SELECT n + 1 FROM counting WHERE n < {count - 1}"  # noqa: S608  # a number of ours
    return (
        f"(WITH RECURSIVE counting(n) AS ({counting}) SELECT n FROM counting) AS {name}"  # noqa: S608
    )


@contextmanager
def in_haste() -> Iterator[None]:
    """SQLite keeps no journal meanwhile: a benchmark can be begun anew."""
    if connection.vendor == "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-400000"):
            cursor.execute(f"PRAGMA {pragma}")
        yield
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "cache_size=-2000"):
            cursor.execute(f"PRAGMA {pragma}")


@contextmanager
def without_indexes(*tables: type[models.Model]) -> Iterator[None]:
    """Built after the rows are in, an index takes a fraction of the time."""
    with connection.schema_editor() as editor:
        for table in tables:
            for index in table._meta.indexes:
                editor.remove_index(table, index)
    yield
    with connection.schema_editor() as editor:
        for table in tables:
            for index in table._meta.indexes:
                editor.add_index(table, index)


def report_row(pk: str, member: str, day: str, moment: str) -> str:
    """The columns of a report, in the order of the model; NULL where none is named."""
    off = "false" if connection.vendor == "postgresql" else "0"
    empty = "'[]'::jsonb" if connection.vendor == "postgresql" else "'[]'"
    values = {
        "id": pk,
        "member_id": member,
        "moment": "'check-in'",
        "reported_on": day,
        "reported_at": f"'{timezone.now():%Y-%m-%d %H:%M:%S}'",
        "back": f"(2 + {moment} % 4)",
        "leg": f"(2 + {moment} % 7)",
        "places": empty,
        "left": f"({moment} % 7)",
        "right": f"({moment} % 3)",
        "tingling": off,
        "numbness": off,
        "weakness": off,
        "note": "''",
        "version": "1",
    }
    if connection.vendor == "postgresql":
        values["reported_at"] += "::timestamptz"
    names = [field.attname for field in SymptomReport._meta.concrete_fields]
    return ", ".join(values.get(name, "NULL") for name in names)


def fill_reports(measured: list[Measured], others: range, total: int) -> int:
    """The measured members' reports, and those of others up to the total."""
    SymptomReport.objects.all()._raw_delete(SymptomReport.objects.db)
    today = timezone.localdate()
    longest = max(m.days for m in measured)
    mine = sum(m.days for m in measured)
    a_day = max(1, (total - mine) // longest)
    table = SymptomReport._meta.db_table
    case = " ".join(
        f"WHEN {len(others) + n} THEN {m.member.pk}" for n, m in enumerate(measured)
    )
    cut = " OR ".join(
        f"(who.n = {len(others) + n} AND day.n < {m.days})"
        for n, m in enumerate(measured)
    )
    count = len(others) + len(measured)
    one = f"(({longest} - day.n) * 1000003 + who.n)"
    who = f"CASE who.n {case} ELSE {others.start} + who.n END"
    row = report_row(number(one, "1"), who, day_before(today, "day.n"), "day.n")
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({columns_of(SymptomReport)}) "  # noqa: S608  # our own names
            f"SELECT {row} FROM {series('day', longest)} CROSS JOIN "
            f"{series('who', count)} WHERE (who.n < {min(len(others), a_day)}) OR {cut} "
            f"ORDER BY day.n DESC, who.n"
        )
    return SymptomReport.objects.count()


def fill_sessions(measured: Measured, exercises: list[Exercise]) -> None:
    """Every second day a session of 3 exercises, each with both answers."""
    today, now = timezone.localdate(), timezone.now()
    sessions = [
        ExerciseSession(
            member=measured.member,
            performed_on=today - dt.timedelta(days=n),
            started_at=now,
            finished_at=now,
        )
        for n in range(0, measured.days, SESSION_EVERY)
    ]
    ExerciseSession.objects.bulk_create(sessions, CHUNK)
    answers = list(ExerciseLog.LegResponse), list(ExerciseLog.ReachResponse)
    ExerciseLog.objects.bulk_create(
        [
            ExerciseLog(
                session=session,
                position=position,
                exercise=exercise,
                title=exercise.title,
                state=ExerciseLog.State.DONE,
                sets_done=1,
                leg_response=answers[0][(n + position) % 3],
                reach_response=answers[1][n % 3],
            )
            for n, session in enumerate(sessions)
            for position, exercise in enumerate(exercises[:LOGS_A_SESSION])
        ],
        CHUNK,
    )


def fill_program(measured: Measured) -> None:
    """Followed on 3 days a week for as long as there are reports."""
    phase = Phase.objects.select_related("program").order_by("pk")[0]
    began = timezone.localdate() - dt.timedelta(days=measured.days - 1)
    Enrollment.objects.create(
        member=measured.member,
        program=phase.program,
        phase=phase,
        started_on=began,
    )
    WeekPlan.objects.create(member=measured.member, weekdays=[0, 2, 4])


def fill_goal(member: Member) -> None:
    today = timezone.localdate()
    ActivityGoal.objects.create(
        member=member, order=1, text="Walk", score=5, set_on=today
    )
