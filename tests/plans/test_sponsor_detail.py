import datetime as dt
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings
from pytest_django.asserts import assertContains, assertNotContains

from exercises.models import Program
from portal.plans.models import Benefit, Sponsor, SponsorDomain
from tests.factories import TODAY, make_benefit, make_option, make_sponsor

ADDRESS = "/coverage/harbor-lane-bakery/"
SIGN_UP = 'href="/accounts/signup/?next=/coverage/harbor-lane-bakery/check/"'
SIGN_IN = 'href="/accounts/login/?next=/coverage/harbor-lane-bakery/check/"'
DAY = dt.timedelta(days=1)

pytestmark = pytest.mark.usefixtures("today")


def page(client: Client, query: str = "") -> str:
    return " ".join(client.get(ADDRESS + query).content.decode().split())


def test_a_running_benefit_leads_with_the_price(
    client: Client, bakery: Sponsor, program: Program
) -> None:
    make_benefit(
        bakery,
        program,
        cost_line="You pay $0 for the program.",
        payer_line="Your employer pays.",
        who_can_join="people who work there\n\ntheir partners",
    )
    shown = page(client)
    for words in (
        "Harbor Lane Bakery covers this program",
        "You pay $0 for the program.",
        "Your employer pays.",
        "people who work there",
        "their partners",
        "to be aged 18 or over",
        "an e-mail address you can open now",
        "What Harbor Lane Bakery sees",
        "your name, or whether you joined",
        "Checked November 3, 2026.",
        SIGN_UP,
        SIGN_IN,
    ):
        assert words in shown
    assert "invitation code" not in shown


def test_a_code_is_among_what_a_person_needs(
    client: Client, code_benefit: Benefit
) -> None:
    assertContains(client.get(ADDRESS), "the invitation code from Harbor Lane Bakery")
    assertNotContains(client.get(ADDRESS), code_benefit.code)


def test_a_member_joins_without_signing_up_again(
    ada_client: Client, benefit: Benefit
) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, 'href="/coverage/harbor-lane-bakery/check/"')
    assertNotContains(response, "/accounts/signup/")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("fields", "verdict", "can_join"),
    [
        (
            {"starts_on": TODAY + DAY},
            "covers this program from November 13, 2026",
            False,
        ),
        ({"ends_on": TODAY - DAY}, "no longer covers this program", False),
        ({"ends_on": TODAY}, "covers this program", True),
    ],
)
def test_each_state_has_its_verdict(
    client: Client,
    bakery: Sponsor,
    program: Program,
    fields: dict[str, Any],
    verdict: str,
    can_join: bool,
) -> None:
    make_benefit(bakery, program, **fields)
    shown = page(client)
    assert f"Harbor Lane Bakery {verdict} </h1>" in shown
    assert (SIGN_UP in shown) is can_join
    assert ("Read the free guide" in shown) is not can_join


def test_the_plan_options_are_named(client: Client, benefit: Benefit) -> None:
    make_option(benefit, "Heron Gold HMO")
    make_option(benefit, "Heron Bronze HMO", is_included=False)
    shown = page(client)
    assert "covers this program with some plans </h1>" in shown
    assert "Only with: <b>Heron Gold HMO</b>" in shown


def test_without_a_benefit_the_guide_and_a_person_are_offered(
    client: Client, bakery: Sponsor, settings: Settings
) -> None:
    settings.SUPPORT_EMAIL = "help@example.org"
    shown = page(client)
    assert "We do not know of a benefit at Harbor Lane Bakery yet" in shown
    assert 'href="mailto:help@example.org' in shown
    assert 'href="/guides/sciatica/"' in shown
    assert "the plan of your husband, wife or partner" in shown
    assert 'href="/join/"' in shown
    assert "Checked" not in shown


def test_the_title_is_the_verdict(client: Client, benefit: Benefit) -> None:
    assert "<title> Harbor Lane Bakery covers this program" in page(client)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/coverage/hidden/", "/coverage/nobody/"])
def test_a_sponsor_that_is_not_searchable_is_not_found(
    client: Client, path: str
) -> None:
    make_sponsor("Hidden Works", slug="hidden", is_searchable=False)
    assert client.get(path).status_code == 404


def test_the_plan_is_chosen_before_joining(client: Client, benefit: Benefit) -> None:
    gold = make_option(benefit, "Heron Gold")
    bronze = make_option(benefit, "Heron Bronze", is_included=False)
    shown = page(client)
    assert "Which plan do you have?" in shown
    for choice in (gold.pk, bronze.pk, "other"):
        assert f'href="?plan={choice}"' in shown
    assert SIGN_UP not in shown


def test_an_included_plan_leads_to_joining(client: Client, benefit: Benefit) -> None:
    gold = make_option(benefit, "Heron Gold")
    shown = page(client, f"?plan={gold.pk}")
    assert "Harbor Lane Bakery covers this program with Heron Gold </h1>" in shown
    assert SIGN_UP in shown
    assert "Choose another plan" in shown


