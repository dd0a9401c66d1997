import pytest

from exercises import prose


class EveryKey:
    def mark(self, key: str) -> str:
        return f"<sup>{key}</sup>"


def test_paragraphs_emphasis_and_lists_are_drawn() -> None:
    html = prose.render("**Slow.** Breathe *out*.\n\n- one\n- two")
    assert "<p><strong>Slow.</strong> Breathe <em>out</em>.</p>" in html
    assert '<ul class="bullets">' in html
    assert "<li><div>two</div></li>" in html


def test_an_ordered_list_is_a_list_of_steps() -> None:
    assert prose.render("1. Lie down").startswith('<ol class="steps">')


def test_a_link_to_an_own_page_is_plain() -> None:
    html = prose.render("See the [guide](/guides/sciatica/).")
    assert '<a href="/guides/sciatica/">guide</a>' in html


def test_a_link_out_of_the_site_gets_noopener() -> None:
    html = prose.render("[A study](https://example.org/a)")
    assert '<a href="https://example.org/a" rel="noopener">A study</a>' in html


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "http://example.org/",
        "//example.org/",
        "mailto:ada@example.org",
    ],
)
def test_any_other_address_is_no_link(address: str) -> None:
    assert "<a " not in prose.render(f"[press]({address}) <{address}>")


def test_a_backslash_cannot_lead_out_of_the_site() -> None:
    assert 'href="/%5Cexample.org/"' in prose.render("[press](/\\example.org/)")


@pytest.mark.parametrize(
    "canary",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<style>body{display:none}</style>",
        '<p style="color:red">x</p>',
        "<iframe src=/>",
    ],
)
def test_html_is_shown_as_the_text_it_is(canary: str) -> None:
    html = prose.render(canary)
    assert "<p>&lt;" in html
    assert html.count("<") == len(["<p>", "</p>"])


def test_headings_pictures_and_code_are_not_part_of_it() -> None:
    html = prose.render("# Big\n\n![x](/a.png)\n\n`code`")
    assert "<h1" not in html
    assert "<img" not in html
    assert "<code" not in html


def test_a_citation_becomes_its_mark() -> None:
    assert prose.render("So [@long2004]", EveryKey()) == "<p>So<sup>long2004</sup></p>"


def test_marks_stand_after_the_full_stop() -> None:
    html = prose.render("It eased [@a][@b]. Then more.", EveryKey())
    assert html == "<p>It eased.<sup>a</sup><sup>b</sup> Then more.</p>"


def test_without_marks_a_citation_leaves_no_trace() -> None:
    assert prose.render("So [@long2004].") == "<p>So.</p>"


def test_inline_prose_has_no_paragraph() -> None:
    assert prose.render_inline("Both *groups* got better.") == (
        "Both <em>groups</em> got better."
    )


def test_a_key_is_added_once_where_the_text_lacks_it() -> None:
    text = prose.with_citations("So [@a].", ["a", "b", "b"])
    assert text == "So [@a].[@b]"


def test_a_block_says_in_a_word_what_its_color_says() -> None:
    html = prose.render("::: do-not\n- Bend.\n:::\n\nAfter.")
    assert html.startswith('<div class="dd dont"><div><p><strong>Do not</strong></p>')
    assert html.count("<div") == html.count("</div>")
    assert "<p>After.</p>" in html


def test_a_care_card_and_a_do_are_blocks() -> None:
    assert '<div class="care">' in prose.render("::: care\nAsk first.\n:::")
    assert '<div class="dd">' in prose.render("::: do\nWalk.\n:::")


def test_a_figure_is_drawn_where_it_is_named() -> None:
    html = prose.render("Before.\n\n::: figure press-up\n:::\n\nAfter.")
    assert html.index("Before.") < html.index("<svg") < html.index("After.")
    assert 'role="img"' in html


def test_a_figure_that_nobody_draws_is_nothing() -> None:
    assert prose.render("::: figure trapeze\n:::") == ""


def test_a_block_that_nobody_knows_is_text() -> None:
    assert prose.render("::: shout\nHello") == "<p>::: shout\nHello</p>"


def test_letters_that_turn_the_direction_are_left_out() -> None:
    assert prose.render("a\u202eb\x00c") == "<p>abc</p>"
