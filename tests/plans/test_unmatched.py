import datetime as dt

import pytest
from django.core.management import call_command
from django.test import Client

from portal.plans import unmatched
from portal.plans.models import Sponsor, SponsorRequest, UnmatchedSearch
from tests.factories import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
MONDAY = dt.date(2026, 11, 9)
DAY = dt.timedelta(days=1)


def kept() -> list[tuple[str, dt.date, int]]:
    return list(UnmatchedSearch.objects.values_list("words", "week", "times"))


def test_words_and_the_week_are_kept_and_nothing_else(client: Client) -> None:
    client.get("/coverage/?q=Otter+Mills+Inc")
    client.get("/coverage/?q=mills,+OTTER")
    client.get("/coverage/?q=otter+mills")
    assert sorted(kept()) == [("mills otter", MONDAY, 1), ("otter mills", MONDAY, 2)]
    names = {field.name for field in UnmatchedSearch._meta.get_fields()}
    assert names == {"id", "words", "week", "times"}


def test_what_was_found_is_not_kept(client: Client, bakery: Sponsor) -> None:
    client.get("/coverage/?q=harbor")
    client.get("/coverage/?q=h")
    client.get("/coverage/")
    assert kept() == []


def test_half_typed_words_are_not_kept(client: Client, htmx: dict[str, str]) -> None:
    client.get("/coverage/?q=otter", headers=htmx)
    assert kept() == []


@pytest.mark.parametrize("query", ["ada@example.org", "123-45-6789", "ada 5551234"])
def test_what_may_be_a_person_is_not_kept(client: Client, query: str) -> None:
    client.get("/coverage/", {"q": query})
    assert kept() == []


def test_letters_that_stand_for_many_do_not_outgrow_the_column(client: Client) -> None:
    client.get("/coverage/", {"q": "\ufdfa" * 90})
    [(words, _week, _times)] = kept()
    assert len(words) == 100


def test_a_flood_does_not_fill_the_table(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unmatched, "MOST_A_WEEK", 2)
    for word in ("otter", "badger", "heron", "otter"):
        client.get("/coverage/", {"q": word})
    assert sorted(kept()) == [("badger", MONDAY, 1), ("otter", MONDAY, 2)]


def test_after_90_days_searches_and_requests_go(client: Client) -> None:
    for days in (90, 91):
        day = TODAY - days * DAY
        UnmatchedSearch.objects.create(words=f"otter {days}", week=day)
        SponsorRequest.objects.create(name=f"Otter {days}", asked_on=day)
    call_command("housekeeping", verbosity=0)
    assert [row.words for row in UnmatchedSearch.objects.all()] == ["otter 90"]
    assert [row.name for row in SponsorRequest.objects.all()] == ["Otter 90"]
