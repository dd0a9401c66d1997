"""What the controls of a page hold, as a browser would send it."""

from collections import defaultdict
from html.parser import HTMLParser
from typing import override


class Controls(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.values: defaultdict[str, list[str]] = defaultdict(list)
        self.inside = ""

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("textarea", "select"):
            self.inside = given.get("name", "")
        elif tag == "input" and given.get("name"):
            self.note_input(given)
        elif tag == "option" and "selected" in given:
            self.values[self.inside].append(given.get("value", ""))

    def note_input(self, given: dict[str, str]) -> None:
        is_choice = given.get("type") in ("checkbox", "radio")
        if not is_choice or "checked" in given:
            self.values[given["name"]].append(given.get("value", "on"))

    @override
    def handle_data(self, data: str) -> None:
        if self.lasttag == "textarea" and self.inside:
            self.values[self.inside].append(
                data.removeprefix("\n").removeprefix("\r\n")
            )

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in ("textarea", "select"):
            self.inside = ""


def filled(html: bytes) -> dict[str, list[str]]:
    controls = Controls()
    controls.feed(html.decode())
    return dict(controls.values)
