"""1 to 3 activities, added and removed one at a time."""

import datetime as dt
import uuid
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Consent, Member
from tests.factories import TODAY, make_report, make_screen
from tracking.models import ActivityGoal, Intake

ADDRESS = "/welcome/goals/"


@pytest.fixture(autouse=True)
def so_far(ada: Member) -> Iterator[None]:
    """What comes before the activities is answered."""
    noon = dt.datetime.combine(TODAY, dt.time(17), dt.UTC)
    with time_machine.travel(noon, tick=False):
        answer_what_comes_before(ada)
        yield


def answer_what_comes_before(ada: Member) -> None:
    Consent.objects.create(member=ada, kind="health", version="2026-11")
    make_screen(ada)
    make_report(ada)
    Intake.objects.create(member=ada, direction="not-sure")


def goal(text: str, score: str = "3") -> dict[str, str]:
    return {"entry": str(uuid.uuid4()), "text": text, "score": score}


def add(client: Client, *texts: str) -> None:
    for text in texts:
        assertRedirects(client.post(ADDRESS, goal(text)), ADDRESS)


def test_nothing_is_chosen_beforehand(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertNotContains(response, " checked")
    assertContains(response, "Go on without.")


def test_activities_are_added_one_at_a_time(ada_client: Client) -> None:
    add(ada_client, "Walk the dog", "Sit through a film")
    response = ada_client.get(ADDRESS)
    assertContains(response, "Walk the dog, 3 of 10")
    assertContains(response, "Add another")
    first = ActivityGoal.objects.all()[0]
    assert (first.order, first.text, first.score) == (1, "Walk the dog", 3)
    assertRedirects(ada_client.get("/welcome/"), "/welcome/week/")


def test_after_3_there_is_no_more_to_add(ada_client: Client) -> None:
    add(ada_client, "Walk the dog", "Sit through a film", "Lift my son")
    assertNotContains(ada_client.get(ADDRESS), "Add another")
    response = ada_client.post(ADDRESS, goal("Dance"))
    sentence = "You have 3 activities. Remove one to add another."
    assertContains(response, sentence, status_code=422)
    assertContains(response, 'value="Dance"', status_code=422)
    assert ActivityGoal.objects.count() == 3


def test_the_same_activity_sent_twice_is_kept_once(ada_client: Client) -> None:
    add(ada_client, "Walk the dog", "Sit through a film")
    sent = goal("Lift my son")
    for _turn in range(2):
        assertRedirects(ada_client.post(ADDRESS, sent), ADDRESS)
    assert ActivityGoal.objects.count() == 3


def test_the_number_of_another_members_activity_is_not_found(
    ada_client: Client, bea: Member
) -> None:
    sent = goal("Walk the dog")
    ActivityGoal.objects.create(
        pk=sent["entry"], member=bea, order=1, text="Swim", score=1, set_on=TODAY
    )
    assert ada_client.post(ADDRESS, sent).status_code == 404
    assert not ActivityGoal.objects.for_member(bea).exclude(text="Swim").exists()


def test_a_removed_activity_leaves_its_place_to_the_next(ada_client: Client) -> None:
    add(ada_client, "Walk the dog", "Sit through a film", "Lift my son")
    removed = ActivityGoal.objects.get(order=2)
    for _turn in range(2):
        response = ada_client.post(ADDRESS, {"remove": str(removed.pk)})
        assertRedirects(response, ADDRESS)
    add(ada_client, "Dance")
    assert ActivityGoal.objects.get(order=2).text == "Dance"


@pytest.mark.parametrize("number", ["", "x", "5f3b1c52-30c0-4f0e-9d9d-6a2f5b3fffff"])
def test_removing_what_is_not_there_changes_nothing(
    ada_client: Client, number: str
) -> None:
    add(ada_client, "Walk the dog")
    assertRedirects(ada_client.post(ADDRESS, {"remove": number}), ADDRESS)
    assert ActivityGoal.objects.count() == 1


def test_the_activity_of_another_member_stays(ada_client: Client, bea: Member) -> None:
    row = ActivityGoal.objects.create(
        member=bea, order=1, text="Swim", score=1, set_on=TODAY
    )
    ada_client.post(ADDRESS, {"remove": str(row.pk)})
    assert ActivityGoal.objects.filter(pk=row.pk).exists()


def test_who_is_not_sure_goes_on_without(ada_client: Client) -> None:
    response = ada_client.post(ADDRESS, {"later": "yes"})
    assertRedirects(response, "/welcome/", fetch_redirect_response=False)
    assertRedirects(ada_client.get("/welcome/"), "/welcome/week/")


def test_without_the_last_activity_it_asks_again(ada_client: Client) -> None:
    add(ada_client, "Walk the dog")
    removed = ActivityGoal.objects.get()
    ada_client.post(ADDRESS, {"remove": str(removed.pk)})
    assertRedirects(ada_client.get("/welcome/"), ADDRESS)


@pytest.mark.parametrize("score", ["-1", "11", "x", ""])
def test_a_score_is_a_number_from_0_to_10(ada_client: Client, score: str) -> None:
    response = ada_client.post(ADDRESS, goal("Walk the dog", score))
    sentence = "Choose a number from 0 to 10."
    link = f'<a href="#id_score_0">{sentence}</a>'
    assertContains(response, link, status_code=422)
    assertContains(response, 'value="Walk the dog"', status_code=422)
