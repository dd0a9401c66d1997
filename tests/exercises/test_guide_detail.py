import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from exercises.models import HelpItem, SectionExercise
from tests.exercises.whole_pages import (
    CANARIES,
    is_harmless,
    make_pause,
    make_section,
    make_statement,
    make_whole_guide,
)
from tests.factories import make_exercise, make_guide, make_reference

pytestmark = pytest.mark.django_db


def read(client: Client) -> str:
    response = client.get("/guides/sciatica/")
    assert response.status_code == 200
    return response.text


def test_a_visitor_reads_the_guide(client: Client) -> None:
    guide = make_guide(slug="sciatica", title="Sciatica", minutes=10)
    make_section(guide, anchor="short", heading="In short", body="Keep moving.")
    page = read(client)
    assert "<h1>Sciatica</h1>" in page
    assert "About 10 minutes to read. Free, no account." in page
    assert '<a href="#short">In short</a>' in page
    assert "<p>Keep moving.</p>" in page


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_only_a_published_guide_is_found(client: Client, status: str) -> None:
    make_guide(slug="sciatica", status=status)
    assert client.get("/guides/sciatica/").status_code == 404


def test_a_working_draft_is_not_found(client: Client) -> None:
    guide = make_guide(slug="sciatica", title="Live")
    make_guide(slug="sciatica", title="Next", status="draft", draft_of=guide)
    make_guide(slug="sciatica-next", status="draft", draft_of=make_guide())
    assert "<h1>Live</h1>" in read(client)
    assert client.get("/guides/sciatica-next/").status_code == 404


def test_an_unknown_guide_is_not_found(client: Client) -> None:
    assert client.get("/guides/nothing/").status_code == 404


def test_a_guide_takes_no_post(client: Client) -> None:
    make_guide(slug="sciatica")
    assert client.post("/guides/sciatica/").status_code == 405


def test_numbering_runs_over_the_whole_page(client: Client) -> None:
    guide = make_guide(slug="sciatica")
    make_reference(key="second2020")
    first = make_section(guide, kind="evidence", anchor="evidence")
    later = make_section(guide, body="So [@second2020]. Again [@first2010].")
    assert first.order < later.order
    make_statement("third2021", section=later)
    make_reference(key="first2010")
    page = read(client)
    places = [page.index(f'id="{name}"') for name in ("ref-1", "ref-2", "ref-3")]
    assert places == sorted(places)
    assert page.index('id="note-1"') < page.index('id="note-2"')
    assert '<a href="#note-3">Back to the text' in page


def test_a_guide_without_a_place_for_evidence_gets_one(client: Client) -> None:
    make_reference(key="long2004")
    make_section(make_guide(slug="sciatica"), body="So [@long2004].")
    page = read(client)
    assert '<section id="evidence">' in page
    assert '<li id="ref-1"' in page


def test_an_unknown_citation_is_not_shown(client: Client) -> None:
    make_section(make_guide(slug="sciatica"), body="So [@nobody1999].")
    page = read(client)
    assert "<p>So.</p>" in page
    assert "nobody1999" not in page


def test_a_statement_says_how_sure_it_is(client: Client) -> None:
    section = make_section(make_guide(slug="sciatica"))
    make_statement(
        section=section,
        certainty="low",
        in_sciatica="partly",
        source_note="From 1 study",
    )
    page = read(client)
    assert "Low certainty" in page
    assert "Studied in sciatica: in part" in page
    assert "From 1 study" in page


def test_help_names_the_emergency_then_what_is_urgent(client: Client) -> None:
    section = make_section(make_guide(slug="sciatica"), kind="help")
    HelpItem.objects.create(section=section, level="urgent", text="a fever")
    HelpItem.objects.create(section=section, level="routine", text="no better")
    page = read(client)
    emergency = page.index("Call 911 or go to the ER now if:")
    assert emergency < page.index("a fever") < page.index("no better")


def test_cards_leave_out_what_is_not_published(client: Client) -> None:
    section = make_section(make_guide(slug="sciatica"), kind="exercises")
    for title, status in (("Walking", "published"), ("Secret", "draft")):
        SectionExercise.objects.create(
            section=section, exercise=make_exercise(title=title, status=status)
        )
    page = read(client)
    assert "Walking" in page
    assert "Secret" not in page


def test_a_pause_links_only_to_a_published_exercise(client: Client) -> None:
    section = make_section(make_guide(slug="sciatica"), kind="pauses")
    make_pause(section, instead_exercise=make_exercise(slug="walking"))
    make_pause(section, instead_exercise=make_exercise(slug="gone", status="withdrawn"))
    page = read(client)
    assert 'href="/exercises/walking/"' in page
    assert 'href="/exercises/gone/"' not in page


def test_a_pause_shows_what_to_leave_beside_what_to_do_instead(
    client: Client,
) -> None:
    section = make_section(make_guide(slug="sciatica"), kind="pauses")
    make_pause(
        section,
        figure="pause-toe-touch",
        instead_exercise=make_exercise(figure="hip-hinge"),
    )
    page = client.get("/guides/sciatica/").text
    left, _, instead = page.partition("Pause for now</figcaption>")
    assert 'aria-label="Pause: toe touch. Standing' in left
    assert (
        'aria-label="Hip hinge with a stick. Standing, facing right. The hips'
        in instead
    )


def test_a_pause_can_have_another_figure_than_its_exercise(client: Client) -> None:
    section = make_section(make_guide(slug="sciatica"), kind="pauses")
    walking = make_exercise(figure="walk")
    make_pause(section, instead_exercise=walking, instead_figure="bridge")
    page = client.get("/guides/sciatica/").text
    assert 'aria-label="Hip bridge.' in page
    assert 'aria-label="Walking' not in page


def test_a_pause_without_figures_is_words_alone(client: Client) -> None:
    make_pause(make_section(make_guide(slug="sciatica"), kind="pauses"))
    assert "<figure>" not in client.get("/guides/sciatica/").text


def test_an_empty_section_is_left_out(client: Client) -> None:
    make_section(make_guide(slug="sciatica"), anchor="empty", kind="exercises")
    assert "#empty" not in read(client)


def test_a_guide_says_that_nobody_reviewed_it(client: Client) -> None:
    make_guide(slug="sciatica")
    assertContains(client.get("/guides/sciatica/"), "Not yet reviewed by a clinician.")


def test_a_reviewed_guide_says_by_whom_and_when(client: Client) -> None:
    make_guide(
        slug="sciatica",
        reviewed_by="Jo Doe, PT",
        reviewed_on="2026-10-01",
        review_due_on="2027-10-01",
    )
    response = client.get("/guides/sciatica/")
    assertContains(response, "<b>Reviewed by Jo Doe, PT</b> on Oct. 1, 2026.")
    assertContains(response, "Next review: Oct. 1, 2027.")
    assertNotContains(response, "Not yet reviewed")


def test_canaries_come_out_harmless(client: Client) -> None:
    guide = make_guide(slug="sciatica", summary=CANARIES, body=CANARIES)
    section = make_section(guide, heading=CANARIES[:80], body=CANARIES)
    make_statement(section=section, text=CANARIES, source_note=CANARIES)
    make_pause(section, name=CANARIES, why=CANARIES, instead=CANARIES)
    assert is_harmless(read(client))


@pytest.mark.parametrize("sections", [1, 4])
def test_queries_do_not_grow_with_the_guide(
    client: Client, sections: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_whole_guide(sections, slug="sciatica")
    with django_assert_num_queries(12):
        read(client)
