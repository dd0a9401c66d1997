import pytest
from pytest_django import DjangoAssertNumQueries

from exercises import prose
from exercises.footnotes import Footnotes
from tests.factories import make_reference

pytestmark = pytest.mark.django_db


def test_references_are_numbered_in_the_order_of_their_first_mention() -> None:
    first, second = make_reference(key="zou2023"), make_reference(key="albert2012")
    footnotes = Footnotes([second, first])
    prose.render("One [@zou2023]. Two [@albert2012]. Three [@zou2023].", footnotes)
    assert [note.reference for note in footnotes.notes()] == [first, second]
    assert [note.number for note in footnotes.notes()] == [1, 2]


def test_a_mark_points_at_its_note_and_the_note_points_back() -> None:
    make_reference(key="long2004")
    text = "One [@long2004]. Two [@long2004]."
    footnotes = Footnotes.for_texts([text])
    html = prose.render(text, footnotes)
    (note,) = footnotes.notes()
    assert note.html_id == "ref-1"
    assert note.back_links == ["note-1", "note-1-2"]
    for anchor in note.back_links:
        assert f'<a id="{anchor}" href="#ref-1" aria-label="Footnote 1">1</a>' in html


def test_an_unknown_key_leaves_no_mark_and_is_reported(
    caplog: pytest.LogCaptureFixture,
) -> None:
    footnotes = Footnotes.for_texts(["So [@nobody1999]."])
    html = prose.render("So [@nobody1999]. And [@nobody1999].", footnotes)
    assert html == "<p>So. And.</p>"
    assert footnotes.missing == ["nobody1999"]
    assert footnotes.notes() == []
    assert caplog.messages == ["No reference has the key nobody1999."]


def test_an_unknown_key_takes_no_number() -> None:
    make_reference(key="long2004")
    text = "So [@nobody1999][@long2004]."
    footnotes = Footnotes.for_texts([text])
    assert ">1</a></sup>" in prose.render(text, footnotes)


@pytest.mark.parametrize("size", [1, 6])
def test_all_references_come_in_one_query(
    size: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    keys = [make_reference().key for _ in range(size)]
    with django_assert_num_queries(1):
        footnotes = Footnotes.for_texts(f"So [@{key}]." for key in keys)
    assert set(footnotes.references) == set(keys)


def test_what_a_reference_found_is_cleaned() -> None:
    reference = make_reference(found="<script>alert(1)</script> *Better*.")
    footnotes = Footnotes([reference])
    footnotes.mark(reference.key)
    (note,) = footnotes.notes()
    assert "<script" not in note.found
    assert "<em>Better</em>" in note.found
