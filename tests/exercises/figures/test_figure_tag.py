import pytest
from django.template import Context, Template
from django.utils.translation import override


def rendered(tag: str) -> str:
    return Template("{% load figures %}" + tag).render(Context({"nothing": None}))


def test_the_label_says_the_title_and_the_position() -> None:
    svg = rendered('{% figure "bridge" 1 %}')
    assert (
        'aria-label="Hip bridge. Lying on the back, head to the left. The hips are'
        in svg
    )


def test_the_start_has_words_of_its_own() -> None:
    assert "The knees are bent" in rendered('{% figure "bridge" 0 %}')


def test_a_figure_beside_its_words_can_be_silent() -> None:
    svg = rendered('{% figure "bridge" 1 look="b" arrow=False label=False crop=True %}')
    assert svg.startswith('<svg class="xfig b" viewBox="30 100 340 152" aria-hidden')
    assert "arrowhead" not in svg


@pytest.mark.parametrize("key", ['"somersault"', '""', "nothing", "missing"])
def test_content_without_a_figure_shows_nothing(key: str) -> None:
    assert rendered("{% figure " + key + " %}") == ""


def test_numbers_in_the_drawing_are_the_same_in_every_language() -> None:
    with override("de"):
        german = rendered('{% figure "walk" 1 label=False %}')
    assert german == rendered('{% figure "walk" 1 label=False %}')


def test_one_still_alone_shows_the_position_that_tells_most() -> None:
    assert "The hips are lifted" in rendered('{% figure "bridge" %}')
    assert "both hands push" in rendered('{% figure "sit-to-stand-hands" %}')
