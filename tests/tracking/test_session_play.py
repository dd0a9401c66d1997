import uuid

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from exercises.models import Caution, Step
from portal.accounts.models import Member
from tests.factories import make_screen
from tracking.models import ExerciseLog, ExerciseSession


@pytest.fixture
def first(session: ExerciseSession) -> str:
    return f"/sessions/{session.pk}/play/1/"


@pytest.fixture
def second(session: ExerciseSession) -> str:
    return f"/sessions/{session.pk}/play/2/"


@pytest.fixture
def finish(session: ExerciseSession) -> str:
    return f"/sessions/{session.pk}/finish/"


def log_at(position: int) -> ExerciseLog:
    return ExerciseLog.objects.get(position=position)


def test_it_shows_the_exercise_its_dose_and_the_way_on(
    ada_client: Client, first: str, session: ExerciseSession
) -> None:
    exercise = log_at(1).exercise
    Step.objects.create(exercise=exercise, order=1, text="Lift your hips.")
    Caution.objects.create(exercise=exercise, kind="stop-if", text="Pain shoots down.")
    Caution.objects.create(
        exercise=exercise, kind="ask-first", text="A fresh fracture."
    )
    response = ada_client.get(first)
    assertContains(response, "Exercise 1 of 2")
    assertContains(response, "2 sets of 8, hold 5 seconds")
    assertContains(response, "Lift your hips.")
    assertContains(response, "Pain shoots down.")
    assertNotContains(response, "A fresh fracture.")
    assertContains(response, "Set 1 of 2 done")
    assertContains(response, 'href="/today/"')


def test_after_the_first_set_the_second_is_offered(
    ada_client: Client, first: str
) -> None:
    assertRedirects(ada_client.post(first, {"set_number": "1"}), first)
    assert (log_at(1).sets_done, log_at(1).state) == (1, "partly")
    assertContains(ada_client.get(first), "Set 2 of 2 done")


def test_the_same_set_sent_twice_counts_once(ada_client: Client, first: str) -> None:
    ada_client.post(first, {"set_number": "1"})
    response = ada_client.post(first, {"set_number": "1"})
    assertRedirects(response, first)
    assert log_at(1).sets_done == 1


def test_an_old_page_takes_no_set_away(ada_client: Client, first: str) -> None:
    ada_client.post(first, {"set_number": "2"})
    ada_client.post(first, {"set_number": "1"})
    assert (log_at(1).sets_done, log_at(1).state) == (2, "done")


def test_after_the_last_set_comes_the_next_exercise(
    ada_client: Client, first: str, second: str
) -> None:
    ada_client.post(first, {"set_number": "1"})
    assertRedirects(ada_client.post(first, {"set_number": "2"}), second)
    assert (log_at(1).sets_done, log_at(1).state) == (2, "done")


def test_after_the_last_exercise_comes_the_end(
    ada_client: Client, second: str, finish: str
) -> None:
    assertRedirects(ada_client.post(second, {"set_number": "1"}), finish)
    assert log_at(2).state == "done"


def test_an_exercise_that_is_done_offers_the_next(
    ada_client: Client, first: str, second: str
) -> None:
    ada_client.post(first, {"set_number": "2"})
    response = ada_client.get(first)
    assertContains(response, "This one is done.")
    assertContains(response, f'href="{second}"')


@pytest.mark.parametrize("number", ["", "0", "21", "-1", "one"])
def test_a_set_that_cannot_be_is_refused(
    ada_client: Client, first: str, number: str
) -> None:
    response = ada_client.post(first, {"set_number": number})
    assert response.status_code == 422
    assert (log_at(1).sets_done, log_at(1).state) == (0, "to-do")


def test_skipping_asks_why_and_nothing_is_chosen(
    ada_client: Client, first: str
) -> None:
    response = ada_client.get(first, {"skip": "1"})
    assertContains(response, "Why skip it?")
    assertContains(response, "Too tired")
    assertNotContains(response, "checked")
    assertNotContains(response, "Set 1 of 2 done")


def test_skipping_with_a_reason_goes_on(
    ada_client: Client, first: str, second: str
) -> None:
    response = ada_client.post(first, {"skip": "1", "reason": "hurt"})
    assertRedirects(response, second)
    assert (log_at(1).state, log_at(1).skip_reason) == ("skipped", "hurt")


@pytest.mark.parametrize("reason", ["", "lazy"])
def test_skipping_without_a_reason_is_refused(
    ada_client: Client, first: str, reason: str
) -> None:
    response = ada_client.post(first, {"skip": "1", "reason": reason})
    assert response.status_code == 422
    assert log_at(1).state == "to-do"


def test_a_missing_reason_is_named_in_the_summary_and_at_its_field(
    ada_client: Client, first: str
) -> None:
    response = ada_client.post(first, {"skip": "1"})
    assertContains(response, "Choose one reason.", count=2, status_code=422)
    assertContains(response, 'href="#id_reason_0"', status_code=422)


def test_skipping_after_one_set_goes_on_too(
    ada_client: Client, first: str, second: str
) -> None:
    ada_client.post(first, {"set_number": "1"})
    response = ada_client.post(first, {"skip": "1", "reason": "tired"})
    assertRedirects(response, second)
    assert (log_at(1).sets_done, log_at(1).state) == (1, "partly")


def test_a_skipped_exercise_can_be_done_after_all(
    ada_client: Client, first: str
) -> None:
    ada_client.post(first, {"skip": "1", "reason": "time"})
    ada_client.post(first, {"set_number": "1"})
    assert (log_at(1).state, log_at(1).skip_reason) == ("partly", "")


@pytest.mark.parametrize("position", [0, 3, 99])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_place_that_is_not_there_is_not_found(
    ada_client: Client, session: ExerciseSession, position: int, method: str
) -> None:
    address = f"/sessions/{session.pk}/play/{position}/"
    assert getattr(ada_client, method)(address).status_code == 404


@pytest.mark.usefixtures("session")
def test_a_session_that_is_not_there_is_not_found(ada_client: Client) -> None:
    address = f"/sessions/{uuid.UUID(int=7)}/play/1/"
    assert ada_client.get(address).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_locked_it_leads_to_the_safety_questions(
    ada_client: Client, first: str, enrolled_ada: Member, method: str
) -> None:
    make_screen(enrolled_ada, outcome="emergency")
    response = getattr(ada_client, method)(first, {"set_number": "1"})
    assertRedirects(response, "/safety/")
    assert log_at(1).sets_done == 0


def test_the_end_is_always_one_step_away(
    ada_client: Client, first: str, finish: str
) -> None:
    response = ada_client.get(first)
    assertContains(response, f'href="{finish}"')
    assertContains(response, 'href="/safety/"')
