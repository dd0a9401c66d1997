"""The directory as it was before a file."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from portal.plans.importing import benefit_snapshot, snapshot
from portal.plans.models import (
    Benefit,
    DirectoryImport,
    EligibilityFile,
    HelpRequest,
    Invitation,
    Sponsor,
)

type PutBack = Callable[[snapshot.Snapshot], None]

Kind = DirectoryImport.Kind
KINDS: dict[str, tuple[Any, str, PutBack]] = {
    Kind.SPONSORS: (Sponsor, "sponsor", snapshot.put_back),
    Kind.BENEFITS: (Benefit, "pk", benefit_snapshot.put_back),
}


class CannotUndoError(Exception):
    """People have joined, asked or been invited through what the file brought."""


class LaterFirstError(Exception):
    """A later file changed the same rows: what stood before it comes back first."""


@transaction.atomic
def undo(done: DirectoryImport) -> None:
    """All of it or nothing; a second time changes nothing."""
    row = DirectoryImport.objects.select_for_update().get(pk=done.pk)
    if row.undone_at:
        return
    refuse_if_changed_later(row)
    model, place, put_back = KINDS[row.kind]
    refuse_if_used(Benefit.objects.filter(**{f"{place}__in": row.made}))
    if row.kind == Kind.SPONSORS:
        refuse_if_filled(row.made)
    try:
        model.objects.filter(pk__in=row.made).delete()
    except ProtectedError as error:
        raise CannotUndoError from error
    there = set(model.objects.values_list("pk", flat=True))
    for shot in row.before:
        if shot["pk"] in there:
            put_back(shot)
    row.undone_at = timezone.now()
    row.save(update_fields=["undone_at"])


def rows_of(done: DirectoryImport) -> set[int]:
    return {int(pk) for pk in done.made} | {shot["pk"] for shot in done.before}


def refuse_if_changed_later(done: DirectoryImport) -> None:
    later = DirectoryImport.objects.filter(
        kind=done.kind, pk__gt=done.pk, undone_at=None
    )
    if any(rows_of(done) & rows_of(other) for other in later):
        raise LaterFirstError


def refuse_if_used(benefits: Any) -> None:
    """Deleting would take these with it, unlike a coverage."""
    for model in (HelpRequest, Invitation):
        if model.objects.filter(benefit__in=benefits).exists():
            raise CannotUndoError


def refuse_if_filled(sponsors: list[int]) -> None:
    """Deleting a sponsor would take what staff have entered for it since."""
    for model in (Benefit, EligibilityFile):
        if model.objects.filter(sponsor__in=sponsors).exists():
            raise CannotUndoError
