"""One picture of all figures, as `make figures` takes it: docs/img/figures.png."""

from html import escape
from itertools import cycle
from pathlib import Path

from playwright.sync_api import sync_playwright

from exercises.figures import (
    FINISH,
    LOOKS,
    MOVEMENTS,
    START,
    render_filmstrip,
    render_still,
)
from tests.browser.chromium import launch

ROOT = Path(__file__).resolve().parent.parent
STYLES = ROOT / "portal/static/portal/css"
SHEET = ROOT / "docs/img/figures.png"
WIDTH = 1500
LAYOUT = """
body { margin: 24px; background: var(--paper); color: var(--ink); }
main { display: grid; grid-template-columns: repeat(3, 1fr); gap: 20px; }
section { padding: 12px; border-radius: 14px; background: var(--card); }
h2 { margin: 0; font-size: 17px; }
div { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 10px; }
code { color: var(--ink2); font-size: 14px; font-weight: 400; }
div .xfig { max-block-size: 190px; }
section > .xfig { max-block-size: 110px; margin-block-start: 10px; }
"""


def page() -> str:
    names = ("tokens", "base", "figures")
    styles = "".join((STYLES / f"{name}.css").read_text() for name in names)
    cells = "".join(map(cell, MOVEMENTS, cycle(LOOKS)))
    head = f'<meta charset="utf-8"><style>{styles}{LAYOUT}</style>'
    return f'<!doctype html><html lang="en">{head}<main>{cells}</main></html>'


def cell(key: str, look: str) -> str:
    movement = MOVEMENTS[key]
    frames = (START, FINISH) if movement.moves else (START,)
    stills = "".join(render_still(key, frame, look=look) for frame in frames)
    title = f"<h2>{escape(movement.words.title)} <code>{key}</code></h2>"
    strip = render_filmstrip(key, look=look) if movement.moves else ""
    return f"<section>{title}<div>{stills}</div>{strip}</section>"


def main() -> None:
    SHEET.parent.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        sheet = browser.new_page(viewport={"width": WIDTH, "height": 900})
        sheet.set_content(page())
        sheet.screenshot(path=SHEET, full_page=True)
        browser.close()


if __name__ == "__main__":
    main()
