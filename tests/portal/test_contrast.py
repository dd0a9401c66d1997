"""Text and signs are readable: each pair of colors that meet on a page."""

import itertools
import re
from pathlib import Path

import pytest

from tests.portal.oklch import Color, contrast

TOKENS = Path("portal/static/portal/css/tokens.css").read_text()
BODY, TEXT, SIGN = 7.0, 4.5, 3.0
GROUNDS = ("paper", "card", "sunken")
INKS = ("ink", "ink2", "link", "visited", "urgent", "good", "caution")
SOFT = ("brand_soft", "good_soft", "caution_soft", "urgent_soft")
PAIRS = [
    *[(ink, ground, BODY) for ink in INKS for ground in GROUNDS],
    *[("ink", ground, BODY) for ground in SOFT],
    ("on_brand", "brand", BODY),
    ("on_brand", "brand_hi", BODY),
    ("brand_soft_ink", "brand_soft", BODY),
    ("on_urgent", "urgent", BODY),
    ("on_emergency", "emergency", BODY),
    ("focus_ink", "focus", BODY),
    ("good", "good_soft", TEXT),
    ("caution", "caution_soft", TEXT),
    ("urgent", "urgent_soft", TEXT),
    ("ink2", "brand_soft", TEXT),
    ("link", "brand_soft", TEXT),
    ("link", "caution_soft", TEXT),
    ("ink2", "band", TEXT),
    ("ink", "same", TEXT),
    ("on_seg", "after", TEXT),
    ("on_seg", "before", TEXT),
    *[(f"on_z{zone}", f"z{zone}", TEXT) for zone in range(1, 7)],
    *[("edge", ground, SIGN) for ground in GROUNDS],
    *[("brand", ground, SIGN) for ground in GROUNDS],
    *[
        (line, ground, SIGN)
        for line in ("before", "after")
        for ground in ("card", "band")
    ],
    *[(part, ground, SIGN) for part in ("top", "leg") for ground in ("card", "paper")],
    ("arrow", "card", SIGN),
    ("spine", "top", SIGN),
]


def colors(block: str) -> dict[str, Color]:
    found = re.findall(r"--(\w+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);", block)
    return {name: Color(*(float(part) for part in parts)) for name, *parts in found}


def themes() -> dict[str, dict[str, Color]]:
    """The light colors, the dark ones, and the dark ones that a person chose."""
    light, dark, chosen = re.split(r"@media screen", TOKENS)
    return {"light": colors(light), "dark": colors(dark), "chosen": colors(chosen)}


THEMES = themes()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_colors_that_meet_can_be_told_apart(
    theme: str, front: str, back: str, least: float
) -> None:
    named = THEMES[theme]
    assert contrast(named[front], named[back]) >= least


@pytest.mark.parametrize(
    ("theme", "ring", "ground"),
    [
        ("light", "focus_ink", "paper"),
        ("dark", "focus", "paper"),
        ("dark", "focus", "card"),
    ],
)
def test_the_ring_of_focus_stands_out(theme: str, ring: str, ground: str) -> None:
    named = THEMES[theme]
    assert contrast(named[ring], named[ground]) >= SIGN


def test_both_ways_into_dark_give_the_same_colors() -> None:
    assert THEMES["dark"] == THEMES["chosen"]


def test_dark_leaves_out_no_color() -> None:
    assert THEMES["dark"].keys() == THEMES["light"].keys()


def test_black_on_white_is_21() -> None:
    assert contrast(Color(0, 0, 0), Color(1, 0, 0)) == pytest.approx(21, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_step_down_the_leg_is_darker(theme: str) -> None:
    steps = [THEMES[theme][f"z{zone}"].lightness for zone in range(1, 7)]
    assert all(upper - lower >= 0.09 for upper, lower in itertools.pairwise(steps))
