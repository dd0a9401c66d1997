"""One table of the record: whose rows, which columns, and each in words."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import models
from django_stubs_ext import StrOrPromise

from exercises.models import Exercise, Phase, Prescription, Program
from portal.accounts.models import Member
from portal.plans.models import Benefit

type Row = dict[str, Any]

CHUNK = 500
ME = "me"
PERSON = ("id", "first_name", "last_name", "email")
# What other sites have under the same name, and not under the same number.
KEYS: dict[type[models.Model], tuple[str, ...]] = {
    Benefit: ("sponsor__slug", "program__slug", "starts_on"),
    Exercise: ("slug",),
    Phase: ("program__slug", "slug"),
    Prescription: ("phase__program__slug", "phase__slug", "order", "exercise__slug"),
    Program: ("slug",),
}


def plain(value: object) -> object:
    """As JSON holds it: moments in UTC, to the microsecond."""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, uuid.UUID) else value


@dataclass(frozen=True)
class Column:
    name: str
    words: StrOrPromise
    field: "models.Field[Any, Any]"

    @cached_property
    def target(self) -> type[models.Model] | None:
        """What it points at, when that has no number that travels."""
        model = self.field.related_model
        known = model is Member or model in KEYS
        return model if known and isinstance(model, type) else None

    @cached_property
    def lookups(self) -> tuple[str, ...]:
        if self.target is None:
            return (self.field.attname,)
        keys = PERSON if self.target is Member else KEYS[self.target]
        return tuple(f"{self.name}__{key}" for key in keys)

    def value(self, found: Sequence[Any], member: Member) -> object:
        if self.target is None or found[0] is None:
            return plain(found[0])
        if self.target is Member:
            return person(found, member)
        return "/".join(str(plain(part)) for part in found)


def person(found: Sequence[Any], member: Member) -> str:
    number, first, last, email = found
    return ME if number == member.pk else f"{first} {last}".strip() or email


@dataclass(frozen=True)
class Table:
    """`stays` says why its rows are not brought into another site.

    `shapes` states what a JSON column may hold, and `said` puts it in words.
    """

    name: str
    model: type[models.Model]
    words: StrOrPromise
    meanings: Mapping[str, StrOrPromise]
    owner: str = "member"
    order: str = "pk"
    left_out: Mapping[str, StrOrPromise] = field(default_factory=dict)
    shapes: Mapping[str, Row] = field(default_factory=dict)
    said: Mapping[str, Callable[[Any], str]] = field(default_factory=dict)
    stays: StrOrPromise = ""

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        meta = self.model._meta  # Django's documented way to the fields
        return tuple(
            Column(name, words, meta.get_field(name))  # type: ignore[arg-type]  # all are columns
            for name, words in self.meanings.items()
        )

    @property
    def owned(self) -> "models.QuerySet[Any]":
        return self.model._default_manager.all()  # noqa: SLF001  # documented too

    def of(self, member: Member) -> "models.QuerySet[Any]":
        return self.owned.filter(**{self.owner: member.pk}).order_by(self.order, "pk")

    def rows(self, member: Member) -> Iterator[Row]:
        return self.read(self.of(member), member)

    def read(self, queryset: "models.QuerySet[Any]", member: Member) -> Iterator[Row]:
        """A few at a time: memory stays flat however long the record is."""
        lookups = [name for column in self.columns for name in column.lookups]
        for found in queryset.values_list(*lookups).iterator(chunk_size=CHUNK):
            parts = iter(found)
            yield {
                column.name: column.value([next(parts) for _ in column.lookups], member)
                for column in self.columns
            }
