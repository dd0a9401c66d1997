"""The folders of shipped content, in the order in which they need each other."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models

from exercises.shipping import shapes
from exercises.shipping.part import Field, Plain
from exercises.shipping.refusal import RefusedError, within
from exercises.shipping.shape import Shape

HEADING = "## "


def as_written(given: Plain, text: str, key: str) -> Plain:
    if key in given:
        raise RefusedError(f'"{key}" is the text below the second line of dashes.')
    return {**given, key: text}


def as_shown(plain: Plain, key: str) -> tuple[Plain, str]:
    """The other way: what stands above the dashes, and the text below."""
    above = {name: value for name, value in plain.items() if name != key}
    return above, plain.get(key, "")


def in_sections(given: Plain, text: str, key: str) -> Plain:
    """The text below "## anchor" belongs to the section with that anchor.

    A text that has such a line itself stands with the keys, as "body".
    """
    before, texts = by_anchor(text)
    sections = given.get("sections") or []
    for section in sections if isinstance(sections, list) else []:
        if isinstance(section, dict) and section.get("anchor") in texts:
            with within("sections"):
                section |= as_written(section, texts.pop(section["anchor"]), "body")
    if texts:
        raise RefusedError(f'No section has the anchor "{next(iter(texts))}".')
    if key in given and not before:
        return given
    return as_written(given, before, key)


def out_of_sections(plain: Plain, key: str) -> tuple[Plain, str]:
    above, text = dict(plain), plain.get(key, "")
    if fits_below(text):
        above.pop(key, None)
    texts = [text] if key not in above else []
    above["sections"] = []
    for section in plain.get("sections", []):
        front, body = as_shown(section, "body")
        if not fits_below(body):
            front["body"] = body
        elif body:
            texts.append(f"{HEADING}{section['anchor']}\n\n{body}")
        above["sections"].append(front)
    return above, "\n\n".join(texts).strip()


def fits_below(text: str) -> bool:
    return f"\n{HEADING}" not in f"\n{text}"


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


@dataclass(frozen=True, eq=False)
class Kind:
    """A folder: the shape of its files, and where their names and texts go."""

    folder: str
    noun: str
    shape: Shape
    name_field: str = "slug"
    text_key: str = "body"
    with_text: Callable[[Plain, str, str], Plain] = as_written
    apart: Callable[[Plain, str], tuple[Plain, str]] = as_shown

    @property
    def names(self) -> Field:
        """What a file may be called."""
        own = getattr(getattr(self.shape.model, self.name_field), "field", None)
        return own or models.SlugField(max_length=60)


PICTURES = Kind("pictures", "pictures", shapes.PICTURE, "name", "description")
KINDS = (
    Kind("references", "references", shapes.REFERENCE, "key", "found"),
    Kind("exercises", "exercises", shapes.EXERCISE),
    Kind(
        "guides",
        "guides",
        shapes.GUIDE,
        with_text=in_sections,
        apart=out_of_sections,
    ),
    Kind("programs", "programs", shapes.PROGRAM),
    Kind("safety", "safety questions", shapes.SAFETY_QUESTION, "key", "text"),
)
