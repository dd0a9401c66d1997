"""When the later reports of a session are made: 10 minutes on, and the next morning."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from tracking.models import ExerciseSession, SymptomReport

Moment = SymptomReport.Moment

LATER = (Moment.AFTER_10_MINUTES, Moment.NEXT_MORNING)
WAIT = dt.timedelta(minutes=10)
FIRST_HOUR = dt.timedelta(hours=1)
# A form that was open in time is still taken, even after a new sign-in.
GRACE = dt.timedelta(hours=3)


@dataclass(frozen=True)
class Window:
    """From when a report is offered, and until when."""

    opens: dt.datetime
    ends: dt.datetime

    def is_offered(self, now: dt.datetime) -> bool:
        return self.opens <= now < self.ends

    def is_taken(self, now: dt.datetime) -> bool:
        return self.opens <= now < self.ends + GRACE


def midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))


def window(moment: SymptomReport.Moment, finished_at: dt.datetime) -> Window:
    """The next morning is the whole local day after the one it ended on."""
    if moment is Moment.AFTER_10_MINUTES:
        return Window(finished_at + WAIT, finished_at + FIRST_HOUR)
    day = timezone.localdate(finished_at) + dt.timedelta(days=1)
    return Window(midnight(day), midnight(day + dt.timedelta(days=1)))


def window_of(session: ExerciseSession, moment: SymptomReport.Moment) -> Window | None:
    """None while the session is not finished."""
    return window(moment, session.finished_at) if session.finished_at else None
