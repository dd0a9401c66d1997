"""Pictures of the main pages, as `make screens` takes them, in the folder screens/."""

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import launch

ROOT = Path(__file__).resolve().parent.parent
SCREENS = ROOT / "screens"
WIDTHS = (360, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
ADA = "ada@demo.example"
PUBLIC = {
    "home": "/",
    "guide": "/guides/sciatica/",
    "exercises": "/exercises/",
    "exercise": "/exercises/lying-press-up/",
    "program": "/programs/sciatica-12-weeks/",
    "references": "/references/",
    "coverage": "/coverage/?q=harbor",
    "coverage-none": "/coverage/?q=harbr+lame",
    "sponsor": "/coverage/harbor-lane-bakery/",
    "sponsor-plans": "/coverage/blue-heron-health-plan/",
    "what-sponsors-see": "/what-sponsors-see/",
    "help": "/help/",
    "sign-in": "/accounts/login/",
    "sign-up": "/accounts/signup/",
    "not-found": "/no-such-page/",
}
MEMBER = {
    "today": "/today/",
    "sessions": "/sessions/",
    "check-in": "/check-in/",
    "safety": "/safety/",
    "progress": "/progress/",
    "me": "/me/",
}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def demo() -> Iterator[tuple[str, str]]:
    """The demo's address and ada's password, on a database of its own."""
    port = str(free_port())
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(  # noqa: S603  # the words are this file's own
            ["/bin/sh", ".ci/demo.sh", "--port", port],
            cwd=ROOT,
            env={**os.environ, "DEMO_DIR": folder},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            secret = password(server)
            wait_for(int(port))
            yield f"http://127.0.0.1:{port}", secret
        finally:
            server.terminate()
            server.wait()


def wait_for(port: int) -> None:
    for _attempt in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("The demo does not answer.")


def password(server: subprocess.Popen[str]) -> str:
    found = ""
    for line in server.stdout or ():
        if ADA in line:
            found = line.split()[-1]
        if line.startswith("Stop it"):
            return found
    raise SystemExit("The demo did not start.")


def sign_in(page: Page, secret: str) -> None:
    page.goto("/accounts/login/")
    page.get_by_role("textbox", name="mail").fill(ADA)
    page.locator("input[type=password]").fill(secret)
    page.get_by_role("main").locator("button[type=submit]").click()
    page.wait_for_url("**/today/")


def take(browser: Browser, site: str, secret: str) -> None:
    for width, scheme in product(WIDTHS, SCHEMES):
        context = browser.new_context(
            base_url=site,
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        page = context.new_page()
        pictures(page, PUBLIC, f"{width}-{scheme}")
        sign_in(page, secret)
        pictures(page, MEMBER, f"{width}-{scheme}")
        context.close()


def pictures(page: Page, addresses: dict[str, str], suffix: str) -> None:
    for name, address in addresses.items():
        page.goto(address)
        page.screenshot(path=SCREENS / f"{name}-{suffix}.png", full_page=True)


def main() -> None:
    SCREENS.mkdir(exist_ok=True)
    with sync_playwright() as playwright, demo() as (site, secret):
        browser = launch(playwright)
        take(browser, site, secret)
        browser.close()


if __name__ == "__main__":
    main()
