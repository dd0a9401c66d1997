import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from portal.accounts.models import Member
from tests.conftest import signed_in
from tests.factories import (
    TODAY,
    make_done,
    make_enrollment,
    make_exercise,
    make_phase,
    make_prescription,
    make_program,
    make_screen,
    make_session,
)
from tests.tracking.conftest import DAY, NOON, note_days
from tracking.models import Enrollment, ExerciseSession, SafetyScreen

ADDRESS = "/today/"
START = 'href="/sessions/start/"'
PLAY = "/play/"


def test_it_greets_by_name_on_the_day_of_the_member(
    ada_client: Client, ada: Member
) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "Hello, Ada")
    assertContains(response, "Thursday, November 12")


def test_without_a_name_it_just_greets(ada_client: Client, ada: Member) -> None:
    Member.objects.update(first_name="")
    assertContains(ada_client.get(ADDRESS), "<h1>Hello</h1>", html=True)


def test_without_a_program_it_leads_to_one(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "You follow no program yet")
    assertContains(response, 'href="/welcome/"')
    assertNotContains(response, START)


def test_before_the_first_answers_it_asks_the_safety_questions(
    ada_client: Client, enrollment: Enrollment
) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "First, some safety questions")
    assertContains(response, 'href="/safety/"')
    assertNotContains(response, START)
    assertNotContains(response, "Bridge")


@pytest.mark.usefixtures("locked_ada")
def test_locked_it_says_to_get_help_and_offers_no_exercise(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "Exercises are paused")
    assertContains(response, "Call 911 or go to the ER now")
    assertContains(response, "See what to do now")
    assertContains(response, "A clinician has checked me since then")
    assertNotContains(response, "/sessions/start/")
    assertNotContains(response, "Bridge")


def test_locked_an_open_session_cannot_be_carried_on(
    ada_client: Client, session: ExerciseSession
) -> None:
    make_screen(session.member, outcome="emergency")
    response = ada_client.get(ADDRESS)
    assertNotContains(response, PLAY)
    assertNotContains(response, "Go on with your session")


@pytest.mark.usefixtures("locked_ada")
def test_locked_the_record_stays_open(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, 'href="/check-in/"')
    assertContains(response, 'href="/sessions/"')
    assertContains(response, 'href="/progress/"')


@pytest.mark.usefixtures("locked_ada")
def test_locked_exercises_for_any_time_are_not_offered_either(
    ada_client: Client, enrollment: Enrollment
) -> None:
    glide = make_exercise(title="Nerve glide")
    make_prescription(enrollment.phase, glide, any_time=True)
    assertNotContains(ada_client.get(ADDRESS), "Nerve glide")


def test_due_it_asks_first_and_shows_what_is_planned(
    ada_client: Client, ada: Member, enrollment: Enrollment
) -> None:
    make_screen(ada, asked_at=NOON - DAY * 8, asked_on=TODAY - DAY * 8)
    response = ada_client.get(ADDRESS)
    assertContains(response, "First, a quick safety check")
    assertContains(response, "Bridge")
    assertNotContains(response, START)


def test_due_after_a_session_offers_no_other(
    ada_client: Client, ada: Member, enrollment: Enrollment
) -> None:
    make_screen(ada, asked_at=NOON - DAY * 8, asked_on=TODAY - DAY * 8)
    make_done(ada, finished_at=timezone.now())
    response = ada_client.get(ADDRESS)
    assertContains(response, "You did 1 session today.")
    assertNotContains(response, START)


def test_due_an_open_session_is_carried_on(
    ada_client: Client, session: ExerciseSession
) -> None:
    SafetyScreen.objects.update(asked_at=NOON - DAY * 8)
    assertContains(ada_client.get(ADDRESS), PLAY)


def test_what_the_safety_answers_leave_out_is_said(
    ada_client: Client, ada: Member, enrollment: Enrollment
) -> None:
    for title, slug in (("Hip bridge", "hip-bridge"), ("Brace", "abdominal-brace")):
        make_prescription(enrollment.phase, make_exercise(title=title, slug=slug))
    make_screen(ada, precautions=["heart"], outcome="see-first")
    response = ada_client.get(ADDRESS)
    assertContains(response, "because of your safety answers: Brace, Hip bridge.")
    assertContains(response, "2 exercises, about 13 minutes.")
    assertNotContains(response, 'href="/exercises/hip-bridge/"')


def test_what_is_left_out_for_any_time_is_said_too(
    ada_client: Client, ada: Member, enrollment: Enrollment
) -> None:
    bend = make_exercise(title="Back bend", slug="standing-back-bend")
    make_prescription(enrollment.phase, bend, any_time=True)
    make_screen(ada, precautions=["dizziness"], outcome="see-first")
    response = ada_client.get(ADDRESS)
    assertContains(response, "because of your safety answers: Back bend.")
    assertNotContains(response, "Any time today")


