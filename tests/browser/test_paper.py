"""What comes out of the printer: whole, black on white, on A4 and on Letter."""

import re
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser

PAPER = {"A4": (210, 297), "Letter": (216, 279)}
MARGIN = 12
PX_A_MM = 96 / 25.4
LEAF = re.compile(rb"/Type\s*/Page\b")
EXERCISES = ["lying-press-up", "walking", "nerve-slider", "hamstring-stretch"]
SHEET = "/programs/sciatica-12-weeks/sheet/"

WIDER = """() => [...document.querySelectorAll("main *")]
  .filter((one) => !one.closest(".vh, svg"))
  .filter((one) => one.getBoundingClientRect().right
    > document.documentElement.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 80))"""
CUT = """() => [...document.querySelectorAll("main *")]
  .filter((one) => !one.closest(".vh, svg") && one.checkVisibility())
  .filter((one) => getComputedStyle(one).overflow !== "visible")
  .filter((one) => one.scrollHeight > one.clientHeight + 1
    || one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 80))"""
TALL = """() => [...document.querySelectorAll("main figure, main svg.xfig, .howto, .given li")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.getBoundingClientRect().height,
    getComputedStyle(one.closest("figure, .howto, li, .xcard") ?? one).breakInside])"""
INKS = """() => [...document.querySelectorAll("main :is(h1,h2,h3,p,li,dd,td,th)")]
  .filter((one) => one.checkVisibility() && one.textContent.trim())
  .map((one) => getComputedStyle(one).color)"""


@dataclass(frozen=True)
class Print:
    pages: int
    wider: list[str]
    cut: list[str]
    tall: list[tuple[float, str]]
    inks: set[str]
    background: str


def printed(page: Page, address: str, paper: str) -> Print:
    """Laid out as wide as the paper between its margins, and printed."""
    page.goto(address)
    page.emulate_media(media="print")
    width = round((PAPER[paper][0] - 2 * (MARGIN + 1)) * PX_A_MM)
    page.set_viewport_size({"width": width, "height": 1000})
    pdf: Any = page.pdf(format=paper)
    return Print(
        pages=len(LEAF.findall(pdf)),
        wider=page.evaluate(WIDER),
        cut=page.evaluate(CUT),
        tall=[(height, rule) for height, rule in page.evaluate(TALL)],
        inks=set(page.evaluate(INKS)),
        background=page.evaluate("getComputedStyle(document.body).backgroundColor"),
    )


def is_whole(paper: Print, name: str) -> None:
    assert paper.wider == []
    assert paper.cut == []
    room = (PAPER[name][1] - 2 * MARGIN) * PX_A_MM
    assert [one for one in paper.tall if one[0] > room or one[1] != "avoid"] == []
    assert paper.inks == {"rgb(0, 0, 0)"}
    assert paper.background in {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("slug", EXERCISES)
def test_an_exercise_fits_on_2_pages(new_page: NewPage, slug: str, paper: str) -> None:
    page = new_page(scheme="dark")
    out = printed(page, f"/exercises/{slug}/", paper)
    is_whole(out, paper)
    assert out.pages == 2
    for words in ("How much", "Stop if:", "Evidence", f"/exercises/{slug}/. As it"):
        assert page.get_by_text(words).first.is_visible()
    assert not page.get_by_text("Do this as part of a program").is_visible()
    assert not page.get_by_role("banner").is_visible()


@pytest.mark.parametrize("paper", PAPER)
def test_a_program_fits_on_11_pages(new_page: NewPage, paper: str) -> None:
    page = new_page(scheme="dark")
    out = printed(page, SHEET, paper)
    is_whole(out, paper)
    assert out.pages <= 11
    assert page.locator(".howto").count() == 18
    assert page.locator(".howto:not(:has(svg))").count() == 0
    assert page.locator(".howto:not(:has(ol)), .howto:not(:has(b))").count() == 0


def test_the_guide_prints_whole(new_page: NewPage) -> None:
    out = printed(new_page(scheme="dark"), "/guides/sciatica/", "A4")
    assert out.wider == []
    assert out.pages > 3
