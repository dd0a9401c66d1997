"""What holds for a member at one moment, read in 1 statement."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from portal.accounts.models import Member
from tracking.at_once import Wanted, read_at_once
from tracking.flaring import FlareNow, flare_among, flares_that_count
from tracking.gate import Screens, gate_after, gate_from, screens_that_count
from tracking.lately import COLUMNS, Lately, noted, reports_lately
from tracking.models import Flare
from tracking.safety import Gate


@dataclass(frozen=True)
class Now:
    """The safety answers, what was felt lately, and the newest flare."""

    member: Member
    day: dt.date
    screens: Screens
    felt: Lately
    latest_flare: Flare | None

    @cached_property
    def gate(self) -> Gate:
        """Another query only where a day long over was noted, or made worse, lately."""
        latest = self.screens.latest
        felt = self.felt.since(latest.asked_at) if latest else []
        if felt is None:
            return gate_after(self.member, latest)
        return gate_from(latest, felt)

    @cached_property
    def flare(self) -> FlareNow | None:
        return flare_among(self.felt.noted_lately, self.latest_flare, self.day)


def now_of(member: Member, day: dt.date, *more: Wanted[Any]) -> Now:
    """Fills what else is wanted by the same statement."""
    screens = Wanted(screens_that_count(member))
    reports = Wanted(reports_lately(member, day), *COLUMNS)
    flares = Wanted(flares_that_count(member, day))
    read_at_once(member, screens, reports, flares, *more)
    felt = noted(day, reports.rows)
    return Now(member, day, Screens.among(screens.rows), felt, flares.first)
