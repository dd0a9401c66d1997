"""What was searched and not found, for staff: words and a week, never a person."""

import datetime as dt

from django.db.models import F
from django.utils import timezone

from portal.plans.models import SponsorRequest, UnmatchedSearch
from portal.plans.names import words_of
from portal.plans.search import SearchResult

KEPT = dt.timedelta(days=90)
MOST_A_WEEK = 5_000
MOST_DIGITS = 4
LONGEST = 100


def keep(result: SearchResult) -> None:
    """Count the words of a search that found nothing that was meant."""
    words = " ".join(words_of(result.query))[:LONGEST]  # a ligature is many letters
    if result.is_close and is_a_name(result.query):
        count(words, monday(timezone.localdate()))


def is_a_name(query: str) -> bool:
    """Addresses and long numbers may be somebody's own."""
    return "@" not in query and sum(map(str.isdigit, query)) <= MOST_DIGITS


def monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def count(words: str, week: dt.date) -> None:
    rows = UnmatchedSearch.objects.filter(week=week)
    if rows.filter(words=words).update(times=F("times") + 1):
        return
    if rows.count() < MOST_A_WEEK:
        UnmatchedSearch.objects.bulk_create(
            [UnmatchedSearch(words=words, week=week)], ignore_conflicts=True
        )


def purge_asked(now: dt.datetime) -> int:
    """Searches and requests, with their e-mails, after 90 days."""
    last = timezone.localdate(now) - KEPT
    searches, _kinds = UnmatchedSearch.objects.filter(week__lt=last).delete()
    requests, _kinds = SponsorRequest.objects.filter(asked_on__lt=last).delete()
    return searches + requests
