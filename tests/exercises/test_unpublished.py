"""What is not published is nowhere: not at its address, and not on any other page."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from exercises.models import Exercise, Guide, Program, SectionExercise, Variation
from exercises.publishing import working_draft
from tests.exercises.whole_pages import make_pause, make_section, make_statement
from tests.factories import (
    make_exercise,
    make_guide,
    make_phase,
    make_prescription,
    make_program,
    make_reference,
)

pytestmark = pytest.mark.django_db

STATES: dict[str, dict[str, Any]] = {
    "draft": {"status": "draft"},
    "in review": {"status": "in-review"},
    "for a later day": {"status": "in-review", "publish_on": dt.date(2099, 1, 5)},
    "overdue": {"status": "in-review", "publish_on": dt.date(2026, 1, 5)},
    "withdrawn": {"status": "withdrawn"},
}
ELSEWHERE = [
    "/",
    "/exercises/",
    "/exercises/?q=secret",
    "/exercises/seen/",
    "/guides/seen/",
    "/programs/",
    "/programs/seen/",
    "/references/",
    "/references/cited/",
    "/sitemap.xml",
    "/coverage/?q=secret",
]
SECRET = "[@cited] is cited."


def link_to(exercise: Exercise) -> None:
    """From each kind of page that can name an exercise."""
    make_prescription(make_phase(make_program(slug="seen")), exercise)
    seen = make_exercise(slug="seen")
    Variation.objects.create(owner=seen, kind="easier", text="L.", exercise=exercise)
    section = make_section(make_guide(slug="seen"))
    SectionExercise.objects.create(section=section, exercise=exercise)
    make_pause(section, instead_exercise=exercise)


def of_each_kind(**fields: Any) -> tuple[Exercise, Guide, Program]:
    rows = (make_exercise(**fields), make_guide(**fields), make_program(**fields))
    make_statement(exercise=rows[0], text=f"Secret {SECRET}")
    make_statement(section=make_section(rows[1], heading="Secret"), text=SECRET)
    return rows


@pytest.fixture
def cited() -> None:
    make_reference(key="cited")


@pytest.mark.usefixtures("cited")
@pytest.mark.parametrize("state", STATES)
def test_an_unpublished_page_is_named_nowhere(client: Client, state: str) -> None:
    rows = of_each_kind(title="Secret", slug="secret", body=SECRET, **STATES[state])
    link_to(rows[0])
    for row in rows:
        assert client.get(row.get_absolute_url()).status_code == 404
    for address in ELSEWHERE:
        page = client.get(address)
        assert page.status_code == 200
        assert "Secret" not in page.text, address
        assert "/secret/" not in page.text, address


@pytest.mark.usefixtures("cited")
def test_a_working_draft_is_named_nowhere(client: Client) -> None:
    rows = of_each_kind(title="Public", slug="public", body="Nothing is cited.")
    link_to(rows[0])
    for row in rows:
        draft = working_draft(row)
        type(row).objects.filter(pk=draft.pk).update(title="Hidden", body=SECRET)
    for address in [*ELSEWHERE, *(row.get_absolute_url() for row in rows)]:
        page = client.get(address)
        assert page.status_code == 200
        assert "Hidden" not in page.text, address
    assert client.get("/sitemap.xml").text.count("/public/") == 3
