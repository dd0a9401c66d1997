"""Questions for fresh eyes: whose stills are these? As `make blind` writes them.

screens/blind/ holds pictures without names, each with five answers to choose from.
screens/blind-answers.json says which one is right; whoever is asked must not see it.
SEED=7 asks in the same order again.
"""

import json
import os
import random
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from exercises.figures import FINISH, LOOKS, MOVEMENTS, START, render_still
from tests.blind.glosses import gloss
from tests.blind.look_alikes import LOOK_ALIKES
from tests.browser.chromium import launch

ROOT = Path(__file__).resolve().parent.parent.parent
STYLES = ROOT / "portal/static/portal/css"
QUESTIONS = ROOT / "screens/blind"
ANSWERS = ROOT / "screens/blind-answers.json"
LAYOUT = """
body { margin: 0; padding: 16px; background: var(--paper); }
.xfig { --xedge: var(--halo); background: var(--halo); margin-block-end: 12px; }
"""
WIDTH = 360
LETTERS = "ABCDE"


@dataclass(frozen=True)
class Question:
    number: int
    key: str
    choices: list[str]

    @property
    def right(self) -> str:
        return LETTERS[self.choices.index(self.key)]

    @property
    def name(self) -> str:
        return f"{self.number:02}"

    def text(self) -> str:
        rows = [f"{a}) {answer(b)}" for a, b in zip(LETTERS, self.choices, strict=True)]
        pictures = "The picture shows" if is_held(self.key) else "Start and finish of"
        return "\n".join([f"{self.name}.png: {pictures} one movement.", *rows, ""])


def answer(key: str) -> str:
    return f"{title(key)}: {gloss(key)}"


def title(key: str) -> str:
    if key not in MOVEMENTS:
        return key
    return MOVEMENTS[key].words.title.removeprefix("Pause: ").capitalize()


def is_held(key: str) -> bool:
    return not MOVEMENTS[key].moves


def questions(keys: list[str], chance: random.Random) -> list[Question]:
    keys = chance.sample(keys, len(keys))
    return [
        Question(number, key, mixed(key, chance))
        for number, key in enumerate(keys, start=1)
    ]


def mixed(key: str, chance: random.Random) -> list[str]:
    return chance.sample((key, *LOOK_ALIKES[key]), 5)


def page(key: str, look: str) -> str:
    names = ("tokens", "base", "figures")
    styles = "".join((STYLES / f"{name}.css").read_text() for name in names)
    frames = (START,) if is_held(key) else (START, FINISH)
    stills = "".join(render_still(key, frame, look=look) for frame in frames)
    head = f'<meta charset="utf-8"><style>{styles}{LAYOUT}</style>'
    return f'<!doctype html><html lang="en">{head}<body>{stills}</body></html>'


def chosen(named: list[str]) -> list[str]:
    known = [key for key in MOVEMENTS if key in LOOK_ALIKES]
    unknown = [key for key in MOVEMENTS if key not in LOOK_ALIKES]
    if unknown:
        print("Without look-alikes, so left out:", ", ".join(unknown))  # noqa: T201
    return [key for key in known if not named or key in named]


def main(named: list[str]) -> None:
    seed = os.environ.get("SEED") or random.SystemRandom().randrange(1_000_000)
    chance = random.Random(seed)  # noqa: S311  # mixes questions, keeps no secret
    asked = questions(chosen(named), chance)
    shutil.rmtree(QUESTIONS, ignore_errors=True)
    QUESTIONS.mkdir(parents=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        sheet = browser.new_page(viewport={"width": WIDTH, "height": 200})
        for question in asked:
            sheet.set_content(page(question.key, chance.choice(LOOKS)))
            path = QUESTIONS / f"{question.name}.png"
            sheet.screenshot(path=path, full_page=True)
        browser.close()
    texts = "\n".join(question.text() for question in asked)
    (QUESTIONS / "questions.txt").write_text(texts)
    answers = {each.name: {"right": each.right, "figure": each.key} for each in asked}
    ANSWERS.write_text(json.dumps(answers, indent=1))
    print(f"{len(asked)} questions in {QUESTIONS.relative_to(ROOT)}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
