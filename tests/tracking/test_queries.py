"""A page costs the same with a long history as with a short one."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.accounts.models import Consent, Member
from tests.factories import (
    TODAY,
    make_log,
    make_prescription,
    make_report,
    make_session,
    make_stop,
)
from tests.tracking.conftest import DAY
from tracking.models import Enrollment, ExerciseSession

MOST = 12
FEW, MANY = 2, 40


def add_sessions(member: Member, first: int, last: int) -> None:
    """Two a day, of 3 exercises each, with both reports and a check-in."""
    for number in range(first, last):
        day = TODAY - DAY * (number // 2)
        at = dt.datetime.combine(day, dt.time(15), dt.UTC)
        row = make_session(member, performed_on=day, started_at=at, finished_at=at)
        for _n in range(3):
            make_log(row)
        for moment in ("before", "after"):
            make_report(member, session=row, moment=moment, reported_on=day)
        make_report(member, reported_on=day, reported_at=at)


def counted(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.fixture
def addresses(session: ExerciseSession, enrollment: Enrollment) -> dict[str, str]:
    """The pages, by the name of their view."""
    report = session.symptom_reports.get()
    screen = session.member.safety_screens.get()
    consent = Consent.objects.create(member=session.member, kind="terms", version="1")
    return {
        "today": "/today/",
        "session_list": "/sessions/",
        "session_start": "/sessions/start/",
        "session_log": "/sessions/log/",
        "session_sheet": "/sessions/sheet/",
        "session_detail": f"/sessions/{session.pk}/",
        "session_edit": f"/sessions/{session.pk}/edit/",
        "session_delete": f"/sessions/{session.pk}/delete/",
        "session_play": f"/sessions/{session.pk}/play/1/",
        "session_skip": f"/sessions/{session.pk}/play/1/?skip=1",
        "session_stop": f"/sessions/{session.pk}/play/1/stop/",
        "stop_event_detail": make_stop(session.logs.all()[0]).get_absolute_url(),
        "session_finish": f"/sessions/{session.pk}/finish/",
        "check_in": "/check-in/",
        "symptom_report_edit": f"/check-in/{report.pk}/edit/",
        "symptom_report_delete": f"/check-in/{report.pk}/delete/",
        "safety": "/safety/",
        "safety_screen_detail": f"/safety/{screen.pk}/",
        "look_back": "/look-back/",
        "progress": "/progress/?period=all",
        "enrollment_detail": f"/me/enrollments/{enrollment.pk}/",
        "activity_goal_list": "/me/goals/",
        "week_plan": "/me/week/",
        "track_edit": f"/me/enrollments/{enrollment.pk}/track/",
        "me": "/me/",
        "consent_detail": f"/me/consents/{consent.pk}/",
    }


NAMES = [
    "today",
    "session_list",
    "session_start",
    "session_log",
    "session_sheet",
    "session_detail",
    "session_edit",
    "session_delete",
    "session_play",
    "session_skip",
    "session_stop",
    "stop_event_detail",
    "session_finish",
    "check_in",
    "symptom_report_edit",
    "symptom_report_delete",
    "safety",
    "safety_screen_detail",
    "look_back",
    "progress",
    "enrollment_detail",
    "activity_goal_list",
    "week_plan",
    "track_edit",
    "me",
    "consent_detail",
]


@pytest.mark.usefixtures("questions")
@pytest.mark.parametrize("name", NAMES)
def test_a_long_history_costs_no_query_more(
    ada: Member, ada_client: Client, addresses: dict[str, str], name: str
) -> None:
    ada_client.get("/today/")
    add_sessions(ada, 0, FEW)
    few = counted(ada_client, addresses[name])
    add_sessions(ada, FEW, MANY)
    assert counted(ada_client, addresses[name]) == few
    assert few <= MOST


def test_a_session_of_many_exercises_costs_no_query_more(
    ada_client: Client, addresses: dict[str, str], session: ExerciseSession
) -> None:
    ada_client.get("/today/")
    names = ["session_detail", "session_edit", "session_play", "session_list", "today"]
    before = [counted(ada_client, addresses[name]) for name in names]
    for _n in range(20):
        make_log(session)
    assert [counted(ada_client, addresses[name]) for name in names] == before


def test_a_phase_of_many_exercises_costs_today_no_query_more(
    ada_client: Client, enrolled_ada: Member, enrollment: Enrollment
) -> None:
    ada_client.get("/today/")
    before = counted(ada_client, "/today/")
    for _n in range(20):
        make_prescription(enrollment.phase)
    assert counted(ada_client, "/today/") == before
