"""Bringing a record in: only adding, only to its owner, and all of it or nothing."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, models, transaction
from django.utils.translation import gettext as _
from django_stubs_ext import StrOrPromise

from portal.accounts.models import Member
from portal.record.models import RecordUpload
from portal.record.table import CHUNK, KEYS, ME, Column, Row, Table, plain
from portal.record.tables import TABLES


class Refused(Exception):  # noqa: N818  # a case to show, not a fault
    """Why the file cannot come in, as a sentence."""


@dataclass
class Summary:
    """How many rows of each table are new, here already, kept as they are, left."""

    new: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)

    def as_json(self) -> dict[str, dict[str, int]]:
        return {
            name: dict(getattr(self, name)) for name in ("new", "same", "kept", "left")
        }


def points_at(table: Table) -> set[type[models.Model]]:
    targets = {c.field.related_model for c in table.columns if c.target is None}
    return {t for t in targets if isinstance(t, type)} - {table.model}


def in_order(tables: Iterable[Table]) -> list[Table]:
    """Each after those that its rows point at."""
    waiting = [table for table in tables if not table.stays]
    models_waiting = {table.model for table in waiting}
    ordered: list[Table] = []
    while waiting:
        ready = next(t for t in waiting if not points_at(t) & models_waiting)
        ordered.append(ready)
        waiting.remove(ready)
        models_waiting.remove(ready.model)
    return ordered


@dataclass
class Bringing:
    """One file on its way in: what it points at, and what is known to be its owner's."""

    member: Member
    tables: dict[str, list[Row]]
    summary: Summary = field(default_factory=Summary)
    own: dict[type[models.Model], set[str]] = field(default_factory=dict)
    keys: dict[type[models.Model], dict[str, Any]] = field(default_factory=dict)

    def run(self) -> Summary:
        for table in in_order(TABLES):
            try:
                with transaction.atomic():
                    self.bring(table, self.tables.get(table.name, []))
            except (IntegrityError, DataError, ValidationError, ValueError) as error:
                raise Refused(sentence(table, error)) from None
        return self.summary

    def bring(self, table: Table, rows: list[Row]) -> None:
        here = {row["id"]: row for row in table.rows(self.member)}
        self.own[table.model] = set(here)
        refuse_what_others_have(table, [r["id"] for r in rows if r["id"] not in here])
        has_its_only_one = bool(here) and is_one_each(table)
        new: list[models.Model] = []
        for row in rows:
            if row["id"] in here:
                same = alike(table, row, here[row["id"]])
                (self.summary.same if same else self.summary.kept)[table.name] += 1
            elif has_its_only_one:
                self.summary.kept[table.name] += 1
            elif row.get("deleted_at") or not self.can_point(table, row):
                self.summary.left[table.name] += 1
            else:
                new.append(self.made(table, row))
                self.own[table.model].add(row["id"])
        table.owned.bulk_create(new, batch_size=CHUNK)
        self.summary.new[table.name] += len(new)

    def can_point(self, table: Table, row: Row) -> bool:
        """Not at what was left behind."""
        return all(
            row[column.name] is None or row[column.name] in self.own[target]
            for column in table.columns
            if (target := inner_target(column)) is not None
        )

    def made(self, table: Table, row: Row) -> models.Model:
        values = {c.field.attname: self.value(c, row[c.name]) for c in table.columns}
        if "__" not in table.owner:
            values[f"{table.owner}_id"] = self.member.pk
        return table.model(**values)

    def value(self, column: Column, told: Any) -> Any:
        if told is None:
            return None
        if column.target is Member:
            return self.member.pk if told == ME else None
        if column.target is not None:
            return self.found(column, told)
        return column.field.to_python(told)

    def found(self, column: Column, told: str) -> Any:
        """What this site has under that name."""
        model = column.target
        assert model is not None  # noqa: S101  # the caller has looked
        if model not in self.keys:
            self.keys[model] = dict(named(model))
        number = self.keys[model].get(told)
        if number is None and not column.field.null:
            told_as = {"name": told.rpartition("/")[2] or told}
            raise Refused(_("This site does not have “%(name)s”.") % told_as)
        return number


def inner_target(column: Column) -> type[models.Model] | None:
    """The table of the record at which a column points."""
    model = column.field.related_model
    return model if column.target is None and isinstance(model, type) else None


def named(model: type[models.Model]) -> Iterator[tuple[str, Any]]:
    """A draft has the name of what it will replace: the older row wins."""
    everything = model._default_manager  # noqa: SLF001  # documented
    rows = everything.order_by("-pk").values_list(*KEYS[model], "pk")
    for *parts, pk in rows:
        yield "/".join(str(plain(part)) for part in parts), pk


def is_one_each(table: Table) -> bool:
    meta = table.model._meta
    return "__" not in table.owner and bool(meta.get_field(table.owner).one_to_one)


def refuse_what_others_have(table: Table, ids: list[str]) -> None:
    for start in range(0, len(ids), CHUNK):
        if table.owned.filter(pk__in=ids[start : start + CHUNK]).exists():
            raise Refused(
                _("Entries of this file are in another account of this site.")
            )


def alike(table: Table, told: Row, here: Row) -> bool:
    """People of another site are unknown here, so who did it does not count."""
    people = {c.name for c in table.columns if c.target is Member}
    return all(
        told[name] == here[name] for name in table.meanings if name not in people
    )


def sentence(table: Table, error: Exception) -> str:
    known: dict[str, StrOrPromise] = {
        c.name: c.violation_error_message
        for c in table.model._meta.constraints
        if c.violation_error_message
    }
    reasons = [str(words) for name, words in known.items() if name in str(error)]
    reason = reasons[0] if reasons else _("An entry does not fit with what is here.")
    return f"“{table.words}”: {reason}"


def try_out(member: Member, record: Row) -> Summary:
    """What would come in. Nothing stays."""
    with transaction.atomic():
        summary = Bringing(member, record["tables"]).run()
        transaction.set_rollback(True)
    return summary


@transaction.atomic
def bring_in(upload: RecordUpload, at: dt.datetime) -> bool:
    """False when it is in already. Raises Refused."""
    held = RecordUpload.objects.select_for_update().get(pk=upload.pk)
    if held.brought_in_at is not None:
        return False
    held.summary = Bringing(held.member, held.content["tables"]).run().as_json()
    held.content, held.brought_in_at = {}, at
    held.save(update_fields=["summary", "content", "brought_in_at"])
    return True


def forget_uploads(now: dt.datetime) -> int:
    return RecordUpload.objects.too_old(now).delete()[0]
