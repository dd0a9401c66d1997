"""The periods a chart can show, as links."""

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Period:
    key: str
    label: Promise
    days: int | None

    def first_day(self, today: dt.date) -> dt.date:
        if self.days is None:
            return dt.date.min
        return today - dt.timedelta(days=self.days - 1)


PERIODS = (
    Period("6-weeks", _("6 weeks"), 42),
    Period("3-months", _("3 months"), 91),
    Period("all", _("All"), None),
)


# A report may also look at one year; on the progress page that is one link too many.
REPORT_PERIODS = (*PERIODS[:2], Period("1-year", _("1 year"), 366), PERIODS[2])


def period_named(key: str) -> Period:
    """The period of that key; the shortest when there is none."""
    return next((p for p in REPORT_PERIODS if p.key == key), PERIODS[0])
