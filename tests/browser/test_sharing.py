"""From the report to a link, and from the link, with its passcode, to the report."""

import datetime as dt
import re

import pytest
from django.utils import timezone

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
    assert "That passcode is not right." in reader.locator("main").inner_text()
    reader.get_by_label("Passcode").fill(code[0])
    reader.get_by_role("button", name="Open the report").click()
    assert reader.get_by_role("heading", name="A shared report").is_visible()
    assert reader.locator("figure.plot svg").count() >= 4
    if scripts:
        assert sideways_scroll(reader) + axe_violations_in_both_schemes(reader) == []

    page.goto(ShareLink.objects.get().get_absolute_url())
    assert "1 time" in page.locator("main").inner_text()
    page.get_by_role("button", name="Turn this link off").click()
    reader.goto(address[0])
    assert reader.get_by_role("heading", name="This link opens nothing").is_visible()
