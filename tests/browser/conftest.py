"""A real browser on a real server, over a database that is put back each time.

Each test starts with the content and the sponsors that the product ships. `new_page`
opens a page, `sign_in` gives it a member's session. A page that complains fails its
test.
"""

import io
import os
import threading
from collections.abc import Callable, Iterator
from typing import Literal, Protocol

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from portal.accounts.models import Member
from tests.browser.chromium import launch
from tests.browser.snapshot import Snapshot
from tests.browser.watching import Watch

# Playwright's own event loop runs in this thread, and Django takes it for async code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

type SignIn = Callable[[Page, Member], None]


class NewPage(Protocol):
    def __call__(
        self,
        *,
        width: int = 360,
        height: int = 800,
        scheme: Literal["light", "dark"] = "light",
        scripts: bool = True,
        forced_colors: Literal["active", "none"] = "none",
        reduced_motion: Literal["reduce", "no-preference"] = "reduce",
        touch: bool = False,
        allowed: tuple[int, ...] = (),
    ) -> Page:
        """`allowed`: statuses, such as 404 or 422, that this test expects.

        Motion is reduced unless a test asks for it: a script clicks faster than a
        page change fades, and Chromium then notes an aborted transition as an error.
        """


@pytest.fixture(scope="session")
def pristine(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Snapshot]:
    with django_db_blocker.unblock():
        snapshot = Snapshot()
    yield snapshot
    snapshot.close()


@pytest.fixture(scope="session")
def shipped(
    pristine: Snapshot, django_db_blocker: DjangoDbBlocker
) -> Iterator[Snapshot]:
    with django_db_blocker.unblock():
        call_command("load_content", verbosity=0, stdout=io.StringIO())
        call_command("load_sponsors", verbosity=0, stdout=io.StringIO())
        snapshot = Snapshot()
        pristine.restore()
    yield snapshot
    snapshot.close()


@pytest.fixture
def transactional_db(
    pristine: Snapshot, shipped: Snapshot, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Instead of pytest-django's, whose flush loses the rows that migrations made."""
    with django_db_blocker.unblock():
        shipped.restore()
        yield
        pristine.restore()


@pytest.fixture
def db(transactional_db: None) -> None:
    """The server has its own connections, so a test's rows are committed."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser, live_server: LiveServer) -> Iterator[NewPage]:
    contexts: list[BrowserContext] = []
    watches: list[Watch] = []

    def new_page(
        *,
        width: int = 360,
        height: int = 800,
        scheme: Literal["light", "dark"] = "light",
        scripts: bool = True,
        forced_colors: Literal["active", "none"] = "none",
        reduced_motion: Literal["reduce", "no-preference"] = "reduce",
        touch: bool = False,
        allowed: tuple[int, ...] = (),
    ) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=scripts,
            forced_colors=forced_colors,
            reduced_motion=reduced_motion,
            has_touch=touch,
        )
        contexts.append(context)
        page = context.new_page()
        watches.append(Watch(page, live_server.url, allowed))
        return page

    yield new_page
    complaints = [line for watch in watches for line in watch.settled()]
    for context in contexts:
        context.close()
    let_go()
    assert not complaints, "\n".join(complaints)


def let_go() -> None:
    """Ends what the server still does for closed pages, before its database goes."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=5)


@pytest.fixture
def sign_in(live_server: LiveServer) -> SignIn:
    def sign_in(page: Page, member: Member) -> None:
        client = Client()
        client.force_login(member)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies(
            [
                {
                    "name": name,
                    "value": client.cookies[name].value,
                    "url": live_server.url,
                }
            ]
        )

    return sign_in
