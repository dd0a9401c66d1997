"""The moving picture: a flipbook that the stylesheet turns."""

import gzip
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.template import Context, Template

from exercises.figures import MOVEMENTS, START, render_animation, render_filmstrip
from exercises.figures.flipbook import FRAMES, layers, one_frame
from exercises.figures.movement import FINISH
from exercises.figures.rendering import render_still

LARGEST_ANIMATION = 16 * 1024
MOTION = Path("portal/static/portal/css/motion.css").read_text()
MOVING = [key for key, movement in MOVEMENTS.items() if movement.moves]


def frames_in(svg: str) -> set[str]:
    return set(re.findall(r'class="f f(\d)"', svg))


@pytest.mark.parametrize("key", MOVING)
def test_an_animation_is_well_formed_and_small(key: str) -> None:
    svg = render_animation(key, look="b", label="A" * 200)
    assert ElementTree.fromstring(svg).tag == "svg"  # noqa: S314
    assert len(gzip.compress(svg.encode())) <= LARGEST_ANIMATION


@pytest.mark.parametrize("key", MOVING)
def test_an_animation_obeys_the_content_security_policy(key: str) -> None:
    svg = render_animation(key)
    for banned in ("style", "script", " id=", " on", "href", "url(", "<animate"):
        assert banned not in svg


@pytest.mark.parametrize("key", MOVING)
def test_an_animation_has_all_its_frames(key: str) -> None:
    count = FRAMES - 1 if MOVEMENTS[key].cycle else FRAMES
    assert frames_in(render_animation(key)) == {str(index) for index in range(count)}


def test_a_movement_that_is_held_has_no_animation() -> None:
    assert render_animation("prone-lying") == ""


def test_what_stays_the_same_is_drawn_once() -> None:
    svg = render_animation("heel-slide")
    assert svg.count('class="hair"') == 1
    assert svg.count('class="mat"') == 1


def test_one_frame_of_the_layers_is_a_whole_body() -> None:
    drawing = layers(MOVEMENTS["bridge"])
    for index in range(FRAMES):
        frame = one_frame(drawing, index)
        assert frame.count("<path") == one_frame(drawing, 0).count("<path")
        assert "<g" not in frame


def test_a_still_is_the_first_or_last_frame() -> None:
    drawing = layers(MOVEMENTS["bridge"])
    assert one_frame(drawing, 0) in render_still("bridge", START)
    assert one_frame(drawing, FRAMES - 1) in render_still("bridge", FINISH)


def test_a_cycle_has_its_finish_half_way() -> None:
    drawing = layers(MOVEMENTS["walk"])
    assert one_frame(drawing, FRAMES // 2) in render_still("walk", FINISH)


def test_a_filmstrip_shows_5_positions_side_by_side() -> None:
    strip = render_filmstrip("bridge")
    assert strip.count("translate(") == 5
    assert 'viewBox="30 92 1700 160"' in strip
    assert render_filmstrip("prone-lying").count("translate(") == 1


@pytest.mark.parametrize("index", range(FRAMES))
def test_the_stylesheet_knows_every_frame(index: int) -> None:
    assert f"@keyframes frame-{index} " in MOTION
    assert f".f{index} {{ animation-name: frame-{index}; }}" in MOTION


def test_each_moment_of_the_flipbook_shows_one_frame() -> None:
    shown = sorted(
        window for index in range(FRAMES) for window in windows(keyframes(index))
    )
    assert shown[0][0] == 0
    assert shown[-1][1] == 100
    ends, starts = [end for _, end in shown[:-1]], [start for start, _ in shown[1:]]
    assert ends == starts


def keyframes(index: int) -> str:
    found = re.search(rf"@keyframes frame-{index} {{(.*?)\n}}", MOTION, re.DOTALL)
    assert found
    return found[1]


def windows(rule: str) -> list[tuple[float, float]]:
    """From when to when a frame is visible."""
    moments = sorted(
        (float(moment), value)
        for moments, value in re.findall(r"(.*) { visibility: (\w+); }", rule)
        for moment in re.findall(r"([\d.]+)%", moments)
    )
    ends = [moment for moment, value in moments if value == "hidden" and moment]
    starts = [moment for moment, value in moments if value == "visible"]
    return list(zip(starts, ends, strict=True))


def rendered(tag: str) -> str:
    return Template("{% load figures %}" + tag).render(Context())


def test_the_play_box_is_a_checkbox_that_is_not_ticked() -> None:
    html = rendered('{% play "bridge" "b" %}')
    assert "Play the movement" in html
    assert '<input type="checkbox" autocomplete="off">' in html
    assert 'aria-label="Hip bridge, moving picture"' in html
    assert 'class="xfig xmove b"' in html


def test_the_movement_tag_brings_both_stills_their_words_and_the_box() -> None:
    html = rendered('{% movement "bridge" %}')
    assert html.count("<figure>") == 2
    assert "<figcaption><b>1</b>Lying on the back, head to the left." in html
    assert "<figcaption><b>2</b>The hips are lifted high." in html
    assert "Play the movement" in html


def test_a_movement_that_is_held_is_one_picture_without_a_box() -> None:
    html = rendered('{% movement "prone-lying" %}')
    assert html.count("<figure>") == 1
    assert "Play the movement" not in html


@pytest.mark.parametrize("tag", ["movement", "play", "filmstrip"])
def test_an_unknown_movement_shows_nothing(tag: str) -> None:
    assert "<svg" not in rendered("{% " + tag + ' "somersault" %}')


def test_a_page_of_many_figures_has_no_id_twice() -> None:
    page = "".join(rendered(f'{{% movement "{key}" %}}') for key in MOVEMENTS)
    assert " id=" not in page


def test_stills_show_no_frame_in_between() -> None:
    for key in MOVEMENTS:
        assert not frames_in(render_still(key, FINISH))
