"""Help while writing: what is caught on a page, and what is not."""

import pytest
from django.db.models import CharField, FileField, TextField

from exercises.writing import BLOCKING, Kind, findings
from exercises.writing.hard import age_of
from exercises.writing.texts import READ
from tests.exercises.planted import LOOK_ALIKES, PLACES, PLANTED, Case
from tests.exercises.whole_pages import make_section
from tests.factories import make_exercise, make_guide, make_program

pytestmark = pytest.mark.django_db


def each(cases: dict[Kind, list[Case]]) -> list[object]:
    return [
        pytest.param(kind, place, text, id=f"{kind}-{place}-{number}")
        for kind, found in cases.items()
        for number, (place, text) in enumerate(found, start=1)
    ]


def test_at_least_10_of_each_kind_are_planted() -> None:
    for cases in (PLANTED, LOOK_ALIKES):
        assert set(cases) == set(Kind)
        assert all(len(set(found)) >= 10 for found in cases.values())


@pytest.mark.parametrize(("kind", "place", "text"), each(PLANTED))
def test_what_is_planted_is_caught(kind: Kind, place: str, text: str) -> None:
    found = [one for one in findings(PLACES[place](text)) if one.kind == kind]
    assert found
    assert found[0].reason
    assert found[0].quote in text.replace("\n", " ")


@pytest.mark.parametrize(("kind", "place", "text"), each(LOOK_ALIKES))
def test_a_look_alike_passes(kind: Kind, place: str, text: str) -> None:
    found = [one for one in findings(PLACES[place](text)) if one.kind == kind]
    assert found == []


def test_two_kinds_block_and_the_rest_warns() -> None:
    assert {Kind.FORBIDDEN, Kind.UNCITED} == BLOCKING


@pytest.mark.parametrize("lacking", ["references", "certainty", "in_sciatica"])
def test_a_statement_of_benefit_names_what_it_lacks(lacking: str) -> None:
    row = PLACES["graded"]("Trunk exercise eased pain.")
    statement = row.statements.get()
    if lacking == "references":
        statement.references.clear()
    else:
        row.statements.update(**{lacking: ""})
    (found,) = findings(row)
    words = {
        "references": "a reference",
        "certainty": "how sure it is",
        "in_sciatica": "whether sciatica was studied",
    }
    assert found.kind == Kind.UNCITED
    assert str(found.reason).endswith(f"still needs: {words[lacking]}.")


def test_a_program_is_graded_by_its_guide() -> None:
    exercise = PLACES["graded"]("Trunk exercise eased pain.")
    section = make_section(make_guide())
    exercise.statements.update(exercise=None, section=section)
    program = make_program(body="It eases pain [@long2004].")
    assert [found.kind for found in findings(program)] == [Kind.UNGRADED]
    program.guide = section.guide
    program.save()
    assert findings(program) == []


def test_each_finding_names_its_place() -> None:
    row = make_exercise(figure="bridge")
    row.steps.create(order=1, text="Lie down.")
    row.steps.create(order=2, text="You should breathe.", frame=0)
    row.cautions.create(order=1, kind="stop-if", text="it hurts")
    row.cautions.create(order=2, kind="do-not", text="do not be guilty of haste")
    row.statements.create(text="It eases pain.")
    labels = {found.place.label for found in findings(row)}
    assert labels == {"Statement 1", "Step 2", "Step 2: Caption of the picture"}


def test_a_text_of_few_words_has_no_age() -> None:
    assert age_of("Contralateral peripheralization.") is None
    assert age_of("Walk. " * 30) is not None


def test_every_text_of_a_page_is_read() -> None:
    """A new text field is read, or stands here."""
    no_words = (
        "slug key anchor language stages gear figure instead_figure loaded_digest"
    )
    of_others = "authors source doi pmid url population funding file author reviewed_by"
    unread = {
        field.name
        for model, read in READ.items()
        for field in model._meta.concrete_fields
        if isinstance(field, CharField | TextField | FileField) and not field.choices
        if field.name not in read
    }
    titles = {"title"}  # a reference's: as it was printed
    assert unread == {*no_words.split(), *of_others.split(), *titles}
