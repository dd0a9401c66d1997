"""A file that was checked comes into effect, whole and at once; and can be undone."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.plans.models import (
    Coverage,
    EligibilityFile,
    EligibilityRecord,
    Sponsor,
)

State = EligibilityFile.State


@transaction.atomic
def use(file: EligibilityFile) -> None:
    """Raises ValidationError before its day, and when it stands on what has changed."""
    former = hold(file)
    refuse_if_not_ready(file)
    if former != file.former:
        raise ValidationError(_("Another file came into effect. Send this one again."))
    if former:
        move(former, State.REPLACED)
    file.used_at = timezone.now()
    move(file, State.IN_EFFECT)
    rename(file, file.moved)


def refuse_if_not_ready(file: EligibilityFile) -> None:
    if file.state != State.READY:
        raise ValidationError(_("This file is not waiting to be used."))
    if file.is_early:
        raise ValidationError(_("The day it is as of has not come."))
    if file.people_count and not file.records.exists():
        raise ValidationError(_("Its rows are no longer kept. Send it again."))


@transaction.atomic
def undo(file: EligibilityFile) -> None:
    """The file before it is in effect again, as it was: its rows were never touched."""
    if hold(file) != file:
        raise ValidationError(_("Only the file in effect can be undone."))
    former = file.former
    if former and former.people_count and not former.records.exists():
        raise ValidationError(_("The rows of the file before it are no longer kept."))
    move(file, State.UNDONE)
    if former:
        move(former, State.IN_EFFECT)
        rename(former, {new: old for old, new in file.moved.items()})
        reopen(file)


def reopen(file: EligibilityFile) -> None:
    """Coverages that ended because of this file run on with the row that is back."""
    runs = EligibilityRecord.objects.in_effect(file.sponsor_id).filter(
        Q(ends_on=None) | Q(ends_on__gte=timezone.localdate()),
        person=OuterRef("person"),
    )
    held = Coverage.objects.filter(
        Q(member=OuterRef("member")) | Q(person=OuterRef("person")),
        benefit=OuterRef("benefit"),
        ended_on=None,
    )
    ended = Coverage.objects.filter(
        benefit__sponsor=file.sponsor_id,
        ended_by_file=True,
        ended_on__gte=timezone.localdate(file.used_at),
    )
    again = ended.filter(Exists(runs), ~Exists(held))
    again.update(ended_on=None, ended_by_file=False)


def hold(file: EligibilityFile) -> EligibilityFile | None:
    """One at a time for each sponsor. Returns the file in effect."""
    Sponsor.objects.select_for_update().only("pk").get(pk=file.sponsor_id)
    file.refresh_from_db()
    return EligibilityFile.objects.in_effect(file.sponsor_id).first()


def move(file: EligibilityFile, state: State) -> None:
    file.state = state
    file.save(update_fields=["state", "used_at"])


def rename(file: EligibilityFile, moved: dict[str, str]) -> None:
    """Coverages follow their row from one key to the other."""
    for before, after in moved.items():
        coverages = Coverage.objects.filter(
            benefit__sponsor=file.sponsor_id, person=before
        )
        coverages.update(person=after, key_id=file.key_id)
