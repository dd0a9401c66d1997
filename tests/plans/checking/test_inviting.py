"""Invitations lead past the search: by link, by QR code, and by a code that is typed."""

import datetime as dt

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from exercises.models import Program
from portal.accounts.models import Member
from portal.plans.joining import give_coverage
from portal.plans.models import Benefit, Coverage, HelpRequest, Invitation, Sponsor
from tests.factories import TODAY, make_benefit
from tests.plans.checking.conftest import ADDRESS

DAY = dt.timedelta(days=1)
CONFIRMED = {"is_included": "on", "agrees": "on"}
PAGE = "/coverage/harbor-lane-bakery/"
HELP = f"{PAGE}help/"

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def older(bakery: Sponsor, program: Program) -> Benefit:
    """It runs beside another one that began later, and that search speaks of."""
    make_benefit(bakery, program, starts_on=TODAY - DAY, cost_line="You pay $9.")
    return make_benefit(
        bakery, program, starts_on=TODAY - 9 * DAY, cost_line="You pay $0."
    )


@pytest.fixture
def invitation(older: Benefit) -> Invitation:
    return Invitation.objects.create(benefit=older, label="Letter", code="abcdefghjkmn")


def test_an_invitation_leads_to_its_own_benefit(
    ada_client: Client, older: Benefit, invitation: Invitation
) -> None:
    page = ada_client.get(invitation.get_absolute_url())
    assertContains(page, "You pay $0.")
    assertContains(ada_client.get(ADDRESS), "You pay $0.")
    ada_client.post(ADDRESS, CONFIRMED)
    assert Coverage.objects.get().benefit == older


def test_without_it_the_benefit_is_the_one_that_search_speaks_of(
    ada_client: Client, invitation: Invitation
) -> None:
    assertContains(ada_client.get(ADDRESS), "You pay $9.")


@pytest.mark.parametrize("days", [{"ends_on": TODAY - DAY}, {"starts_on": TODAY + DAY}])
def test_an_invitation_to_a_benefit_that_does_not_run_says_so(
    ada_client: Client, invitation: Invitation, days: dict[str, dt.date]
) -> None:
    Benefit.objects.filter(pk=invitation.benefit_id).update(**days)
    page = ada_client.get(invitation.get_absolute_url())
    assertContains(page, "It does not run today.")
    assertNotContains(page, ADDRESS)
    assertContains(ada_client.get(ADDRESS), "You pay $9.")


def test_once_the_invitation_has_ended_it_leads_nowhere_else(
    ada_client: Client, invitation: Invitation
) -> None:
    ada_client.get(invitation.get_absolute_url())
    Invitation.objects.update(ends_on=TODAY - DAY)
    assertContains(ada_client.get(ADDRESS), "You pay $9.")


def test_a_link_serves_many_people_and_each_twice(
    ada_client: Client, bea_client: Client, invitation: Invitation
) -> None:
    for client in (ada_client, bea_client, ada_client):
        client.get(invitation.get_absolute_url())
        client.post(ADDRESS, CONFIRMED)
    assert Coverage.objects.count() == 2
    assertContains(ada_client.get(ADDRESS), "You already have this coverage.")


@pytest.mark.parametrize("typed", ["abcdefghjkmn", " ABCD efgh-JKMN "])
def test_the_code_is_typed_in_any_case_and_spacing(
    client: Client, invitation: Invitation, typed: str
) -> None:
    response = client.post("/join/", {"code": typed})
    assertRedirects(response, "/join/abcdefghjkmn/")


@pytest.mark.parametrize("typed", ["", "--", "abcdefghjkm", "abc\x00"])
def test_a_code_that_leads_nowhere_is_told_and_stays_typed(
    client: Client, invitation: Invitation, typed: str
) -> None:
    response = client.post("/join/", {"code": typed})
    assertContains(response, "There is a problem", status_code=422)


def test_a_search_without_a_match_leads_to_where_a_code_is_typed(
    client: Client, invitation: Invitation
) -> None:
    assertContains(client.get("/coverage/", {"q": "zzyzx"}), 'href="/join/"')


def test_members_come_back_to_a_sponsor_that_search_does_not_find(
    ada: Member, ada_client: Client, bea_client: Client, older: Benefit
) -> None:
    Sponsor.objects.update(is_searchable=False)
    assert ada_client.get(PAGE).status_code == 404
    asked = HelpRequest.objects.create(member=ada, benefit=older)
    assert ada_client.get(HELP).status_code == 200
    asked.delete()
    give_coverage(member=ada, benefit=older)
    assert ada_client.get(HELP).status_code == 200
    assert bea_client.get(HELP).status_code == 404
