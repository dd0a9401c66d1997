"""A file that was checked comes into effect, whole and at once; and can be undone."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.plans.models import Coverage, EligibilityFile, Sponsor

State = EligibilityFile.State


@transaction.atomic
def use(file: EligibilityFile) -> None:
    """Raises ValidationError when another file came into effect in the meantime."""
    former = hold(file)
    if file.state != State.READY:
        raise ValidationError(_("This file is not waiting to be used."))
    if former != file.former:
        raise ValidationError(_("Another file came into effect. Send this one again."))
    if former:
        move(former, State.REPLACED)
    file.used_at = timezone.now()
    move(file, State.IN_EFFECT)
    rename(file, file.moved)


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
