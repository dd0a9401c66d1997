"""A plan of the week for who joined without one."""

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from portal.accounts.models import Member
from tracking.models import WeekPlan

pytestmark = pytest.mark.usefixtures("enrollment")


def test_it_is_made_from_the_account_page(ada: Member, ada_client: Client) -> None:
    assertContains(ada_client.get("/me/"), 'href="/me/week/"')
    response = ada_client.post("/me/week/", {"weekdays": ["0", "3"], "habit": "Tea"})
    assertRedirects(response, "/me/")
    plan = WeekPlan.objects.get(member=ada)
    assert (plan.weekdays, plan.habit) == ([0, 3], "Tea")
    assertRedirects(ada_client.get("/me/week/"), f"/me/week/{plan.pk}/")


def test_sent_twice_it_is_one_plan(ada_client: Client) -> None:
    for _turn in range(2):
        ada_client.post("/me/week/", {"weekdays": ["0"], "habit": ""})
    assert WeekPlan.objects.count() == 1


def test_a_wrong_answer_is_named(ada_client: Client) -> None:
    response = ada_client.post("/me/week/", {"habit": "After tea"})
    assertContains(response, "Tick at least 1 day", status_code=422)
    assertContains(response, "After tea", status_code=422)
