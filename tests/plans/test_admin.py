from typing import Any

import pytest
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.test import Client

from exercises.models import Program
from portal.accounts.roles import COVERAGE_OFFICER
from portal.plans.models import Benefit, Coverage, Sponsor, SponsorRequest
from portal.plans.search import find
from tests.conftest import signed_in, staff
from tests.factories import make_benefit, make_member, make_program, make_sponsor


@pytest.fixture
def officer_client(db: None) -> Client:
    return signed_in(staff("officer@example.org", COVERAGE_OFFICER))


def sponsor_form(**changes: str) -> dict[str, str]:
    data = {
        "name": "Harbor Lane Bakery",
        "slug": "harbor-lane-bakery",
        "kind": "employer",
        "is_searchable": "on",
    }
    for prefix in ("aliases", "domains", "benefits"):
        data |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    return data | changes


def benefit_rows(**changes: str) -> dict[str, str]:
    row = {
        "program": str(make_program().pk),
        "starts_on": "2026-01-01",
        "cost_line": "You pay $0.",
        "who_can_join": "people who work there",
        "minimum_age": "18",
        "verification": "none",
        "checked_on": "2026-11-03",
    }
    rows = {f"benefits-0-{name}": value for name, value in (row | changes).items()}
    return {**rows, "benefits-TOTAL_FORMS": "1"}


def test_an_officer_adds_a_sponsor_that_search_then_finds(
    officer_client: Client,
) -> None:
    data = sponsor_form() | benefit_rows()
    data |= {"aliases-TOTAL_FORMS": "1", "aliases-0-name": "HLB"}
    response = officer_client.post("/admin/plans/sponsor/add/", data)
    assert response.status_code == 302
    sponsor = Sponsor.objects.searchable().get(slug="harbor-lane-bakery")
    assert sponsor.aliases.get().name == "HLB"
    assert [hit.sponsor for hit in find("hlb").hits] == [sponsor]
    assert sponsor.benefits.get().cost_line == "You pay $0."


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        pytest.param(
            {"ends_on": "2025-01-01"}, "The end is before the start.", id="dates"
        ),
        pytest.param(
            {"verification": "code"}, "Enter the code that people will type.", id="code"
        ),
        pytest.param(
            {"verification": "file", "benefits-0-asks_last_name": "on"},
            "An eligibility file needs last name",
            id="asks",
        ),
        pytest.param({"minimum_age": "16"}, "for people of 18 and over", id="age"),
    ],
)
def test_a_wrong_benefit_is_refused_with_a_sentence(
    officer_client: Client, changes: dict[str, str], sentence: str
) -> None:
    data = sponsor_form() | benefit_rows(**changes)
    response = officer_client.post("/admin/plans/sponsor/add/", data)
    assert sentence in response.text
    assert not Sponsor.objects.exists()


def test_a_sponsor_keeps_its_address(officer_client: Client) -> None:
    sponsor = make_sponsor(slug="harbor")
    address = f"/admin/plans/sponsor/{sponsor.pk}/change/"
    officer_client.post(address, sponsor_form(slug="other", name="Harbor Bakery"))
    sponsor.refresh_from_db()
    assert (sponsor.slug, sponsor.name) == ("harbor", "Harbor Bakery")


def test_a_check_by_e_mail_needs_a_domain_that_an_address_could_have(
    bakery: Sponsor, program: Program
) -> None:
    benefit = make_benefit(bakery, program, verification="domain")
    with pytest.raises(ValidationError, match="e-mail domains first"):
        benefit.full_clean()
    bakery.domains.create(domain="harbor.example")
    benefit.full_clean()


def test_a_sponsor_found_by_link_only_has_no_link_to_the_site(
    officer_client: Client,
) -> None:
    sponsor = make_sponsor(is_searchable=False)
    page = officer_client.get(f"/admin/plans/sponsor/{sponsor.pk}/change/").text
    assert f'href="/coverage/{sponsor.slug}/"' not in page


def test_the_list_says_what_a_benefit_does_today(officer_client: Client) -> None:
    make_benefit(make_sponsor(), make_program(), starts_on="2001-01-01")
    page = officer_client.get("/admin/plans/benefit/")
    assert "Covers the program" in page.text


def test_a_benefit_in_use_is_not_deleted(administrator_client: Client) -> None:
    benefit = make_benefit(make_sponsor(), make_program())
    Coverage.objects.create(member=make_member("ada@example.org"), benefit=benefit)
    address = f"/admin/plans/benefit/{benefit.pk}/delete/"
    administrator_client.post(address, {"post": "yes"})
    assert Benefit.objects.get() == benefit
    assert "ada@example.org" not in administrator_client.get(address).text


@pytest.mark.parametrize("address", ["/admin/plans/sponsor/", "/admin/plans/benefit/"])
def test_a_list_takes_no_query_for_each_row(
    officer_client: Client, address: str, django_assert_max_num_queries: Any
) -> None:
    program = make_program()
    for number in range(20):
        make_benefit(make_sponsor(f"Sponsor {number}"), program)
    with django_assert_max_num_queries(16):
        assert officer_client.get(address).status_code == 200


def test_an_author_cannot_open_sponsors(editor_client: Client) -> None:
    sponsor = make_sponsor()
    for address in ("", "add/", f"{sponsor.pk}/change/"):
        response = editor_client.get(f"/admin/plans/sponsor/{address}")
        assert response.status_code == 403


def test_who_is_covered_is_not_in_the_admin() -> None:
    assert not admin.site.is_registered(Coverage)


def test_answering_a_request_deletes_its_e_mail(officer_client: Client) -> None:
    asked = SponsorRequest.objects.create(
        name="Otter Mills", email="ada@example.org", asked_on="2026-11-12"
    )
    data = {"action": "mark_answered", "_selected_action": [str(asked.pk)]}
    officer_client.post("/admin/plans/sponsorrequest/", data)
    asked.refresh_from_db()
    assert asked.email == ""
    assert asked.answered_on


def test_the_first_sponsor_to_choose_is_called_what_was_typed(
    officer_client: Client,
) -> None:
    """A file for another sponsor would end the coverage of all its people."""
    plan = make_sponsor("Blue Heron Health Plan", kind="health-plan")
    plan.aliases.create(name="Harbor Choice PPO")
    plan.aliases.create(name="Harbor Select")
    make_sponsor("Harbor Lane Bakery")
    asked = {
        "app_label": "plans",
        "model_name": "eligibilityfile",
        "field_name": "sponsor",
        "term": "harbor",
    }
    found = officer_client.get("/admin/autocomplete/", asked).json()["results"]
    names = [one["text"] for one in found]
    assert names == ["Harbor Lane Bakery", "Blue Heron Health Plan"]
