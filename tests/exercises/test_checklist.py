"""The checklist on the change page, and what a page claims that cannot go live."""

import datetime as dt
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from exercises.models import Exercise, Guide, Reference
from exercises.publishing import NotReadyError, publish, publish_later, working_draft
from portal.accounts.roles import PUBLISHER
from tests.conftest import signed_in, staff
from tests.exercises.planted import PLACES
from tests.exercises.test_admin import sent
from tests.exercises.test_speed_of_staff import home
from tests.exercises.test_workflow import buttons, do
from tests.exercises.whole_pages import make_section
from tests.factories import make_exercise, make_guide, make_phase, make_program

CLAIM = "It cures sciatica."
PROMISE = "It eases leg pain."


@pytest.fixture
def publisher(db: None) -> Client:
    return signed_in(staff("publisher@example.org", PUBLISHER))


def change(row: Any) -> str:
    return f"/admin/exercises/{row._meta.model_name}/{row.pk}/change/"


def links(client: Client, row: Any) -> dict[str, str]:
    page = client.get(change(row))
    found = page.context["checklist"].to_mend
    return {one.place.label: where for line in found for one, where in line.found}


@pytest.mark.parametrize("text", [CLAIM, PROMISE])
@pytest.mark.django_db
def test_the_deed_itself_refuses(text: str) -> None:
    row = make_exercise(status="in-review", body=text)
    for deed in (publish, lambda row: publish_later(row, dt.date(2099, 1, 1))):
        with pytest.raises(NotReadyError, match=f"Text: “{text}”|Text: “cures”"):
            deed(row)
    row.refresh_from_db()
    assert (row.status, row.publish_on) == ("in-review", None)


@pytest.mark.parametrize("day", ["", "2099-01-05"])
def test_a_form_sent_by_hand_is_refused_with_the_reason(
    publisher: Client, day: str
) -> None:
    live = make_exercise(title="Bridge")
    draft = working_draft(live)
    draft.steps.create(text="Lift.")
    draft.body = CLAIM
    draft.status = "in-review"
    draft.reviewed_by, draft.reviewed_on = "Sam Lee, PT", dt.date(2026, 1, 5)
    draft.save()
    assert "publish" in buttons(publisher, draft)
    page = do(publisher, draft, "publish", publish_on=day)
    assert page.status_code == 409
    assert "<q>cures</q>" in page.text
    assert "No exercise is known to cure sciatica." in page.text
    assert page.context["form"]["publish_on"].value() == day
    draft.refresh_from_db()
    live.refresh_from_db()
    assert (draft.body, draft.status, draft.publish_on) == (CLAIM, "in-review", None)
    assert draft.reviewed_by == "Sam Lee, PT"
    assert draft.steps.get().text == "Lift."
    assert live.body == ""


def test_the_button_is_away_while_something_blocks(publisher: Client) -> None:
    row = make_exercise(status="in-review", body=CLAIM)
    page = publisher.get(change(row)).text
    assert 'class="deed-publish"' not in page
    assert "1 thing keeps this from being published." in page
    Exercise.objects.update(body="You should rest.")
    page = publisher.get(change(row)).text
    assert 'class="deed-publish"' in page
    assert "1 thing is worth a look." in page


def test_what_only_warns_is_published(publisher: Client) -> None:
    row = make_exercise(status="in-review", body="You should rest.")
    assert do(publisher, row, "publish").status_code == 302
    row.refresh_from_db()
    assert row.status == "published"


def test_what_was_dated_before_waits_and_is_told(publisher: Client) -> None:
    due = {"status": "in-review", "publish_on": "2026-01-05"}
    row = make_guide(title="Hip", **due)
    make_section(row, body=PROMISE)
    other = make_guide(**due)
    call_command("housekeeping")
    row.refresh_from_db()
    other.refresh_from_db()
    assert (row.status, other.status) == ("in-review", "published")
    tasks = home(publisher)
    waiting = tasks["Guides, held back on their date: 1"]
    assert "Hip" in publisher.get(waiting).text


def test_of_many_only_those_with_a_claim_stay(publisher: Client) -> None:
    rows = [
        make_exercise(status="in-review", title="Fine"),
        make_exercise(status="in-review", title="Loud", body=CLAIM),
    ]
    data = {"action": "publish", "_selected_action": [row.pk for row in rows]}
    page = publisher.post("/admin/exercises/exercise/", data, follow=True)
    assert "“Loud” was left as it is. Text: “cures” No exercise is known" in page.text
    assert "Publish: 1 page." in page.text
    assert list(Exercise.objects.published()) == rows[:1]


