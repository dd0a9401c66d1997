import datetime as dt

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertRedirects

from exercises.models import Program
from portal.accounts.models import Consent, Member
from portal.plans.joining import end_coverage, give_coverage, programs_open_to
from portal.plans.models import Benefit, Coverage, Sponsor
from tests.factories import TODAY, make_benefit, make_sponsor

ADDRESS = "/coverage/harbor-lane-bakery/check/"
SPONSOR = "/coverage/harbor-lane-bakery/"
CONFIRMED = {"is_included": "on", "agrees": "on"}
RIGHT = {"code": "Birch Pulp 27", "agrees": "on"}
WRONG = {"code": "oak pulp 11", "agrees": "on"}
DAY = dt.timedelta(days=1)

pytestmark = pytest.mark.usefixtures("today", "fresh_cache")


@pytest.fixture
def fresh_cache(db: None) -> None:
    cache.clear()


def test_a_visitor_is_sent_to_sign_in_and_comes_back(
    client: Client, benefit: Benefit
) -> None:
    response = client.get(ADDRESS)
    assertRedirects(
        response, f"/accounts/login/?next={ADDRESS}", fetch_redirect_response=False
    )


def test_a_member_confirms_and_is_covered(
    ada_client: Client, ada: Member, benefit: Benefit
) -> None:
    assertContains(ada_client.get(ADDRESS), "I am one of the people who can join.")
    response = ada_client.post(ADDRESS, CONFIRMED)
    assertRedirects(response, "/welcome/", fetch_redirect_response=False)
    coverage = Coverage.objects.get()
    assert (coverage.member, coverage.benefit) == (ada, benefit)


def test_an_empty_form_says_what_to_do(ada_client: Client, benefit: Benefit) -> None:
    response = ada_client.post(ADDRESS, {})
    assertContains(response, "Tick the box if you are one of them.", status_code=422)
    assert not Coverage.objects.exists()


def test_nobody_is_covered_without_agreeing_to_what_the_sponsor_sees(
    ada_client: Client, benefit: Benefit
) -> None:
    response = ada_client.post(ADDRESS, {"is_included": "on"})
    told = "Tick the box if you agree to what it sees."
    assertContains(response, told, 2, status_code=422)
    assertContains(response, 'id="id_is_included" checked', status_code=422)
    assert not Coverage.objects.exists()
    assert not Consent.objects.exists()
    assert ada_client.post(ADDRESS, CONFIRMED).status_code == 302
    consent = Consent.objects.get()
    assert (consent.kind, consent.version) == ("sponsor", "2026-11")


def test_what_each_sponsor_sees_is_agreed_to_on_its_own(
    ada_client: Client, benefit: Benefit, program: Program
) -> None:
    other = make_sponsor("Vale Outfitters", slug="vale")
    make_benefit(other, program)
    for address in (ADDRESS, "/coverage/vale/check/", ADDRESS):
        ada_client.post(address, CONFIRMED)
    agreed = Consent.objects.values_list("about", flat=True)
    assert sorted(agreed) == ["Harbor Lane Bakery", "Vale Outfitters"]
    page = ada_client.get("/me/")
    assertContains(page, "What Harbor Lane Bakery sees")
    assertContains(page, "What Vale Outfitters sees")
    row = Consent.objects.get(about="Vale Outfitters")
    assertContains(
        ada_client.get(row.get_absolute_url()), "What Vale Outfitters sees", 2
    )


@pytest.mark.usefixtures("code_benefit")
def test_a_code_stays_typed_when_the_box_was_forgotten(ada_client: Client) -> None:
    response = ada_client.post(ADDRESS, {"code": "Birch Pulp 27"})
    assertContains(response, 'value="Birch Pulp 27"', status_code=422)
    assert not Coverage.objects.exists()


def test_a_second_sending_gives_no_second_coverage(
    ada_client: Client, benefit: Benefit
) -> None:
    for _time in range(2):
        response = ada_client.post(ADDRESS, CONFIRMED)
        assertRedirects(response, "/welcome/", fetch_redirect_response=False)
    assert Coverage.objects.count() == 1


def test_a_member_who_has_it_is_told(
    ada_client: Client, ada: Member, benefit: Benefit
) -> None:
    coverage = give_coverage(member=ada, benefit=benefit)
    response = ada_client.get(ADDRESS)
    assertContains(response, "You already have this coverage.")
    assertContains(response, coverage.get_absolute_url())
    assert b"is_included" not in response.content


@pytest.mark.parametrize(
    "typed", ["Birch Pulp 27", "birchpulp27", "  BIRCH  PULP 2 7 ", "birch\tpulp27"]
)
@pytest.mark.usefixtures("code_benefit")
def test_the_code_is_right_in_any_case_and_spacing(
    ada_client: Client, typed: str
) -> None:
    response = ada_client.post(ADDRESS, {**RIGHT, "code": typed})
    assertRedirects(response, "/welcome/", fetch_redirect_response=False)


@pytest.mark.usefixtures("code_benefit")
def test_a_wrong_code_is_one_sentence_and_what_was_typed_stays(
    ada_client: Client,
) -> None:
    response = ada_client.post(ADDRESS, WRONG)
    assertContains(response, "That is not the code.", status_code=422)
    assertContains(response, 'value="oak pulp 11"', status_code=422)
    assert not Coverage.objects.exists()


