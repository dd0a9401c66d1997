"""Citations in the admin: refused with the line, listed where they are used."""

from typing import Any

import pytest
from django.test import Client

from exercises import bibliography, evidence
from exercises.models import Exercise, Reference
from exercises.publishing import working_draft
from exercises.shipping import load_content
from tests.exercises.test_admin import exercise_form, rows_of, sent
from tests.factories import make_exercise, make_guide, make_reference

BIBTEX = """@article{Long2004,
  author = {Long, Audrey and Donelson, Ron and Fung, Tak},
  title = {Does it {M}atter Which Exercise?},
  journal = {Spine}, volume = {29}, number = {23}, pages = {2593--602},
  year = {2004}, doi = {https://doi.org/10.1097/01.brs.0000146464.23007.2a}
}"""
RIS = """TY  - JOUR
AU  - Long, Audrey
AU  - Donelson, Ron
AU  - Fung, Tak
TI  - Does it matter which exercise?
JO  - Spine
VL  - 29
IS  - 23
SP  - 2593
EP  - 602
PY  - 2004
DO  - 10.1097/01.brs.0000146464.23007.2a
ER  - 
"""
CSL = """[{"type": "article-journal", "title": "Does it matter which exercise?",
 "author": [{"family": "Long", "given": "Audrey"}, {"family": "Donelson"},
 {"family": "Fung"}], "container-title": "Spine", "volume": "29", "issue": "23",
 "page": "2593-602", "issued": {"date-parts": [[2004, 12]]},
 "DOI": "10.1097/01.brs.0000146464.23007.2a", "PMID": "15564907"}]"""
PASTE = "/admin/exercises/reference/paste/"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One.\nTwo [@lnog2004].", "Line 2: no reference has the key"),
        ("[@long2004] [@lon2004]", "Did you mean [@long2004]?"),
        ("One.\n\n[@long 2004]", "Line 3: “[@long 2004]” is no whole citation."),
        ("One [@long2004", "Line 1: “[@long2004” is no whole citation."),
    ],
)
def test_an_unknown_citation_is_refused_with_its_line(
    editor_client: Client, text: str, sentence: str
) -> None:
    make_reference(key="long2004")
    page = editor_client.post(
        "/admin/exercises/exercise/add/", exercise_form(body=text)
    )
    assert page.status_code == 200
    assert sentence in page.text
    assert not Exercise.objects.exists()


def test_a_known_citation_is_taken(editor_client: Client) -> None:
    make_reference(key="long2004")
    form = exercise_form(body="It may help [@long2004].")
    assert editor_client.post("/admin/exercises/exercise/add/", form).status_code == 302


@pytest.mark.parametrize("prefix", ["steps", "statements"])
def test_a_part_is_checked_as_well(editor_client: Client, prefix: str) -> None:
    form = exercise_form() | rows_of(**{prefix: 1})
    form |= {f"{prefix}-0-text": "So it is [@nobody1999]."}
    page = editor_client.post("/admin/exercises/exercise/add/", form)
    assert "Line 1: no reference has the key" in page.text


def test_a_text_of_a_million_letters_is_refused(editor_client: Client) -> None:
    form = exercise_form(body="a" * 1_000_000)
    page = editor_client.post("/admin/exercises/exercise/add/", form)
    assert "At most 50000 letters." in page.text


@pytest.mark.django_db
def test_shipped_content_has_no_broken_reference() -> None:
    load_content()
    assert evidence.broken() == []
    make_guide(title="Hip", body="So [@nobody1999].")
    assert [(str(b.page), b.key) for b in evidence.broken()] == [("Hip", "nobody1999")]


@pytest.mark.django_db
def test_an_unused_reference_is_known_by_its_texts_and_its_statements() -> None:
    texts, stated, alone = make_reference(), make_reference(), make_reference()
    exercise = make_exercise(body=f"[@{texts.key}]")
    exercise.statements.create(text="It eases.").references.add(stated)
    assert evidence.unused() == [alone]


