"""The JSON Schema of the record, from the tables: what may stand where."""

from pathlib import Path
from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext as _

from portal.record.formats.as_json import FORMAT, VERSION
from portal.record.table import Column, Row, Table
from portal.record.tables import TABLES

SCHEMA_FILE = Path(__file__).with_name("record.schema.json")
DRAFT = "http://json-schema.org/draft-07/schema#"
DATE = r"^\d{4}-\d{2}-\d{2}$"
MOMENT = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$"
UUID = r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
MOST_TEXT = 4000
LARGEST, LARGEST_SMALL = 2**31 - 1, 2**15 - 1


def choices_of(column: Column) -> list[Any]:
    field = column.field
    chosen = [value for value, _words in field.flatchoices]
    return [*chosen, ""] if field.blank and "" not in chosen else chosen


def highest(field: "models.Field[Any, Any]") -> int:
    """The least of what the field's own rules and either database allow."""
    limits = [v for v in field.validators if isinstance(v, MaxValueValidator)]
    is_small = isinstance(field, models.PositiveSmallIntegerField)
    room = LARGEST_SMALL if is_small else LARGEST
    return min(room, *(int(limit.limit_value) for limit in limits))


def kind_of(column: Column, shape: Row | None = None) -> Row:
    """What a value may be when there is one."""
    field = column.field
    if shape is not None:
        return shape
    if column.target is not None:
        return {"type": "string", "maxLength": 400}
    if isinstance(field, models.BooleanField):
        return {"type": "boolean"}
    if isinstance(field, models.DateTimeField):
        return {"type": "string", "pattern": MOMENT}
    if isinstance(field, models.DateField):
        return {"type": "string", "pattern": DATE}
    if isinstance(field, models.UUIDField | models.ForeignKey):
        return {"type": "string", "pattern": UUID}
    if isinstance(field, models.IntegerField):
        return {"type": "integer", "minimum": 0, "maximum": highest(field)}
    if isinstance(field, models.JSONField):
        return {}
    return {"type": "string", "maxLength": field.max_length or MOST_TEXT}


def column_schema(table: Table, column: Column) -> Row:
    kind = kind_of(column, table.shapes.get(column.name))
    if column.field.choices:
        kind = {"type": kind["type"], "enum": choices_of(column)}
    if column.field.null:
        kind = or_nothing(kind)
    return {"description": str(column.words), **kind}


def or_nothing(kind: Row) -> Row:
    """Not `anyOf`: what is wrong with a value is easier to say this way."""
    nothing = {"enum": [*kind["enum"], None]} if "enum" in kind else {}
    return {**kind, "type": [kind["type"], "null"], **nothing}


def table_schema(table: Table) -> Row:
    row = {
        "type": "object",
        "required": list(table.meanings),
        "additionalProperties": False,
        "properties": {c.name: column_schema(table, c) for c in table.columns},
    }
    return {"description": str(table.words), "type": "array", "items": row}


def schema() -> Row:
    left_out = {
        "type": "object",
        "required": ["what", "why"],
        "properties": {"what": {"type": "string"}, "why": {"type": "string"}},
    }
    return {
        "$schema": DRAFT,
        "title": "A member's record, version 1",
        "type": "object",
        "required": ["format", "version", "exported_at", "tables"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "exported_at": {"type": "string", "pattern": MOMENT},
            "left_out": {"type": "array", "items": left_out},
            "tables": {
                "type": "object",
                "additionalProperties": False,
                "properties": {table.name: table_schema(table) for table in TABLES},
            },
        },
    }


def values_in_words(table: Table, column: Column) -> str:
    """What may stand in a cell: for the data dictionary."""
    field = column.field
    if field.flatchoices:
        return "; ".join(f"{value} = {words}" for value, words in field.flatchoices)
    kind = kind_of(column, table.shapes.get(column.name))
    patterns = {
        DATE: _("day, YYYY-MM-DD"),
        MOMENT: _("moment in UTC, YYYY-MM-DDThh:mm:ssZ"),
        UUID: _("number of a row (UUID)"),
    }
    plain = {
        "boolean": _("true or false"),
        "integer": _("whole number"),
        "string": _("text"),
    }
    return patterns.get(kind.get("pattern", "")) or plain.get(
        kind.get("type", ""), _("JSON")
    )
