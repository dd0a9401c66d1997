"""The library narrows at each choice, and the address keeps what was chosen."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser


def test_each_choice_narrows_at_once_and_stays_in_the_address(
    new_page: NewPage,
) -> None:
    page = new_page()
    page.goto("/exercises/")
    count = page.locator("#count")
    expect(count).to_have_text("20 exercises")
    expect(count).to_have_role("status")
    page.get_by_label("You need").select_option("chair")
    expect(count).to_have_text("5 exercises")
    page.get_by_label("It takes").select_option("2")
    expect(count).to_have_text("4 exercises")
    assert page.url.endswith("/exercises/?gear=chair&minutes=2")
    page.get_by_role("link", name="Leave out: You need: A chair").click()
    expect(page.get_by_label("You need")).to_have_value("")
    assert page.url.endswith("/exercises/?minutes=2")
    page.go_back()
    expect(count).to_have_text("4 exercises")
    expect(page.get_by_label("You need")).to_have_value("chair")


def test_the_choices_work_without_scripts(new_page: NewPage) -> None:
    page = new_page(scripts=False)
    page.goto("/exercises/")
    page.get_by_label("Search by name").fill("mckenzie")
    page.get_by_label("Position").select_option("front")
    page.get_by_role("button", name="Show exercises").click()
    expect(page.locator("#count")).to_have_text("1 exercise")
    expect(page.get_by_role("link", name="Lying press-up")).to_be_visible()
