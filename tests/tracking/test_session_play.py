import uuid

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from exercises.models import Caution, Step
from portal.accounts.models import Member
from tests.conftest import signed_in
from tests.factories import make_log, make_screen, make_session, make_stop
from tests.tracking.conftest import as_planned, left_out, posted, set_done
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
    assertRedirects(ada_client.post(first, set_done(1)), first)
    assert (log_at(1).sets_done, log_at(1).state) == (1, "partly")
    assertContains(ada_client.get(first), "Set 2 of 2 done")


def test_the_same_set_sent_twice_counts_once(ada_client: Client, first: str) -> None:
    ada_client.post(first, set_done(1))
    response = ada_client.post(first, set_done(1))
    assertRedirects(response, first)
    assert log_at(1).sets_done == 1


def test_an_old_page_takes_no_set_away(ada_client: Client, first: str) -> None:
    ada_client.post(first, set_done(2))
    ada_client.post(first, set_done(1))
    assert (log_at(1).sets_done, log_at(1).state) == (2, "done")


def test_after_the_last_set_comes_the_next_exercise(
    ada_client: Client, first: str, second: str
) -> None:
    ada_client.post(first, set_done(1))
    assertRedirects(ada_client.post(first, set_done(2)), second)
    assert (log_at(1).sets_done, log_at(1).state) == (2, "done")


def test_after_the_last_exercise_comes_the_end(
    ada_client: Client, second: str, finish: str
) -> None:
    assertRedirects(ada_client.post(second, set_done(1)), finish)
    assert log_at(2).state == "done"


def test_an_exercise_that_is_done_offers_the_next(
    ada_client: Client, first: str, second: str
) -> None:
    ada_client.post(first, set_done(2))
    response = ada_client.get(first)
    assertContains(response, "This one is done.")
    assertContains(response, f'href="{second}"')


@pytest.mark.parametrize("number", ["", "0", "21", "-1", "one"])
def test_a_set_that_cannot_be_is_refused(
    ada_client: Client, first: str, number: str
) -> None:
    response = ada_client.post(first, set_done(number))
    assert response.status_code == 422
    assert (log_at(1).sets_done, log_at(1).state) == (0, "to-do")


def test_skipping_asks_why_and_nothing_is_chosen(
    ada_client: Client, first: str
) -> None:
    response = ada_client.get(first, {"skip": "1"})
    assertContains(response, "Why?")
    assertContains(response, "Too tired")
    assertNotContains(response, "checked")
    assertNotContains(response, "Set 1 of 2 done")


def test_skipping_with_a_reason_goes_on(
    ada_client: Client, first: str, second: str
) -> None:
    response = ada_client.post(first, left_out("hurt"))
    assertRedirects(response, second)
    assert (log_at(1).state, log_at(1).skip_reason) == ("skipped", "hurt")


@pytest.mark.parametrize("reason", ["", "lazy"])
def test_skipping_without_a_reason_is_refused(
    ada_client: Client, first: str, reason: str
) -> None:
    response = ada_client.post(first, left_out(reason))
    assert response.status_code == 422
    assert log_at(1).state == "to-do"


def test_a_missing_reason_is_named_in_the_summary_and_at_its_field(
    ada_client: Client, first: str
) -> None:
    response = ada_client.post(first, left_out(""))
    assertContains(response, "Choose one reason.", count=2, status_code=422)
    assertContains(response, 'href="#id_reason_0"', status_code=422)


def test_skipping_after_one_set_goes_on_too(
    ada_client: Client, first: str, second: str
) -> None:
    ada_client.post(first, set_done(1))
    response = ada_client.post(first, left_out("tired"))
    assertRedirects(response, second)
    assert (log_at(1).sets_done, log_at(1).state) == (1, "partly")


def test_a_skipped_exercise_can_be_done_after_all(
    ada_client: Client, first: str
) -> None:
    ada_client.post(first, left_out("time"))
    ada_client.post(first, set_done(1))
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
    response = getattr(ada_client, method)(first, set_done(1))
    assertRedirects(response, "/safety/")
    assert log_at(1).sets_done == 0


def test_the_end_is_always_one_step_away(
    ada_client: Client, first: str, finish: str
) -> None:
    response = ada_client.get(first)
    assertContains(response, f'href="{finish}"')
    assertContains(response, 'href="/safety/"')


def test_done_as_planned_takes_one_form_and_goes_on(
    ada_client: Client, first: str, second: str
) -> None:
    assertRedirects(ada_client.post(first, as_planned()), second)
    log = log_at(1)
    assert (log.state, log.sets_done, log.reps_done) == ("done", 2, 8)
    assert (log.hold_seconds_done, log.minutes_done) == (5, None)
    assert (log.rating, log.leg_response, log.reach_response) == ("", "", "")


def test_nothing_is_chosen_before_the_member_chooses(
    ada_client: Client, first: str
) -> None:
    assertNotContains(ada_client.get(first), "checked")


def test_the_answers_go_along(ada_client: Client, first: str) -> None:
    answers = {"rating": "hard", "leg_response": "less", "reach_response": "up"}
    ada_client.post(first, as_planned(**answers))
    log = log_at(1)
    assert (log.rating, log.leg_response, log.reach_response) == ("hard", "less", "up")
    page = ada_client.get(first)
    assertContains(page, "Hard. Leg pain: less. Moved up, toward the back.")


