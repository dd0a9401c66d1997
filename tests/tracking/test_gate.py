"""What each state of the safety screens opens and shuts."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertRedirects

from portal.accounts.models import Member
from tests.factories import (
    TODAY,
    make_exercise,
    make_prescription,
    make_report,
    make_screen,
)
from tests.tracking.conftest import DAY, NOON, report_answers
from tracking.gate import GateShut, gate_for, left_out_for
from tracking.models import Enrollment, ExerciseSession, SafetyScreen
from tracking.now import now_of
from tracking.safety import Gate
from tracking.starting import has_exercises, start_session

START = "/sessions/start/"
WEEK_OLD = {"asked_at": NOON - DAY * 7.1, "asked_on": TODAY - DAY * 7}


def test_before_the_first_screen_it_is_unanswered(ada: Member, bea: Member) -> None:
    make_screen(bea)
    assert gate_for(ada) is Gate.UNANSWERED


@pytest.mark.parametrize("outcome", ["clear", "see-first"])
def test_after_a_screen_that_goes_on_it_is_open(ada: Member, outcome: str) -> None:
    make_screen(ada, outcome=outcome)
    assert gate_for(ada) is Gate.OPEN


@pytest.mark.parametrize("outcome", ["same-day", "emergency"])
def test_after_a_screen_that_locks_it_is_locked(ada: Member, outcome: str) -> None:
    make_screen(ada, outcome="clear", asked_at=NOON - DAY)
    make_screen(ada, outcome=outcome)
    assert gate_for(ada) is Gate.LOCKED


def test_a_lock_does_not_wear_off(ada: Member) -> None:
    make_screen(ada, outcome="same-day", **WEEK_OLD)
    assert gate_for(ada) is Gate.LOCKED


def test_a_lock_that_was_lifted_is_open(ada: Member) -> None:
    make_screen(ada, outcome="emergency", cleared_at=NOON)
    assert gate_for(ada) is Gate.OPEN


@pytest.mark.parametrize("kind", ["full", "short"])
def test_after_more_than_a_week_it_is_due(ada: Member, kind: str) -> None:
    make_screen(ada, kind=kind, **WEEK_OLD)
    assert gate_for(ada) is Gate.DUE


def test_a_jump_of_pain_makes_it_due_and_a_screen_opens_it(ada: Member) -> None:
    make_report(ada, leg=3, reported_at=NOON - DAY * 2, reported_on=TODAY - DAY * 2)
    make_screen(ada, asked_at=NOON - DAY)
    make_report(ada, leg=5, reported_at=NOON - DAY / 2)
    assert gate_for(ada) is Gate.DUE
    make_screen(ada, kind="short")
    assert gate_for(ada) is Gate.OPEN


def state(member: Member, gate: Gate) -> None:
    SafetyScreen.objects.for_member(member).delete()
    if gate is Gate.LOCKED:
        make_screen(member, outcome="same-day")
    elif gate is Gate.DUE:
        make_screen(member, **WEEK_OLD)
    elif gate is Gate.OPEN:
        make_screen(member)
    assert gate_for(member) is gate


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("gate", [Gate.UNANSWERED, Gate.DUE, Gate.LOCKED])
def test_start_is_shut_unless_open(
    ada_client: Client, enrolled_ada: Member, gate: Gate, method: str
) -> None:
    state(enrolled_ada, gate)
    response = getattr(ada_client, method)(START, report_answers())
    assertRedirects(response, "/safety/")
    assert not ExerciseSession.objects.exists()


@pytest.mark.parametrize(
    ("gate", "status"),
    [
        (Gate.UNANSWERED, 200),
        (Gate.DUE, 200),
        (Gate.OPEN, 200),
        (Gate.LOCKED, 302),
    ],
)
def test_the_player_is_shut_only_by_a_lock(
    ada_client: Client, session: ExerciseSession, gate: Gate, status: int
) -> None:
    state(session.member, gate)
    address = f"/sessions/{session.pk}/play/1/"
    assert ada_client.get(address).status_code == status


@pytest.mark.parametrize("gate", Gate)
def test_a_session_can_always_be_finished_and_the_day_noted(
    ada_client: Client, session: ExerciseSession, gate: Gate
) -> None:
    state(session.member, gate)
    assert ada_client.get(f"/sessions/{session.pk}/finish/").status_code == 200
    assert ada_client.get("/check-in/").status_code == 200


def test_a_lock_set_meanwhile_stops_the_start(
    ada: Member, enrollment: Enrollment
) -> None:
    """As when it is saved between opening the door and going through."""
    make_screen(ada, outcome="emergency")
    with pytest.raises(GateShut):
        start_session(member=ada, entry=enrollment.pk, day=TODAY)
    assert not ExerciseSession.objects.exists()


def test_a_lock_set_while_starting_leads_to_the_questions(
    ada_client: Client, enrolled_ada: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracking.now.gate_from", lambda *_felt: Gate.LOCKED)
    assertRedirects(ada_client.post(START, report_answers()), "/safety/")
    assert not ExerciseSession.objects.exists()


def test_what_is_left_out_is_not_copied_into_a_session(
    ada: Member, enrollment: Enrollment
) -> None:
    bridge = make_exercise(title="Hip bridge", slug="hip-bridge")
    make_prescription(enrollment.phase, bridge)
    make_screen(ada, precautions=["pregnant"], outcome="see-first")
    session = start_session(member=ada, entry=enrollment.pk, day=TODAY)
    logs = session.logs.values_list("position", "title")
    assert list(logs) == [(1, "Bridge"), (2, "Walk")]


def test_with_everything_left_out_there_is_no_session(
    ada: Member, enrollment: Enrollment
) -> None:
    enrollment.phase.prescriptions.all().delete()
    make_prescription(enrollment.phase, make_exercise(slug="hip-bridge"))
    assert has_exercises(ada, TODAY)
    make_screen(ada, precautions=["heart"], outcome="see-first")
    assert not has_exercises(ada, TODAY)


def test_a_short_screen_keeps_what_the_full_one_left_out(ada: Member) -> None:
    full = {"asked_at": NOON - DAY, "precautions": ["heart"]}
    make_screen(ada, **full)
    make_screen(ada, kind="short")
    assert left_out_for(ada) == {"abdominal-brace", "hip-bridge"}


def test_the_latest_full_screen_decides_what_is_left_out(
    ada: Member, bea: Member
) -> None:
    make_screen(ada, asked_at=NOON - DAY, precautions=["heart"])
    make_screen(ada)
    make_screen(bea, precautions=["surgery"])
    assert left_out_for(ada) == set()


def test_legs_that_hurt_on_walking_leave_out_bending_back(ada: Member) -> None:
    given = {"key": "claud", "answer": "yes", "wording": "?", "version": 1}
    make_screen(ada, answers=[given], outcome="see-first")
    assert "lying-press-up" in left_out_for(ada)


HOUR = dt.timedelta(hours=1)
HOURS = st.integers(0, 24 * 60)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    asked=st.integers(0, 24 * 8),
    told=st.lists(
        st.tuples(HOURS, st.sampled_from([2, 3, 8]), st.booleans(), st.none() | HOURS),
        max_size=6,
    ),
)
@example(asked=24, told=[(90, 2, False, None), (60, 8, False, 1)])
@example(asked=24, told=[(24 * 45, 2, False, None), (24 * 41, 8, False, 1)])
@example(asked=24, told=[(24 * 58, 2, False, None), (24 * 52, 3, True, 1)])
def test_a_start_reads_the_same_gate_as_every_page(
    ada: Member, asked: int, told: list[tuple[int, int, bool, int | None]]
) -> None:
    """Also after what was noted, or made worse, for a day that is long over."""
    ada.safety_screens.all().delete()
    ada.symptom_reports.all().delete()
    make_screen(ada, asked_at=NOON - HOUR * asked)
    first_days = [(24 * day, 3, False, None) for day in range(62, 70)]
    for ago, leg, numb, raised in [*first_days, *told]:
        make_report(
            ada,
            reported_at=NOON - HOUR * ago,
            reported_on=timezone.localdate(NOON - HOUR * ago),
            leg=leg,
            numbness=numb,
            raised_at=None if raised is None else NOON - HOUR * min(raised, ago),
        )
    assert now_of(ada, TODAY).gate is gate_for(ada)
