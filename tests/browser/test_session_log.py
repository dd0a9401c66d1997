"""The quick log by keyboard and touch, its steppers, the sheet on paper, the week."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from exercises.models import Program
from portal.accounts.models import Member
from tests.browser.axe import axe_violations_in_both_schemes, sideways_scroll
from tests.browser.conftest import NewPage, SignIn
from tests.factories import (
    make_enrollment,
    make_goal,
    make_log,
    make_look_back,
    make_screen,
    make_session,
)
from tracking.looking_back import monday_of
from tracking.models import ExerciseLog, ExerciseSession, LookBack

pytestmark = pytest.mark.browser

MOST_STEPS = 80
ONE_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


@pytest.fixture
def joined(ada: Member) -> Member:
    day = timezone.localdate()
    program = Program.objects.get(slug="sciatica-12-weeks")
    began = day - dt.timedelta(days=21)
    make_enrollment(ada, program.phases.all()[1], started_on=began)
    make_screen(ada, asked_on=day)
    make_goal(ada)
    return ada


def tab_to(page: Page, selector: str) -> None:
    """Forward with the Tab key only, until this has the focus."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    raise AssertionError(f"Tab does not lead to {selector}")


def test_the_pages_are_accessible_and_fit(
    joined: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    last_week = timezone.localdate() - dt.timedelta(days=7)
    row = make_look_back(joined, week=monday_of(last_week), noted_on=last_week)
    goal = joined.activity_goals.get()
    now = timezone.now()
    session = make_session(joined, started_at=now, finished_at=now)
    make_log(session, sets=2, reps=8, hold_seconds=5, rating="hard")
    page = new_page(width=320)
    sign_in(page, joined)
    found = {}
    for address in (
        "/sessions/log/",
        "/sessions/sheet/",
        "/look-back/",
        row.get_absolute_url(),
        "/me/goals/",
        goal.get_absolute_url(),
        "/me/week/",
        f"/me/enrollments/{joined.enrollments.get().pk}/track/",
        f"/sessions/{session.pk}/edit/",
        f"/sessions/{session.pk}/report/before/",
    ):
        page.goto(address)
        for box in page.locator("[name=did]").all()[:2]:
            box.check()
        found[address] = sideways_scroll(page) + axe_violations_in_both_schemes(page)
    assert {address: faults for address, faults in found.items() if faults} == {}


def test_a_session_is_noted_by_keyboard_without_scripts(
    joined: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(scripts=False)
    sign_in(page, joined)
    page.goto("/sessions/log/")
    assert page.get_by_role("button", name="More: ").count() == 0
    title = page.locator(".logrow > .tile").nth(1).inner_text().split("\n")[0]
    for _box in range(2):
        tab_to(page, "[name=did]")
    page.keyboard.press("Space")
    tab_to(page, "[name^=sets_]")
    page.keyboard.type("2")
    tab_to(page, "[name=save]")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your session is saved.")).to_be_visible()
    log = ExerciseLog.objects.get()
    assert title.startswith(log.title)
    assert (log.sets_done, log.rating) == (2, "")


def test_a_day_is_chosen_and_numbers_stepped_by_touch(
    joined: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=320)
    sign_in(page, joined)
    page.goto("/sessions/log/")
    row = page.locator(".logrow").nth(1)
    expect(row.locator("[name^=sets_]")).to_be_hidden()
    row.locator("[name=did]").check()
    number = row.locator("[name^=sets_]")
    expect(number).to_have_value("1")
    row.get_by_role("button", name="More: ").first.click()
    expect(number).to_have_value("2")
    expect(page.locator("#status")).to_contain_text("2")
    for _turn in range(3):
        row.get_by_role("button", name="Less: ").first.click()
    expect(number).to_have_value("0")
    row.get_by_role("button", name="More: ").first.click()
    box = row.get_by_role("button", name="More: ").first.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 48
    page.get_by_label("Yesterday").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Your session is saved.")).to_be_visible()
    row_saved = ExerciseSession.objects.get()
    assert row_saved.performed_on == timezone.localdate() - dt.timedelta(days=1)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_sheet_prints_on_1_page(
    joined: Member, new_page: NewPage, sign_in: SignIn, paper: str
) -> None:
    page = new_page()
    sign_in(page, joined)
    page.goto("/sessions/sheet/")
    assert len(ONE_PAGE.findall(page.pdf(format=paper))) == 1


def test_a_week_is_noted_or_skipped_without_scripts(
    joined: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=320, scripts=False)
    sign_in(page, joined)
    page.goto("/today/")
    page.get_by_role("button", name="Skip this week").click()
    expect(page.get_by_text("Next week is another chance.")).to_be_visible()
    assert LookBack.objects.get().skipped
    page.goto("/look-back/")
    page.get_by_label("Your longest walk").fill("20")
    page.get_by_role("button", name="Save my week").click()
    expect(page.get_by_text("Your week is saved.")).to_be_visible()
    assert LookBack.objects.get().walk_minutes == 20
