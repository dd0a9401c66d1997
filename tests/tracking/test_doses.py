"""From the answers in a session to the doses of the next one, through the pages."""

import datetime as dt
import uuid

import pytest
import time_machine
from django.test import Client

from exercises.models import Exercise, Phase
from portal.accounts.models import Member
from tests.conftest import signed_in
from tests.factories import (
    TODAY,
    make_change,
    make_done,
    make_enrollment,
    make_exercise,
    make_flare,
    make_log,
    make_phase,
    make_prescription,
    make_program,
    make_report,
    make_screen,
    make_session,
)
from tests.tracking.conftest import DAY, NOON, note_days, report_answers
from tracking.models import DoseChange, Enrollment, ExerciseSession

CALM_WEEK = [3] * 7


@pytest.fixture
def bridge(db: None) -> Exercise:
    return make_exercise(title="Hip bridge", slug="hip-bridge", sides="both")


@pytest.fixture
def phase(bridge: Exercise) -> Phase:
    phase = make_phase(make_program(), title="Restore")
    make_prescription(
        phase, bridge, sets=2, reps=8, reps_to=10, hold_seconds=3, hold_seconds_to=3
    )
    return phase


@pytest.fixture
def following(ada: Member, phase: Phase) -> Enrollment:
    make_screen(ada, asked_at=NOON - DAY, asked_on=TODAY - DAY)
    return make_enrollment(ada, phase, started_on=TODAY - DAY * 14)


def done(enrollment: Enrollment, days_ago: int, **log: object) -> ExerciseSession:
    """A finished session so many days ago, with one bridge in it."""
    at = NOON - DAY * days_ago
    session = make_session(
        enrollment.member,
        enrollment=enrollment,
        performed_on=at.date(),
        started_at=at,
        finished_at=at,
    )
    dose = enrollment.phase.prescriptions.get()
    asked = {"sets": 2, "reps": 8, "hold_seconds": 3, "state": "done", "rating": "easy"}
    make_log(session, exercise=dose.exercise, prescription=dose, **{**asked, **log})
    return session


def start(client: Client, **answers: object) -> ExerciseSession:
    entry = str(uuid.uuid4())
    client.post("/sessions/start/", report_answers(entry=entry, **answers))
    return ExerciseSession.objects.get(pk=entry)


def finish(client: Client, session: ExerciseSession, **log: object) -> None:
    session.logs.update(**{"state": "done", "rating": "easy", **log})
    sent = report_answers(entry=str(uuid.uuid4()))
    client.post(f"/sessions/{session.pk}/finish/", sent)


def test_after_3_easy_times_the_next_session_asks_for_more(
    ada_client: Client, following: Enrollment
) -> None:
    done(following, 4)
    done(following, 2)
    session = start(ada_client)
    assert session.logs.get().reps == 8
    finish(ada_client, session)
    change = DoseChange.objects.get()
    assert (change.field, change.from_value, change.to_value) == ("reps", 8, 10)
    assert (change.rule, change.session) == ("easy-3-times", session)
    with time_machine.travel(NOON + DAY, tick=False):
        assert start(signed_in(following.member)).logs.get().reps == 10


def test_finished_twice_it_goes_up_once(
    ada_client: Client, following: Enrollment
) -> None:
    done(following, 4)
    done(following, 2)
    session = start(ada_client)
    finish(ada_client, session)
    finish(ada_client, session)
    assert DoseChange.objects.count() == 1


@pytest.mark.parametrize(
    "log",
    [
        {"rating": "right"},
        {"rating": ""},
        {"leg_response": "more"},
        {"state": "partly"},
    ],
)
def test_without_3_easy_times_nothing_changes(
    ada_client: Client, following: Enrollment, log: dict[str, str]
) -> None:
    done(following, 4)
    done(following, 2)
    finish(ada_client, start(ada_client), **log)
    assert not DoseChange.objects.exists()


def test_in_a_flare_nothing_goes_up(
    ada_client: Client, ada: Member, following: Enrollment
) -> None:
    done(following, 4)
    done(following, 2)
    make_flare(ada, declared_on=TODAY - DAY * 2, gentle_until=TODAY - DAY)
    finish(ada_client, start(ada_client))
    assert not DoseChange.objects.exists()


def test_a_rise_waits_while_it_is_farther_down_than_before_the_last_session(
    ada_client: Client, ada: Member, following: Enrollment, bridge: Exercise
) -> None:
    last = done(following, 1)
    make_report(
        ada,
        session=last,
        moment="before",
        reported_on=TODAY - DAY,
        reported_at=NOON - DAY,
        left=3,
        right=0,
    )
    make_change(following, exercise=bridge, made_at=NOON - DAY, made_on=TODAY - DAY)
    assert start(ada_client, place=["back", "l1", "l5"]).logs.get().reps == 8
    assert start(ada_client, place=["back", "l1"]).logs.get().reps == 10


