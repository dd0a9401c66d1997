"""Changing the week: its days, and the habit they come after."""

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from portal.accounts.models import Member
from tracking.models import WeekPlan


@pytest.fixture
def plan(ada: Member) -> WeekPlan:
    return WeekPlan.objects.create(member=ada, weekdays=[0, 2], habit="after coffee")


def test_it_shows_what_is_saved(ada_client: Client, plan: WeekPlan) -> None:
    response = ada_client.get(f"/me/week/{plan.pk}/")
    assertContains(response, " checked", count=2)
    assertContains(response, 'value="after coffee"')


@pytest.mark.usefixtures("enrollment")
def test_the_account_page_leads_to_it_and_back(
    ada_client: Client, plan: WeekPlan
) -> None:
    address = f"/me/week/{plan.pk}/"
    response = ada_client.get("/me/")
    assertContains(response, f'href="{address}"')
    assertContains(response, "Monday, Wednesday")
    sent = {"weekdays": ["6", "1"], "habit": ""}
    for _turn in range(2):
        assertRedirects(ada_client.post(address, sent), "/me/")
    plan.refresh_from_db()
    assert (plan.weekdays, plan.habit) == ([1, 6], "")


def test_not_sure_is_no_day_and_is_shown_again(
    ada_client: Client, plan: WeekPlan
) -> None:
    address = f"/me/week/{plan.pk}/"
    response = ada_client.post(address, {"weekdays": ["not-sure"]})
    assertRedirects(response, "/welcome/week/", fetch_redirect_response=False)
    plan.refresh_from_db()
    assert plan.weekdays == []
    assertContains(ada_client.get(address), 'value="not-sure"')
    assertContains(ada_client.get(address), " checked", count=1)


@pytest.mark.parametrize(
    ("weekdays", "sentence"),
    [
        ([], "Tick at least 1 day, or “I am not sure yet”."),
        (["1", "not-sure"], "Tick days, or “I am not sure yet”, but not both."),
    ],
)
def test_a_wrong_answer_is_named_and_stays(
    ada_client: Client, plan: WeekPlan, weekdays: list[str], sentence: str
) -> None:
    sent = {"weekdays": weekdays, "habit": "after lunch"}
    response = ada_client.post(f"/me/week/{plan.pk}/", sent)
    assertContains(response, sentence, count=2, status_code=422)
    assertContains(response, 'value="after lunch"', status_code=422)
    assertContains(response, " checked", count=len(weekdays), status_code=422)
    plan.refresh_from_db()
    assert plan.weekdays == [0, 2]


def test_a_day_that_does_not_exist_is_refused(
    ada_client: Client, plan: WeekPlan
) -> None:
    response = ada_client.post(f"/me/week/{plan.pk}/", {"weekdays": ["7"]})
    assert response.status_code == 422


def test_a_stranger_finds_nothing(bea_client: Client, plan: WeekPlan) -> None:
    address = f"/me/week/{plan.pk}/"
    assert bea_client.get(address).status_code == 404
    assert bea_client.post(address, {"weekdays": ["1"]}).status_code == 404
