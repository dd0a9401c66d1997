"""The directory as it was before a file."""

from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from portal.plans.importing.snapshot import put_back
from portal.plans.models import DirectoryImport, Sponsor


class CannotUndoError(Exception):
    """Somebody has joined through a sponsor that the file brought."""


@transaction.atomic
def undo(done: DirectoryImport) -> None:
    """All of it or nothing; a second time changes nothing."""
    row = DirectoryImport.objects.select_for_update().get(pk=done.pk)
    if row.undone_at:
        return
    try:
        Sponsor.objects.filter(pk__in=row.made).delete()
    except ProtectedError as error:
        raise CannotUndoError from error
    there = set(Sponsor.objects.values_list("pk", flat=True))
    for snapshot in row.before:
        if snapshot["pk"] in there:
            put_back(snapshot)
    row.undone_at = timezone.now()
    row.save(update_fields=["undone_at"])