def test_a_reference_lists_all_that_cite_it_and_stays(
    administrator_client: Client,
) -> None:
    reference = make_reference(key="long2004")
    draft = working_draft(make_exercise(title="Bridge"))
    draft.statements.create(text="It eases.").references.add(reference)
    address = f"/admin/exercises/reference/{reference.pk}/"
    page = administrator_client.get(f"{address}change/")
    assert f'href="/admin/exercises/exercise/{draft.pk}/change/"' in page.text
    assert "(Draft)" in page.text
    assert administrator_client.post(f"{address}delete/").status_code == 403


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("doi", "11.1000/182", "A DOI looks like 10.1000/182."),
        ("pmid", "PMC15", "A PMID is a number."),
        ("year", "04", "The year has 4 digits, such as 2004."),
    ],
)
def test_a_doi_a_pmid_and_a_year_have_their_form(
    editor_client: Client, field: str, value: str, sentence: str
) -> None:
    reference = make_reference()
    address = f"/admin/exercises/reference/{reference.pk}/change/"
    data = sent(editor_client.get(address)) | {field: value}
    assert sentence in editor_client.post(address, data).text


@pytest.mark.parametrize("text", [BIBTEX, RIS, CSL], ids=["BibTeX", "RIS", "CSL-JSON"])
def test_a_pasted_reference_is_read(text: str) -> None:
    (found,) = bibliography.read(text)
    assert found["key"] == "long2004"
    assert found["authors"] == "Long and others"
    assert found["title"].lower() == "does it matter which exercise?"
    assert found["source"] == "Spine 29(23):2593-602"
    assert found["year"] == "2004"
    assert found["doi"] == "10.1097/01.brs.0000146464.23007.2a"


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "@article{",
        "@article{a, title = {x}",
        "{",
        "[1, 2]",
        "[]",
        '{"author": "x"}',
        "TY  - JOUR\nER",
        "@comment{nothing}",
        "x" * 300_000,
    ],
)
def test_what_cannot_be_read_is_said(editor_client: Client, text: str) -> None:
    page = editor_client.post(PASTE, {"text": text})
    assert page.status_code == 422
    assert "errorlist" in page.text


def test_a_pasted_reference_fills_the_form(editor_client: Client) -> None:
    response = editor_client.post(PASTE, {"text": BIBTEX})
    form = editor_client.get(response["Location"]).context["adminform"].form
    assert form.initial["key"] == "long2004"
    assert form.initial["year"] == "2004"
    assert not Reference.objects.exists()


def test_of_many_each_is_offered_and_those_here_are_named(
    editor_client: Client,
) -> None:
    here = make_reference(doi="10.1097/01.brs.0000146464.23007.2a")
    other = "\n@article{Hay2005, author={Hay, E}, title={Other}, year=2005}"
    page = editor_client.post(PASTE, {"text": BIBTEX + other})
    assert f'href="/admin/exercises/reference/{here.pk}/change/"' in page.text
    assert "key=hay2005" in page.text


def test_only_writers_paste(bea_client: Client, clinician: Any) -> None:
    assert bea_client.get(PASTE).status_code in {302, 403}


def test_the_live_preview_shows_what_readers_will_see(editor_client: Client) -> None:
    make_reference(key="long2004", authors="Long and others")
    address = "/admin/exercises/exercise/prose/"
    text = "**Slow** [@long2004] [@x]<script>alert(1)</script>"
    page = editor_client.post(address, {"text": text}).text
    assert "<strong>Slow</strong>" in page
    assert "Long and others (2004)" in page
    assert "Line 1: no reference has the key" in page
    assert "<script>" not in page
    assert editor_client.get(address).status_code == 405


def test_the_live_preview_is_for_staff(client: Client, bea_client: Client) -> None:
    for someone in (client, bea_client):
        answer = someone.post("/admin/exercises/exercise/prose/", {"text": "x"})
        assert answer.status_code in {302, 403}
