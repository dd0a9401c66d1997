"""A page costs the same with a long history as with a short one."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from exercises.models import Prescription
from portal.accounts.models import Consent, Member
from tests.factories import (
    TODAY,
    make_change,
    make_exercise,
    make_flare,
    make_goal,
    make_log,
    make_phase,
    make_prescription,
    make_report,
    make_screen,
    make_session,
    make_stop,
)
from tests.tracking.conftest import (
    DAY,
    ENTRY,
    NOON,
    note_days,
    posted,
    report_answers,
    yes_the_same,
)
from tracking.lately import reports_lately
from tracking.models import DoseChange, Enrollment, ExerciseSession, WeekPlan

MOST = 12
FEW, MANY = 2, 40
SECOND = uuid.UUID(int=2)


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
        "enrollment_phase": f"/me/enrollments/{enrollment.pk}/phase/",
        "dose_change_list": "/me/doses/",
        "flare_declare": "/me/flares/",
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
    "enrollment_phase",
    "dose_change_list",
    "flare_declare",
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


def test_today_with_all_that_it_can_say_keeps_within_its_queries(
    ada_client: Client, enrolled_ada: Member, enrollment: Enrollment
) -> None:
    """Ticks, dose changes, an old flare, a plan of the week, and a phase to leave."""
    rules = ("leg-low", "bridges-2-of-10", "goals-2-better")
    enrollment.phase.move_on = "\n".join(f"{key}: In words." for key in rules)
    enrollment.phase.save()
    make_phase(enrollment.program, order=2)
    make_prescription(enrollment.phase, make_exercise(), any_time=True)
    make_change(enrollment)
    make_goal(enrolled_ada)
    make_flare(enrolled_ada, ended_on=TODAY)
    WeekPlan.objects.create(member=enrolled_ada, weekdays=[3])
    note_days(enrolled_ada, [3] * 40)
    ada_client.get("/today/")
    assert counted(ada_client, "/today/") == 10


def test_today_reads_no_more_reports_of_5_years_than_of_2_months(
    ada_client: Client, enrolled_ada: Member
) -> None:
    note_days(enrolled_ada, [3] * 60)
    few = reports_lately(enrolled_ada, TODAY).count()
    note_days(enrolled_ada, [4] * 300, last=TODAY - DAY * 60)
    assert reports_lately(enrolled_ada, TODAY).count() == few


@pytest.mark.parametrize("history", [FEW, MANY])
def test_a_tick_costs_few_queries(
    ada_client: Client, enrolled_ada: Member, enrollment: Enrollment, history: int
) -> None:
    dose = make_prescription(enrollment.phase, any_time=True)
    add_sessions(enrolled_ada, 0, history)
    ada_client.get("/today/")
    sent = {
        "entry": str(ENTRY),
        "exercise": dose.exercise_id,
        "number": 1,
        "day": TODAY.isoformat(),
        "want": "on",
    }
    with CaptureQueriesContext(connection) as queries:
        assert ada_client.post("/today/", sent).status_code == 302
    assert len(statements(queries)) == 5


MOST_OF_A_POST = 8


@pytest.fixture
def raised(enrolled_ada: Member, enrollment: Enrollment) -> Prescription:
    """The bridge has gone up, so that a step back takes it down again."""
    bridge = enrollment.phase.prescriptions.get(exercise__slug="bridge")
    bridge.reps_to = 12
    bridge.save()
    long_ago = NOON - DAY * 3
    make_change(enrollment, exercise=bridge.exercise, made_at=long_ago)
    return bridge


def start(client: Client, member: Member, **changes: Any) -> int:
    make_screen(member)
    client.get("/today/")  # the first look of a while is noted with the sign-in
    sent = report_answers(**changes)
    return posted(client, "/sessions/start/", sent)


@pytest.mark.usefixtures("raised")
@pytest.mark.parametrize("history", [FEW, MANY])
def test_starting_a_session_costs_few_queries(
    ada_client: Client, enrolled_ada: Member, history: int
) -> None:
    """The first start keeps which program the member has seen."""
    add_sessions(enrolled_ada, 2, history + 2)
    assert start(ada_client, enrolled_ada) == MOST_OF_A_POST
    assert start(ada_client, enrolled_ada, entry=str(SECOND)) == MOST_OF_A_POST - 1


@pytest.mark.usefixtures("raised")
def test_a_step_back_and_a_flare_cost_a_start_little(
    ada_client: Client, enrolled_ada: Member
) -> None:
    start(ada_client, enrolled_ada)
    note_days(enrolled_ada, [3, 3, 3, 3, 3, 3, 3, 6, 6])
    far = make_flare(
        enrolled_ada, declared_on=TODAY - DAY * 3, gentle_until=TODAY - DAY
    )
    count = start(ada_client, enrolled_ada, entry=str(SECOND), leg="6")
    assert count == MOST_OF_A_POST
    made = DoseChange.objects.get(until__isnull=False)
    assert (made.rule, far.ended_on) == ("back-leg-pain", None)


@pytest.mark.parametrize("history", [FEW, MANY])
def test_ending_a_session_costs_few_queries(
    ada_client: Client,
    enrolled_ada: Member,
    raised: Prescription,
    history: int,
) -> None:
    """Its answers change a dose."""
    start(ada_client, enrolled_ada)
    add_sessions(enrolled_ada, 2, history + 2)
    session = ExerciseSession.objects.get(pk=ENTRY)
    session.logs.update(state="done", sets_done=2, rating="painful")
    sent = report_answers(entry=str(SECOND))
    address = f"/sessions/{ENTRY}/finish/"
    assert posted(ada_client, address, sent) == MOST_OF_A_POST
    assert session.dose_changes.get().exercise == raised.exercise


def test_yes_the_same_costs_no_query_more(
    ada_client: Client, enrolled_ada: Member, enrollment: Enrollment
) -> None:
    make_report(enrolled_ada, places=["l4"], reported_at=NOON - DAY * 2)
    sent = yes_the_same(ada_client, "/sessions/start/")
    assert posted(ada_client, "/sessions/start/", sent) == MOST_OF_A_POST


def statements(queries: CaptureQueriesContext) -> list[str]:
    """Without the savepoints that a test's own transaction makes of ours."""
    every = [query["sql"] for query in queries.captured_queries]
    return [sql for sql in every if "SAVEPOINT" not in sql]
