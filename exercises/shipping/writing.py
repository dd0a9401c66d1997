"""Plain forms become rows: in place where a row stands, so that its key stays."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from django.db import models

from exercises import edition
from exercises.shipping.library import Library
from exercises.shipping.links import Links
from exercises.shipping.part import Plain
from exercises.shipping.refusal import RefusedError
from exercises.shipping.shape import Children, Shape


@dataclass(frozen=True)
class Target:
    row: models.Model
    plain: Plain
    is_new: bool


def write_rows(shape: Shape, targets: list[Target], library: Library) -> None:
    if not targets:
        return
    for target in targets:
        fill(shape, target, library)
    shape.model.objects.bulk_create(target.row for target in targets if target.is_new)
    for target in targets:
        if not target.is_new:
            target.row.save()
    edition.renew()  # no signal tells of rows made in bulk


def fill(shape: Shape, target: Target, library: Library) -> None:
    for part in (*shape.parts, *shape.hidden):
        value = target.plain.get(part.name, part.default)
        for name, column in part.columns(value, library).items():
            setattr(target.row, name, column)


def write_parts(shape: Shape, targets: list[Target], library: Library) -> None:
    for links in shape.links:
        write_links(links, targets, library)
    for children in shape.children:
        found = list(chain.from_iterable(place(children, t) for t in targets))
        write_rows(children.shape, found, library)
        write_parts(children.shape, found, library)


def place(children: Children, owner: Target) -> Iterator[Target]:
    """The child rows of one owner: those that stay, the new ones; others go."""
    there = [] if owner.is_new else children.rows(owner.row)
    for order, plain in enumerate(children.plains(owner.plain), start=1):
        row = counterpart(children, there, plain)
        target = Target(row or children.shape.model(), plain, is_new=row is None)
        settle(children, target.row, owner.row, order)
        yield target
    for row in there:
        remove(row)


def counterpart(
    children: Children, there: list[models.Model], plain: Plain
) -> models.Model | None:
    key = children.key
    for place, row in enumerate(there):
        if not key or getattr(row, key) == plain[key]:
            return there.pop(place)
    return None


def settle(
    children: Children, row: models.Model, owner: models.Model, order: int
) -> None:
    pointer = getattr(type(owner), children.relation).field
    values = {pointer.name: owner, "order": order, **children.fixed}
    for name, value in values.items():
        setattr(row, name, value)


def remove(row: models.Model) -> None:
    try:
        row.delete()
    except models.ProtectedError as error:
        raise RefusedError(f'"{row}" is in use, so it cannot be taken out.') from error


def write_links(links: Links, targets: list[Target], library: Library) -> None:
    owner, other = links.field.m2m_column_name(), links.field.m2m_reverse_name()
    standing = [target.row.pk for target in targets if not target.is_new]
    links.through.objects.filter(**{f"{owner}__in": standing}).delete()
    links.through.objects.bulk_create(
        links.through(**{owner: target.row.pk, other: library.pk(links.target, name)})
        for target in targets
        for name in target.plain.get(links.name, [])
    )
