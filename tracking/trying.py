"""Starting a direction trial, and taking its readings one after another."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import Member
from tracking.direction import Moment, Reading, next_moment
from tracking.gate import gate_after, hold, left_out_for
from tracking.models import DirectionTrial, SafetyScreen
from tracking.safety import Gate

OPEN_FOR = dt.timedelta(hours=1)  # a leg read later says little about those bends
EXERCISES = {
    DirectionTrial.Movement.BACKWARD: "standing-back-bend",
    DirectionTrial.Movement.FORWARD: "knees-to-chest",
}


def is_clear(member: Member, latest: SafetyScreen | None) -> bool:
    """Only a clear safety screen that still holds lets anything be tried."""
    if latest is None or latest.outcome != SafetyScreen.Outcome.CLEAR:
        return False
    return gate_after(member, latest) is Gate.OPEN


def may_try(member: Member, latest: SafetyScreen | None, movement: str) -> bool:
    """A short screen says nothing new about what the full one leaves out."""
    if latest is None or not is_clear(member, latest):
        return False
    is_full = latest.kind == SafetyScreen.Kind.FULL
    return is_full or EXERCISES[DirectionTrial.Movement(movement)] not in left_out_for(
        member
    )


def is_open(trial: DirectionTrial) -> bool:
    """Not read to the end, and soon enough to go on with."""
    is_recent = timezone.now() - trial.tried_at < OPEN_FOR
    return is_recent and next_moment(trial) is not None


def open_trial(member: Member) -> DirectionTrial | None:
    trials = DirectionTrial.objects.for_member(member)
    return next((trial for trial in trials if is_open(trial)), None)


@transaction.atomic
def start_trial(member: Member, movement: str) -> DirectionTrial:
    """The one that is open, or a new one."""
    hold(member)
    return open_trial(member) or DirectionTrial.objects.create(
        member=member, movement=movement, tried_at=timezone.now()
    )


@transaction.atomic
def take_reading(trial: DirectionTrial, moment: Moment, seen: Reading) -> None:
    """Keep a reading once: a repeat changes nothing."""
    row = DirectionTrial.objects.select_for_update().get(pk=trial.pk)
    if not is_open(row) or next_moment(row) is not moment:
        return
    setattr(row, f"leg_{moment}", seen.leg)
    setattr(row, f"place_{moment}", seen.place)
    if moment is Moment.AFTER:
        row.tried_at = timezone.now()
    row.save()