def test_a_withdrawn_page_comes_back_only_without_a_claim(publisher: Client) -> None:
    row = make_exercise(status="withdrawn", summary=CLAIM)
    assert do(publisher, row, "publish").status_code == 409


def test_a_program_is_read_with_its_phases(
    publisher: Client, editor_client: Client
) -> None:
    program = make_program(status="in-review")
    phase = make_phase(program, if_not=CLAIM)
    assert do(publisher, program, "publish").status_code == 409
    assert links(editor_client, phase) == {"If not": "#id_if_not"}


def test_each_finding_leads_to_its_field(editor_client: Client) -> None:
    row = make_exercise(status="draft", summary=CLAIM)
    row.cautions.create(kind="stop-if", order=1, text="you should stop")
    row.cautions.create(kind="do-not", order=2, text=CLAIM)
    assert links(editor_client, row) == {
        "Summary": "#id_summary",
        "Do not 1": "#id_cautions-0-text",  # the form has them by kind
        "Stop if 1": "#id_cautions-1-text",
    }
    page = editor_client.get(change(row)).text
    assert 'id="id_cautions-1-text"' in page


def test_a_guide_leads_to_the_page_of_its_part(editor_client: Client) -> None:
    section = make_section(make_guide(status="draft"), body=PROMISE, heading=CLAIM)
    section.help_items.create(level="urgent", text="you should call")
    there = f"/admin/exercises/guidesection/{section.pk}/change/"
    assert links(editor_client, section.guide) == {
        "Guide section 1: Heading": "#id_sections-0-heading",
        "Guide section 1": f"{there}#id_body",
        "Guide section 1: Sign 1": f"{there}#checklist",
    }
    assert links(editor_client, section)["Text"] == "#id_body"


def test_a_page_that_readers_see_leads_nowhere_but_to_edit(
    editor_client: Client,
) -> None:
    page = editor_client.get(change(make_exercise(body=CLAIM))).text
    assert 'href="#id_body"' not in page
    assert "Choose “Edit” to mend it in a working draft." in page


def test_nothing_to_mend_is_said(editor_client: Client) -> None:
    row = make_exercise(status="draft")
    assert "Nothing to mend." in editor_client.get(change(row)).text
    add = editor_client.get("/admin/exercises/exercise/add/").text
    assert 'id="checklist"' not in add


def test_the_checklist_is_about_what_is_saved(editor_client: Client) -> None:
    row = make_exercise(status="draft")
    data = sent(editor_client.get(change(row))) | {"body": CLAIM, "title": ""}
    page = editor_client.post(change(row), data)
    assert "This field is required." in page.text
    assert page.context["checklist"].to_mend == []


def test_a_reference_is_public_once_saved_so_a_claim_is_refused(
    editor_client: Client,
) -> None:
    row = PLACES["found"]("Walking reduced pain in 40 people.")
    data = sent(editor_client.get(change(row)))
    page = editor_client.post(change(row), data | {"found": CLAIM})
    assert "“cures” No exercise is known to cure sciatica." in page.text
    assert CLAIM in page.text
    assert Reference.objects.get().found == "Walking reduced pain in 40 people."
    assert editor_client.post(change(row), data).status_code == 302


def test_the_live_preview_names_what_is_to_mend(editor_client: Client) -> None:
    def told(field: str) -> str:
        address = "/admin/exercises/exercise/prose/"
        data = {"text": f"{PROMISE} {CLAIM}", "field": field}
        return editor_client.post(address, data).text

    assert "No exercise is known to cure sciatica." in told("body")
    assert f"<q>{PROMISE}</q>" in told("body")
    assert f"<q>{PROMISE}</q>" not in told("statements-0-text")


def test_the_checklist_takes_as_many_queries_for_many_parts(
    editor_client: Client, django_assert_max_num_queries: Any
) -> None:
    def queries(guide: Guide) -> int:
        with django_assert_max_num_queries(60) as found:
            editor_client.get(change(guide))
        return len(found)

    small, large = make_guide(), make_guide()
    for guide, count in ((small, 1), (large, 9)):
        for _number in range(count):
            make_section(guide, body=PROMISE).statements.create(text=PROMISE)
    queries(small)
    assert queries(large) <= queries(small) + 1