@pytest.mark.parametrize("choice", ["Heron Bronze", "other"])
def test_another_plan_is_no_dead_end(
    client: Client, benefit: Benefit, choice: str
) -> None:
    make_option(benefit, "Heron Gold")
    bronze = make_option(benefit, "Heron Bronze", is_included=False)
    shown = page(client, f"?plan={bronze.pk if choice != 'other' else choice}")
    said = "Not clear yet" if choice == "other" else "Not with this plan, as far as we"
    assert said in shown
    assert "You pay $0." not in shown
    assert "Do you have another plan?" in shown
    assert 'action="/coverage/ask/"' in shown
    assert 'href="/guides/sciatica/"' in shown
    assert SIGN_UP not in shown
    assert "eligible" not in shown


@pytest.mark.parametrize("plan", ["0", "x", "-1", "9" * 40])
def test_a_plan_that_is_none_of_its_options_changes_nothing(
    client: Client, benefit: Benefit, plan: str
) -> None:
    make_option(benefit, "Heron Gold")
    assert page(client, f"?plan={plan}") == page(client)


def test_an_employer_without_a_benefit_may_be_covered_by_a_health_plan(
    client: Client, bakery: Sponsor, program: Program
) -> None:
    heron = make_sponsor("Blue Heron", slug="blue-heron", kind="health-plan")
    ended = make_sponsor("Old Owl", slug="old-owl", kind="health-plan")
    make_benefit(heron, program)
    make_benefit(ended, program, ends_on=TODAY - DAY)
    bakery.health_plans.set([heron, ended])
    shown = page(client)
    assert "Harbor Lane Bakery: it depends on your health plan </h1>" in shown
    assert 'href="/coverage/blue-heron/">Blue Heron</a>' in shown
    assert "Old Owl" not in shown
    assertContains(client.get("/coverage/?q=harbor"), "Depends on your plan")


def test_a_benefit_of_its_own_that_comes_is_told_beside_its_health_plans(
    client: Client, bakery: Sponsor, program: Program
) -> None:
    heron = make_sponsor("Blue Heron", slug="blue-heron", kind="health-plan")
    make_benefit(heron, program)
    bakery.health_plans.add(heron)
    make_benefit(bakery, program, starts_on=TODAY + DAY, cost_line="You pay $5.")
    shown = page(client)
    assert 'href="/coverage/blue-heron/">Blue Heron</a>' in shown
    assert "From November 13, 2026, Harbor Lane Bakery has a benefit" in shown
    assert "You pay $5." in shown


def test_the_parent_is_named(client: Client, bakery: Sponsor) -> None:
    bakery.parent = make_sponsor("Otter Foods", slug="otter-foods")
    bakery.save()
    assert 'a part of <a href="/coverage/otter-foods/">Otter Foods</a>' in page(client)


def test_a_hidden_parent_is_not(client: Client, bakery: Sponsor) -> None:
    bakery.parent = make_sponsor("Otter Foods", slug="o", is_searchable=False)
    bakery.save()
    assert "Otter Foods" not in page(client)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"verification": "domain"}, "which ends in <b>@harborlane.example</b>"),
        ({"asks_member_id": True}, "your member ID: it is on your insurance card"),
        (
            {"asks_member_id": True, "asks_zip": True},
            "your member ID, or your ZIP code if the card is not with you",
        ),
        ({"asks_zip": True, "asks_first_name": True}, "your ZIP code"),
    ],
)
def test_what_a_person_needs_is_what_the_benefit_asks(
    client: Client,
    bakery: Sponsor,
    program: Program,
    fields: dict[str, Any],
    words: str,
) -> None:
    SponsorDomain.objects.create(sponsor=bakery, domain="harborlane.example")
    asked = {"verification": "file", "asks_last_name": True, "asks_birth_date": True}
    make_benefit(bakery, program, **{**asked, **fields})
    assert words in page(client)


def test_dependants_have_an_account_of_their_own(
    client: Client, bakery: Sponsor, program: Program
) -> None:
    make_benefit(bakery, program, covers_dependants=True)
    assert "Each adult in the family has an account of their own." in page(client)


@pytest.mark.parametrize("code", ["", "wrong", "stars-over-driftmoo"])
@pytest.mark.django_db
def test_a_link_only_sponsor_is_not_found_without_its_code(
    client: Client, code: str
) -> None:
    make_sponsor("D", slug="d", is_searchable=False, link_code="stars-over-driftmoor")
    assert client.get("/coverage/d/", {"code": code}).status_code == 404
    assert client.get("/coverage/d/").status_code == 404


@pytest.mark.django_db
def test_its_code_opens_it_for_this_browser_alone(client: Client) -> None:
    make_sponsor("D", slug="d", is_searchable=False, link_code="stars-over-driftmoor")
    opened = client.get("/coverage/d/?code=stars-over-driftmoor")
    assert opened.status_code == 200
    assert client.get("/coverage/d/").status_code == 200
    assert Client().get("/coverage/d/").status_code == 404


def test_the_number_of_queries(
    client: Client, benefit: Benefit, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(5):
        client.get(ADDRESS)
