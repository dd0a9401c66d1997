import datetime as dt
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings
from pytest_django.asserts import assertContains, assertNotContains

from exercises.models import Program
from portal.plans.models import Benefit, Sponsor, SponsorAlias
from tests.factories import TODAY, make_benefit, make_option, make_sponsor

DAY = dt.timedelta(days=1)


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.django_db
def test_without_a_query_the_page_is_the_form_and_a_friendly_sentence(
    client: Client,
) -> None:
    response = client.get("/coverage/")
    assertContains(response, "A part of the name is enough.")
    assertNotContains(response, "match")


@pytest.mark.django_db
def test_one_letter_is_answered_beside_the_field(client: Client) -> None:
    response = client.get("/coverage/?q=h")
    assertContains(response, "Type at least 2 letters.", status_code=200)
    assertContains(response, 'value="h"')


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Covers the program"),
        ({"starts_on": TODAY + DAY}, "Starts on November 13, 2026"),
        ({"ends_on": TODAY - DAY}, "Ended on November 11, 2026"),
        ({"starts_on": TODAY, "ends_on": TODAY}, "Covers the program"),
    ],
)
@pytest.mark.usefixtures("today")
def test_a_hit_tells_the_state_in_words(
    client: Client,
    bakery: Sponsor,
    program: Program,
    fields: dict[str, Any],
    words: str,
) -> None:
    make_benefit(bakery, program, **fields)
    response = client.get("/coverage/?q=harbor")
    assertContains(response, "1 match for “harbor”")
    assertContains(response, words)


def test_a_benefit_of_some_plans_depends_on_the_plan(
    client: Client, benefit: Benefit
) -> None:
    make_option(benefit, "Heron Gold")
    assertContains(client.get("/coverage/?q=harbor"), "Depends on your plan")


def test_a_sponsor_without_a_benefit_is_not_covered_yet(
    client: Client, bakery: Sponsor
) -> None:
    response = client.get("/coverage/?q=harbor")
    assertContains(response, "Not covered yet")
    assertContains(response, "<mark>Harbor</mark> Lane Bakery")
    assertContains(response, "Employer, Ohio")
    assertContains(response, 'href="/coverage/harbor-lane-bakery/"')


def test_the_other_name_that_matched_is_said(client: Client, bakery: Sponsor) -> None:
    SponsorAlias.objects.create(sponsor=bakery, name="Ovens & Co")
    page = text(client.get("/coverage/?q=ovens"))
    assert (
        "You searched for a name it also uses: <b><mark>Ovens</mark> &amp; Co </b>"
        in page
    )


def test_a_miss_offers_a_spelling_a_person_and_the_guide(
    client: Client, bakery: Sponsor, settings: Settings
) -> None:
    settings.SUPPORT_EMAIL = "help@example.org"
    response = client.get("/coverage/?q=harber+lane")
    page = text(response)
    assert "We did not find “harber lane”. Did you mean this? </h2>" in page
    assert '<a href="/coverage/harbor-lane-bakery/">' in page
    assert 'href="mailto:help@example.org' in page
    assert 'href="/guides/sciatica/"' in page
    assert "insurance card" in page


@pytest.mark.django_db
def test_without_a_support_address_there_is_no_mail_link(client: Client) -> None:
    assertNotContains(client.get("/coverage/?q=nowhere"), "mailto:")


@pytest.mark.django_db
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_what_was_typed_is_escaped(client: Client, headers: dict[str, str]) -> None:
    query = "<script>alert(1)</script>\"'><img src=x>"
    response = client.get("/coverage/", {"q": query}, headers=headers)
    assertNotContains(response, "<script>alert")
    assertNotContains(response, "<img")


@pytest.mark.django_db
def test_a_name_with_markup_is_escaped(client: Client) -> None:
    sponsor = make_sponsor("<b>Harbor</b> Works")
    SponsorAlias.objects.create(sponsor=sponsor, name="<i>Dock</i> Works")
    response = client.get("/coverage/?q=harbor")
    assertContains(response, "&lt;b&gt;<mark>Harbor</mark>&lt;/b&gt; Works")
    response = client.get("/coverage/?q=dock")
    assertContains(response, "&lt;i&gt;<mark>Dock</mark>&lt;/i&gt; Works")


def test_htmx_gets_the_results_and_the_words_for_the_status(
    client: Client, bakery: Sponsor, htmx: dict[str, str]
) -> None:
    response = client.get("/coverage/?q=harbor", headers=htmx)
    page = text(response)
    assert "<html" not in page
    assert "Harbor</mark> Lane Bakery" in page
    assert '<p hx-swap-oob="innerHTML:#status"> 1 match </p>' in page
    assert "HX-Request" in response["Vary"]


@pytest.mark.django_db
def test_htmx_with_one_letter_puts_the_sentence_beside_the_field(
    client: Client, htmx: dict[str, str]
) -> None:
    page = text(client.get("/coverage/?q=h", headers=htmx))
    hint = '<p hx-swap-oob="innerHTML:#q-hint"> <b>Type at least 2 letters.</b> </p>'
    assert hint in page


def test_the_whole_page_varies_too_and_works_as_a_plain_form(
    client: Client, bakery: Sponsor
) -> None:
    response = client.get("/coverage/?q=harbor")
    assert "HX-Request" in response["Vary"]
    assertContains(response, '<form class="find stack" role="search"')
    assertContains(response, 'action="/coverage/" method="get"')
    assertNotContains(response, "hx-swap-oob")


@pytest.mark.django_db
def test_more_than_8_matches_are_cut_with_a_word(client: Client) -> None:
    for number in range(10):
        make_sponsor(f"Harbor Works {number}")
    response = client.get("/coverage/?q=harbor")
    assertContains(response, "The first 8 matches for “harbor”")


@pytest.mark.django_db
def test_a_search_by_post_is_refused(client: Client) -> None:
    assert client.post("/coverage/", {"q": "harbor"}).status_code == 405


@pytest.mark.parametrize(
    ("sponsors", "query", "queries"),
    [(5, "harbor", 6), (50, "harbor", 4), (50, "harbir", 12)],
)
def test_the_number_of_queries_does_not_grow(
    client: Client,
    program: Program,
    sponsors: int,
    query: str,
    queries: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(sponsors):
        sponsor = make_sponsor(f"Harbor Works {number}")
        make_benefit(sponsor, program)
    assert Benefit.objects.count() == sponsors
    with django_assert_num_queries(queries):
        client.get("/coverage/", {"q": query})
