"""What keeps a page from going live (ADR 0023), asked of a file instead of a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from exercises.models import Statement
from exercises.shipping.part import Plain
from exercises.shipping.shape import Shape
from exercises.writing import BLOCKING, Finding
from exercises.writing.examining import of_texts
from exercises.writing.finding import Place
from exercises.writing.texts import READ, Text


@dataclass(frozen=True)
class Listed:
    keys: list[str]

    def all(self) -> list[str]:
        return self.keys


@dataclass(frozen=True)
class Told:
    """A statement of a file, as far as its readers ask."""

    text: str
    certainty: str
    in_sciatica: str
    references: Listed

    @classmethod
    def of(cls, plain: Plain) -> "Told":
        text, certainty = plain.get("text", ""), plain.get("certainty", "")
        listed = Listed(plain.get("references", []))
        return cls(text, certainty, plain.get("in_sciatica", ""), listed)


def blocking(shape: Shape, plain: Plain) -> list[Finding]:
    found = of_texts(texts(shape, plain), set())
    return [finding for finding in found if finding.kind in BLOCKING]


def texts(shape: Shape, plain: Plain, inside: str = "") -> Iterator[Text]:
    """The same texts that `exercises/writing` reads of a row, under their keys."""
    row: Any = Told.of(plain) if shape.model is Statement else shape.model()
    for name, nature in READ.get(shape.model, {}).items():
        words = plain.get(name, "")
        if words:
            told = "\n\n".join(words) if isinstance(words, list) else words
            yield Text(Place(row, name, f"{inside}{name}"), nature, told)
    for child in shape.children:
        for number, item in enumerate(child.plains(plain), start=1):
            yield from texts(child.shape, item, f"{inside}{child.name}, {number}, ")
