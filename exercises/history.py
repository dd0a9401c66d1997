"""The versions of a page, each whole with its parts, kept by django-reversion."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import reversion
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from reversion.models import Revision, Version

from exercises.models import Reference, SafetyQuestion, Workflow
from exercises.tree import PARTS, Node, columns, links, part_model, parts_of, pointer
from portal.accounts.models import Member

WHOLE = 50  # versions that a history shows


def register() -> None:
    kinds: set[Any] = {SafetyQuestion, Reference, *PARTS}
    kinds |= {
        part_model(owner, name) for owner, names in PARTS.items() for name in names
    }
    for kind in kinds:
        reversion.register(kind, follow=parts_of(kind), exclude=left_out(kind))


def left_out(kind: Any) -> list[str]:
    """A version says what the page said. Who wrote it, the revision says."""
    return ["writers", "earlier_drafts"] if issubclass(kind, Workflow) else []


@contextmanager
def recorded(by: Member | None, comment: str = "") -> Iterator[None]:
    with reversion.create_revision():
        if by:
            reversion.set_user(by)
        if comment:
            reversion.set_comment(comment)
        yield


def remember_first(row: Any) -> None:
    """How it came: what is loaded from files makes no version by itself."""
    if not Version.objects.get_for_object(row).exists():
        with recorded(None, _("As it came")):
            reversion.add_to_revision(row)


@dataclass(frozen=True)
class Moment:
    """One version of a page: who made it, when, and what the page said."""

    revision: Revision
    page: Version
    node: Node

    @property
    def by(self) -> Member | None:
        by: Member | None = self.revision.user
        return by


def moments(row: Any) -> list[Moment]:
    """Newest first; the versions of its working drafts are versions of the page."""
    kind = ContentType.objects.get_for_model(type(row))
    pages = (
        Version.objects.filter(content_type=kind, object_id__in=numbers(row))
        .select_related("revision__user")
        .order_by("-revision_id")[:WHOLE]
    )
    found = list(pages)
    parts = versions_of(found)
    return [Moment(page.revision, page, node(page, parts)) for page in found]


def latest_by(row: Any) -> str:
    """Who saved a page last; empty where they have left."""
    version = (
        Version.objects.get_for_object(row).select_related("revision__user").first()
    )
    return str(version.revision.user or "") if version else ""


def numbers(row: Any) -> list[str]:
    if not isinstance(row, Workflow):
        return [str(row.pk)]
    live: Any = row.draft_of or row
    kind: Any = type(row)
    draft = kind.objects.filter(draft_of=live).values_list("pk", flat=True)
    return [str(pk) for pk in (live.pk, *live.earlier_drafts, *draft)]


type Parts = dict[int, dict[Any, list[Version]]]


def versions_of(pages: list[Version]) -> Parts:
    """The versions in the same revisions, by revision and by kind."""
    found: Parts = {page.revision_id: {} for page in pages}
    for version in Version.objects.filter(revision_id__in=found).order_by("pk"):
        found[version.revision_id].setdefault(kind_of(version), []).append(version)
    return found


def kind_of(version: Version) -> Any:
    kind = ContentType.objects.get_for_id(version.content_type_id)  # cached
    return kind.model_class()


def node(version: Version, parts: Parts) -> Node:
    model = kind_of(version)
    told = version.field_dict
    values = {
        each.attname: told.get(each.attname, each.get_default())
        for each in columns(model)
    }
    return Node(
        model,
        values,
        {name: sorted(int(pk) for pk in told.get(name, [])) for name in links(model)},
        {name: part_nodes(version, name, parts) for name in parts_of(model)},
    )


def part_nodes(owner: Version, relation: str, parts: Parts) -> list[Node]:
    column = pointer(kind_of(owner), relation).attname
    rows = [
        version
        for version in parts[owner.revision_id].get(
            part_model(kind_of(owner), relation), []
        )
        if str(version.field_dict[column]) == owner.object_id
    ]
    rows.sort(key=lambda version: (version.field_dict["order"], int(version.object_id)))
    return [node(version, parts) for version in rows]
