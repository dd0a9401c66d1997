"""The questions of a check and its answer: accessible, and never too wide."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import axe_violations_in_both_schemes, sideways_scroll
from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser
ADDRESS = "/coverage/thistledown-care-partners/check/"


def stands(page: Page, heading: str) -> None:
    page.get_by_role("heading", level=1, name=heading).wait_for()
    assert sideways_scroll(page) == []
    assert axe_violations_in_both_schemes(page) == []


def test_each_question_and_a_failed_check_are_accessible(new_page: NewPage) -> None:
    page = new_page(width=320, reduced_motion="reduce", allowed=(422,))
    go_on = page.get_by_role("button", name="Continue")
    page.goto(ADDRESS)
    stands(page, "What is your name?")
    page.get_by_label("First name").fill("Rosa")
    go_on.click()
    page.get_by_role("heading", name="There is a problem").wait_for()
    stands(page, "What is your name?")
    page.get_by_label("Last name").fill("Nobody")
    go_on.click()
    stands(page, "When were you born?")
    for part, number in (("Month", "4"), ("Day", "12"), ("Year", "1979")):
        page.get_by_label(part).fill(number)
    go_on.click()
    stands(page, "What is your member ID?")
    page.get_by_label("Member ID").fill("zz")
    go_on.click()
    stands(page, "We could not confirm your coverage")
