"""Prose: a little Markdown in, safe HTML out, with a footnote mark per citation."""

import re
from collections.abc import Iterable
from typing import Any, Protocol

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

CITATION = re.compile(r"\[@([\w-]+)\]")
BEFORE_STOP = re.compile(r"[ \t]*((?:\[@[\w-]+\])+)([.,;:?!]?)")
ADDRESS = re.compile(r"https://|/(?!/)|#")  # "//host" would leave the site
RULES = ["list", "emphasis", "link", "escape", "newline", "citation"]
MARKUP = {
    "ordered_list_open": '<ol class="steps">',
    "bullet_list_open": '<ul class="bullets">',
    "list_item_open": "<li><div>",
    "list_item_close": "</div></li>",
}
CLEANER = nh3.Cleaner(
    tags={"p", "em", "strong", "ul", "ol", "li", "div", "a", "sup"},
    attributes={
        "a": {"href", "rel", "id", "aria-label"},
        "ol": {"class"},
        "ul": {"class"},
    },
    url_schemes={"https"},
    link_rel=None,
)


class Marks(Protocol):
    def mark(self, key: str) -> str: ...


class Prose(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802  # the library's name
        return ADDRESS.match(url) is not None


def cite(state: StateInline, silent: bool) -> bool:
    match = CITATION.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("citation", "", 0).content = match[1]
    state.pos = match.end()
    return True


def mark_of(_: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    marks: Marks | None = env.get("marks")
    return marks.mark(tokens[index].content) if marks else ""


def link(renderer: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    if tokens[index].attrs["href"].startswith("https://"):
        tokens[index].attrSet("rel", "noopener")
    return str(renderer.renderToken(tokens, index, options, env))


def parser() -> Prose:
    prose = Prose("zero")
    prose.inline.ruler.before("link", "citation", cite)
    prose.enable(RULES)
    prose.add_render_rule("citation", mark_of)
    prose.add_render_rule("link_open", link)
    for token, markup in MARKUP.items():
        prose.add_render_rule(token, lambda *_, markup=markup: markup)
    return prose


PARSER = parser()


def render(text: str, marks: Marks | None = None) -> SafeString:
    return clean(PARSER.render(marks_after_stops(text), {"marks": marks}))


def render_inline(text: str, marks: Marks | None = None) -> SafeString:
    """The same inside a sentence: no paragraphs, no lists."""
    return clean(PARSER.renderInline(marks_after_stops(text), {"marks": marks}))


def marks_after_stops(text: str) -> str:
    """A mark stands close to its word, after a full stop or a comma."""
    return BEFORE_STOP.sub(r"\2\1", text)


def clean(html: str) -> SafeString:
    return mark_safe(CLEANER.clean(html).strip())  # noqa: S308  # nh3 made it safe


def cited_keys(text: str) -> list[str]:
    return CITATION.findall(text)


def with_citations(text: str, keys: Iterable[str]) -> str:
    """The text with a citation at its end for each key that it lacks."""
    lacking = dict.fromkeys(key for key in keys if key not in cited_keys(text))
    return text.rstrip() + "".join(f"[@{key}]" for key in lacking)
