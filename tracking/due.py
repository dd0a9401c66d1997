"""When the safety questions are due again: after a week, or when something is new."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from django.db.models import Q, QuerySet

from portal.accounts.models import Member
from tracking.models import SymptomReport
from tracking.progress import NOTICEABLE

WEEK = dt.timedelta(days=7)
SCORES = ("back", "leg")
SIGNS = ("numbness", "weakness")
COLUMNS = ("reported_at", "reported_on", *SCORES, *SIGNS, "raised_at")


@dataclass(frozen=True)
class Felt:
    """What one report said, as far as it can call for the questions."""

    at: dt.datetime
    day: dt.date
    back: int
    leg: int
    numbness: bool = False
    weakness: bool = False
    raised_at: dt.datetime | None = None

    @property
    def told_at(self) -> dt.datetime:
        """A report of an earlier day counts from when it was noted or made worse."""
        return max(self.at, self.raised_at or self.at)


def is_due(asked_at: dt.datetime, felt: Sequence[Felt], now: dt.datetime) -> bool:
    """`felt` is in order of time. What was reported before the screen is answered."""
    if now - asked_at > WEEK:
        return True
    return any(
        report.told_at > asked_at
        and (jumps(report, felt[:n]) or is_new(report, felt[:n]))
        for n, report in enumerate(felt)
    )


def jumps(report: Felt, before: Sequence[Felt]) -> bool:
    """2 or more above the usual of the 7 days before it, in the back or the leg."""
    week = [earlier for earlier in before if report.at - earlier.at <= WEEK]
    return bool(week) and any(
        getattr(report, score) - usual(week, score) >= NOTICEABLE for score in SCORES
    )


def usual(week: Sequence[Felt], score: str) -> float:
    """The middle of the days, each by its worst report. 1 day is enough here."""
    days: defaultdict[dt.date, list[int]] = defaultdict(list)
    for report in week:
        days[report.day].append(getattr(report, score))
    return float(median(max(values) for values in days.values()))


def is_new(report: Felt, before: Sequence[Felt]) -> bool:
    """Numb or weak, and not so in the report before. A first report is a beginning."""
    return bool(before) and any(
        getattr(report, sign) and not getattr(before[-1], sign) for sign in SIGNS
    )


def felt_around(member: Member, asked_at: dt.datetime) -> list[Felt]:
    """What `is_due` needs: a week before the screen, the last one before it, and on.

    Only where an earlier day was told of since then, its own week is fetched as well.
    """
    mine = SymptomReport.objects.for_member(member)
    rows = felt_since(mine, asked_at, Q(raised_at__gt=asked_at))
    first = min((felt.at for felt in rows if felt.told_at > asked_at), default=asked_at)
    return rows if first >= asked_at else felt_since(mine, first, Q())


def felt_since(
    mine: "QuerySet[SymptomReport]", moment: dt.datetime, also: Q
) -> list[Felt]:
    last = mine.filter(reported_at__lte=moment).order_by("-reported_at", "-pk")
    needed = mine.filter(
        Q(reported_at__gte=moment - WEEK) | Q(pk__in=last.values("pk")[:1]) | also
    )
    rows = needed.order_by("reported_at", "pk").values_list(*COLUMNS)
    return [Felt(*row) for row in rows]
