"""Whether a flare is on: said by the member, or seen in the numbers."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import DateField, F, QuerySet, Value
from django.db.models.functions import Greatest

from portal.accounts.models import Member
from tracking.gate import hold
from tracking.models import Flare, SymptomReport
from tracking.progress import WINDOW_DAYS, Day, Noted, days_between, flares
from tracking.stop_rules import flare_is_on

# A flare that nobody ends and nobody writes about is over after so long.
LONGEST = dt.timedelta(days=28)
SEEN = LONGEST + dt.timedelta(days=2 * WINDOW_DAYS)


@dataclass(frozen=True)
class FlareNow:
    """A flare that is on. Without a row it is only seen in the numbers."""

    since: dt.date
    row: Flare | None = None
    is_gentle: bool = False


def flare_on(member: Member, day: dt.date) -> FlareNow | None:
    """The flare of this member on that day, if there is one. 2 queries."""
    latest = latest_flare(member, day)
    reports = SymptomReport.objects.for_member(member)
    recent = reports.filter(reported_on__range=(day - SEEN, day)).noted()
    return flare_among(recent, latest, day)


def latest_flare(member: Member, day: dt.date) -> Flare | None:
    return flares_that_count(member, day).first()


def flares_that_count(member: Member, day: dt.date) -> QuerySet[Flare]:
    """The newest up to that day, if there is one."""
    return Flare.objects.for_member(member).declared_by(day)[:1]


def flare_among(
    notes: Sequence[Noted], latest: Flare | None, day: dt.date
) -> FlareNow | None:
    """From notes of the days before; `latest` is the newest flare up to that day."""
    days = days_between(notes, day - SEEN, day)
    if latest and is_open(latest, day):
        return declared(days, latest, day)
    ended_on = latest.ended_on if latest else None
    runs = flares(days)
    if not runs or not flare_is_on(days, None, ended_on):
        return None
    return FlareNow(runs[-1][0])


def is_open(flare: Flare, day: dt.date) -> bool:
    if day - flare.declared_on > LONGEST:
        return False
    return flare.ended_on is None or day < flare.ended_on


def declared(days: Sequence[Day], flare: Flare, day: dt.date) -> FlareNow | None:
    if not flare_is_on(days, flare.declared_on, None):
        return None
    return FlareNow(flare.declared_on, flare, is_gentle=day <= flare.gentle_until)


@transaction.atomic
def declare(flare: Flare) -> Flare:
    """An earlier one that is still open ends where this one begins."""
    hold(flare.member)
    ends = Greatest(F("declared_on"), Value(flare.declared_on, DateField()))
    earlier = Flare.objects.for_member(flare.member).filter(ended_on=None)
    earlier.update(ended_on=ends)
    flare.save(force_insert=True)
    return flare
