"""When leg pain stood far above the usual."""

import datetime as dt
from collections.abc import Sequence

from tracking.progress.days import WINDOW_DAYS, Day, middle

FLARE_DAYS = 2
NOTICEABLE = 2  # points of 0-10; Childs 2005, Ostelo 2008

type Span = tuple[dt.date, dt.date]


def is_high(day: Day, usual: float | None) -> bool:
    if day.leg is None or usual is None:
        return False
    return day.leg - usual >= NOTICEABLE


def run_from(days: Sequence[Day], index: int) -> int:
    """How many days from this one on stand far above the 7 days before it."""
    leg = days[index].leg
    if leg is None or leg < NOTICEABLE:
        return 0
    usual = middle(day.leg for day in days[max(0, index - WINDOW_DAYS) : index])
    end = index
    while end < len(days) and is_high(days[end], usual):
        end += 1
    return end - index


def flares(days: Sequence[Day]) -> tuple[Span, ...]:
    """First and last day of each run of 2 or more days far above the usual.

    Far above is 2 or more points over the middle of the 7 days before the run.
    """
    found: list[Span] = []
    index = 0
    while index < len(days):
        length = run_from(days, index)
        if length >= FLARE_DAYS:
            found.append((days[index].day, days[index + length - 1].day))
        index += max(1, length)
    return tuple(found)


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """In order, and those that overlap as one."""
    found: list[Span] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)
