import datetime as dt
import uuid

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from portal.plans.joining import end_coverage, give_coverage
from portal.plans.models import Benefit, Coverage
from tests.factories import TODAY

SURE = {"is_sure": "on"}

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def coverage(ada: Member, benefit: Benefit) -> Coverage:
    return give_coverage(member=ada, benefit=benefit)


@pytest.fixture
def address(coverage: Coverage) -> str:
    return f"/me/coverages/{coverage.pk}/"


def test_a_member_sees_the_sponsor_and_that_the_record_stays(
    ada_client: Client, address: str
) -> None:
    response = ada_client.get(address)
    assertContains(response, "Your coverage from Harbor Lane Bakery")
    assertContains(response, "You are covered")
    assertContains(response, "You joined on ")
    assertContains(response, "They stay when the coverage ends.")
    assert "no-store" in response["Cache-Control"]


def test_leaving_ends_it_today(
    ada_client: Client, coverage: Coverage, address: str
) -> None:
    response = ada_client.post(address, SURE, follow=True)
    assertRedirects(response, address)
    assertContains(response, "You left it on November 12, 2026")
    assertContains(response, "They stay when the coverage ends.")
    assertContains(response, "You can no longer join a new program through Harbor")
    assertNotContains(response, "is_sure")
    coverage.refresh_from_db()
    assert coverage.ended_on == TODAY


def test_leaving_asks_first(
    ada_client: Client, coverage: Coverage, address: str
) -> None:
    response = ada_client.post(address, {})
    assertContains(response, "Tick the box if you want to leave.", status_code=422)
    coverage.refresh_from_db()
    assert coverage.ended_on is None


def test_leaving_twice_keeps_the_first_day(
    ada_client: Client, coverage: Coverage, address: str
) -> None:
    first = TODAY - dt.timedelta(days=3)
    end_coverage(coverage=coverage, day=first)
    ada_client.post(address, SURE)
    coverage.refresh_from_db()
    assert coverage.ended_on == first


def test_a_benefit_that_has_ended_is_said(
    ada_client: Client, benefit: Benefit, address: str
) -> None:
    benefit.ends_on = TODAY - dt.timedelta(days=1)
    benefit.save()
    page = ada_client.get(address)
    assertContains(page, "It ended on November 11, 2026")
    assertContains(page, "You can no longer join a new program through Harbor")
    assertNotContains(page, "is_sure")


@pytest.mark.parametrize("method", ["get", "post"])
def test_another_members_coverage_is_not_found(
    bea_client: Client, coverage: Coverage, address: str, method: str
) -> None:
    response = getattr(bea_client, method)(address, SURE)
    assert response.status_code == 404
    coverage.refresh_from_db()
    assert coverage.ended_on is None


def test_nobodys_coverage_is_not_found(ada_client: Client) -> None:
    assert ada_client.get(f"/me/coverages/{uuid.uuid4()}/").status_code == 404


def test_a_visitor_is_sent_to_sign_in(client: Client, address: str) -> None:
    assertRedirects(
        client.get(address),
        f"/accounts/login/?next={address}",
        fetch_redirect_response=False,
    )


def test_the_number_of_queries(
    ada_client: Client,
    address: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    ada_client.get(address)
    with django_assert_max_num_queries(4):
        ada_client.get(address)
