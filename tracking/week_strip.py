"""The strip of 7 days: done, rest or neither. A day without a session is no fault."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tracking.models import ExerciseSession

DAYS = 7


@dataclass(frozen=True)
class WeekDay:
    """One day of the strip, in words for those who cannot see it."""

    letter: str
    number: int
    is_done: bool
    is_today: bool
    is_rest: bool
    words: str


def monday_of(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def week_day(
    day: dt.date, today: dt.date, done: set[dt.date], planned: Collection[int]
) -> WeekDay:
    name = date_format(day, "l j")
    is_rest = bool(planned) and day.weekday() not in planned and day not in done
    words = name
    if day in done:
        words = _("%(day)s, done") % {"day": name}
    elif is_rest:
        words = _("%(day)s, rest day") % {"day": name}
    elif day == today:
        words = _("%(day)s, today") % {"day": name}
    letter = date_format(day, "D")[0]
    return WeekDay(letter, day.day, day in done, day == today, is_rest, words)


def week_of(
    today: dt.date, sessions: list[ExerciseSession], planned: Collection[int] = ()
) -> list[WeekDay]:
    done = {s.performed_on for s in sessions if s.counts}
    first = monday_of(today)
    days = [first + dt.timedelta(days=n) for n in range(DAYS)]
    return [week_day(day, today, done, planned) for day in days]
