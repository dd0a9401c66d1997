"""Each page for readers is valid HTML: as shipped, and whatever staff paste into it."""

from itertools import cycle
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from exercises import preview
from exercises.invisible import INVISIBLE, visible
from exercises.models import (
    Caution,
    Exercise,
    Guide,
    HelpItem,
    Program,
    Reference,
    SectionExercise,
    Step,
    Variation,
)
from exercises.shipping import load_content
from tests.exercises.test_hostile_prose import HOSTILE
from tests.exercises.valid_html import faults
from tests.exercises.whole_pages import make_pause, make_section, make_statement
from tests.factories import (
    make_exercise,
    make_guide,
    make_phase,
    make_prescription,
    make_program,
    make_reference,
)

LISTS = [
    "/",
    "/exercises/",
    "/exercises/?stage=calm&gear=chair",
    "/exercises/?q=press&position=standing",
    "/exercises/?kind=nonsense&q=%22%3E%3Cscript%3E%08%00",
    "/programs/",
    "/references/",
    "/nowhere/",
]
SHARE = 4  # so many pages of each kind hold all hostile texts among them
BODY = "\n\n".join(HOSTILE)


def hostile_pages(share: int) -> list[Any]:
    """Rows of each kind whose every text is hostile, each another."""
    texts = cycle(HOSTILE[share::SHARE])

    def some(length: int) -> str:
        """A NUL comes through no form, and PostgreSQL takes none."""
        return next(texts).replace("\x00", "")[:length]

    reference = make_reference(
        authors=some(400),
        title=some(400),
        source=some(240),
        population=some(240),
        funding=some(240),
        found=some(9000),
        url="https://example.org/?a=1&b=%22%3E<",
    )
    body = f"{BODY}[@{reference.key}]".replace("\x00", "")
    exercise = make_exercise(
        title=some(120),
        summary=some(900),
        also_known_as=some(240),
        equipment=some(160),
        dose_note=some(240),
        reviewed_by=some(120),
        reviewed_on="2026-11-01",
        figure="bridge",
        body=body,
    )
    other = make_exercise(title=some(120))
    for frame in (0, 1):
        Step.objects.create(
            exercise=exercise, text=some(900), frame=frame, caption=some(160)
        )
    for kind in ("stop-if", "ask-first", "do-not"):
        Caution.objects.create(exercise=exercise, kind=kind, text=some(900))
    Variation.objects.create(
        owner=exercise, kind="easier", text=some(900), exercise=other
    )
    claim = {"text": body, "certainty": "low", "source_note": some(160)}
    make_statement(exercise=exercise, **claim).references.add(reference)
    guide = make_guide(title=some(120), summary=some(900), body=body)
    section = make_section(guide, heading=some(80), body=body, kind="help")
    make_statement(section=section, **claim)
    SectionExercise.objects.create(section=section, exercise=exercise)
    HelpItem.objects.create(section=section, level="urgent", text=some(200))
    make_pause(
        section,
        name=some(160),
        why=some(240),
        instead=some(200),
        bring_back=some(200),
        instead_exercise=other,
    )
    program = make_program(title=some(120), summary=some(900), body=body)
    phase = make_phase(
        program,
        title=some(60),
        aim=some(200),
        if_not=some(240),
        move_on=f"leg-low: {some(900)}",
    )
    make_prescription(phase, exercise, note=some(240), only_if=some(240))
    return [exercise, guide, program, reference]


@pytest.mark.django_db
def test_each_shipped_page_is_valid(client: Client) -> None:
    load_content()
    kinds: list[Any] = [Guide, Exercise, Program, Reference]
    rows = [row for kind in kinds for row in kind.objects.all()]
    sheets = [f"{row.get_absolute_url()}sheet/" for row in Program.objects.all()]
    for address in [*LISTS, *sheets, *(row.get_absolute_url() for row in rows)]:
        assert faults(client.get(address).text) == [], address


@pytest.mark.django_db
@pytest.mark.parametrize("share", range(SHARE))
def test_a_page_of_hostile_texts_is_valid(client: Client, share: int) -> None:
    rows = hostile_pages(share)
    sheets = [f"{row.get_absolute_url()}sheet/" for row in rows if type(row) is Program]
    for address in [*(row.get_absolute_url() for row in rows), *LISTS, *sheets]:
        html = client.get(address).text
        assert faults(html) == [], address
        assert not INVISIBLE.search(html), address


@pytest.mark.django_db
@pytest.mark.parametrize("share", range(SHARE))
def test_a_hostile_draft_is_previewed_as_a_valid_page(
    client: Client, share: int
) -> None:
    for row in hostile_pages(share)[:3]:
        assert faults(client.get(preview.address(row)).text) == []


@pytest.mark.django_db
@pytest.mark.parametrize("text", HOSTILE)
def test_a_search_for_a_hostile_text_is_a_valid_page(client: Client, text: str) -> None:
    response = client.get("/exercises/", {"q": text[:80]})
    assert response.status_code == 200
    assert faults(response.text) == []


@pytest.mark.django_db
def test_nobody_stores_what_nobody_sees() -> None:
    row = make_exercise(
        title="Bri\u202edge\x08", summary="A\tb\nc\x85\ufffe\U0001ffff."
    )
    assert (row.title, row.summary) == ("Bridge", "A\tb\nc.")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_left_is_allowed_in_html(text: str) -> None:
    left = visible(text).replace("&", "").replace("<", "")
    page = "<!doctype html><html><head><title>x</title></head><body>{}</body></html>"
    assert faults(page.format(left)) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<div>", "expected-one-end-tag-but-got-another"),
        ("<p>a<ul></ul></p>", "unexpected-end-tag"),
        ("<p>\x08</p>", "invalid-codepoint"),
        ("<p id=a></p><p id=a></p>", "id 'a' 2 times"),
        ('<a href="#x">y</a>', "points to 'x'"),
        ("<ul><div>x</div></ul>", "<div> in <ul>"),
        ("<a href=/><button>x</button></a>", "<button> in <a>"),
        ("<script>alert(1)</script>", "a script in the page"),
        ("<p onclick=x>y</p>", "onclick on <p>"),
        ("<a href='javascript:x'>y</a>", "href='javascript:x'"),
        ("<img src=x>", "<img> without alt"),
    ],
)
def test_the_check_sees_what_is_wrong(body: str, fault: str) -> None:
    page = "<!doctype html><html><head><title>x</title></head><body>{}</body></html>"
    assert fault in " ".join(faults(page.format(body)))
