"""A page with all its parts as plain values: to copy it, to merge it, to compare it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from exercises.models import (
    Exercise,
    Guide,
    GuideSection,
    Phase,
    Prescription,
    Program,
    SectionExercise,
    Workflow,
)

type Model = type[models.Model]

PARTS: dict[Model, list[str]] = {
    Exercise: ["steps", "variations", "cautions", "statements"],
    Guide: ["sections"],
    GuideSection: ["statements", "help_items", "section_exercises", "pauses"],
    Program: ["phases"],
    Phase: ["prescriptions"],
}
# By what a part is found again; without a name, by its place.
NAMES: dict[Model, str] = {
    GuideSection: "anchor",
    Phase: "slug",
    Prescription: "exercise_id",
    SectionExercise: "exercise_id",
}
OF_THE_ROW = {"id", "slug", "key", "version", *(f.name for f in Workflow._meta.fields)}


@dataclass(frozen=True)
class Node:
    model: Model
    values: dict[str, Any]
    links: dict[str, list[Any]] = field(default_factory=dict)
    parts: dict[str, list["Node"]] = field(default_factory=dict)

    @property
    def name(self) -> Any:
        return self.values.get(NAMES.get(self.model, ""))


def parts_of(model: Model) -> list[str]:
    return PARTS.get(model, [])


def pointer(model: Model, relation: str) -> Any:
    """The column of the part that names its owner."""
    return model._meta.get_field(relation).remote_field


def part_model(model: Model, relation: str) -> Model:
    found: Model = pointer(model, relation).model
    return found


def columns(model: Model) -> list[Any]:
    """What a page says. What belongs to the row, such as its state, stays there."""
    if issubclass(model, Workflow):
        own = OF_THE_ROW
    else:
        own = {
            "id",
            "loaded_digest",
            *(pointer(owner, each).name for owner, each in owners(model)),
        }
    return [each for each in model._meta.concrete_fields if each.name not in own]


def owners(model: Model) -> Iterable[tuple[Model, str]]:
    for owner, relations in PARTS.items():
        yield from ((owner, r) for r in relations if part_model(owner, r) is model)


def links(model: Model) -> list[str]:
    if issubclass(model, Workflow):
        return []
    return [each.name for each in model._meta.many_to_many]


def grow(row: models.Model) -> Node:
    model = type(row)
    return Node(
        model,
        {each.attname: getattr(row, each.attname) for each in columns(model)},
        {
            name: sorted(getattr(row, name).values_list("pk", flat=True))
            for name in links(model)
        },
        {
            name: [grow(part) for part in getattr(row, name).all()]
            for name in parts_of(model)
        },
    )


def merge(row: Any, node: Node) -> None:
    """The row says what the node says. Parts that stay keep their number."""
    for name, value in node.values.items():
        setattr(row, name, value)
    row.save()
    for name, keys in node.links.items():
        getattr(row, name).set(keys)
    for relation, nodes in node.parts.items():
        merge_parts(row, relation, nodes)


def merge_parts(owner: Any, relation: str, nodes: list[Node]) -> None:
    model = part_model(type(owner), relation)
    standing = list(getattr(owner, relation).all())
    found = [(counterpart(standing, node), node) for node in nodes]
    for row in standing:
        row.delete()
    for row, node in found:
        part = row or model(**{pointer(type(owner), relation).name: owner})
        merge(part, node)


def counterpart(standing: list[Any], node: Node) -> Any:
    """Takes the row out of those that stand there, so that none is taken twice."""
    name = NAMES.get(node.model)
    for place, row in enumerate(standing):
        if not name or getattr(row, name) == node.name:
            return standing.pop(place)
    return None
