"""Hears all that a page complains about, and every request that leaves the site."""

from collections.abc import Collection
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request

NOISY = {"error", "warning", "assert"}  # a CSP violation is a console error


def origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


class Watch:
    def __init__(self, page: Page, site: str, allowed: Collection[int]) -> None:
        self.page = page
        self.site = origin(site)
        self.allowed = tuple(f"status of {status} (" for status in allowed)
        self.complaints: list[str] = []
        page.on("console", self.hear)
        page.on("pageerror", self.note_error)
        page.on("request", self.note_request)

    def hear(self, message: ConsoleMessage) -> None:
        if message.type not in NOISY or self.is_allowed(message.text):
            return
        self.complaints.append(f"console: {message.text}")

    def is_allowed(self, text: str) -> bool:
        failed = text.startswith("Failed to load resource")
        return failed and any(status in text for status in self.allowed)

    def note_error(self, error: Error) -> None:
        self.complaints.append(f"script: {error.message}")

    def note_request(self, request: Request) -> None:
        if origin(request.url) != self.site:
            self.complaints.append(f"outside request: {request.url}")

    def settled(self) -> list[str]:
        """The complaints, once those still on their way have arrived."""
        if not self.page.is_closed():
            self.page.title()
        return self.complaints
