"""Prose: a little Markdown in, safe HTML out, with a footnote mark per citation."""

import re
from collections.abc import Iterable
from typing import Any, Protocol

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.container import container_plugin

from exercises.figures import MOVEMENTS, render_still
from exercises.invisible import visible

CITATION = re.compile(r"\[@([\w-]+)\]")
# Each run of spaces is tried once only: a text of spaces would take for ever.
BEFORE_STOP = re.compile(r"(?<![ \t])[ \t]*+((?:\[@[\w-]+\])+)([.,;:?!]?)")
AT_MOST = 50_000  # letters; the longest shipped text has a tenth of it
ADDRESS = re.compile(r"https://|/(?!/)|#")  # "//host" would leave the site
RULES = ["list", "emphasis", "link", "escape", "newline", "citation"]
BLOCKS = {
    "care": ('<div class="care"><div class="in">', _("Take care")),
    "do": ('<div class="dd"><div>', _("Do")),
    "do-not": ('<div class="dd dont"><div>', _("Do not")),
}
FIGURE = re.compile(r"^figure ([\w-]+)$")
SLOT = '<div class="figure-slot">{}</div>'
SLOTS = re.compile(SLOT.format(r"([\w-]+)"))
MARKUP = {
    "ordered_list_open": '<ol class="steps">',
    "bullet_list_open": '<ul class="bullets">',
    "list_item_open": "<li><div>",
    "list_item_close": "</div></li>",
}
CLEANER = nh3.Cleaner(
    tags={"p", "em", "strong", "ul", "ol", "li", "div", "a", "sup"},
    attributes={
        "*": set(),
        "a": {"href", "rel", "id", "aria-label"},
        "ol": {"class"},
        "ul": {"class"},
        "div": {"class"},
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


def mark_of(self: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
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
    for name, (markup, word) in BLOCKS.items():
        drawn = block(markup, word)
        container_plugin(prose, name, validate=is_block(name), render=drawn)
    container_plugin(prose, "figure", validate=is_figure, render=figure_slot)
    return prose


def is_block(name: str) -> Any:
    return lambda info, _mark: info.strip() == name


def is_figure(info: str, _mark: str) -> bool:
    return FIGURE.match(info.strip()) is not None


def block(markup: str, word: StrOrPromise) -> Any:
    """Its word says what its color says."""

    def drawn(self: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
        if tokens[index].nesting != 1:
            return "</div></div>"
        return f"{markup}<p><strong>{escape(word)}</strong></p>"

    return drawn


def figure_slot(self: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    """Only a mark: the drawing is put in after the text was cleaned."""
    found = FIGURE.match(tokens[index].info.strip())
    return SLOT.format(found[1]) if found and tokens[index].nesting == 1 else ""


PARSER = parser()


def render(text: str, marks: Marks | None = None) -> SafeString:
    html = clean(PARSER.render(inert(text), {"marks": marks}))
    return SafeString(SLOTS.sub(drawn_figure, html))


def render_inline(text: str, marks: Marks | None = None) -> SafeString:
    """The same inside a sentence: no paragraphs, no lists."""
    return clean(PARSER.renderInline(inert(text), {"marks": marks}))


def inert(text: str) -> str:
    return marks_after_stops(visible(text[:AT_MOST]))


def drawn_figure(slot: re.Match[str]) -> str:
    """One position of a movement, or nothing where it is not drawn."""
    if slot[1] not in MOVEMENTS:
        return ""
    title = gettext(MOVEMENTS[slot[1]].words.title)
    still = render_still(slot[1], MOVEMENTS[slot[1]].alone, label=title)
    return f'<div class="prose-figure">{still}</div>'


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
