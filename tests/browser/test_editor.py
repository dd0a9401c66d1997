"""A new exercise from "Add" to the public page, and then a change and a way back."""

import sys

import pytest
from playwright.sync_api import Page, expect

from exercises.models import Exercise
from exercises.publishing import working_draft
from portal.accounts.models import Member
from portal.accounts.roles import PUBLISHER, REVIEWER
from tests.browser.conftest import NewPage, SignIn
from tests.conftest import staff
from tests.factories import make_reference

pytestmark = pytest.mark.browser

MOST_LOADS = 12
FIELDS = {
    "title": "Wall slide",
    "summary": "You slide down a wall, and up again.",
    "also_known_as": "Wall squat",
    "sets": "2",
    "reps": "8",
    "hold_seconds": "3",
    "body": "People get stronger legs [@slide2020]. It is not harmful [@wall2021].",
}
CHOICES = {
    "kind": "exercise",
    "direction": "neutral",
    "position": "standing",
    "sides": "both",
}


class Counter:
    """Page loads, over all who take part, and fields that they fill in."""

    def __init__(self) -> None:
        self.loads: list[str] = []
        self.fields = 0

    def watch(self, page: Page) -> None:
        page.on("framenavigated", self.note)

    def note(self, frame: object) -> None:
        self.loads.append(frame.url)  # type: ignore[attr-defined]  # a Frame

    def fill(self, page: Page, name: str, value: str) -> None:
        page.locator(f"[name={name}]").fill(value)
        self.fields += 1

    def choose(self, page: Page, name: str, value: str) -> None:
        page.locator(f"select[name={name}]").select_option(value)
        self.fields += 1


def write(page: Page, counter: Counter) -> None:
    for name, value in FIELDS.items():
        counter.fill(page, name, value)
    for name, value in CHOICES.items():
        counter.choose(page, name, value)
    counter.fill(page, "steps-0-text", "Stand with your back to a wall.")
    page.get_by_text("Add another step").click()
    counter.fill(page, "steps-1-text", "Slide down a little, then up.")
    counter.fill(page, "cautions-0-text", "Your knee hurts more.")
    counter.choose(page, "cautions-0-kind", "stop-if")


def test_from_add_to_the_public_page_and_back(
    editor: Member,
    new_page: NewPage,
    sign_in: SignIn,
    capsys: pytest.CaptureFixture[str],
) -> None:
    make_reference(key="slide2020", authors="Reyes")
    make_reference(key="wall2021", authors="Okafor")
    second = staff("second@example.org", REVIEWER)
    second.groups.add(*staff("third@example.org", PUBLISHER).groups.all())
    counter = Counter()
    author, other = new_page(width=1280), new_page(width=1280)
    sign_in(author, editor)
    sign_in(other, second)

    author.goto("/admin/exercises/exercise/")
    counter.watch(author)
    counter.watch(other)
    author.get_by_role("link", name="Add exercise").click()
    write(author, counter)
    author.locator(".prose-preview").first.get_by_text("stronger legs").wait_for()
    author.get_by_role("button", name="Save and send to review").click()
    author.get_by_role("link", name="Preview").click()
    expect(author.locator("main")).to_contain_text("Preview.")

    other.goto("/admin/")
    other.get_by_role("link", name="Exercises, in review: 1").click()
    other.get_by_role("link", name="Wall slide").click()
    for name, value in {"name": "Sam Lee", "credentials": "PT"}.items():
        counter.fill(other, name, value)
    other.get_by_role("button", name="Approve").click()
    other.get_by_role("button", name="Publish").click()
    expect(other.locator(".messagelist .success")).to_be_visible()
    other.goto("/exercises/wall-slide/")
    text = other.locator("main").inner_text()
    for words in (
        "Slide down a little",
        "Your knee hurts more.",
        "Sam Lee, PT",
        "Reyes",
        "Okafor",
    ):
        assert words in text
    loads = len(counter.loads)
    with capsys.disabled():
        sys.stdout.write(
            f"\nfrom Add to published: {loads} page loads, {counter.fields} fields\n"
        )
    assert loads <= MOST_LOADS, counter.loads

    live = Exercise.objects.get(slug="wall-slide")
    author.goto(f"/admin/exercises/exercise/{live.pk}/change/")
    author.get_by_role("button", name="Edit").click()
    author.locator("[name=title]").fill("Wall glide")
    author.get_by_role("button", name="Save and continue editing").first.click()
    author.get_by_role("link", name="History").click()
    expect(author.locator("ins").first).to_have_text("glide")
    expect(author.locator("del").first).to_have_text("slide")
    author.get_by_role("button", name="Restore this version").last.click()
    expect(author.locator("[name=title]")).to_have_value("Wall slide")
    other.goto("/exercises/wall-slide/")
    assert other.locator("h1").inner_text() == "Wall slide"


def test_a_key_is_completed_and_steps_change_places_by_keyboard(
    editor: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    make_reference(key="slide2020")
    page = new_page(width=1280)
    sign_in(page, editor)
    draft = working_draft(Exercise.objects.get(slug="hip-bridge"))
    first, second = draft.steps.values_list("text", flat=True)[:2]
    page.goto(f"/admin/exercises/exercise/{draft.pk}/change/")

    body = page.locator("[name=body]")
    body.fill("")
    body.press_sequentially("It helps [@slide")
    page.get_by_role("option", name="slide2020").wait_for()
    body.press("Enter")
    assert body.input_value() == "It helps [@slide2020]"

    page.locator("#steps-0").get_by_role("button", name="Move down").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Save and continue editing").first.click()
    page.locator(".messagelist").wait_for()
    assert list(draft.steps.values_list("text", flat=True)[:2]) == [second, first]


def test_a_page_is_written_and_sent_without_scripts(
    editor: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=360, scripts=False)
    sign_in(page, editor)
    page.goto("/admin/exercises/exercise/add/")
    for name, value in {
        "title": "Wall slide",
        "slug": "wall-slide",
        "summary": "Down.",
    }.items():
        page.locator(f"[name={name}]").fill(value)
    for name, value in CHOICES.items():
        page.locator(f"select[name={name}]").select_option(value)
    page.locator("[name=steps-0-text]").fill("Stand.")
    page.get_by_role("button", name="Save and send to review").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Exercise.objects.get(slug="wall-slide").status == "in-review"
