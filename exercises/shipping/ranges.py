from dataclasses import dataclass
from typing import Any

from django.db import models
from yaml import Node

from exercises.shipping import nodes
from exercises.shipping.columns import Column
from exercises.shipping.library import Library
from exercises.shipping.part import Field, Plain
from exercises.shipping.refusal import RefusedError, refuse_unknown, within


def ends_of(value: object) -> list[object]:
    ends = value if isinstance(value, list) else [value]
    if len(ends) not in {1, 2}:
        raise RefusedError("It takes a number or [low, high].")
    return ends


def numbers_of(field: Field, value: object, library: Library) -> list[int]:
    numbers = [Column(field).read(end, library) for end in ends_of(value)]
    if numbers != sorted(numbers):
        raise RefusedError("The end of a range is below its start.")
    return numbers


@dataclass(frozen=True)
class Span:
    """A number or [low, high], kept in two columns."""

    name: str
    low: Field
    high: Field

    @property
    def default(self) -> Any:
        return self.low.default if self.low.has_default() else None

    @property
    def required(self) -> bool:
        return Column(self.low).required

    def read(self, value: object, library: Library) -> int | list[int]:
        numbers = numbers_of(self.low, value, library)
        return numbers[0] if len(set(numbers)) == 1 else numbers

    def of_row(self, row: models.Model, library: Library) -> Any:
        low, high = getattr(row, self.low.name), getattr(row, self.high.name)
        return low if high in {None, low} else [low, high]

    def columns(self, plain: Any, library: Library) -> Plain:
        low, high = plain if isinstance(plain, list) else (plain, None)
        if not self.high.null:
            high = high or low
        return {self.low.name: low, self.high.name: high}

    def node(self, plain: Any) -> Node:
        if isinstance(plain, list):
            return nodes.beside(plain)
        return nodes.scalar(plain)


@dataclass(frozen=True)
class Group:
    """A key that holds keys of its own, all of them in columns of the row."""

    name: str
    spans: list[Span]

    @property
    def default(self) -> Plain:
        return {}

    @property
    def required(self) -> bool:
        return False

    def read(self, value: object, library: Library) -> Plain:
        given = refuse_unknown(value, [span.name for span in self.spans])
        found: Plain = {}
        for span in self.spans:
            if given.get(span.name) is not None:
                with within(span.name):
                    found[span.name] = span.read(given[span.name], library)
        return found

    def of_row(self, row: models.Model, library: Library) -> Plain:
        found = {span.name: span.of_row(row, library) for span in self.spans}
        return {name: value for name, value in found.items() if value is not None}

    def columns(self, plain: Any, library: Library) -> Plain:
        columns: Plain = {}
        for span in self.spans:
            columns |= span.columns(plain.get(span.name), library)
        return columns

    def node(self, plain: Any) -> Node:
        told = [span for span in self.spans if span.name in plain]
        pairs = [(span.name, span.node(plain[span.name])) for span in told]
        return nodes.keys(pairs, one_line=True)
