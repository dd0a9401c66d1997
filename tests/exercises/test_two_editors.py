"""Two editors, one page: the second is told, sees both versions, loses nothing."""

from typing import Any

import pytest
from django.test import Client

from exercises.models import Exercise
from exercises.publishing import publish, working_draft
from portal.accounts.models import Member
from portal.accounts.roles import AUTHOR
from tests.conftest import signed_in, staff
from tests.exercises.test_admin import sent
from tests.factories import (
    make_exercise,
    make_guide,
    make_phase,
    make_program,
)


@pytest.fixture
def other(db: None) -> Client:
    return signed_in(staff("other@example.org", AUTHOR))


def address(row: Any) -> str:
    return f"/admin/exercises/{row._meta.model_name}/{row.pk}/change/"


def opened(client: Client, row: Any) -> dict[str, str]:
    page = client.get(address(row))
    return sent(page) | {"_seen": page.context["seen"]}


def words(page: Any) -> list[tuple[str, str, str]]:
    def said(pieces: Any) -> str:
        return "".join(piece.text for piece in pieces)

    return [
        (c.field, said(c.before), said(c.after)) for c in page.context["differences"]
    ]


def test_the_second_to_save_sees_both_and_loses_nothing(
    editor_client: Client, other: Client
) -> None:
    row = make_exercise(status="draft", title="Bridge")
    row.steps.create(order=1, text="Lie down.")
    mine, theirs = opened(editor_client, row), opened(other, row)
    theirs |= {"title": "Hip bridge", "steps-0-text": "Lie flat."}
    assert other.post(address(row), theirs).status_code == 302
    mine |= {"title": "My bridge", "steps-0-text": "Lie low.", "steps-1-text": "Push."}
    page = editor_client.post(address(row), mine)
    assert "This page was saved after you opened it." in page.text
    assert "other@example.org saved this page after you opened it." in page.text
    assert words(page) == [
        ("Title", "Hip bridge", "My bridge"),
        ("Step 1: Text", "Lie flat.", "Lie low."),
        ("Step 2: Text", "", "Push."),
    ]
    row.refresh_from_db()
    assert row.title == "Hip bridge"
    for text in ("My bridge", "Lie low.", "Push."):
        assert text in page.text
    again = mine | {"_seen": page.context["seen"]}
    assert editor_client.post(address(row), again).status_code == 302
    row.refresh_from_db()
    assert row.title == "My bridge"
    assert [step.text for step in row.steps.all()] == ["Lie low.", "Push."]


def test_one_editor_alone_saves_twice(editor_client: Client) -> None:
    row = make_exercise(status="draft")
    for title in ("One", "Two"):
        data = opened(editor_client, row) | {"title": title}
        assert editor_client.post(address(row), data).status_code == 302


def test_two_editors_of_one_section_or_phase(
    editor_client: Client, other: Client
) -> None:
    section = make_guide(status="draft").sections.create(anchor="a", heading="What")
    phase = make_phase(make_program(status="draft"))
    for row, name in ((section, "heading"), (phase, "title")):
        mine, theirs = opened(editor_client, row), opened(other, row)
        other.post(address(row), theirs | {name: "Theirs"})
        page = editor_client.post(address(row), mine | {name: "Mine"})
        assert [told[1:] for told in words(page)] == [("Theirs", "Mine")]
        row.refresh_from_db()
        assert getattr(row, name) == "Theirs"


def test_what_is_typed_for_a_draft_that_went_live_is_shown(
    editor_client: Client,
) -> None:
    draft = working_draft(make_exercise())
    data = opened(editor_client, draft) | {"summary": "My long new words."}
    gone = address(draft)
    publish(draft)
    page = editor_client.post(gone, data)
    assert page.status_code == 409
    assert "My long new words." in page.text
    assert not Exercise.objects.filter(summary="My long new words.").exists()


def test_a_new_page_published_meanwhile_takes_no_more_words(
    editor_client: Client, editor: Member
) -> None:
    row = make_exercise(status="in-review")
    data = opened(editor_client, row) | {"title": "Late"}
    publish(row)
    page = editor_client.post(address(row), data)
    assert page.status_code == 409
    assert "Late" in page.text