@pytest.mark.parametrize(
    ("log", "rule"),
    [({"rating": "painful"}, "painful"), ({"reach_response": "down"}, "moved-down")],
)
def test_what_hurt_goes_down_a_step(
    ada_client: Client,
    following: Enrollment,
    bridge: Exercise,
    log: dict[str, str],
    rule: str,
) -> None:
    make_change(following, exercise=bridge, made_at=NOON - DAY * 3)
    session = start(ada_client)
    assert session.logs.get().reps == 10
    finish(ada_client, session, **log)
    change = DoseChange.objects.get(session=session)
    assert (change.from_value, change.to_value, change.rule) == (10, 8, rule)


def test_at_the_low_end_it_stays_there(
    ada_client: Client, following: Enrollment
) -> None:
    finish(ada_client, start(ada_client), rating="painful")
    assert not DoseChange.objects.exists()


def test_2_sore_days_take_it_back_1_level_for_3_days(
    ada_client: Client, ada: Member, following: Enrollment, bridge: Exercise
) -> None:
    make_change(following, exercise=bridge, made_at=NOON - DAY * 3)
    note_days(ada, [*CALM_WEEK, 6, 6])
    make_screen(ada)
    session = start(ada_client, leg="6")
    assert session.logs.get().reps == 8
    change = DoseChange.objects.get(session=session)
    assert (change.rule, change.until) == ("back-leg-pain", TODAY + DAY * 2)


@pytest.mark.parametrize(("morning", "reps"), [(6, 10), (7, 8)])
def test_a_morning_more_than_2_points_worse_takes_it_back_1_level(
    ada_client: Client,
    ada: Member,
    following: Enrollment,
    bridge: Exercise,
    morning: int,
    reps: int,
) -> None:
    last = done(following, 1)
    told = {"session": last, "back": 2}
    yesterday = {"reported_on": TODAY - DAY, "reported_at": NOON - DAY}
    make_report(ada, moment="before", leg=4, **yesterday, **told)
    make_report(ada, moment="morning", leg=morning, **told)
    make_change(following, exercise=bridge, made_at=NOON - DAY * 3)
    make_screen(ada)
    session = start(ada_client)
    assert session.logs.get().reps == reps
    made = DoseChange.objects.filter(session=session, rule="back-morning")
    assert made.count() == (reps == 8)


def test_what_was_answered_before_an_undo_does_not_count_again(
    ada_client: Client, following: Enrollment, bridge: Exercise
) -> None:
    for days in (4, 3, 2):
        done(following, days)
    made = make_change(following, exercise=bridge, made_at=NOON - DAY * 2)
    ada_client.post(made.get_absolute_url())
    session = start(ada_client)
    assert session.logs.get().reps == 8
    finish(ada_client, session)
    assert DoseChange.objects.get() == made


def test_a_dose_stays_within_what_staff_prescribe_now(
    ada_client: Client, following: Enrollment, bridge: Exercise, phase: Phase
) -> None:
    make_change(following, exercise=bridge, made_at=NOON - DAY * 3)
    phase.prescriptions.update(reps=5, reps_to=6)
    assert start(ada_client).logs.get().reps == 6


def test_doses_of_another_phase_do_not_count_here(
    ada_client: Client, following: Enrollment, bridge: Exercise, phase: Phase
) -> None:
    other = make_phase(phase.program, order=2)
    make_change(following, exercise=bridge, phase=other, made_at=NOON - DAY * 3)
    assert start(ada_client).logs.get().reps == 8


def test_a_gentle_day_asks_for_the_low_end_and_changes_nothing(
    ada_client: Client, ada: Member, following: Enrollment, bridge: Exercise
) -> None:
    make_change(following, exercise=bridge, made_at=NOON - DAY * 3)
    make_flare(ada)
    session = start(ada_client)
    assert (session.kind, session.logs.get().reps) == ("gentle", 8)
    finish(ada_client, session, rating="painful")
    assert DoseChange.objects.count() == 1


def test_the_short_version_holds_what_fits_into_4_minutes(
    ada_client: Client, following: Enrollment, phase: Phase
) -> None:
    for n in (1, 2, 3):
        make_prescription(phase, make_exercise(title=f"Long {n}"), minutes=2, reps=1)
    entry = str(uuid.uuid4())
    sent = report_answers(entry=entry, kind="short")
    ada_client.post("/sessions/start/", sent)
    session = ExerciseSession.objects.get(pk=entry)
    assert [log.title for log in session.logs.all()] == ["Hip bridge", "Long 1"]
    assert session.kind == "short"


def test_session_2_of_a_day_holds_what_is_prescribed_2_times(
    ada_client: Client, ada: Member, following: Enrollment, phase: Phase
) -> None:
    press = make_exercise(title="Press-up")
    make_prescription(phase, press, times_per_day=3, times_per_day_to=4)
    assert start(ada_client).logs.count() == 2
    make_done(ada, finished_at=NOON + dt.timedelta(minutes=1))
    assert [log.title for log in start(ada_client).logs.all()] == ["Press-up"]
