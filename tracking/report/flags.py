"""Safety checks that were not clear, and exercises stopped because it hurt more."""

import datetime as dt
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.accounts.models import Member
from tracking.models import SafetyScreen, StopEvent

MOST = 12


@dataclass(frozen=True)
class Flag:
    day: dt.date
    what: str

    @property
    def date(self) -> str:
        return date_format(self.day, "M j, Y")


@dataclass(frozen=True)
class Flags:
    """The newest first; those beyond a page are counted."""

    flags: list[Flag]
    checks: int

    @property
    def shown(self) -> list[Flag]:
        return self.flags[:MOST]

    @property
    def more(self) -> int:
        return max(0, len(self.flags) - MOST)

    @property
    def summary(self) -> str:
        checked = ngettext(
            "%(n)s safety check was answered.",
            "%(n)s safety checks were answered.",
            self.checks,
        ) % {"n": self.checks}
        if self.flags:
            return checked
        return _("%(checked)s No flag and no stop.") % {"checked": checked}


def screen_flag(screen: SafetyScreen) -> Flag:
    if screen.outcome in SafetyScreen.LOCKING:
        state = _("exercises paused") if screen.is_locked else _("cleared since")
        words = _("Safety check: %(outcome)s (%(state)s)")
        told = words % {"outcome": screen.get_outcome_display(), "state": state}
    else:
        told = _("Safety check: %(outcome)s") % {
            "outcome": screen.get_outcome_display()
        }
    return Flag(screen.asked_on, told)


def stop_flag(stop: StopEvent) -> Flag:
    words = _("Stopped %(exercise)s: %(event)s")
    told = words % {"exercise": stop.log.title, "event": stop.get_event_display()}
    return Flag(stop.log.session.performed_on, told)


def flags_of(member: Member, first: dt.date, today: dt.date) -> Flags:
    screens = list(SafetyScreen.objects.for_member(member).between(first, today))
    stops = StopEvent.objects.for_member(member).for_report(first, today)
    flagged = [s for s in screens if s.outcome != SafetyScreen.Outcome.CLEAR]
    flags = [*map(screen_flag, flagged), *map(stop_flag, stops)]
    return Flags(sorted(flags, key=lambda f: f.day, reverse=True), len(screens))
