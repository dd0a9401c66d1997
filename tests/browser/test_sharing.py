"""From the report to a link, and from the link, with its passcode, to the report."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from portal.accounts.models import Member
from portal.record.models import ShareLink
from tests.browser.axe import axe_violations_in_both_schemes, sideways_scroll
from tests.browser.conftest import NewPage, SignIn
from tests.factories import PASSWORD, make_report

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False])
def test_a_report_is_shared_opened_and_turned_off(
    scripts: bool, ada: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    for n in range(9):
        day = timezone.localdate() - dt.timedelta(days=n)
        make_report(ada, reported_on=day, leg=8 - n // 3)
    page = new_page(width=320, scripts=scripts)
    sign_in(page, ada)
    page.goto("/progress/")
    page.get_by_role("link", name="Report for your clinician").click()
    page.get_by_role("link", name="Share it by a link").click()
    page.get_by_role("link", name="Share your report").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main button[type=submit]").first.click()
    page.get_by_label("Who is it for?").fill("Dr Reyes")
    page.get_by_role("button", name="Make the link").click()
    expect(page.locator("main")).to_contain_text("/shared/")
    told = page.locator("main").inner_text()
    address = re.search(r"http\S+/shared/\S+", told)
    code = re.search(r"\d{4} \d{4}", told)
    assert address
    assert code
    if scripts:
        assert sideways_scroll(page) + axe_violations_in_both_schemes(page) == []

    reader = new_page(width=320, scripts=scripts, allowed=(404, 422))
    reader.goto(address[0])
    reader.get_by_label("Passcode").fill("0000 0000")
    reader.get_by_role("button", name="Open the report").click()
    expect(reader.locator("main")).to_contain_text("That passcode is not right.")
    reader.get_by_label("Passcode").fill(code[0])
    reader.get_by_role("button", name="Open the report").click()
    expect(reader.get_by_role("heading", name="A shared report")).to_be_visible()
    expect(reader.locator("figure.plot svg").nth(3)).to_be_attached()
    if scripts:
        assert sideways_scroll(reader) + axe_violations_in_both_schemes(reader) == []

    page.goto(ShareLink.objects.get().get_absolute_url())
    assert "1 time" in page.locator("main").inner_text()
    page.get_by_role("button", name="Turn this link off").click()
    expect(page.get_by_role("button", name="Turn this link off")).to_have_count(0)
    reader.goto(address[0])
    assert reader.get_by_role("heading", name="This link opens nothing").is_visible()
