"""Several querysets in 1 statement: what decides together is read at one moment.

Each queryset is a JSON list inside the statement, and its rows become model instances
again. So a rule sees one state of the database on PostgreSQL too, where each statement
sees its own, and a form costs fewer ways there and back.
"""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models
from django.db.models.functions import JSONObject

from portal.accounts.models import Member

type Json = dict[str, Any]
type Columns = Sequence[str]


class Rows(models.Subquery):
    """All rows of a queryset with a JSON column `row`, as a list in its order."""

    template = "(SELECT json_group_array(json(listed.row)) FROM (%(subquery)s) listed)"
    on_postgresql = (
        "(SELECT coalesce(jsonb_agg(listed.row), '[]') FROM (%(subquery)s) listed)"
    )

    empty_result_set_value: Any = "[]"  # where Django sees that nothing can match

    def __init__(self, queryset: models.QuerySet[Any, Any]) -> None:
        super().__init__(queryset, output_field=models.JSONField())

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, self.on_postgresql, **context)


class Wanted[Row: models.Model]:
    """A queryset to read with others; `rows` is empty until then.

    Its annotations come along, and the rows it names in `select_related` by a key of
    their own. `columns` leaves out all other columns of the queryset's model.
    """

    def __init__(self, queryset: models.QuerySet[Row], *columns: str) -> None:
        self.queryset, self.columns = queryset, columns
        self.rows: list[Row] = []

    @property
    def first(self) -> Row | None:
        return self.rows[0] if self.rows else None

    @property
    def related(self) -> Json:
        named = self.queryset.query.select_related
        return named if isinstance(named, dict) else {}

    @property
    def as_list(self) -> Rows:
        row = described(self.queryset.model, self.related, self.columns)
        found = {name: models.F(name) for name in self.queryset.query.annotations}
        both = JSONObject(row=row, found=JSONObject(**found))
        return Rows(self.queryset.select_related(None).values(row=both))

    def fill(self, given: Iterable[Json]) -> None:
        kinds = self.queryset.query.annotations
        for each in given:
            row = revived(self.queryset.model, self.related, each["row"])
            for name, kind in kinds.items():
                setattr(row, name, as_python(kind.output_field, each["found"][name]))
            self.rows.append(row)


def read_at_once(member: Member, *wanted: Wanted[Any]) -> None:
    """Fills each of them. 1 query, on the row of this member."""
    lists = [one.as_list for one in wanted]
    found = Member.objects.filter(pk=member.pk).values_list(*lists).get()
    for one, given in zip(wanted, found, strict=True):
        one.fill(given)


def described(
    model: type[models.Model], related: Json, columns: Columns = (), path: str = ""
) -> JSONObject:
    names = [field.attname for field in kept(model, columns)]
    beside = {
        name: described(model_of(model, name), more, path=f"{path}{name}__")
        for name, more in related.items()
    }
    return JSONObject(**{name: models.F(path + name) for name in names}, **beside)


def kept(model: type[models.Model], columns: Iterable[str]) -> list[Any]:
    fields = model._meta.concrete_fields
    return [f for f in fields if not columns or f.attname in columns]


def model_of(model: type[models.Model], name: str) -> type[models.Model]:
    found: type[models.Model] = model._meta.get_field(name).related_model  # type: ignore[assignment]  # never "self"
    return found


def revived[Row: models.Model](model: type[Row], related: Json, given: Json) -> Row:
    fields = [f for f in model._meta.concrete_fields if f.attname in given]
    values = [as_python(field, given[field.attname]) for field in fields]
    row = model.from_db("default", [f.attname for f in fields], values)
    for name, more in related.items():
        if getattr(row, f"{name}_id") is not None:
            setattr(row, name, revived(model_of(model, name), more, given[name]))
    return row


def as_python(field: Any, value: Any) -> Any:
    """Databases write the same value into JSON in ways of their own."""
    if value is None:
        return None
    if isinstance(field, models.JSONField) and isinstance(value, str):
        return json.loads(value)
    found = field.to_python(value)
    if isinstance(found, dt.datetime) and found.tzinfo is None:
        return found.replace(tzinfo=dt.UTC)
    return found
