"""What every page must pass: axe-core, and no sideways scroll."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
WIDER_THAN_THE_PAGE = """() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll("body *")]
        .filter((element) => element.getBoundingClientRect().right > room + 1)
        .map((element) => element.cloneNode(false).outerHTML.slice(0, 160));
}"""
DOUBLE_THE_TEXT = "() => { document.documentElement.style.fontSize = '200%'; }"
NORMAL_TEXT = "() => { document.documentElement.style.fontSize = ''; }"


def axe_violations(page: Page) -> list[str]:
    """One line for each element that breaks a rule, empty when the page is clean."""
    response = Axe().run(page, options=OPTIONS).response
    return [
        line(violation, node)
        for violation in response["violations"]
        for node in violation["nodes"]
    ]


def line(violation: dict[str, Any], node: dict[str, Any]) -> str:
    where = " ".join(str(part) for part in node["target"])
    why = " ".join(node["failureSummary"].split())
    return f"{violation['id']} at {where}: {why}"


def axe_violations_in_both_schemes(page: Page) -> list[str]:
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # a literal
        found += [f"{scheme}: {violation}" for violation in axe_violations(page)]
    return found


def sideways_scroll(page: Page, *, width: int = 320) -> list[str]:
    """What is wider than the page, at usual and at doubled text size."""
    page.set_viewport_size({"width": width, "height": 800})
    usual = page.evaluate(WIDER_THAN_THE_PAGE)
    page.evaluate(DOUBLE_THE_TEXT)
    doubled = page.evaluate(WIDER_THAN_THE_PAGE)
    page.evaluate(NORMAL_TEXT)
    return [f"100 %: {tag}" for tag in usual] + [f"200 %: {tag}" for tag in doubled]
