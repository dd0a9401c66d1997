"""All that a page says, text by text, each with its place and its nature."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from django.db import models
from django.utils.text import capfirst

from exercises.models import (
    Caution,
    Exercise,
    Guide,
    GuideSection,
    HelpItem,
    PausedMovement,
    Phase,
    Picture,
    Prescription,
    Program,
    Reference,
    SafetyQuestion,
    Statement,
    Step,
    Variation,
)
from exercises.moving_on import rules_in
from exercises.tree import part_model, parts_of
from exercises.writing.finding import Place


class Nature(Enum):
    PROSE = auto()  # says something, and cites for it
    NAME = auto()  # too short for an age
    INSTRUCTION = auto()  # says what to do
    CASE = auto()  # a sign, a question, an aim: it promises nothing
    STATEMENT = auto()  # has its references and its grade beside it
    REPORT = auto()  # what one publication found: the page itself is the reference


N = Nature
READ: dict[Any, dict[str, Nature]] = {
    Exercise: {
        "title": N.NAME,
        "also_known_as": N.NAME,
        "summary": N.PROSE,
        "equipment": N.NAME,
        "dose_note": N.PROSE,
        "body": N.PROSE,
    },
    Step: {"text": N.INSTRUCTION, "caption": N.INSTRUCTION},
    Variation: {"text": N.INSTRUCTION},
    Caution: {"text": N.CASE},
    Statement: {"text": N.STATEMENT, "source_note": N.NAME},
    Guide: {"title": N.NAME, "summary": N.PROSE, "body": N.PROSE},
    GuideSection: {"heading": N.NAME, "body": N.PROSE},
    HelpItem: {"text": N.CASE},
    PausedMovement: {
        "name": N.NAME,
        "why": N.PROSE,
        "instead": N.INSTRUCTION,
        "bring_back": N.INSTRUCTION,
    },
    Program: {"title": N.NAME, "summary": N.PROSE, "body": N.PROSE},
    Phase: {"title": N.NAME, "aim": N.CASE, "move_on": N.CASE, "if_not": N.PROSE},
    Prescription: {"note": N.PROSE, "only_if": N.CASE},
    SafetyQuestion: {"text": N.CASE, "hint": N.PROSE},
    Reference: {"found": N.REPORT},
    Picture: {"description": N.NAME},
}


@dataclass(frozen=True)
class Text:
    place: Place
    nature: Nature
    words: str


def texts_of(row: models.Model, inside: str = "") -> Iterator[Text]:
    """Of the row and of all its parts, as deep as they go."""
    for name, nature in READ.get(type(row), {}).items():
        words = said(row, name)
        if words.strip():
            yield Text(Place(row, name, label(row, name, inside)), nature, words)
    for part, place in parts(row, inside):
        yield from texts_of(part, place)


def as_saved(row: Any) -> Any:
    """Read anew, with all its parts in as few queries as it has kinds of them."""
    paths = [*paths_of(type(row))]
    if isinstance(row, Program):
        paths += ["guide", *(f"guide__{path}" for path in paths_of(Guide))]
    if isinstance(row, Exercise):
        paths.append("picture")
    return type(row).objects.prefetch_related(*paths).get(pk=row.pk)


def paths_of(model: Any, before: str = "") -> Iterator[str]:
    if model is Statement:
        yield f"{before}references"
    for relation in parts_of(model):
        yield f"{before}{relation}"
        yield from paths_of(part_model(model, relation), f"{before}{relation}__")


def parts(row: models.Model, inside: str = "") -> Iterator[tuple[models.Model, str]]:
    """The rows right below, each with its name: "Step 2", "Stop if 1"."""
    numbers: Counter[str] = Counter()
    for relation in parts_of(type(row)):
        for part in getattr(row, relation).all():
            noun = noun_of(part)
            numbers[noun] += 1
            yield part, f"{inside}{noun} {numbers[noun]}: "


def noun_of(row: Any) -> str:
    if isinstance(row, Caution | Variation):
        return row.get_kind_display()
    return str(capfirst(row._meta.verbose_name))


def label(row: models.Model, name: str, inside: str) -> str:
    field = str(capfirst(row._meta.get_field(name).verbose_name))  # type: ignore[union-attr]  # a column of the row
    own = inside.removesuffix(": ")
    return own if own and field in {noun_of(row), "Text"} else inside + field


def said(row: Any, name: str) -> str:
    words = str(getattr(row, name) or "")
    if name == "move_on":
        return "\n\n".join(rule.words for rule in rules_in(words))
    return words
