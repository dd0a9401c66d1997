"""Every public page: accessible, never too wide, quiet, and asking nobody else."""

import pytest

from tests.browser.axe import axe_violations_in_both_schemes, sideways_scroll
from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser

ADDRESSES = [
    "/",
    "/guides/sciatica/",
    "/exercises/",
    "/exercises/?stage=calm&gear=chair",
    "/exercises/?q=press&position=standing",
    "/exercises/lying-press-up/",
    "/programs/",
    "/programs/sciatica-12-weeks/",
    "/programs/sciatica-12-weeks/sheet/",
    "/references/",
    "/references/george2021/",
    "/coverage/",
    "/coverage/?q=harbor",
    "/coverage/?q=zzzz",
    "/coverage/?q=harbr",
    "/coverage/ask/",
    "/coverage/harbor-lane-bakery/",
    "/coverage/blue-heron-health-plan/",
    "/coverage/blue-heron-health-plan/?plan=other",
    "/coverage/marrowfield-dairy-cooperative/",
    "/join/",
    "/what-sponsors-see/",
    "/privacy/",
    "/accessibility/",
    "/help/",
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
]
NOT_FOUND = "/no-such-page/"
FILLS = "shirts => [...new Set(shirts.map((one) => getComputedStyle(one).fill))]"
WHITE = "rgb(255, 255, 255)"


@pytest.mark.parametrize("address", [*ADDRESSES, NOT_FOUND])
def test_a_public_page_is_accessible_and_fits(address: str, new_page: NewPage) -> None:
    missing = address == NOT_FOUND
    page = new_page(
        width=320,
        reduced_motion="no-preference",
        allowed=(404,) if missing else (),
    )
    response = page.goto(address)
    assert response is not None
    assert response.status == (404 if missing else 200)
    assert sideways_scroll(page) == []
    assert axe_violations_in_both_schemes(page) == []


@pytest.mark.parametrize("address", ["/", "/exercises/lying-press-up/"])
def test_a_public_page_stands_in_forced_colors(address: str, new_page: NewPage) -> None:
    page = new_page(width=320, forced_colors="active", reduced_motion="reduce")
    page.goto(address)
    assert sideways_scroll(page) == []
    assert page.locator(".xfig .top:not(.xf-far)").evaluate_all(FILLS) == [WHITE]


@pytest.mark.parametrize("address", ["/coverage/?q=harbor", "/exercises/"])
def test_a_public_page_works_without_scripts(address: str, new_page: NewPage) -> None:
    page = new_page(scripts=False)
    page.goto(address)
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("main").get_by_role("link").count() > 0
