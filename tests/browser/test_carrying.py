"""A sign-in that ends while a form is open, on a phone without scripts."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from portal.accounts.models import Member
from tests.browser.axe import axe_violations_in_both_schemes, sideways_scroll
from tests.browser.conftest import NewPage, SignIn
from tests.factories import PASSWORD
from tracking.models import SymptomReport

pytestmark = pytest.mark.browser

NOTE = "You were signed out. Nothing is saved yet: check it and send it again."


def fill(page: Page) -> None:
    page.locator("#l3").check()
    page.locator("[name=back][value='2']").check()
    page.locator("[name=leg][value='6']").check()
    page.locator("[name=feeling][value=tingling]").check()
    page.locator("[name=note]").fill("After a long drive")
    page.get_by_role("button", name="Save").click()


def sign_in_by_hand(page: Page, member: Member) -> None:
    expect(page.get_by_text("what you typed is shown again")).to_be_visible()
    page.locator("[name=login]").fill(member.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()


def expect_it_filled(page: Page) -> None:
    expect(page).to_have_url(re.compile("/check-in/$"))
    expect(page.get_by_text(NOTE)).to_be_visible()
    for ticked in ("#l3", "[name=back][value='2']", "[name=leg][value='6']"):
        expect(page.locator(ticked)).to_be_checked()
    expect(page.locator("[name=feeling][value=tingling]")).to_be_checked()
    expect(page.locator("[name=note]")).to_have_value("After a long drive")


def test_a_check_in_outlives_the_sign_in(
    new_page: NewPage, sign_in: SignIn, ada: Member
) -> None:
    page = new_page(scripts=False)
    sign_in(page, ada)
    page.goto("/check-in/")
    Session.objects.all().delete()
    fill(page)
    sign_in_by_hand(page, ada)
    expect_it_filled(page)
    assert not SymptomReport.objects.exists()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Your check-in is saved.")).to_be_visible()
    assert SymptomReport.objects.get().leg == 6


def sign_in_in_another_tab(page: Page, member: Member) -> None:
    page.context.clear_cookies()
    other = page.context.new_page()
    other.goto("/accounts/login/")
    other.locator("[name=login]").fill(member.email)
    other.locator("[name=password]").fill(PASSWORD)
    other.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(other).not_to_have_url(re.compile("/login/"))


def test_a_check_in_outlives_a_new_sign_in_in_another_tab(
    new_page: NewPage, sign_in: SignIn, ada: Member
) -> None:
    page = new_page(scripts=False, allowed=(403,))
    sign_in(page, ada)
    page.goto("/check-in/")
    sign_in_in_another_tab(page, ada)
    fill(page)
    page.get_by_role("link", name="Open the form again").click()
    expect_it_filled(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Your check-in is saved.")).to_be_visible()
    assert SymptomReport.objects.count() == 1


def test_these_pages_are_for_everybody(
    new_page: NewPage, sign_in: SignIn, ada: Member
) -> None:
    page = new_page(allowed=(403,))
    sign_in(page, ada)
    page.goto("/check-in/")
    sign_in_in_another_tab(page, ada)
    fill(page)
    assert sideways_scroll(page) + axe_violations_in_both_schemes(page) == []
    page.get_by_role("link", name="Open the form again").click()
    expect_it_filled(page)
    expect(page.get_by_text(NOTE).locator("..")).to_be_focused()
    assert sideways_scroll(page) + axe_violations_in_both_schemes(page) == []
