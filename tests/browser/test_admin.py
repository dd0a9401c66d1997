"""Django's own pages keep to the policy: no violation, no error, no outside request."""

import pytest
from django.contrib import admin
from playwright.sync_api import expect

from exercises.figures import MOVEMENTS
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
    page.get_by_role("button", name="Edit").click()
    page.get_by_text("Add another step").click()
    expect(page.locator("[name=steps-TOTAL_FORMS]")).to_have_count(1)


def test_an_author_chooses_by_keyboard_without_scripts(
    editor: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=1280, scripts=False)
    sign_in(page, editor)
    page.goto("/admin/exercises/exercise/")
    page.get_by_role("link", name="Hip bridge").click()
    page.get_by_role("button", name="Edit").click()
    page.locator(".still-choice summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.locator("[name=look]:checked").focus()
    page.keyboard.press("ArrowRight")
    page.locator("[name=steps-1-frame]:checked").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist .success")).to_be_visible()
    page.get_by_role("link", name="Hip bridge").first.click()
    page.wait_for_load_state()
    chosen = page.locator("input[type=radio]:checked")
    assert chosen.evaluate_all("all => all.slice(0, 4).map(one => one.value)") == [
        "bridge-small",
        "c",
        "0",
        "0",
    ]


@pytest.mark.parametrize("width", [360, 1280])
def test_a_still_is_drawn_in_its_tile(
    editor: Member, new_page: NewPage, sign_in: SignIn, width: int
) -> None:
    """The drawing stands elsewhere on the page: the tile has to find it, in colors."""
    page = new_page(width=width, scheme="dark")
    sign_in(page, editor)
    page.goto("/admin/exercises/exercise/add/", wait_until="networkidle")
    page.locator(".field-figure summary").first.click()
    boxes = page.locator(".still-tiles use").evaluate_all(
        "all => all.map(one => one.getBBox()).map(box => [box.width, box.height])"
    )
    drawn = [box for box in boxes if min(box) > 10]
    assert len(drawn) >= len(MOVEMENTS)
    assert page.evaluate("document.documentElement.scrollWidth") == width
