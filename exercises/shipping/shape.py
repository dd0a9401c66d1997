"""What a row and its children look like in a file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import models
from yaml import Node

from exercises.shipping import nodes
from exercises.shipping.columns import Untold
from exercises.shipping.library import Library
from exercises.shipping.links import Link, Links
from exercises.shipping.part import Part, Plain
from exercises.shipping.refusal import RefusedError, refuse_unknown, within


@dataclass(frozen=True)
class Shape:
    """Keys for the columns of a row, for its children and for what it links to.

    The plain form leaves out what equals its default, so that a column added later
    makes no row look changed.
    """

    model: Any
    parts: Sequence[Part]
    children: Sequence["Children"] = ()
    links: Sequence[Links] = ()
    hidden: Sequence[Part] = field(default=())

    @property
    def many(self) -> list["Children | Links"]:
        return [*self.children, *self.links]

    @property
    def keys(self) -> list[str]:
        return [part.name for part in self.parts] + [one.name for one in self.many]

    def read(self, value: object, library: Library) -> Plain:
        given = refuse_unknown(value, self.keys)
        plain: Plain = {}
        for part in self.parts:
            with within(part.name):
                plain[part.name] = self.read_part(part, given, library)
        for many in self.many:
            with within(many.name):
                plain[many.name] = many.read(given.get(many.name) or [], library)
        return self.lean(plain)

    def read_part(self, part: Part, given: Plain, library: Library) -> Any:
        value = given.get(part.name)
        if value is None and part.required:
            raise RefusedError("It is missing.")
        return part.default if value is None else part.read(value, library)

    def of_row(self, row: models.Model, library: Library) -> Plain:
        every: list[Part | Children | Links]
        every = [*self.parts, *self.hidden, *self.many]
        return self.lean({one.name: one.of_row(row, library) for one in every})

    def lean(self, plain: Plain) -> Plain:
        usual = {part.name: part.default for part in (*self.parts, *self.hidden)}
        return {key: v for key, v in plain.items() if v != usual.get(key, [])}

    @property
    def with_stage(self) -> "Shape":
        """The same, for files that also tell what staff said: status and review."""
        return replace(self, parts=[*self.parts, *self.hidden], hidden=())

    def pairs(self, plain: Plain) -> Iterator[tuple[str, Node]]:
        """What a file shows. A usual value that says something is shown too."""
        for part in (*self.parts, *self.hidden):
            is_told = part.name in plain
            if is_told or (part.default and not isinstance(part, Untold)):
                yield part.name, part.node(plain.get(part.name, part.default))
        for many in self.many:
            if many.name in plain or isinstance(many, Links):
                yield many.name, many.node(plain.get(many.name, []))

    def prefetches(self) -> Iterator[str]:
        yield from (link.name for link in self.links)
        for child in self.children:
            yield child.relation
            for further in child.shape.prefetches():
                yield f"{child.relation}__{further}"


@dataclass(frozen=True)
class Children:
    """A list in the file: rows that point to this one, in an order.

    `fixed` tells lists of one relation apart; `key` finds the row again after a
    change; with `bare`, an item is the value of the only part; with `one_line`, a
    file shows an item in one line.
    """

    name: str
    relation: str
    shape: Shape
    fixed: Plain = field(default_factory=dict)
    key: str = ""
    bare: bool = False
    one_line: bool = False

    def read(self, value: object, library: Library) -> list[Any]:
        if not isinstance(value, list):
            raise RefusedError("It takes a list.")
        found = []
        for number, item in enumerate(value, start=1):
            with within(str(number)):
                found.append(self.read_item(item, library))
        self.refuse_twins(found)
        return found

    def read_item(self, item: object, library: Library) -> Any:
        if not self.bare:
            return self.shape.read(item, library)
        return self.shape.read({self.only: item}, library)[self.only]

    def refuse_twins(self, found: list[Plain]) -> None:
        keys = [item[self.key] for item in found] if self.key else []
        for key in keys:
            if keys.count(key) > 1:
                raise RefusedError(f'"{key}" stands there twice.')

    @property
    def only(self) -> str:
        return self.shape.parts[0].name

    def rows(self, owner: models.Model) -> list[models.Model]:
        rows = getattr(owner, self.relation).all()
        return [
            row
            for row in rows
            if all(getattr(row, name) == value for name, value in self.fixed.items())
        ]

    def of_row(self, owner: models.Model, library: Library) -> list[Any]:
        found = [self.shape.of_row(row, library) for row in self.rows(owner)]
        return [plain.get(self.only) for plain in found] if self.bare else found

    def node(self, items: list[Any]) -> Node:
        if not self.bare:
            return nodes.below(self.item_node(item) for item in items)
        if isinstance(self.shape.parts[0], Link):
            return nodes.beside(items)
        return nodes.below(nodes.scalar(item) for item in items)

    def item_node(self, item: Plain) -> Node:
        pairs = list(self.shape.pairs(item))
        if not self.one_line:
            return nodes.keys(pairs)
        told = [(key, nodes.sentence(item[key])) for key, _node in pairs]
        return nodes.keys(told, one_line=True)

    def plains(self, owner: Plain) -> list[Plain]:
        items = owner.get(self.name, [])
        return [{self.only: item} for item in items] if self.bare else items
