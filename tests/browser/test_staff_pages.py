"""The pages on which staff write: accessible, never too wide, usable by keyboard."""

import pytest
from playwright.sync_api import Page, expect

from exercises.models import Exercise, Guide, Program, Reference
from exercises.preview import address
from exercises.publishing import working_draft
from portal.accounts.models import Member
from tests.browser.axe import (
    axe_violations,
    axe_violations_in_both_schemes,
    sideways_scroll,
)
from tests.browser.conftest import NewPage, SignIn

pytestmark = pytest.mark.browser

# Django's own: its autocomplete box, and the empty heads of a table's columns.
VENDOR = [".select2", "th.original", ".tabular thead th:empty"]
COLORS_CHANGE = 400  # milliseconds, by Django's style sheet


@pytest.fixture
def draft(db: None) -> Exercise:
    """A working draft with something of each kind to mend, and a version before."""
    live = Exercise.objects.get(slug="hip-bridge")
    row: Exercise = working_draft(live)
    row.status = "in-review"
    row.body += "\n\nIt cures sciatica and eases leg pain. You should do it every day."
    row.save()
    row.steps.filter(frame=0).update(caption="")
    return row


def change(row: object) -> str:
    return f"/admin/exercises/{row._meta.model_name}/{row.pk}/change/"  # type: ignore[attr-defined]  # a model


def in_both_schemes(draft: Exercise) -> list[str]:
    return [
        change(draft),
        change(draft).replace("change", "history"),
        change(Exercise.objects.get(slug="cat-cow")),
    ]


def in_one(draft: Exercise) -> list[str]:
    """Made of the same parts."""
    guide = working_draft(Guide.objects.get())
    program = working_draft(Program.objects.get())
    return [
        change(guide),
        change(guide.sections.get(anchor="pause")),
        change(program.phases.get(slug="calm")),
        change(Reference.objects.get(key="long2004")),
        "/admin/exercises/reference/paste/",
        address(draft),
    ]


def faults(page: Page) -> list[str]:
    found = axe_violations_in_both_schemes(page, leave_out=VENDOR, settle=COLORS_CHANGE)
    return found + sideways_scroll(page)


def test_each_page_of_the_writers_is_accessible_and_fits(
    draft: Exercise, administrator: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=1280)
    sign_in(page, administrator)
    found = []
    for where in in_both_schemes(draft):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(where, wait_until="networkidle")
        found += [f"{where}: {fault}" for fault in faults(page)]
    for where in in_one(draft):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(where, wait_until="networkidle")
        lines = axe_violations(page, leave_out=VENDOR) + sideways_scroll(page)
        found += [f"{where}: {fault}" for fault in lines]
    assert found == []


def test_a_refused_page_is_accessible_and_fits(
    draft: Exercise, administrator: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=1280, allowed=(409,))
    sign_in(page, administrator)
    page.goto(change(draft))
    assert page.locator(".deed-publish").count() == 0
    page.locator(".deed-give-back [name=deed]").evaluate("i => { i.value = 'publish' }")
    page.locator(".deed-give-back button").click()
    page.get_by_role("heading", name="It cannot be published yet").wait_for()
    assert faults(page) == []


def test_a_finding_leads_to_its_field_by_keyboard(
    draft: Exercise, editor: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=1280, forced_colors="active")
    sign_in(page, editor)
    page.goto(change(draft), wait_until="networkidle")
    page.get_by_role("link", name="Open the checklist").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#checklist")).to_be_focused()
    reached = []
    for _finding in range(4):
        page.keyboard.press("Tab")
        reached.append(page.locator(":focus").inner_text())
    caption = "Step 1: Caption of the picture"
    assert reached == ["Text", "Text", "Text", caption]
    page.keyboard.press("Enter")
    expect(page.locator("#id_steps-0-caption")).to_be_focused()
    icons = page.locator(".check .icon")
    colors = icons.evaluate_all("all => all.map(one => getComputedStyle(one).stroke)")
    assert len(colors) == 4
    assert len(set(colors)) == 1  # the system's: the shapes and the words tell


def test_the_help_comes_while_writing(
    draft: Exercise, editor: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=1280)
    sign_in(page, editor)
    page.goto(change(draft), wait_until="networkidle")
    beside = page.locator(".prose-pair", has=page.locator("[name=body]"))
    page.locator("[name=body]").fill("You ought to rest.")
    beside.get_by_text("ought to", exact=True).last.wait_for()
    page.locator("[name=body]").fill("You can rest.")
    beside.locator(".prose-findings").wait_for(state="detached")
    stated = page.locator(".prose-pair", has=page.locator("[name=statements-0-text]"))
    page.locator("[name=statements-0-text]").fill("It eases pain. It fixes your disc.")
    stated.locator(".prose-findings").wait_for()
    assert (
        stated.locator(".prose-findings li").count() == 1
    )  # its references are beside
