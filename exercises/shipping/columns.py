import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from yaml import Node

from exercises.invisible import visible
from exercises.shipping import nodes
from exercises.shipping.library import Library
from exercises.shipping.part import Field, Plain
from exercises.shipping.refusal import RefusedError

TAKES: list[tuple[type[Field], type, str]] = [
    (models.BooleanField, bool, "It takes true or false."),
    (models.IntegerField, int, "It takes a whole number."),
    (models.DateField, dt.date, "It takes a date, such as 2026-11-23."),
    (models.Field, str, "It takes text."),
]


def tidy(value: object) -> Any:
    """A plain value: a browser sends other line ends than a file has."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str):
        return "\n".join(visible(str(value)).splitlines()).strip()
    return value


def typed(field: Field, value: object) -> object:
    """The value, if YAML gave it the type that the field keeps."""
    takes, sentence = next((t, s) for kind, t, s in TAKES if isinstance(field, kind))
    if takes is str:
        value = spelled_out(value)
    if isinstance(value, str) and "\0" in value:
        raise RefusedError("It holds a letter that cannot be kept.")
    if not isinstance(value, takes) or (isinstance(value, bool) and takes is int):
        raise RefusedError(sentence)
    return value


def spelled_out(value: object) -> object:
    """Text that YAML took for something else: yes and no, or 15564907."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int) else value


def checked(field: Field, value: object) -> Any:
    """The value as the model takes it, or the model's own sentence about it."""
    try:
        return tidy(field.clean(tidy(value), None))
    except ValidationError as error:
        raise RefusedError(" ".join(error.messages) + choices_of(field)) from error


def choices_of(field: Field) -> str:
    names = ", ".join(str(value) for value, _label in field.flatchoices or [])
    return f" It takes one of: {names}." if names else ""


@dataclass(frozen=True)
class Column:
    """A column of the row, under the same name."""

    field: Field

    @property
    def name(self) -> str:
        return self.field.name

    @property
    def default(self) -> Any:
        return tidy(self.field.get_default())

    @property
    def required(self) -> bool:
        field = self.field
        return not (field.blank or field.null or field.has_default())

    def read(self, value: object, library: Library) -> Any:
        return checked(self.field, typed(self.field, value))

    def of_row(self, row: models.Model, library: Library) -> Any:
        return tidy(getattr(row, self.name))

    def columns(self, plain: Any, library: Library) -> Plain:
        return {self.name: plain}

    def node(self, plain: Any) -> Node:
        is_day = isinstance(self.field, models.DateField) and plain
        return nodes.scalar(dt.date.fromisoformat(plain) if is_day else plain)


@dataclass(frozen=True)
class Untold(Column):
    """A column that only staff change; once they do, the row is theirs."""

    at_first: Any

    @property
    def default(self) -> Any:
        return self.at_first
