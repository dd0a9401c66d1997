"""Two versions of a page, field by field, in words."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from exercises.tree import Node, part_model

type Words = dict[str, str]


@dataclass(frozen=True)
class Piece:
    text: str
    differs: bool


@dataclass(frozen=True)
class Change:
    field: str
    before: list[Piece]
    after: list[Piece]


def compare(before: Node, after: Node, names: "Names | None" = None) -> list[Change]:
    names = names or Names()
    old = dict(in_words(before, names))
    new = dict(in_words(after, names))
    return [
        Change(field, *pieces(old.get(field, ""), new.get(field, "")))
        for field in [*new, *(field for field in old if field not in new)]
        if old.get(field, "") != new.get(field, "")
    ]


def changes(rows: dict[str, tuple[str, str]]) -> list[Change]:
    return [Change(field, *pieces(*both)) for field, both in rows.items()]


def pieces(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    old, new = split(before), split(after)
    left, right = [], []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for what, start, end, begin, stop in matcher.get_opcodes():
        left.append(Piece("".join(old[start:end]), what != "equal"))
        right.append(Piece("".join(new[begin:stop]), what != "equal"))
    return [p for p in left if p.text], [p for p in right if p.text]


def split(text: str) -> list[str]:
    return re.findall(r"\s+|[^\s]+", text)


class Names:
    """What the numbers of other rows mean, read once for each kind of row."""

    def __init__(self) -> None:
        self.of = cache(self.read)

    def read(self, model: Any) -> dict[Any, str]:
        return {
            row.pk: getattr(row, "key", "") or str(row) for row in model.objects.all()
        }


def in_words(node: Node, names: Names, place: str = "") -> Iterator[tuple[str, str]]:
    for name, value in node.values.items():
        field = column(node.model, name)
        if field.name == "order":
            continue
        yield place + str(capfirst(field.verbose_name)), told(field, value, names)
    for name, keys in node.links.items():
        field = column(node.model, name)
        known = names.of(field.related_model)
        words = ", ".join(sorted(known.get(key, _("gone")) for key in keys))
        yield place + str(capfirst(field.verbose_name)), words
    for relation, nodes in node.parts.items():
        noun = part_model(node.model, relation)._meta.verbose_name
        for number, part in enumerate(nodes, start=1):
            yield from in_words(part, names, f"{place}{capfirst(noun)} {number}: ")


def column(model: Any, attname: str) -> Any:
    both = [*model._meta.concrete_fields, *model._meta.many_to_many]
    return next(each for each in both if each.attname == attname)


def told(field: Any, value: Any, names: Names) -> str:
    if value is None or value == "":
        return ""
    if isinstance(field, models.ForeignKey):
        return names.of(field.related_model).get(value, _("gone"))
    if isinstance(field, models.BooleanField):
        return _("yes") if value else _("no")
    if field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    return str(value)
