"""Observation: a session as a group, its length, and each exercise done."""

import datetime as dt
import itertools
from collections.abc import Iterator

from portal.accounts.models import Member
from portal.record.fhir.parts import (
    EXERCISE_SYSTEM,
    Resource,
    concept,
    minutes,
    observation,
    part_of,
    quantity,
    reference,
)
from portal.record.table import Row
from portal.record.tables.training import EXERCISE_LOGS, SESSIONS
from tracking.models import ExerciseLog

COUNTS = ("sets_done", "reps_done", "hold_seconds_done", "minutes_done")
UNITS = {
    "sets_done": ("sets", "{set}"),
    "reps_done": ("repeats", "{repeat}"),
    "hold_seconds_done": ("seconds", "s"),
    "minutes_done": ("minutes", "min"),
}
ANSWERS = ("rating", "leg_response", "reach_response")
IN_ORDER = ("session__started_at", "session_id", "position")
TO_DO, SKIPPED = ExerciseLog.State.TO_DO, ExerciseLog.State.SKIPPED


def sessions(member: Member) -> Iterator[Resource]:
    """Both are read once, side by side, in one order."""
    rows = EXERCISE_LOGS.of(member).order_by(*IN_ORDER)
    logs = itertools.groupby(EXERCISE_LOGS.read(rows, member), lambda r: r["session"])
    number, some = next(logs, ("", iter(())))
    for session in SESSIONS.rows(member):
        own: list[Row] = []
        if number == session["id"]:
            own = [log for log in some if log["state"] != TO_DO]
            number, some = next(logs, ("", iter(())))
        if session["deleted_at"] is None:
            yield from session_resources(session, own, member)


def session_resources(
    session: Row, logs: list[Row], member: Member
) -> Iterator[Resource]:
    when = {"start": session["started_at"], "end": session["finished_at"]}
    rest: Resource = {
        "category": [concept("category-activity"), concept("physical-activity")],
        "effectivePeriod": when,
    }
    parts = [exercise(log, member, rest) for log in logs]
    if session["finished_at"]:
        parts.insert(0, length(session, member, rest))
    yield observation(
        session["id"],
        concept("activity-group", text=session["phase_title"]),
        member,
        **rest,
        status="amended" if session["version"] > 1 else "final",
        note=[{"text": session["note"]}],
        hasMember=[reference(part["id"]) for part in parts],
    )
    yield from parts


def length(session: Row, member: Member, rest: Resource) -> Resource:
    began, ended = (
        dt.datetime.fromisoformat(session[name])
        for name in ("started_at", "finished_at")
    )
    took = round((ended - began).total_seconds() / 60)
    return observation(
        part_of(session["id"], "duration"),
        concept("exercise-duration"),
        member,
        **rest,
        valueQuantity=minutes(took),
    )


def exercise(log: Row, member: Member, rest: Resource) -> Resource:
    code = {"system": EXERCISE_SYSTEM, "code": log["exercise"], "display": log["title"]}
    what: Resource = {"valueCodeableConcept": {"coding": [code], "text": log["title"]}}
    if log["state"] == SKIPPED:
        what |= {"component": [left_out(log)], "status": "cancelled"}
    else:
        what |= {"component": [*counts(log), *answers(log)]}
    return observation(log["id"], concept("exercise-activity"), member, **rest, **what)


def left_out(log: Row) -> Resource:
    absent = concept("absent-not-performed")
    return {"code": concept("sets-done"), "dataAbsentReason": absent}


def counts(log: Row) -> Iterator[Resource]:
    for name in COUNTS:
        if log[name] is not None:
            unit, code = UNITS[name]
            yield {
                "code": concept(name.replace("_", "-")),
                "valueQuantity": quantity(log[name], unit, code),
            }


def answers(log: Row) -> Iterator[Resource]:
    for name in ANSWERS:
        if log[name]:
            key = name.replace("_", "-")
            yield {
                "code": concept(key),
                "valueCodeableConcept": concept(f"{key}-{log[name]}"),
            }
