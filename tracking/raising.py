"""Saving a safety screen: with the alert it raises, or with the locks it lifts."""

import datetime as dt

from django.db import transaction

from tracking.gate import GateShut, hold, latest_screen
from tracking.models import SafetyAlert, SafetyScreen

TICK = dt.timedelta(microseconds=1)


@transaction.atomic
def record(screen: SafetyScreen, *, clears: SafetyScreen | None = None) -> SafetyScreen:
    """Raises GateShut for answers that would open a lock they were not given to."""
    hold(screen.member)
    latest = latest_screen(screen.member)
    if latest:
        refuse_to_open(screen, latest, clears)
        # The latest decides, also when a clock goes back.
        screen.asked_at = max(screen.asked_at, latest.asked_at + TICK)
    screen.save(force_insert=True)
    if screen.is_locked:
        raise_alert(screen)
    else:
        lift_locks(screen)
    return screen


def refuse_to_open(
    screen: SafetyScreen, latest: SafetyScreen, clears: SafetyScreen | None
) -> None:
    if latest.is_locked and not screen.is_locked and latest != clears:
        raise GateShut


def raise_alert(screen: SafetyScreen) -> None:
    SafetyAlert.objects.create(
        member=screen.member,
        screen=screen,
        severity=SafetyAlert.Severity(screen.outcome),
        raised_at=screen.asked_at,
    )


def lift_locks(screen: SafetyScreen) -> None:
    """What the member was checked for; the answers stay as they were given."""
    SafetyScreen.objects.for_member(screen.member).still_locked().update(
        cleared_at=screen.asked_at, cleared_by=screen.member
    )
