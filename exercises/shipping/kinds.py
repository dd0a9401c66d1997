"""The folders of shipped content, in the order in which they need each other."""

from collections.abc import Callable
from dataclasses import dataclass

from exercises.shipping import shapes
from exercises.shipping.part import Plain
from exercises.shipping.refusal import RefusedError, within
from exercises.shipping.shape import Shape

HEADING = "## "


def as_written(given: Plain, text: str, key: str) -> Plain:
    if key in given:
        raise RefusedError(f'"{key}" is the text below the second line of dashes.')
    return {**given, key: text}


def in_sections(given: Plain, text: str, key: str) -> Plain:
    """The text below "## anchor" belongs to the section with that anchor."""
    before, texts = by_anchor(text)
    sections = given.get("sections") or []
    for section in sections:
        section["body"] = texts.pop(section.get("anchor"), "")
    if texts:
        raise RefusedError(f'No section has the anchor "{next(iter(texts))}".')
    return as_written({**given, "sections": sections}, before, key)


def by_anchor(text: str) -> tuple[str, dict[str, str]]:
    before, *parts = f"\n{text}".split(f"\n{HEADING}")
    found: dict[str, str] = {}
    for part in parts:
        anchor, _, body = part.partition("\n")
        with within(f"{HEADING}{anchor}"):
            if anchor.strip() in found:
                raise RefusedError("It stands there twice.")
        found[anchor.strip()] = body.strip()
    return before.strip(), found


@dataclass(frozen=True)
class Kind:
    """A folder: the shape of its files, and where their names and texts go."""

    folder: str
    noun: str
    shape: Shape
    name_field: str = "slug"
    text_key: str = "body"
    with_text: Callable[[Plain, str, str], Plain] = as_written


KINDS = (
    Kind("references", "references", shapes.REFERENCE, "key", "found"),
    Kind("exercises", "exercises", shapes.EXERCISE),
    Kind("guides", "guides", shapes.GUIDE, with_text=in_sections),
    Kind("programs", "programs", shapes.PROGRAM),
    Kind("safety", "safety questions", shapes.SAFETY_QUESTION, "key", "text"),
)
