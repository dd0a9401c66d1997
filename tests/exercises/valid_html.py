"""What is wrong with a page as HTML: by the parser of the standard, and by its rules."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tinyhtml5.parser import HTMLParser

POINTERS = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers")
ONLY = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"div", "dt", "dd"},
    "tr": {"th", "td"},
    "tbody": {"tr"},
    "select": {"option", "optgroup"},
}
INTERACTIVE = {"a", "button", "input", "select", "textarea", "details", "label"}
DATA = "application/ld+json"
SCHEMES = ("https://", "http://", "/", "#", "?", "mailto:", "tel:")


def faults(html: str) -> list[str]:
    parser = HTMLParser(namespace_html_elements=False)
    root = parser.parse(html)
    errors = [f"{code} at {place}" for place, code, *_ in parser.errors]
    elements = [*root.iter()]
    return [
        *errors,
        *twins(elements),
        *dangling(elements),
        *misplaced(elements),
        *live(elements),
    ]


def twins(elements: list[Element]) -> Iterator[str]:
    for name, times in Counter(one.get("id") for one in elements).items():
        if name is not None and (times > 1 or not name or " " in name):
            yield f"id {name!r} {times} times"


def dangling(elements: list[Element]) -> Iterator[str]:
    ids = {one.get("id") for one in elements}
    for one in elements:
        told = [name for key in POINTERS for name in one.get(key, "").split()]
        href = one.get("href", "")
        told += [href[1:]] if href.startswith("#") else []
        yield from (f"<{one.tag}> points to {n!r}" for n in told if n not in ids)


def misplaced(elements: list[Element]) -> Iterator[str]:
    for one in elements:
        inside = {child.tag for child in one}
        for tag in inside - ONLY.get(str(one.tag), inside):
            yield f"<{tag}> in <{one.tag}>"
        if one.tag in ("a", "button"):
            held = {child.tag for child in one.iter() if child is not one}
            yield from (f"<{tag}> in <{one.tag}>" for tag in held & INTERACTIVE)
        if one.tag == "img" and one.get("alt") is None:
            yield "<img> without alt"


def live(elements: list[Element]) -> Iterator[str]:
    """What runs, moves or leads elsewhere by itself."""
    for one in elements:
        if one.tag == "script" and one.get("type") != DATA and not one.get("src"):
            yield "a script in the page"
        if one.tag in ("style", "iframe", "object", "embed", "base"):
            yield f"<{one.tag}>"
        for name, value in one.attrib.items():
            if name == "style" or name.startswith(("on", "hx-")):
                yield f"{name} on <{one.tag}>"
            if name in ("href", "action") and not value.startswith(SCHEMES):
                yield f"{name}={value!r}"
