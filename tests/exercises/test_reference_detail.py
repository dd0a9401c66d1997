import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from exercises.models import Reference
from tests.exercises.whole_pages import (
    CANARIES,
    is_harmless,
    make_section,
    make_statement,
)
from tests.factories import make_exercise, make_guide, make_program, make_reference

pytestmark = pytest.mark.django_db


@pytest.fixture
def long() -> Reference:
    return make_reference(
        key="long2004",
        doi="10.1097/01.brs.0000146464.23007.2a",
        pmid="15564907",
        url="https://example.org/long",
        checked_how="abstract",
        checked_on="2026-11-23",
    )


def read(client: Client) -> str:
    response = client.get("/references/long2004/")
    assert response.status_code == 200
    return response.text


def test_the_record_is_whole(client: Client, long: Reference) -> None:
    page = read(client)
    for words in ("Spine 29(23):2593-602", "2004", "Randomized trial", "in part"):
        assert f"<dd>{words}</dd>" in page
    assert "<dd>The summary was read</dd>" in page
    assert "<dd>Nov. 23, 2026</dd>" in page


def test_outside_links_are_plain_and_closed(client: Client, long: Reference) -> None:
    page = read(client)
    for address in (
        "https://doi.org/10.1097/01.brs.0000146464.23007.2a",
        "https://pubmed.ncbi.nlm.nih.gov/15564907/",
        "https://example.org/long",
    ):
        assert f'<a href="{address}" rel="noopener">' in page


def test_a_reference_that_was_not_checked_says_so(client: Client) -> None:
    make_reference(key="long2004")
    assert "<dd>Not checked yet</dd>" in read(client)


def test_all_that_cites_it_is_linked_once(client: Client, long: Reference) -> None:
    token = "So [@long2004]."
    exercise = make_exercise(slug="press-up", body=token)
    section = make_section(make_guide(slug="sciatica"), anchor="why", body=token)
    for owner in ({"exercise": exercise}, {"section": section}):
        make_statement(**owner).references.add(long)
        make_statement(**owner).references.add(long)
    make_program(slug="12-weeks", body=token)
    page = read(client)
    for address in (
        "exercises/press-up/#why",
        "guides/sciatica/#why",
        "programs/12-weeks/#about",
    ):
        assert page.count(f'href="/{address}"') == 1


def test_what_is_not_public_is_not_named(client: Client, long: Reference) -> None:
    make_exercise(title="Secret exercise", body="[@long2004]", status="draft")
    guide = make_guide(title="Secret guide", status="withdrawn")
    make_statement(section=make_section(guide)).references.add(long)
    draft = {"status": "draft", "draft_of": make_program()}
    make_program(title="Secret program", body="[@long2004]", **draft)
    page = read(client)
    assert "Secret" not in page
    assert "No page cites it at present." in page


def test_a_longer_key_is_another_reference(client: Client, long: Reference) -> None:
    make_exercise(title="Other", body="[@long2004b]")
    assert "Other" not in read(client)


def test_an_unknown_reference_is_not_found(client: Client) -> None:
    assert client.get("/references/nobody1999/").status_code == 404


def test_a_reference_takes_no_post(client: Client, long: Reference) -> None:
    assert client.post("/references/long2004/").status_code == 405


def test_canaries_come_out_harmless(client: Client) -> None:
    make_reference(
        key="long2004", title=CANARIES, found=CANARIES, url="javascript:alert(1)"
    )
    assert is_harmless(read(client))


@pytest.mark.parametrize("size", [1, 5])
def test_queries_do_not_grow_with_what_cites_it(
    client: Client,
    long: Reference,
    size: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(size):
        make_exercise(body="[@long2004]")
        make_section(make_guide(), body="[@long2004]")
    with django_assert_num_queries(6):
        read(client)
