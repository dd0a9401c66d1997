"""A row of the record in words, for its owner."""

import datetime as dt
import zoneinfo
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import models
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.record.table import Column, Row, Table


@dataclass(frozen=True)
class Fact:
    label: str
    words: str


@dataclass(frozen=True)
class Card:
    """One row: what it says, and then the numbers that tie rows together."""

    facts: list[Fact]
    numbers: list[Fact]


def moment(value: str, zone: zoneinfo.ZoneInfo) -> str:
    at = parse_datetime(value)
    return date_format(at.astimezone(zone), "F j, Y, P") if at else value


def day(value: str) -> str:
    on: dt.date | None = parse_date(value)
    return date_format(on, "F j, Y") if on else value


def anything(value: object) -> str:
    if isinstance(value, dict):
        return "\n".join(f"{key}: {anything(part)}" for key, part in value.items())
    if isinstance(value, list):
        return ", ".join(anything(part) for part in value)
    return "" if value is None else str(value)


def said(table: Table, column: Column, value: object, zone: zoneinfo.ZoneInfo) -> str:
    if column.name in table.said:
        return table.said[column.name](value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, str) and value and column.target is None:
        if isinstance(column.field, models.DateTimeField):
            return moment(value, zone)
        if isinstance(column.field, models.DateField):
            return day(value)
    if isinstance(value, str | int):
        return str(dict(column.field.flatchoices).get(value, value))
    return anything(value)


def is_number(column: Column) -> bool:
    kinds = (models.UUIDField, models.ForeignKey)
    return isinstance(column.field, kinds) and column.target is None


def card(table: Table, row: Row, zone: zoneinfo.ZoneInfo) -> Card:
    """What nobody has said is left out."""
    facts: list[Fact] = []
    numbers: list[Fact] = []
    for column in table.columns:
        words = said(table, column, row[column.name], zone)
        if words:
            kind = numbers if is_number(column) else facts
            kind.append(Fact(str(column.words), words))
    return Card(facts, numbers)


def cards(table: Table, rows: Iterable[Row], zone: zoneinfo.ZoneInfo) -> Iterator[Card]:
    return (card(table, row, zone) for row in rows)
