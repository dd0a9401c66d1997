"""What the database itself refuses, and what the rows say of themselves."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from portal.accounts.models import Member
from tests.factories import (
    TODAY,
    make_enrollment,
    make_exercise,
    make_log,
    make_phase,
    make_prescription,
    make_program,
    make_report,
    make_screen,
    make_session,
)
from tests.tracking.conftest import DAY, NOON
from tracking.models import Enrollment, ExerciseLog, ExerciseSession


@pytest.mark.parametrize(
    "changes",
    [
        {"back": 11},
        {"leg": 11},
        {"leg": -1},
        {"left": 7},
        {"right": 7},
        {"moment": "before"},
        {"moment": "after"},
    ],
)
def test_the_database_refuses_such_a_report(ada: Member, changes: Any) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_report(ada, **changes)


def test_a_check_in_belongs_to_no_session(ada: Member) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_report(ada, session=make_session(ada), moment="check-in")


def test_a_session_has_one_report_of_each_moment(session: ExerciseSession) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_report(session.member, session=session, moment="before")


@pytest.mark.parametrize(
    "changes",
    [
        {"sets_done": 21},
        {"state": "done", "skip_reason": "time"},
    ],
)
def test_the_database_refuses_such_a_log(ada: Member, changes: Any) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_log(make_session(ada), **changes)


def test_a_position_in_a_session_is_taken_once(session: ExerciseSession) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_log(session, position=1)


def test_a_session_cannot_end_before_it_starts(ada: Member) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_session(ada, started_at=NOON, finished_at=NOON - DAY)


def test_a_member_follows_one_program_at_a_time(enrollment: Enrollment) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_enrollment(enrollment.member, make_phase(make_program()))


def test_an_enrollment_cannot_end_before_it_starts(ada: Member) -> None:
    phase = make_phase(make_program())
    with pytest.raises(IntegrityError), transaction.atomic():
        make_enrollment(ada, phase, started_on=TODAY, ended_on=TODAY - DAY)


@pytest.mark.parametrize("changes", [{"assessed_by": "ER"}, {"assessed_on": TODAY}])
def test_who_checked_and_when_go_together(ada: Member, changes: Any) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_screen(ada, **changes)


@pytest.mark.parametrize(
    ("days", "week"), [(-1, 1), (0, 1), (6, 1), (7, 2), (13, 2), (14, 3)]
)
def test_week_1_begins_on_the_day_of_joining(days: int, week: int) -> None:
    joined = dt.date(2026, 11, 1)
    assert Enrollment(started_on=joined).week_on(joined + DAY * days) == week


def test_an_enrollment_prescribes_for_its_track_and_week(ada: Member) -> None:
    phase = make_phase(make_program())
    everyone = make_prescription(phase)
    late = make_prescription(phase, from_week=3)
    make_prescription(phase, for_flexion=False)
    make_prescription(phase, any_time=True)
    make_prescription(phase, make_exercise(status="draft"))
    mine = make_enrollment(ada, phase, track="flexion", started_on=TODAY)
    assert list(mine.prescriptions_on(TODAY)) == [everyone]
    assert list(mine.prescriptions_on(TODAY + 14 * DAY)) == [everyone, late]


def test_leaving_twice_keeps_the_first_day(enrollment: Enrollment) -> None:
    enrollment.leave(TODAY)
    enrollment.leave(TODAY + DAY)
    enrollment.refresh_from_db()
    assert enrollment.ended_on == TODAY


@pytest.mark.parametrize(
    ("before", "done", "state"),
    [
        ("to-do", 0, "to-do"),
        ("to-do", 1, "partly"),
        ("to-do", 2, "done"),
        ("to-do", 3, "done"),
        ("done", 0, "skipped"),
        ("done", 1, "partly"),
        ("skipped", 0, "skipped"),
        ("skipped", 2, "done"),
    ],
)
def test_the_state_follows_the_sets(before: str, done: int, state: str) -> None:
    log = ExerciseLog(sets=2, state=before, skip_reason="")
    log.set_sets(done)
    assert (log.sets_done, log.state) == (done, state)


def test_sets_done_take_the_reason_for_skipping_away() -> None:
    log = ExerciseLog(sets=2, state="skipped", skip_reason="time")
    log.set_sets(1)
    assert log.skip_reason == ""


def test_a_skipped_exercise_keeps_its_reason() -> None:
    log = ExerciseLog(sets=2)
    log.skip("hurt")
    assert (log.state, log.skip_reason) == ("skipped", "hurt")


def test_an_exercise_skipped_half_way_is_partly_done() -> None:
    log = ExerciseLog(sets=2, sets_done=1, state="partly")
    log.skip("hurt")
    assert (log.sets_done, log.state) == (1, "partly")


def test_the_day_of_a_log_stays_when_the_prescription_changes(
    session: ExerciseSession, enrollment: Enrollment
) -> None:
    enrollment.phase.prescriptions.all().delete()
    assert [log.title for log in session.logs.all()] == ["Bridge", "Walk"]
