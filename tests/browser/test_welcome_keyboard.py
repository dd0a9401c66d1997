"""The way in by keyboard alone and without scripts, on a small phone.

With reduced motion: keys are quicker than the passage from page to page.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from portal.accounts.models import Member
from portal.plans.joining import give_coverage
from portal.plans.models import Benefit
from tests.browser.conftest import NewPage, SignIn
from tracking.models import ActivityGoal, Enrollment, SymptomReport, WeekPlan
from tracking.safety import FULL

pytestmark = pytest.mark.browser

MOST_STEPS = 80


def field_in_focus(page: Page) -> str:
    """Its name and its value."""
    focused = page.locator(":focus")
    if focused.count() == 0:
        return ""
    name = focused.get_attribute("name") or ""
    return f"{name}={focused.get_attribute('value') or ''}"


def words_in_focus(page: Page) -> str:
    """What a link or a button says."""
    focused = page.locator("a:focus, button:focus")
    return focused.inner_text().strip() if focused.count() else ""


def tab_to(page: Page, field: str) -> None:
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if field_in_focus(page).startswith(field):
            return
    raise AssertionError(f"Tab does not lead to {field} on {page.url}")


def pick(page: Page, field: str, value: str) -> None:
    """With the arrow keys, in a group of radio buttons."""
    tab_to(page, f"{field}=")
    page.keyboard.press("Space")
    for _step in range(MOST_STEPS):
        if field_in_focus(page) == f"{field}={value}":
            expect(page.locator(":focus")).to_be_checked()
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"The arrow keys do not lead to {field}={value}")


def tick(page: Page, field: str) -> None:
    tab_to(page, field)
    page.keyboard.press("Space")
    expect(page.locator(":focus")).to_be_checked()


def write(page: Page, field: str, words: str) -> None:
    tab_to(page, f"{field}=")
    page.keyboard.type(words)


def press(page: Page, words: str, leads_to: str) -> None:
    """Enter, on the link or the button that says this."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if words_in_focus(page) == words:
            page.keyboard.press("Enter")
            expect(page).to_have_url(re.compile(f"{leads_to}$"))
            return
    raise AssertionError(f"Tab does not lead to “{words}” on {page.url}")


def answer_the_safety_questions(page: Page) -> None:
    press(page, "Answer them", r"/safety/\?next=/welcome/")
    for key in FULL:
        pick(page, key, "no")
    tick(page, "precautions=none")
    press(page, "Send my answers", "/welcome/place/")


def say_where_it_hurts(page: Page) -> None:
    tick(page, "place=l3")
    pick(page, "back", "2")
    pick(page, "leg", "6")
    tick(page, "feeling=none")
    press(page, "Save and go on", "/welcome/direction/")


def name_an_activity(page: Page) -> None:
    write(page, "text", "Walk the dog")
    pick(page, "score", "3")
    press(page, "Save this activity", "/welcome/goals/")
    press(page, "Go on", "/welcome/week/")


def plan_the_week(page: Page) -> None:
    tick(page, "weekdays=0")
    write(page, "habit", "after the morning coffee")
    press(page, "Save and go on", "/welcome/program/")


@pytest.fixture
def covered(eve: Member) -> Member:
    benefit = Benefit.objects.filter(sponsor__slug="harbor-lane-bakery")[0]
    give_coverage(member=eve, benefit=benefit)
    return eve


def test_joining_by_keyboard_alone_without_scripts(
    covered: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=360, scripts=False, reduced_motion="reduce")
    sign_in(page, covered)
    page.goto("/welcome/")
    expect(page).to_have_url(re.compile("/welcome/consent/$"))
    tick(page, "agrees=")
    press(page, "Save and go on", "/welcome/safety/")
    answer_the_safety_questions(page)
    say_where_it_hurts(page)
    pick(page, "direction", "backward")
    press(page, "Save and go on", "/welcome/goals/")
    name_an_activity(page)
    plan_the_week(page)
    tick(page, "program=")
    press(page, "Save and go on", "/welcome/check/")
    press(page, "Join", "/today/")
    expect(page.get_by_role("link", name="Start session")).to_be_visible()
    report = SymptomReport.objects.get()
    assert (report.places, report.back, report.leg) == (["l3"], 2, 6)
    assert Enrollment.objects.get().member == covered
    assert ActivityGoal.objects.get().score == 3
    assert WeekPlan.objects.get().weekdays == [0]
