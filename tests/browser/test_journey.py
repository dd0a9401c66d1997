"""The whole main job, once with scripts and once without, on a small phone."""

import datetime as dt
import re

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from exercises.models import Exercise
from portal.accounts.models import Member
from portal.accounts.roles import PUBLISHER
from tests.browser.conftest import NewPage, SignIn
from tests.conftest import staff
from tests.factories import PASSWORD, make_report
from tracking.models import ExerciseSession, SymptomReport
from tracking.safety import FULL

pytestmark = pytest.mark.browser

EMAIL = "nia@example.org"
MOST_PAGES = 40


def read_the_guide(page: Page) -> None:
    page.goto("/")
    page.get_by_role("main").get_by_role(
        "link", name="Read the free guide"
    ).first.click()
    expect(page).to_have_url(re.compile("/guides/sciatica/$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sciatica")


def look_up_an_employer(page: Page) -> None:
    page.goto("/coverage/")
    page.get_by_role("searchbox").fill("harbor lane")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Harbor Lane Bakery").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Harbor Lane Bakery")


def sign_up(page: Page) -> None:
    page.get_by_role("link", name="Join").first.click()
    page.locator("[name=email]").fill(EMAIL)
    page.locator("[name=password1]").fill(PASSWORD)
    page.locator("[name=is_adult]").check()
    page.locator("[name=agrees]").check()
    page.locator("main button[type=submit]").click()
    page.locator("[name=code]").fill(code_from_mail())
    page.locator("main form button[type=submit]").first.click()
    expect(page).to_have_url(re.compile("/coverage/harbor-lane-bakery/check/"))


def code_from_mail() -> str:
    body = str(mail.outbox[-1].body)
    found = re.search(r"^\s*([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})\s*$", body, re.MULTILINE)
    assert found, body
    return found.group(1)


def join(page: Page) -> None:
    page.locator("[name=is_included]").check()
    page.locator("[name=agrees]").check()
    page.locator("main button[type=submit]").last.click()
    expect(page).to_have_url(re.compile("/welcome/consent/$"))
    page.locator("[name=agrees]").check()
    go_on(page)
    answer_the_safety_questions(page)
    report(page, 6, "Save and go on")
    page.locator("[name=direction][value=backward]").check()
    go_on(page)
    name_an_activity(page)
    plan_the_week(page)
    page.locator("[name=program]").first.check()
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")
    page.get_by_role("button", name="Join").click()


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Save and go on").click()


def answer_the_safety_questions(page: Page) -> None:
    page.get_by_role("link", name="Answer them").click()
    for key in FULL:
        page.locator(f"[name={key}][value=no]").check()
    page.locator("[name=precautions][value=none]").check()
    page.get_by_role("button", name="Send my answers").click()


def name_an_activity(page: Page) -> None:
    page.locator("[name=text]").fill("Walk the dog")
    page.locator("[name=score][value='3']").check()
    page.get_by_role("button", name="Save this activity").click()
    page.get_by_role("link", name="Go on").click()


def plan_the_week(page: Page) -> None:
    page.locator("[name=weekdays][value='0']").check()
    page.locator("[name=habit]").fill("after the morning coffee")
    go_on(page)


def report(page: Page, leg: int, button: str) -> None:
    page.locator("#l3").check()
    page.locator("[type=radio][name=back][value='2']").check()
    page.locator(f"[type=radio][name=leg][value='{leg}']").check()
    page.locator("[type=checkbox][name=feeling][value=none]").check()
    page.get_by_role("button", name=button).click()


def do_a_session(page: Page) -> None:
    page.get_by_role("link", name="Start session").click()
    report(page, 6, "Save and start")
    for _turn in range(MOST_PAGES):
        page.wait_for_load_state()
        if "/finish/" in page.url:
            break
        page.get_by_role("button", name="Done as planned", exact=True).click()
    report(page, 5, "Save and finish")
    expect(page.get_by_text("Leg pain went from 6 to 5.")).to_be_visible()


def add_earlier_days(member: Member) -> None:
    """Days cannot be waited for: the same rows that 3 earlier check-ins make."""
    newest = SymptomReport.objects.for_member(member)[0]
    for days in (1, 2, 3):
        make_report(
            member, reported_on=newest.reported_on - dt.timedelta(days=days), leg=7
        )


def see_the_chart(page: Page) -> None:
    page.goto("/progress/")
    expect(page.get_by_role("img", name="Leg pain, 0 to 10")).to_be_visible()
    page.get_by_text("See the numbers").first.click()
    expect(page.get_by_role("table").first).to_be_visible()


def edit_an_exercise(page: Page) -> None:
    page.goto("/admin/exercises/exercise/?q=bridge")
    page.get_by_role("link", name="Hip bridge").click()
    page.get_by_role("button", name="Edit").click()
    page.locator("[name=summary]").fill("Lifts your hips, slowly.")
    page.get_by_role("button", name="Save and send to review").first.click()


def publish_it(page: Page) -> None:
    draft = Exercise.objects.get(draft_of__slug="hip-bridge")
    page.goto(f"/admin/exercises/exercise/{draft.pk}/change/")
    page.get_by_role("button", name="Publish").click()
    page.goto("/exercises/hip-bridge/")
    expect(page.get_by_text("Lifts your hips, slowly.").first).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_newcomer_does_the_main_job(
    scripts: bool, new_page: NewPage, sign_in: SignIn, editor: Member
) -> None:
    page = new_page(width=360, scripts=scripts)
    read_the_guide(page)
    look_up_an_employer(page)
    sign_up(page)
    join(page)
    do_a_session(page)
    member = Member.objects.get(email=EMAIL)
    assert ExerciseSession.objects.for_member(member).count() == 1
    add_earlier_days(member)
    see_the_chart(page)
    staff_page = new_page(width=1280, scripts=scripts)
    sign_in(staff_page, editor)
    edit_an_exercise(staff_page)
    second_page = new_page(width=1280, scripts=scripts)
    sign_in(second_page, staff("second@example.org", PUBLISHER))
    publish_it(second_page)
