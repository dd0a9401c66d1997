"""Moving on to the next phase: the rules are met, and the member agrees."""

import datetime as dt
import uuid

from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.accounts.models import Member
from tracking.at_once import Wanted
from tracking.gate import hold
from tracking.models import Enrollment, PhaseMove
from tracking.phase_facts import Known, known
from tracking.phases import Check


class NotYet(Exception):  # noqa: N818  # a state of the member, not a fault
    """Some rule is not met, or there is no phase to move on to."""


def as_kept(check: Check) -> dict[str, str]:
    return {"key": check.key, "words": check.words, "value": check.value}


@transaction.atomic
def move_on(member: Member, enrollment: uuid.UUID, entry: uuid.UUID) -> PhaseMove:
    """Raises NotYet, or IntegrityError: the UUID is taken.

    What was met is looked up again, whatever the page showed.
    """
    hold(member)
    day = timezone.localdate()
    mine = Enrollment.objects.for_member(member).for_today()
    taken = Wanted(PhaseMove.objects.filter(pk=entry), "id")
    now = known(mine.get(pk=enrollment), day, taken)
    if taken.rows:
        raise IntegrityError(entry)
    if not now.is_ready:
        raise NotYet
    move = moved(now, entry, day)
    move.save(force_insert=True)
    enter(move.enrollment, now.enrollment.next_phase, day)
    return move


def moved(now: Known, entry: uuid.UUID, day: dt.date) -> PhaseMove:
    row = now.enrollment
    return PhaseMove(
        pk=entry,
        enrollment=row,
        from_phase=row.phase,
        to_phase_id=row.next_phase,
        from_title=row.phase.title,
        to_title=row.next_phase_title or "",
        from_since=row.phase_began,
        agreed_on=day,
        agreed_at=timezone.now(),
        met=[as_kept(check) for check in now.checks],
    )


def enter(enrollment: Enrollment, phase: int | None, since: dt.date) -> None:
    Enrollment.objects.filter(pk=enrollment.pk).update(
        phase=phase, phase_since=since, shown_plan={}
    )


def can_be_undone(move: PhaseMove) -> bool:
    """While it is the last one: the member is still in the phase it led to."""
    here = move.enrollment.phase_id == move.to_phase_id
    return move.undone_at is None and move.from_phase_id is not None and here


@transaction.atomic
def undo(move: PhaseMove) -> None:
    """Back in the former phase, as if it had gone on. Undoing twice changes nothing."""
    hold(move.enrollment.member)
    move.refresh_from_db()
    if can_be_undone(move):
        move.undone_at = timezone.now()
        move.save(update_fields=["undone_at"])
        enter(move.enrollment, move.from_phase_id, move.from_since)
