"""The readings of one trial, in order and in time."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.conftest import signed_in
from tests.factories import make_screen
from tests.tracking.conftest import DAY, NOON
from tracking.models import DirectionTrial, Enrollment

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def trial(ada: Member) -> DirectionTrial:
    make_screen(ada, asked_at=NOON - DAY)
    return DirectionTrial.objects.create(member=ada, movement="backward", tried_at=NOON)


@pytest.fixture
def waiting(trial: DirectionTrial) -> DirectionTrial:
    """Two readings are taken; the last one is due at 12:10 in New York."""
    trial.leg_before = trial.place_before = 5
    trial.leg_after = trial.place_after = 4
    trial.save()
    return trial


def answers(moment: str, **changes: str) -> dict[str, str]:
    return {"moment": moment, "leg": "5", "place": "5", **changes}


def test_it_begins_with_the_leg_as_it_is(
    ada_client: Client, trial: DirectionTrial
) -> None:
    response = ada_client.get(trial.get_absolute_url())
    assertContains(response, "First: how is your leg now?")
    assertNotContains(response, "5 gentle back bends")
    assertNotContains(response, " checked")
    assertContains(response, "reviewed by a clinician")


def test_then_it_says_what_to_do(ada_client: Client, trial: DirectionTrial) -> None:
    address = trial.get_absolute_url()
    assertRedirects(ada_client.post(address, answers("before")), address)
    assertContains(ada_client.get(address), "5 gentle back bends")


def test_forward_shows_one_knee_to_the_chest(
    ada_client: Client, trial: DirectionTrial
) -> None:
    DirectionTrial.objects.update(movement="forward", leg_before=5, place_before=5)
    response = ada_client.get(trial.get_absolute_url())
    assertContains(response, "One knee to the chest, 5 times")


def test_the_10_minutes_begin_with_the_second_reading(
    ada_client: Client, trial: DirectionTrial
) -> None:
    address = trial.get_absolute_url()
    ada_client.post(address, answers("before"))
    with time_machine.travel(NOON + 7 * MINUTE, tick=False):
        ada_client.post(address, answers("after"))
        response = ada_client.get(address)
    assertContains(response, "You can answer from <b>12:17 p.m.</b> on")
    assertNotContains(response, 'name="leg"')


def test_worse_right_after_says_to_rest(
    ada_client: Client, waiting: DirectionTrial
) -> None:
    DirectionTrial.objects.update(leg_after=7)
    response = ada_client.get(waiting.get_absolute_url())
    assertContains(response, "Do no more of it today. It does not mean damage.")


@pytest.mark.parametrize(
    ("minutes", "status"), [(0, 422), (9, 422), (10, 302), (45, 302)]
)
def test_the_last_reading_is_taken_after_10_minutes(
    ada_client: Client, waiting: DirectionTrial, minutes: int, status: int
) -> None:
    with time_machine.travel(NOON + minutes * MINUTE, tick=False):
        response = ada_client.post(waiting.get_absolute_url(), answers("later"))
    assert response.status_code == status
    waiting.refresh_from_db()
    assert (waiting.leg_later is None) == (status == 422)
    if status == 422:
        sentence = "The 10 minutes are not over. Answer from 12:10 p.m. on."
        assertContains(response, sentence, status_code=422)
        assertContains(response, " checked", count=2, status_code=422)


def test_what_is_not_read_within_the_hour_shows_nothing(
    ada: Member, waiting: DirectionTrial
) -> None:
    address = waiting.get_absolute_url()
    with time_machine.travel(NOON + 60 * MINUTE, tick=False):
        client = signed_in(ada)
        assertContains(client.get(address), "It was not finished")
        assertRedirects(client.post(address, answers("later")), address)
    waiting.refresh_from_db()
    assert waiting.leg_later is None


@pytest.mark.parametrize("missing", ["leg", "place"])
def test_a_missing_answer_is_named_and_the_other_stays(
    ada_client: Client, trial: DirectionTrial, missing: str
) -> None:
    sent = answers("before", **{missing: ""})
    response = ada_client.post(trial.get_absolute_url(), sent)
    assertContains(response, f'<a href="#id_{missing}_0">', status_code=422)
    assertContains(response, " checked", count=1, status_code=422)


def test_a_reading_sent_twice_is_kept_once(
    ada_client: Client, trial: DirectionTrial
) -> None:
    for leg in ("5", "9"):
        ada_client.post(trial.get_absolute_url(), answers("before", leg=leg))
    trial.refresh_from_db()
    assert (trial.leg_before, trial.leg_after) == (5, None)


def test_readings_cannot_be_sent_out_of_order(
    ada_client: Client, trial: DirectionTrial
) -> None:
    ada_client.post(trial.get_absolute_url(), answers("after"))
    with time_machine.travel(NOON + 11 * MINUTE, tick=False):
        ada_client.post(trial.get_absolute_url(), answers("later"))
    trial.refresh_from_db()
    assert trial.leg_before is trial.leg_after is trial.leg_later is None


@pytest.mark.parametrize("outcome", ["see-first", "emergency"])
def test_without_clear_answers_nobody_begins(
    ada: Member, ada_client: Client, trial: DirectionTrial, outcome: str
) -> None:
    make_screen(ada, outcome=outcome, asked_at=NOON)
    for method in (ada_client.get, ada_client.post):
        response = method(trial.get_absolute_url())
        assertRedirects(response, "/safety/", fetch_redirect_response=False)


def test_who_has_begun_can_still_say_how_it_went(
    ada: Member, ada_client: Client, waiting: DirectionTrial
) -> None:
    make_screen(ada, outcome="emergency", asked_at=NOON)
    with time_machine.travel(NOON + 11 * MINUTE, tick=False):
        ada_client.post(waiting.get_absolute_url(), answers("later"))
    waiting.refresh_from_db()
    assert waiting.leg_later == 5


def test_the_result_leads_to_the_account_of_who_follows_a_program(
    ada_client: Client, enrollment: Enrollment, waiting: DirectionTrial
) -> None:
    DirectionTrial.objects.update(leg_later=7, place_later=6)
    response = ada_client.get(waiting.get_absolute_url())
    assertContains(response, "Leave this way for now. It does not mean damage.")
    assertContains(response, "It moved down.")
    assertContains(response, 'class="btn" href="/me/"')
    link = f'href="{waiting.get_absolute_url()}"'
    assertContains(ada_client.get("/me/"), link)


def test_a_stranger_finds_nothing(bea_client: Client, trial: DirectionTrial) -> None:
    address = trial.get_absolute_url()
    assert bea_client.get(address).status_code == 404
    assert bea_client.post(address, answers("before")).status_code == 404


def test_the_page_costs_few_queries(
    ada_client: Client,
    waiting: DirectionTrial,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_max_num_queries(12):
        ada_client.get(waiting.get_absolute_url())
