"""What was felt lately: one look at the reports, for all that today needs of them."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet

from portal.accounts.models import Member
from tracking.due import WEEK, Felt
from tracking.flaring import SEEN
from tracking.models import SafetyScreen, SymptomReport
from tracking.progress import (
    ENOUGH_DAYS,
    WINDOW_DAYS,
    Day,
    Noted,
    Pain,
    days_between,
    middle,
)
from tracking.progress.pain import starting_point
from tracking.stop_rules import Reach, Reading

COLUMNS = (
    "reported_on",
    "back",
    "leg",
    "reported_at",
    "session_id",
    "moment",
    "left",
    "right",
    "tingling",
    "numbness",
    "weakness",
    "raised_at",
)
FIRST_DAYS = 7


@dataclass(frozen=True)
class Note:
    """One report, as far as the day's page asks about it."""

    day: dt.date
    back: int
    leg: int
    at: dt.datetime
    session: uuid.UUID | None
    moment: str
    left: int
    right: int
    tingling: bool
    numbness: bool
    weakness: bool
    raised_at: dt.datetime | None

    @property
    def reach(self) -> Reach:
        return Reach(self.left, self.right)

    @property
    def noted(self) -> Noted:
        return Noted(self.day, self.back, self.leg, self.left, self.right)

    @property
    def felt(self) -> Felt:
        return Felt(
            self.at,
            self.day,
            self.back,
            self.leg,
            self.numbness,
            self.weakness,
            self.raised_at,
        )

    @property
    def reading(self) -> Reading:
        return Reading(max(self.back, self.leg), self.reach)


@dataclass(frozen=True)
class Lately:
    """The notes of 6 weeks up to a day and of the first days, oldest first."""

    day: dt.date
    notes: tuple[Note, ...]

    @cached_property
    def recent(self) -> list[Note]:
        return [note for note in self.notes if note.day >= self.day - SEEN]

    @cached_property
    def days(self) -> tuple[Day, ...]:
        return days_between(self.noted_lately, self.day - SEEN, self.day)

    @cached_property
    def noted_lately(self) -> list[Noted]:
        return [note.noted for note in self.recent]

    @cached_property
    def noted(self) -> list[Day]:
        """The recent days that have a note, newest first."""
        return [day for day in reversed(self.days) if day.leg is not None]

    @cached_property
    def reached(self) -> dict[dt.date, Reach]:
        return reached(self.recent)

    @cached_property
    def first_days(self) -> tuple[Day, ...]:
        if not self.notes:
            return ()
        first = min(note.day for note in self.notes)
        noted = sorted({note.day for note in self.notes})[:FIRST_DAYS]
        early = [note.noted for note in self.notes if note.day in noted]
        return days_between(early, first, max(noted))

    @property
    def start(self) -> float | None:
        return starting_point([day.leg for day in self.first_days])

    @property
    def is_first_week(self) -> bool:
        known = self.first_days
        return bool(known) and (self.day - known[0].day).days < WINDOW_DAYS

    @property
    def start_reach(self) -> Reach | None:
        early = reached(self.notes)
        return early[min(early)] if early else None

    @property
    def leg_pain(self) -> Pain:
        """Where leg pain began and where it is now; the chart needs every day."""
        return Pain(
            dates=tuple(day.day for day in self.first_days),
            scores=tuple(day.leg for day in self.first_days),
            medians=(),
            start=self.start,
            now=middle(day.leg for day in self.days[-WINDOW_DAYS:]),
            noted=sum(day.leg is not None for day in self.first_days),
            is_first_week=self.is_first_week,
        )

    def of_session(self, session: uuid.UUID) -> dict[str, Note]:
        return {note.moment: note for note in self.recent if note.session == session}

    def since(self, asked_at: dt.datetime) -> list[Felt] | None:
        """What decides whether the safety questions are due again, as `felt_around`.

        None where it would need more than these notes: after a note, or a change for
        the worse, of a day that is nearly 6 weeks over or longer.
        """
        felt = [note.felt for note in self.notes]
        first = min([asked_at, *(one.at for one in felt if one.told_at > asked_at)])
        if first < asked_at and (first - WEEK).date() <= self.day - SEEN:
            return None
        near = [one for one in felt if one.at >= first - WEEK]
        last = [one for one in felt if one.at <= first][-1:]
        return [one for one in last if one not in near] + near

    @property
    def latest(self) -> Note | None:
        return self.recent[-1] if self.recent else None

    @property
    def has_enough(self) -> bool:
        return len(self.noted) >= ENOUGH_DAYS


def reached(notes: Iterable[Note]) -> dict[dt.date, Reach]:
    """The farthest points of each day, per side."""
    days: defaultdict[dt.date, list[Note]] = defaultdict(list)
    for note in notes:
        days[note.day].append(note)
    return {
        day: Reach(max(n.left for n in found), max(n.right for n in found))
        for day, found in days.items()
    }


def reports_lately(member: Member, day: dt.date) -> QuerySet[SymptomReport]:
    """Of 6 weeks, of the first days, and what the latest safety screen is beside."""
    mine = SymptomReport.objects.for_member(member)
    dated = mine.order_by("reported_on").values("reported_on").distinct()
    screens = SafetyScreen.objects.for_member(member).values("asked_at")[:1]
    before = mine.filter(reported_at__lte=screens).order_by("-reported_at", "-pk")
    return mine.filter(
        Q(reported_on__gte=day - SEEN)
        | Q(reported_on__in=dated[:FIRST_DAYS])
        | Q(pk__in=before.values("pk")[:1])
        | Q(raised_at__gt=screens)
    ).order_by("reported_at", "pk")


def noted(day: dt.date, reports: Iterable[SymptomReport]) -> Lately:
    rows = [[getattr(report, name) for name in COLUMNS] for report in reports]
    return Lately(day, tuple(Note(*row) for row in rows))
