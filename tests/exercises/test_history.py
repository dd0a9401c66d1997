"""Who changed what and when, field by field, and the way back."""

from typing import Any

import pytest
from django.test import Client

from exercises.comparing import compare
from exercises.history import moments
from exercises.models import Exercise, Guide, Reference
from exercises.publishing import publish, working_draft
from exercises.shipping import load_content
from exercises.tree import grow
from portal.accounts.models import Member
from tests.conftest import signed_in
from tests.exercises.test_admin import sent
from tests.exercises.test_workflow import do
from tests.factories import make_exercise, make_reference


def change(client: Client, row: Any, **values: str) -> Any:
    address = f"/admin/exercises/{row._meta.model_name}/{row.pk}/change/"
    return client.post(address, sent(client.get(address)) | values)


def history(client: Client, row: Any) -> Any:
    return client.get(f"/admin/exercises/{row._meta.model_name}/{row.pk}/history/")


def in_short(page: Any) -> list[list[tuple[str, str, str]]]:
    def words(pieces: Any) -> str:
        return "".join(piece.text for piece in pieces)

    return [
        [(c.field, words(c.before), words(c.after)) for c in version.changes]
        for version in page.context["versions"]
    ]


@pytest.fixture
def draft(db: None) -> Exercise:
    return make_exercise(title="Bridge", status="draft", direction="neutral")


def test_a_change_is_told_field_by_field_in_words(
    editor_client: Client, draft: Exercise
) -> None:
    change(editor_client, draft, title="Bridge", **{"steps-0-text": "Lie down."})
    change(
        editor_client,
        draft,
        title="Hip bridge",
        direction="extension",
        **{"steps-0-text": "Lie flat."},
    )
    page = history(editor_client, draft)
    assert in_short(page)[0] == [
        ("Title", "Bridge", "Hip bridge"),
        ("Direction", "Neither way", "Bends you backward"),
        ("Step 1: Text", "Lie down.", "Lie flat."),
    ]
    assert "editor@example.org" in page.text
    assert "<del>down.</del>" in page.text
    assert "<ins>flat.</ins>" in page.text


def test_a_save_that_changes_nothing_says_so(
    editor_client: Client, draft: Exercise
) -> None:
    change(editor_client, draft, title="Bridge 2")
    change(editor_client, draft)
    assert in_short(history(editor_client, draft))[0] == []
    assert "No word differs." in history(editor_client, draft).text


def test_the_history_of_a_page_holds_that_of_its_drafts(
    editor_client: Client, reviewer: Member
) -> None:
    load_content()
    live = Exercise.objects.get(slug="hip-bridge")
    title = live.title
    do(editor_client, live, "edit")
    first = Exercise.objects.get(draft_of=live)
    change(editor_client, first, title="Bridge of hips")
    publish(first)
    do(editor_client, live, "edit")
    second = Exercise.objects.get(draft_of=live)
    change(editor_client, second, title="Bridge for hips")
    told = [
        each for version in in_short(history(editor_client, live)) for each in version
    ]
    assert ("Title", title, "Bridge of hips") in told
    assert ("Title", "Bridge of hips", "Bridge for hips") in told
    comments = [m.revision.comment for m in moments(live)]
    assert comments[-1] == "As it came"


def test_a_restored_version_is_a_draft_beside_the_live_page(
    editor_client: Client, client: Client
) -> None:
    live = make_exercise(slug="bridge", title="Bridge")
    live.steps.create(order=1, text="Lie down.")
    do(editor_client, live, "edit")
    draft = Exercise.objects.get(draft_of=live)
    change(editor_client, draft, title="Worse", **{"steps-0-DELETE": "on"})
    publish(draft)
    assert "<h1>Worse</h1>" in client.get("/exercises/bridge/").text
    oldest = moments(live)[-1]
    address = f"/admin/exercises/exercise/{live.pk}/restore/{oldest.page.pk}/"
    response = editor_client.post(address)
    back = Exercise.objects.get(draft_of=live)
    assert response["Location"].endswith(f"/{back.pk}/change/")
    assert (back.title, back.status) == ("Bridge", "draft")
    assert [step.text for step in back.steps.all()] == ["Lie down."]
    assert "<h1>Worse</h1>" in client.get("/exercises/bridge/").text


def test_a_draft_is_restored_in_itself(editor_client: Client, draft: Exercise) -> None:
    reference = make_reference()
    change(
        editor_client,
        draft,
        **{
            "statements-0-text": "It eases.",
            "statements-0-references": str(reference.pk),
        },
    )
    change(editor_client, draft, **{"statements-0-DELETE": "on"}, title="Other")
    assert not draft.statements.exists()
    moment = moments(draft)[1]
    editor_client.post(
        f"/admin/exercises/exercise/{draft.pk}/restore/{moment.page.pk}/"
    )
    draft.refresh_from_db()
    assert draft.title == "Bridge"
    assert draft.statements.get().references.get() == reference


def test_a_whole_guide_comes_back_with_its_sections(editor: Member) -> None:
    load_content()
    live = Guide.objects.get(slug="sciatica")
    was = grow(live)
    working_draft(live)
    assert compare(was, moments(live)[-1].node) == []
    assert moments(live)[-1].node == was


def test_whoever_may_not_write_may_not_restore(
    clinician: Member, bea_client: Client, client: Client, draft: Exercise
) -> None:
    working_draft(make_exercise())
    address = f"/admin/exercises/exercise/{draft.pk}/restore/1/"
    for someone in (client, bea_client, signed_in(clinician)):
        assert someone.post(address).status_code in {302, 403}


def test_a_version_of_another_page_is_not_found(
    editor_client: Client, draft: Exercise
) -> None:
    other = make_exercise(status="draft")
    change(editor_client, other, title="Other")
    number = moments(other)[0].page.pk
    address = f"/admin/exercises/exercise/{draft.pk}/restore/{number}/"
    assert editor_client.post(address).status_code == 404
    assert editor_client.get(address).status_code == 405


def test_a_reference_has_a_history_and_a_way_back(editor_client: Client) -> None:
    reference = make_reference(title="Old")
    change(editor_client, reference, title="New")
    assert in_short(history(editor_client, reference))[0] == [("Title", "Old", "New")]
    number = moments(reference)[-1].page.pk
    editor_client.post(f"/admin/exercises/reference/{reference.pk}/restore/{number}/")
    assert Reference.objects.get().title == "Old"


def test_a_section_s_change_is_in_the_history_of_its_guide(
    editor_client: Client,
) -> None:
    load_content()
    draft = working_draft(Guide.objects.get(slug="sciatica"))
    section = draft.sections.get(anchor="why")
    change(editor_client, section, heading="Why it is so")
    told = in_short(history(editor_client, draft))[0]
    assert [each[2] for each in told] == ["Why it is so"]


def test_a_draft_shows_what_it_changes_on_the_live_page(editor_client: Client) -> None:
    live = make_exercise(title="Bridge")
    draft = working_draft(live)
    change(editor_client, draft, title="Hip bridge")
    page = history(editor_client, draft)
    assert "What this draft changes on the live page" in page.text
    assert [c.field for c in page.context["from_live"]] == ["Title"]


def test_the_history_takes_as_many_queries_for_many_versions(
    editor_client: Client, draft: Exercise, django_assert_max_num_queries: Any
) -> None:
    for number in range(6):
        change(editor_client, draft, title=f"Bridge {number}")
    with django_assert_max_num_queries(16):
        history(editor_client, draft)
