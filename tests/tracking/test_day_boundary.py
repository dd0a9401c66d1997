"""A day begins and ends where the member lives."""

import datetime as dt

import pytest
import time_machine

from portal.accounts.models import Member
from tests.conftest import signed_in
from tests.tracking.conftest import report_answers, safety_answers
from tracking.models import Enrollment, ExerciseSession, SafetyScreen, SymptomReport

LATE = dt.datetime(2026, 11, 13, 7, 30, tzinfo=dt.UTC)  # 23:30 on the 12th, in LA
LOCAL = dt.date(2026, 11, 12)


@pytest.fixture
def in_los_angeles(enrolled_ada: Member) -> Member:
    enrolled_ada.time_zone = "America/Los_Angeles"
    enrolled_ada.save()
    return enrolled_ada


@time_machine.travel(LATE, tick=False)
def test_a_session_late_at_night_is_of_the_local_day(in_los_angeles: Member) -> None:
    signed_in(in_los_angeles).post("/sessions/start/", report_answers())
    session = ExerciseSession.objects.get()
    assert (session.performed_on, session.started_at) == (LOCAL, LATE)
    assert SymptomReport.objects.get().reported_on == LOCAL


@time_machine.travel(LATE, tick=False)
def test_a_check_in_late_at_night_is_of_the_local_day(in_los_angeles: Member) -> None:
    signed_in(in_los_angeles).post("/check-in/", report_answers())
    assert SymptomReport.objects.get().reported_on == LOCAL


@time_machine.travel(LATE, tick=False)
@pytest.mark.usefixtures("questions")
def test_answers_late_at_night_are_of_the_local_day(in_los_angeles: Member) -> None:
    signed_in(in_los_angeles).post("/safety/", safety_answers())
    assert SafetyScreen.objects.latest("asked_at").asked_on == LOCAL


@time_machine.travel(LATE, tick=False)
def test_leaving_late_at_night_is_of_the_local_day(
    in_los_angeles: Member, enrollment: Enrollment
) -> None:
    signed_in(in_los_angeles).post(f"/me/enrollments/{enrollment.pk}/")
    enrollment.refresh_from_db()
    assert enrollment.ended_on == LOCAL


@time_machine.travel(LATE, tick=False)
def test_in_another_zone_the_same_moment_is_the_next_day(enrolled_ada: Member) -> None:
    signed_in(enrolled_ada).post("/check-in/", report_answers())
    assert SymptomReport.objects.get().reported_on == dt.date(2026, 11, 13)


@time_machine.travel(LATE, tick=False)
def test_history_tells_the_local_hour(in_los_angeles: Member) -> None:
    client = signed_in(in_los_angeles)
    client.post("/check-in/", report_answers())
    html = client.get("/sessions/").content.decode()
    assert "Thursday, November 12</h2>" in html
    assert "11:30 p.m." in html


@time_machine.travel(LATE, tick=False)
def test_tomorrow_is_refused_by_the_local_calendar(
    in_los_angeles: Member, session: ExerciseSession
) -> None:
    sent = {"performed_on": "2026-11-13", "note": "", "sets_1": "0", "sets_2": "0"}
    client = signed_in(in_los_angeles)
    assert client.post(f"/sessions/{session.pk}/edit/", sent).status_code == 422
