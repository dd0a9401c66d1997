"""Changing an activity: its words and its score."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import TODAY
from tracking.models import ActivityGoal, Enrollment


@pytest.fixture
def goal(ada: Member) -> ActivityGoal:
    return ActivityGoal.objects.create(
        member=ada, order=1, text="Walk the dog", score=3, set_on=TODAY
    )


def test_it_shows_what_is_saved(ada_client: Client, goal: ActivityGoal) -> None:
    response = ada_client.get(f"/me/goals/{goal.pk}/")
    assertContains(response, 'value="Walk the dog"')
    assertContains(response, 'value="3"')
    assertContains(response, " checked", count=1)


@pytest.mark.usefixtures("enrollment")
def test_the_account_page_leads_to_it_and_back(
    ada_client: Client, goal: ActivityGoal
) -> None:
    address = f"/me/goals/{goal.pk}/"
    assertContains(ada_client.get("/me/"), f'href="{address}"')
    sent = {"text": "Walk to the lake", "score": "0"}
    for _turn in range(2):
        assertRedirects(ada_client.post(address, sent), "/me/")
    goal.refresh_from_db()
    assert (goal.text, goal.score, goal.order) == ("Walk to the lake", 0, 1)


def test_on_the_way_in_it_leads_back_there(
    ada_client: Client, goal: ActivityGoal
) -> None:
    sent = {"text": "Walk", "score": "4"}
    response = ada_client.post(f"/me/goals/{goal.pk}/", sent)
    assertRedirects(response, "/welcome/goals/", fetch_redirect_response=False)


@pytest.mark.parametrize(
    ("sent", "sentence", "kept"),
    [
        ({"text": " ", "score": "7"}, "Write what you want to do again.", 'value="7"'),
        ({"text": "Swim", "score": "11"}, "Choose a number from 0 to 10.", "Swim"),
        (
            {"text": "x" * 121, "score": "1"},
            "Write it in 120 letters or fewer.",
            "x" * 121,
        ),
    ],
)
def test_a_wrong_answer_is_named_and_stays(
    ada_client: Client,
    goal: ActivityGoal,
    sent: dict[str, str],
    sentence: str,
    kept: str,
) -> None:
    response = ada_client.post(f"/me/goals/{goal.pk}/", sent)
    assertContains(response, sentence, count=2, status_code=422)
    assertContains(response, kept, status_code=422)
    goal.refresh_from_db()
    assert goal.text == "Walk the dog"


def test_a_stranger_finds_nothing(bea_client: Client, goal: ActivityGoal) -> None:
    address = f"/me/goals/{goal.pk}/"
    assert bea_client.get(address).status_code == 404
    assert bea_client.post(address, {"text": "x", "score": "1"}).status_code == 404


def test_the_page_costs_few_queries(
    ada_client: Client,
    goal: ActivityGoal,
    enrollment: Enrollment,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_max_num_queries(12):
        ada_client.get(f"/me/goals/{goal.pk}/")
