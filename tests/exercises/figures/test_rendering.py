import gzip
import re
from xml.etree import ElementTree

import pytest

from exercises.figures import (
    LOOKS,
    MOVEMENTS,
    Movement,
    figure_choices,
    figure_keys,
    render_still,
)
from exercises.figures.movement import FINISH, START
from tests.exercises.figures.geometry import circles, holds

STILLS = [(key, frame) for key in MOVEMENTS for frame in (START, FINISH)]
KNOWN_CLASSES = {
    *("xfig", "b", "c", "fig", "xf-far", "skin", "top", "leg", "fill"),
    *("spine", "hair", "nos", "mat", "floor", "arrow", "arrowhead"),
    *("pause", "pausebar", "bun", "thing", "pillow", "rod", "strap", "band"),
    *("ball", "slope", "sun", "wheel", "plate", "speed", "wheel-side"),
    *("nose", "edged", "effort", "tuft", "trace", "path"),
}
LARGEST_STILL = 3 * 1024


@pytest.mark.parametrize(("key", "frame"), STILLS)
def test_every_still_is_well_formed(key: str, frame: int) -> None:
    root = ElementTree.fromstring(render_still(key, frame))  # noqa: S314
    assert root.tag == "svg"


@pytest.mark.parametrize(("key", "frame"), STILLS)
def test_a_still_has_only_classes_that_the_stylesheet_knows(
    key: str, frame: int
) -> None:
    found = re.findall(r'class="([^"]+)"', render_still(key, frame, look="b"))
    assert set(" ".join(found).split()) <= KNOWN_CLASSES


@pytest.mark.parametrize(("key", "frame"), STILLS)
def test_a_still_obeys_the_content_security_policy(key: str, frame: int) -> None:
    svg = render_still(key, frame)
    for banned in ("style", "script", " id=", " on", "href", "url("):
        assert banned not in svg


@pytest.mark.parametrize(("key", "frame"), STILLS)
def test_a_still_is_small(key: str, frame: int) -> None:
    svg = render_still(key, frame, look="b", label="A" * 200)
    assert len(gzip.compress(svg.encode())) <= LARGEST_STILL


@pytest.mark.parametrize("movement", MOVEMENTS.values(), ids=lambda m: m.key)
def test_the_view_holds_the_whole_movement(movement: Movement) -> None:
    boxes = [movement.view, movement.thumbnail or movement.view]
    for share in (0, 0.25, 0.5, 0.75, 1):
        for center, radius in circles(movement, share):
            assert all(holds(box, center, radius) for box in boxes), center


@pytest.mark.parametrize("movement", MOVEMENTS.values(), ids=lambda m: m.key)
def test_the_view_holds_the_arrow(movement: Movement) -> None:
    if movement.arrow is None:
        return
    assert holds(movement.view, movement.arrow.start, 3)
    assert holds(movement.view, movement.arrow.end, 11)


@pytest.mark.parametrize("movement", MOVEMENTS.values(), ids=lambda m: m.key)
def test_words_are_short_sentences(movement: Movement) -> None:
    assert movement.words.title
    for frame in (START, FINISH):
        words = movement.words.position(frame)
        assert words.endswith(".")
        assert all(len(sentence.split()) <= 20 for sentence in words.split(". "))


def test_a_label_is_escaped() -> None:
    svg = render_still("walk", FINISH, label='"><script>')
    assert 'role="img" aria-label="&quot;&gt;&lt;script&gt;"' in svg


def test_without_a_label_a_still_is_silent() -> None:
    assert 'aria-hidden="true"' in render_still("walk", FINISH)


def test_the_arrow_is_on_the_finish_and_can_be_left_out() -> None:
    assert "arrowhead" not in render_still("bridge", START)
    assert "arrowhead" in render_still("bridge", FINISH)
    assert "arrowhead" not in render_still("bridge", FINISH, arrow=False)


def test_a_thumbnail_is_a_tighter_view() -> None:
    assert 'viewBox="30 100 340 152"' in render_still("bridge", FINISH, crop=True)
    assert 'viewBox="96 -78 230 330"' in render_still("walk", FINISH, crop=True)


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_is_a_class(look: str) -> None:
    classes = f"xfig {look}".rstrip()
    svg = render_still("walk", FINISH, look=look)
    assert svg.startswith(f'<svg class="{classes}" ')


def test_an_unknown_look_is_refused() -> None:
    with pytest.raises(ValueError, match="There is no look 'z'"):
        render_still("walk", FINISH, look="z")


def test_choices_name_every_key() -> None:
    assert [key for key, _ in figure_choices()] == figure_keys()
    assert ("press-up", "Lying press-up") in figure_choices()
