"""The net itself: what must fail a browser test does."""

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from portal.accounts.models import Member
from tests.browser.axe import axe_violations, sideways_scroll
from tests.browser.conftest import NewPage, SignIn
from tests.browser.watching import Watch

pytestmark = pytest.mark.browser

INLINE_STYLE = "document.body.setAttribute('style', 'color: red')"
OUTSIDE = "fetch('https://example.org/').catch(() => {})"
WIDE_IMAGE = """() => {
    const image = new Image();
    image.style.cssText = "min-width: 900px; height: 9px";
    document.querySelector("main").append(image);
}"""
THROWN = "setTimeout(() => { throw new Error('broken') })"


@pytest.mark.parametrize(
    ("script", "complaint"),
    [
        (INLINE_STYLE, "Content Security Policy"),
        (OUTSIDE, "Content Security Policy"),
        (THROWN, "script: broken"),
        ("console.error('loud')", "console: loud"),
    ],
)
def test_a_complaint_is_heard(
    script: str, complaint: str, browser: Browser, live_server: LiveServer
) -> None:
    page = browser.new_page()
    watch = Watch(page, live_server.url, ())
    page.goto(f"{live_server.url}/help/")
    page.evaluate(script)
    page.wait_for_timeout(50)
    heard = watch.settled()
    page.close()
    assert any(complaint in line for line in heard)


def test_a_status_is_a_complaint_unless_it_is_expected(
    browser: Browser, live_server: LiveServer
) -> None:
    page = browser.new_page()
    strict = Watch(page, live_server.url, ())
    lenient = Watch(page, live_server.url, (404,))
    page.goto(f"{live_server.url}/no-such-page/")
    heard = strict.settled(), lenient.settled()
    page.close()
    assert len(heard[0]) == 1
    assert heard[1] == []


def test_a_session_cookie_signs_in(
    ada: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page()
    sign_in(page, ada)
    page.goto("/accounts/email/")
    assert "ada@example.org" in page.get_by_role("main").inner_text()


def test_what_axe_and_the_ruler_are_for_is_found(new_page: NewPage) -> None:
    page = new_page(width=320)
    page.goto("/help/")
    page.evaluate(WIDE_IMAGE)
    assert any(line.startswith("image-alt at img") for line in axe_violations(page))
    assert any("<img" in line for line in sideways_scroll(page))
