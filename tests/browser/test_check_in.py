"""The check-in by keyboard alone and without scripts, and as a screen reader has it."""

import re

import pytest
from playwright.sync_api import Page, expect

from portal.accounts.models import Member
from tests.browser.axe import axe_violations_in_both_schemes, sideways_scroll
from tests.browser.conftest import NewPage, SignIn
from tests.factories import make_log, make_report, make_session
from tracking.models import ExerciseSession, SymptomReport

pytestmark = pytest.mark.browser

ADDRESS = "/check-in/"
PLACES = (
    "Lower back",
    *(
        f"{side} {place}"
        for side in ("Left", "Right")
        for place in ("buttock", "thigh", "knee", "lower leg", "foot")
    ),
)
MOST_STEPS = 60


def named(page: Page) -> str:
    """The name of the field that has the focus, and its value."""
    focused = page.locator(":focus")
    if focused.count() == 0:
        return ""
    name = focused.get_attribute("name") or ""
    return f"{name}={focused.get_attribute('value') or ''}"


def tab_to(page: Page, field: str) -> None:
    """Forward with the Tab key only, until the field has the focus."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if named(page).startswith(field):
            return
    raise AssertionError(f"Tab does not lead to {field}")


def choose(page: Page, value: int) -> None:
    """In the group of radio buttons that has the focus."""
    page.keyboard.press("Space")
    for _step in range(value):
        page.keyboard.press("ArrowRight")


def test_by_keyboard_alone_without_scripts(
    eve: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(scripts=False)
    sign_in(page, eve)
    page.goto(ADDRESS)
    for field in ("place=l1", "place=r5"):
        tab_to(page, field)
        page.keyboard.press("Space")
    tab_to(page, "back=")
    choose(page, 2)
    tab_to(page, "leg=")
    choose(page, 7)
    tab_to(page, "feeling=numbness")
    page.keyboard.press("Space")
    tab_to(page, "note=")
    page.keyboard.type("By keyboard")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/sessions/$"))
    expect(page.get_by_text("Your check-in is saved.")).to_be_visible()
    report = SymptomReport.objects.get()
    assert (report.member, report.places) == (eve, ["l1", "r5"])
    assert (report.back, report.leg, report.note) == (2, 7, "By keyboard")
    felt = (report.tingling, report.numbness, report.weakness)
    assert felt == (False, True, False)


def test_the_map_is_told_in_a_named_group_of_its_11_places(
    eve: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(scripts=False)
    sign_in(page, eve)
    page.goto(ADDRESS)
    group = page.get_by_role("group", name="Where do you feel it?")
    told = group.aria_snapshot()
    boxes = re.findall(r'- checkbox "([^"]+)"( \[checked\])?', told)
    assert boxes == [(name, "") for name in (*PLACES, "Nowhere right now")]
    assert "img" not in told
    page.get_by_role("checkbox", name="Right lower leg").check()
    assert '- checkbox "Right lower leg" [checked]' in group.aria_snapshot()


def finished_session(member: Member) -> ExerciseSession:
    row = make_session(member)
    row.finished_at = row.started_at
    row.save()
    make_log(row, sets=2)
    return row


def test_the_pages_of_a_changed_and_a_deleted_report_are_accessible_and_fit(
    ada: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    session = finished_session(ada)
    felt = {"places": ["l4"], "numbness": True}
    reports = [make_report(ada, session=session, moment="before", **felt)]
    reports.append(make_report(ada, places=["l4"], note="Word " * 40))
    page = new_page(width=320, allowed=(409,))
    other = new_page(width=320)
    for each in (page, other):
        sign_in(each, ada)
    for report in reports:
        for each in (page, other):
            each.goto(f"/check-in/{report.pk}/edit/")
        for each, leg in ((other, 1), (page, 9)):
            each.locator(f"[name=leg][value='{leg}']").check()
            each.locator("main [type=submit]").last.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Which one to keep?")
        assert sideways_scroll(page) + axe_violations_in_both_schemes(page) == []
        page.get_by_role("button", name="Save mine").click()
        expect(page.get_by_text("Your changes are saved.")).to_be_visible()
    revision = reports[1].revisions.all()[0]
    for address in (
        f"/check-in/{reports[0].pk}/edit/",
        f"/me/changes/{revision.pk}/",
        f"/sessions/{session.pk}/",
        f"/sessions/{session.pk}/report/after-10/",
        f"/sessions/{session.pk}/edit/",
    ):
        page.goto(address)
        faults = sideways_scroll(page) + axe_violations_in_both_schemes(page)
        assert faults == [], address


def test_something_deleted_is_brought_back_without_scripts(
    ada: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    report = make_report(ada)
    page = new_page(width=320, scripts=False)
    sign_in(page, ada)
    page.goto(f"/check-in/{report.pk}/delete/")
    page.get_by_role("button", name="Delete it").click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("The report is deleted.")
    page.get_by_role("link", name="Back to your history").click()
    page.get_by_text("Deleted", exact=True).click()
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_text("It is back.")).to_be_visible()
    report.refresh_from_db()
    assert report.deleted_at is None
