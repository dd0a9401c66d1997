"""What every page must pass: axe-core, and no sideways scroll."""

from collections.abc import Sequence
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
TOO_WIDE = """() => {
    const room = document.documentElement.clientWidth;
    const scrolls = document.documentElement.scrollWidth > room;
    const says = (element) => [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const mayScroll = (element) => element && (
        /auto|scroll/.test(getComputedStyle(element).overflowX)
        || mayScroll(element.parentElement));
    return [...document.querySelectorAll("body *")]
        .filter((element) => element.getBoundingClientRect().right > room + 1)
        .filter((element) => scrolls || (says(element) && !mayScroll(element)))
        .map((element) => element.cloneNode(false).outerHTML.slice(0, 160));
}"""
DOUBLE_THE_TEXT = "() => { document.documentElement.style.fontSize = '200%'; }"
NORMAL_TEXT = "() => { document.documentElement.style.fontSize = ''; }"


def axe_violations(page: Page, *, leave_out: Sequence[str] = ()) -> list[str]:
    """One line for each element that breaks a rule, empty when the page is clean."""
    context = {"exclude": [[selector] for selector in leave_out]}
    response = Axe().run(page, context=context, options=OPTIONS).response
    return [
        line(violation, node)
        for violation in response["violations"]
        for node in violation["nodes"]
    ]


def line(violation: dict[str, Any], node: dict[str, Any]) -> str:
    where = " ".join(str(part) for part in node["target"])
    why = " ".join(node["failureSummary"].split())
    return f"{violation['id']} at {where}: {why}"


COLORS_HAVE_CHANGED = """() => Promise.all(
  document.getAnimations()
    .filter((each) => each instanceof CSSTransition && each.playState === "running")
    .map((each) => each.finished.catch(() => null))
)"""


def axe_violations_in_both_schemes(
    page: Page, *, leave_out: Sequence[str] = (), settle: int = 0
) -> list[str]:
    """`settle`: milliseconds until a page starts to change its colors."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_timeout(settle)
        page.evaluate(COLORS_HAVE_CHANGED)
        lines = axe_violations(page, leave_out=leave_out)
        found += [f"{scheme}: {violation}" for violation in lines]
    return found


def sideways_scroll(page: Page, *, width: int = 320) -> list[str]:
    """What is too wide, at usual and at doubled text size: it scrolls or is cut off."""
    page.set_viewport_size({"width": width, "height": 800})
    usual = page.evaluate(TOO_WIDE)
    page.evaluate(DOUBLE_THE_TEXT)
    doubled = page.evaluate(TOO_WIDE)
    page.evaluate(NORMAL_TEXT)
    return [f"100 %: {tag}" for tag in usual] + [f"200 %: {tag}" for tag in doubled]
