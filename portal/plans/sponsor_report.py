"""What a sponsor gets: how many people are covered, and nothing that points to one.

A group under 11 is hidden. Where the hidden ones could be worked out from the total, the
next smallest group is hidden too.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.plans.models import Coverage, PlanOption, Sponsor

FEWEST = 11
MONTHS_OF_A_QUARTER = 3
TWO = 2
DAY = dt.timedelta(days=1)
HIDDEN = None


@dataclass(frozen=True)
class SponsorReport:
    """`None` stands for a number that is hidden."""

    sponsor: str
    day: dt.date
    groups: Sequence[tuple[str, int | None]]
    total: int | None

    @property
    def rows(self) -> list[tuple[str, int | None]]:
        total = (_("All together"), self.total)
        return [*self.groups, total] if len(self.groups) > 1 else [total]


def suppressed(counts: Mapping[str, int]) -> dict[str, int | None]:
    """Nothing that is hidden can be worked out from what is shown, or from the total."""
    hidden = {name for name, count in counts.items() if count < FEWEST}
    shown = sorted((count, name) for name, count in counts.items() if count >= FEWEST)
    while hidden and shown and not is_safe([counts[name] for name in hidden]):
        hidden.add(shown.pop(0)[1])
    return {name: None if name in hidden else n for name, n in counts.items()}


def is_safe(hidden: Sequence[int]) -> bool:
    return len(hidden) >= TWO and sum(hidden) >= FEWEST


def report_of(name: str, day: dt.date, counts: Mapping[str, int]) -> SponsorReport:
    total = sum(counts.values())
    if total < FEWEST:
        return SponsorReport(name, day, [(group, HIDDEN) for group in counts], HIDDEN)
    return SponsorReport(name, day, list(suppressed(counts).items()), total)


def last_quarter_ended(today: dt.date) -> dt.date:
    """Once a quarter: 2 reports a day apart would say who joined in between."""
    first = (today.month - 1) // MONTHS_OF_A_QUARTER * MONTHS_OF_A_QUARTER + 1
    return today.replace(month=first, day=1) - DAY


def codes_on(day: dt.date, sponsor: Sponsor) -> Iterable[str]:
    """The plan code of each person covered, who may have joined more than once."""
    after = dt.datetime.combine(
        day + DAY, dt.time(), tzinfo=timezone.get_default_timezone()
    )
    then = Coverage.objects.filter(
        Q(ended_on=None) | Q(ended_on__gt=day),
        Q(benefit__ends_on=None) | Q(benefit__ends_on__gte=day),
        benefit__sponsor=sponsor,
        benefit__starts_on__lte=day,
        verified_at__lt=after,
    )
    latest_last = then.order_by("verified_at", "pk")
    return dict(latest_last.values_list("member", "plan_code")).values()


def report_for(sponsor: Sponsor, today: dt.date) -> SponsorReport:
    day = last_quarter_ended(today)
    options = PlanOption.objects.filter(benefit__sponsor=sponsor).exclude(code="")
    names = {option.code.casefold(): option.name for option in options}
    counts = dict.fromkeys(names.values(), 0)
    for code, number in Counter(codes_on(day, sponsor)).items():
        name = names.get(code.casefold(), _("Other plans"))
        counts[name] = counts.get(name, 0) + number
    return report_of(sponsor.name, day, counts)


def example(today: dt.date) -> SponsorReport:
    """With invented numbers: 6 people have Bronze, so that Silver is hidden as well."""
    counts = {"Heron Gold": 48, "Heron Silver": 23, "Heron Bronze": 6}
    return report_of("Harbor Lane Bakery", last_quarter_ended(today), counts)
