"""Lists that a row keeps in one text, or in one column for each choice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from yaml import Node

from exercises.models import Prescription, Track
from exercises.moving_on import BETWEEN
from exercises.shipping import nodes
from exercises.shipping.columns import Column, checked, tidy
from exercises.shipping.library import Library
from exercises.shipping.part import Field, Plain
from exercises.shipping.refusal import RefusedError


@dataclass(frozen=True)
class OneOf(Column):
    """A text that code knows, such as the key of a figure."""

    known: Callable[[], Sequence[str]]

    def read(self, value: object, library: Library) -> str:
        text = str(super().read(value, library))
        if text not in self.known():
            raise RefusedError(f'"{text}" is none of: {", ".join(self.known())}.')
        return text


@dataclass(frozen=True)
class Words:
    """A list in the file, one text in the row."""

    field: Field
    between: str = ", "
    allowed: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.field.name

    @property
    def default(self) -> list[str]:
        return []

    @property
    def required(self) -> bool:
        return False

    def read(self, value: object, library: Library) -> list[str]:
        if not isinstance(value, list):
            raise RefusedError("It takes a list.")
        for item in value:
            self.check(item)
        return self.split(checked(self.field, self.joined(value)))

    def joined(self, words: list[str]) -> str:
        """Close together where the column would be too short otherwise."""
        text = self.between.join(words)
        longest = self.field.max_length
        return text.replace(", ", ",") if longest and len(text) > longest else text

    def check(self, item: object) -> None:
        if not isinstance(item, str) or not item.strip():
            raise RefusedError(f"It takes a list of texts, not {item!r}.")
        if self.between == ", " and "," in item:
            raise RefusedError(f'"{item}" holds a comma: write 2 texts.')
        if self.allowed and item not in self.allowed:
            raise RefusedError(f'"{item}" is none of: {", ".join(self.allowed)}.')

    def split(self, text: str) -> list[str]:
        words = text.split(self.between.strip(" "))
        return [word.strip() for word in words if word.strip()]

    def of_row(self, row: models.Model, library: Library) -> list[str]:
        return self.split(tidy(getattr(row, self.name)))

    def columns(self, plain: Any, library: Library) -> Plain:
        return {self.name: self.joined(plain)}

    def node(self, plain: Any) -> Node:
        return nodes.beside(plain)


@dataclass(frozen=True)
class Lines(Words):
    """A list of "key: words"; YAML reads each as a mapping with one key."""

    def read(self, value: object, library: Library) -> list[str]:
        items = value if isinstance(value, list) else [value]
        return super().read([self.as_line(item) for item in items], library)

    def as_line(self, item: object) -> object:
        if not isinstance(item, dict):
            return item
        return "\n".join(f"{key}{BETWEEN}{words}" for key, words in item.items())

    def node(self, plain: Any) -> Node:
        return nodes.below(self.line_node(line) for line in plain)

    def line_node(self, line: str) -> Node:
        key, between, words = line.partition(BETWEEN)
        if not between:
            return nodes.scalar(line)
        return nodes.keys([(key, nodes.scalar(words))])


@dataclass(frozen=True)
class Tracks:
    """ "all", or a list of tracks."""

    name: str = "tracks"
    default: str = "all"
    required: bool = True

    def read(self, value: object, library: Library) -> str | list[str]:
        if value == self.default:
            return self.default
        if not isinstance(value, list) or not value or set(value) - set(Track.values):
            raise RefusedError(
                f'It takes "all" or a list of: {", ".join(Track.values)}.'
            )
        return self.plain(value)

    def plain(self, tracks: list[str]) -> str | list[str]:
        found = [track for track in Track.values if track in tracks]
        return self.default if found == Track.values else found

    def of_row(self, row: Prescription, library: Library) -> str | list[str]:
        return self.plain([track.value for track in row.tracks])

    def columns(self, plain: Any, library: Library) -> Plain:
        chosen = Track.values if plain == self.default else plain
        return {f"for_{t.name.lower()}": t.value in chosen for t in Track}

    def node(self, plain: Any) -> Node:
        if plain == self.default:
            return nodes.scalar(plain)
        return nodes.beside(plain)
