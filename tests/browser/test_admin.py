"""Django's own pages keep to the policy: no violation, no error, no outside request."""

import pytest
from django.contrib import admin

from portal.accounts.models import Member
from tests.browser.conftest import NewPage, SignIn

pytestmark = pytest.mark.browser


def admin_addresses() -> list[str]:
    models = admin.site._registry
    return [f"/admin/{m._meta.app_label}/{m._meta.model_name}/" for m in models]


def test_the_admin_is_quiet_for_the_administrator(
    administrator: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=1280, allowed=(403,))
    sign_in(page, administrator)
    page.goto("/admin/")
    for address in admin_addresses():
        page.goto(address)
        page.goto(f"{address}add/")
        page.goto(address)
        first = page.locator("#result_list tbody th a").first
        if first.count():
            first.click()


def test_the_admin_is_quiet_for_an_author(
    editor: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=1280, scheme="dark")
    sign_in(page, editor)
    page.goto("/admin/exercises/exercise/")
    page.locator("#result_list tbody th a").first.click()
    page.get_by_text("Add another step").click()
    assert page.locator("[name=steps-TOTAL_FORMS]").count() == 1
