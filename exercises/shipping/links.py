from dataclasses import dataclass
from typing import Any

from django.db import models
from yaml import Node

from exercises.shipping import nodes
from exercises.shipping.library import Library, Rows
from exercises.shipping.part import Plain
from exercises.shipping.refusal import RefusedError


def known(model: Rows, name: object, library: Library) -> str:
    if not isinstance(name, str) or not library.knows(model, name):
        raise RefusedError(f'There is no {model.__name__.lower()} "{name}".')
    return name


@dataclass(frozen=True)
class Link:
    """The key or address of another row."""

    field: "models.ForeignKey[Any, Any]"

    @property
    def name(self) -> str:
        return self.field.name

    @property
    def target(self) -> Rows:
        model: Rows = self.field.related_model
        return model

    @property
    def default(self) -> None:
        return None

    @property
    def required(self) -> bool:
        return not self.field.null

    def read(self, value: object, library: Library) -> str:
        return known(self.target, value, library)

    def of_row(self, row: models.Model, library: Library) -> str | None:
        pk = getattr(row, self.field.attname)
        return library.name(self.target, pk) if pk else None

    def columns(self, plain: Any, library: Library) -> Plain:
        pk = library.pk(self.target, plain) if plain else None
        return {self.field.attname: pk}

    def node(self, plain: Any) -> Node:
        return nodes.scalar(plain)


@dataclass(frozen=True)
class Links:
    """Keys of many other rows. Their order says nothing."""

    field: "models.ManyToManyField[Any, Any]"

    @property
    def name(self) -> str:
        return self.field.name

    @property
    def target(self) -> Rows:
        model: Rows = self.field.related_model
        return model

    @property
    def through(self) -> Any:
        return getattr(self.field.model, self.name).through

    def read(self, value: object, library: Library) -> list[str]:
        if not isinstance(value, list):
            raise RefusedError("It takes a list.")
        return sorted({known(self.target, name, library) for name in value})

    def of_row(self, row: models.Model, library: Library) -> list[str]:
        rows = getattr(row, self.name).all()
        return sorted(str(library.name(self.target, other.pk)) for other in rows)

    def node(self, plain: Any) -> Node:
        return nodes.beside(plain)
