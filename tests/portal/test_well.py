import re

import pytest
from django.template import Context, Template
from django.utils.translation import override

from portal.well import BIG, SMALL, Well

WELLS = [BIG, SMALL]


def rendered(tag: str) -> str:
    return Template("{% load well %}{% " + tag + " %}").render(Context())


@pytest.mark.parametrize("well", WELLS)
def test_six_steps_go_down_to_the_left(well: Well) -> None:
    corners = [well.corner(index) for index in range(6)]
    assert [step.number for step in well.steps] == [1, 2, 3, 4, 5, 6]
    assert sorted(corners, key=lambda corner: corner.y) == corners
    assert sorted(corners, key=lambda corner: -corner.x) == corners


@pytest.mark.parametrize("well", WELLS)
def test_the_water_covers_the_foot_of_the_last_step(well: Well) -> None:
    assert well.corner(5).y < well.water_top < well.corner(5).y + well.rise
    assert well.water_top < well.height


@pytest.mark.parametrize("well", WELLS)
def test_the_nerve_ends_at_the_dot_on_the_knee(well: Well) -> None:
    knee = well.corner(3)
    assert well.stop.y == knee.y
    assert knee.x < well.stop.x < well.corner(2).x
    assert well.nerve.endswith(f"H{well.dot['cx']}")


@pytest.mark.parametrize("tag", ["well_big", "well_small"])
def test_the_picture_names_its_steps_in_order(tag: str) -> None:
    names = re.findall(r'<text class="on\d"[^>]*>([^<]+)<', rendered(tag))
    assert names == ["Lower back", "Buttock", "Thigh", "Knee", "Lower leg", "Foot"]


@pytest.mark.parametrize("tag", ["well_big", "well_small"])
def test_the_picture_describes_itself(tag: str) -> None:
    svg = rendered(tag)
    assert svg.count('role="img" aria-label="A drawing: a person doing') == 1
    for banned in ("style", "<script", " id=", "href"):
        assert banned not in svg


def test_only_the_big_picture_has_a_caption() -> None:
    assert "as far as the knee" in rendered("well_big")
    assert "as far as the knee" not in rendered("well_small")


def test_numbers_are_the_same_in_every_language() -> None:
    with override("de"):
        german = re.findall(r' d="([^"]+)"', rendered("well_big"))
    assert german == re.findall(r' d="([^"]+)"', rendered("well_big"))