def test_answers_given_with_a_set_are_kept(ada_client: Client, first: str) -> None:
    ada_client.post(first, {**set_done(1), "rating": "easy"})
    ada_client.post(first, set_done(2))
    assert (log_at(1).rating, log_at(1).state) == ("easy", "done")


def actual(**changes: str) -> dict[str, str]:
    sent = {"version": "1", "deed": "actual", "sets_done": "1"}
    return {**sent, "reps_done": "6", "hold_seconds_done": "3", **changes}


def test_what_was_really_done_is_kept_beside_the_plan(
    ada_client: Client, first: str, second: str
) -> None:
    assertRedirects(ada_client.post(first, actual()), second)
    log = log_at(1)
    assert (log.sets_done, log.reps_done, log.hold_seconds_done) == (1, 6, 3)
    assert (log.sets, log.reps, log.hold_seconds) == (2, 8, 5)
    assert (log.state, log.is_over) == ("partly", True)


def test_minutes_are_asked_where_the_dose_is_in_minutes(
    ada_client: Client, second: str
) -> None:
    sent = {"version": "1", "deed": "actual", "sets_done": "1", "reps_done": "1"}
    ada_client.post(second, {**sent, "minutes_done": "7"})
    assert (log_at(2).minutes_done, log_at(2).state) == (7, "done")


@pytest.mark.parametrize(
    ("field", "value", "most"),
    [
        ("sets_done", "", 20),
        ("sets_done", "0", 20),
        ("sets_done", "21", 20),
        ("reps_done", "-1", 200),
        ("reps_done", "some", 200),
        ("hold_seconds_done", "1201", 1200),
    ],
)
def test_an_amount_that_cannot_be_is_named_and_the_rest_kept(
    ada_client: Client, first: str, field: str, value: str, most: int
) -> None:
    sent = actual(**{"rating": "easy", field: value})
    response = ada_client.post(first, sent)
    sentence = f"Enter a whole number from 1 to {most}."
    assertContains(response, sentence, count=2, status_code=422)
    assert response.context["form"]["rating"].value() == "easy"
    assert log_at(1).state == "to-do"


def test_sent_twice_it_counts_once(ada_client: Client, first: str, second: str) -> None:
    for _time in range(2):
        assertRedirects(ada_client.post(first, as_planned(rating="easy")), second)
    assert (log_at(1).version, log_at(1).rating) == (2, "easy")


def test_a_second_device_is_told_and_sees_both(
    ada_client: Client, first: str, second: str
) -> None:
    ada_client.post(first, as_planned())
    response = ada_client.post(first, actual(rating="painful"))
    sentence = "was noted on another device or tab: 2 of 2 sets done."
    assertContains(response, sentence, status_code=409)
    assertNotContains(response, "This one is done.", status_code=409)
    form = response.context["form"]
    assert (form["version"].value(), form["sets_done"].value()) == ("2", "1")
    assert form["rating"].value() == "painful"
    assert (log_at(1).sets_done, log_at(1).rating) == (2, "")
    again = actual(rating="painful", version="2")
    assertRedirects(ada_client.post(first, again), second)
    assert (log_at(1).sets_done, log_at(1).rating) == (1, "painful")


def test_sets_that_come_before_it_are_no_other_device(
    ada_client: Client, first: str
) -> None:
    ada_client.post(first, set_done(1))
    ada_client.post(first, as_planned())
    assert (log_at(1).sets_done, log_at(1).state) == (2, "done")


def test_it_goes_on_at_the_same_place_elsewhere(
    ada: Member, ada_client: Client, first: str, session: ExerciseSession
) -> None:
    ada_client.post(first, set_done(1))
    other = signed_in(ada)
    assertContains(other.get("/today/"), f'href="{first}"')
    assertContains(other.get("/today/"), "Go on with your session")
    assertContains(other.get(first), "Set 2 of 2 done")


def test_after_a_partly_done_exercise_it_goes_on_with_the_next(
    ada_client: Client, first: str, second: str
) -> None:
    ada_client.post(first, actual())
    assertContains(ada_client.get("/today/"), f'href="{second}"')


def test_with_htmx_a_set_leaves_the_page_where_it_is(
    ada_client: Client, first: str, second: str, htmx: dict[str, str]
) -> None:
    response = ada_client.post(first, set_done(1), headers=htmx)
    assertContains(response, "Set 2 of 2 done")
    assertNotContains(response, "<h1>")
    last = ada_client.post(first, set_done(2), headers=htmx)
    assert last["HX-Redirect"] == second


def test_the_timer_has_its_parts_and_the_page_its_minutes(
    ada_client: Client, first: str
) -> None:
    response = ada_client.get(first)
    assertContains(response, "Hold 1 of 8")
    assertContains(response, "About 14 minutes left")


@pytest.mark.parametrize("sessions", [1, 30])
def test_a_step_costs_the_same_with_a_long_history(
    ada_client: Client, first: str, session: ExerciseSession, sessions: int
) -> None:
    ada_client.get("/today/")
    for _n in range(sessions):
        make_stop(make_log(make_session(session.member)))
    assert posted(ada_client, first, set_done(1)) == 7
    assert posted(ada_client, first, as_planned()) == 7
    assert posted(ada_client, first, left_out(version="2")) == 7