@pytest.mark.usefixtures("code_benefit")
def test_after_10_wrong_codes_even_the_right_one_waits_an_hour(
    ada_client: Client, bea_client: Client
) -> None:
    for _time in range(10):
        response = ada_client.post(ADDRESS, WRONG)
        assertContains(response, "That is not the code.", status_code=422)
    response = ada_client.post(ADDRESS, RIGHT)
    assertContains(response, "Wait 1 hour, then try again.", status_code=422)
    assert bea_client.post(ADDRESS, RIGHT).status_code == 302


@pytest.mark.usefixtures("code_benefit")
def test_wrong_codes_are_forgotten_after_an_hour(ada_client: Client) -> None:
    for _time in range(10):
        ada_client.post(ADDRESS, WRONG)
    noon = dt.datetime.combine(TODAY, dt.time(17), dt.UTC)
    with time_machine.travel(noon + dt.timedelta(minutes=59), tick=False):
        assert ada_client.post(ADDRESS, RIGHT).status_code == 422
    with time_machine.travel(noon + dt.timedelta(minutes=61), tick=False):
        ada_client.force_login(Member.objects.get(email="ada@example.org"))
        assert ada_client.post(ADDRESS, RIGHT).status_code == 302


@pytest.mark.usefixtures("code_benefit")
def test_wrong_codes_count_for_one_sponsor_only(
    ada_client: Client, program: Program
) -> None:
    other = make_sponsor("Vale Outfitters", slug="vale-outfitters")
    make_benefit(other, program, verification="code", code="vale")
    for _time in range(10):
        ada_client.post(ADDRESS, WRONG)
    response = ada_client.post(
        "/coverage/vale-outfitters/check/", {**RIGHT, "code": "VALE"}
    )
    assert response.status_code == 302


@pytest.mark.parametrize(
    "fields",
    [{"starts_on": TODAY + DAY}, {"ends_on": TODAY - DAY}],
    ids=["coming", "ended"],
)
def test_a_benefit_that_does_not_run_gives_nothing(
    ada_client: Client,
    bakery: Sponsor,
    program: Program,
    fields: dict[str, dt.date],
) -> None:
    make_benefit(bakery, program, **fields)
    assertRedirects(ada_client.get(ADDRESS), SPONSOR, fetch_redirect_response=False)
    response = ada_client.post(ADDRESS, CONFIRMED)
    assertRedirects(response, SPONSOR, fetch_redirect_response=False)
    assert not Coverage.objects.exists()


@pytest.mark.usefixtures("bakery")
def test_a_sponsor_without_a_benefit_gives_nothing(ada_client: Client) -> None:
    response = ada_client.post(ADDRESS, CONFIRMED)
    assertRedirects(response, SPONSOR, fetch_redirect_response=False)


def test_the_day_is_the_members_own(
    client: Client, ada: Member, bakery: Sponsor, program: Program
) -> None:
    make_benefit(bakery, program, ends_on=TODAY)
    late = dt.datetime.combine(TODAY + DAY, dt.time(3), dt.UTC)
    with time_machine.travel(late, tick=False):
        client.force_login(ada)
        assert client.get(ADDRESS).status_code == 200


def test_a_sponsor_that_is_not_searchable_is_not_found(ada_client: Client) -> None:
    make_sponsor("Hidden Works", slug="hidden", is_searchable=False)
    assert ada_client.get("/coverage/hidden/check/").status_code == 404


def test_the_page_is_kept_by_no_cache(ada_client: Client, benefit: Benefit) -> None:
    assert "no-store" in ada_client.get(ADDRESS)["Cache-Control"]


def test_the_number_of_queries(
    ada_client: Client,
    benefit: Benefit,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    ada_client.get(ADDRESS)
    with django_assert_max_num_queries(8):
        ada_client.get(ADDRESS)


def test_a_member_who_left_can_join_again(ada: Member, benefit: Benefit) -> None:
    first = give_coverage(member=ada, benefit=benefit)
    end_coverage(coverage=first, day=TODAY)
    second = give_coverage(member=ada, benefit=benefit)
    assert second != first
    assert give_coverage(member=ada, benefit=benefit) == second


def test_the_programs_of_running_coverages_are_open(
    ada: Member, bea: Member, benefit: Benefit, program: Program
) -> None:
    assert not programs_open_to(ada, TODAY)
    coverage = give_coverage(member=ada, benefit=benefit)
    assert list(programs_open_to(ada, TODAY)) == [program]
    assert not programs_open_to(bea, TODAY)
    assert not programs_open_to(ada, benefit.starts_on - DAY)
    end_coverage(coverage=coverage, day=TODAY)
    assert not programs_open_to(ada, TODAY)


def test_two_coverages_open_a_program_once(
    ada: Member, benefit: Benefit, program: Program
) -> None:
    other = make_benefit(make_sponsor("Vale Outfitters"), program)
    for each in (benefit, other):
        give_coverage(member=ada, benefit=each)
    assert list(programs_open_to(ada, TODAY)) == [program]


def test_a_withdrawn_program_is_not_open(
    ada: Member, benefit: Benefit, program: Program
) -> None:
    give_coverage(member=ada, benefit=benefit)
    program.status = Program.Status.WITHDRAWN
    program.save()
    assert not programs_open_to(ada, TODAY)