@pytest.mark.usefixtures("enrolled_ada")
def test_with_nothing_left_out_nothing_is_said(ada_client: Client) -> None:
    assertNotContains(ada_client.get(ADDRESS), "Left out for you")


@pytest.mark.usefixtures("enrolled_ada")
def test_open_it_shows_the_exercises_and_the_start(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "2 exercises, about 13 minutes.")
    assertContains(response, START)
    assertContains(response, "2 sets of 8, hold 5 seconds")
    assertContains(response, 'href="/exercises/walk/"')
    assertContains(response, "Phase: Calm")


def test_exercises_for_any_time_stand_apart(
    ada_client: Client, enrolled_ada: Member, enrollment: Enrollment
) -> None:
    glide = make_exercise(title="Nerve glide")
    make_prescription(enrollment.phase, glide, any_time=True, times_per_day=3)
    response = ada_client.get(ADDRESS)
    assertContains(response, "2 exercises, about 13 minutes.")
    assertContains(response, "Any time today")
    assertContains(response, "3 times a day")


def test_a_day_without_exercises_offers_no_start(
    ada_client: Client, ada: Member
) -> None:
    make_enrollment(ada, make_phase(make_program()))
    make_screen(ada)
    response = ada_client.get(ADDRESS)
    assertContains(response, "Nothing is planned today")
    assertNotContains(response, START)


def test_an_open_session_is_carried_on_where_it_stopped(
    ada_client: Client, session: ExerciseSession
) -> None:
    first = session.logs.get(position=1)
    first.set_sets(2)
    first.save()
    response = ada_client.get(ADDRESS)
    assertContains(response, f'href="/sessions/{session.pk}/play/2/"')
    assertContains(response, f'href="/sessions/{session.pk}/finish/"')
    assertNotContains(response, START)


def test_an_open_session_with_all_done_leads_to_its_end(
    ada_client: Client, session: ExerciseSession
) -> None:
    session.logs.update(state="done", sets_done=2)
    response = ada_client.get(ADDRESS)
    assertContains(response, "Go on with your session")
    assertNotContains(response, PLAY)


@pytest.mark.usefixtures("enrolled_ada")
def test_after_a_session_the_day_is_done_and_another_is_offered(
    ada_client: Client, ada: Member
) -> None:
    make_done(ada, finished_at=timezone.now())
    response = ada_client.get(ADDRESS)
    assertContains(response, "You did 1 session today.")
    assertContains(response, "Do another")
    assertContains(response, "Thursday 12, done")


@pytest.mark.usefixtures("enrolled_ada")
def test_the_week_runs_from_monday_and_counts_finished_sessions(
    ada_client: Client, ada: Member
) -> None:
    for days in (1, 2, 4):
        began = NOON - DAY * days
        day = TODAY - DAY * days
        make_done(ada, performed_on=day, started_at=began, finished_at=began)
    make_session(ada, performed_on=TODAY - DAY * 3, started_at=NOON - DAY * 3)
    response = ada_client.get(ADDRESS)
    assertContains(response, "2 sessions done.")
    assertContains(response, "Wednesday 11, done")
    assertContains(response, "Thursday 12, today")
    assertNotContains(response, "Monday 9, done")


@pytest.mark.usefixtures("enrolled_ada")
def test_a_session_of_yesterday_is_not_carried_on(
    ada_client: Client, ada: Member
) -> None:
    make_session(ada, performed_on=TODAY - DAY, started_at=NOON - DAY)
    response = ada_client.get(ADDRESS)
    assertContains(response, START)
    assertNotContains(response, "Go on with your session")


def test_the_answer_about_the_leg_stands_on_the_page(
    ada_client: Client, ada: Member
) -> None:
    note_days(ada, [8, 8, 8, 8, 3, 3, 3, 3, 3, 3])
    assertContains(ada_client.get(ADDRESS), "Leg pain is down 5 points")


def test_the_notes_of_others_say_nothing_here(ada_client: Client, bea: Member) -> None:
    note_days(bea, [8, 8, 8])
    assertContains(ada_client.get(ADDRESS), "Note how you feel on 3 more days")


@pytest.mark.parametrize(
    ("minute", "day"), [(59, "Thursday, November 12"), (60, "Friday, November 13")]
)
def test_a_new_day_begins_at_midnight_of_the_member(
    ada: Member, minute: int, day: str
) -> None:
    four_utc = dt.datetime(2026, 11, 13, 4, tzinfo=dt.UTC)
    with time_machine.travel(four_utc + dt.timedelta(minutes=minute), tick=False):
        assertContains(signed_in(ada).get(ADDRESS), day)
