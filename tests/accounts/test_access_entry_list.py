"""Who opened my record: each look, share, export and change, in words."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from portal.accounts.looking import note_change, note_export, note_look, note_share
from portal.accounts.models import AccessEntry, Member

pytestmark = pytest.mark.django_db
ADDRESS = "/me/access/"


def one_of_each(ada: Member, clinician: Member) -> None:
    note_look(member=ada, actor=clinician, what="Safety alert")
    note_look(member=ada, actor=None, what="Shared report, by the link for Dr Reyes")
    note_change(member=ada, actor=clinician, what="Safety alert closed")
    note_export(member=ada, actor=ada, what="The whole record, as JSON")
    note_share(member=ada, what="A report, with Dr Reyes")


def test_each_kind_is_told_in_words(
    ada: Member, clinician: Member, ada_client: Client
) -> None:
    one_of_each(ada, clinician)
    page = ada_client.get(ADDRESS).text
    for sentence in (
        "Cleo looked at: Safety alert",
        "A person without an account here looked at: Shared report, by the link for",
        "Cleo changed: Safety alert closed",
        "You saved: The whole record, as JSON",
        "You shared: A report, with Dr Reyes",
    ):
        assert sentence in page


@pytest.mark.parametrize(
    ("kind", "told", "count"),
    [
        ("viewed", "looked at:", 2),
        ("changed", "changed:", 1),
        ("exported", "You saved:", 1),
        ("shared", "You shared:", 1),
        ("nonsense", 'href="/me/access/', 5),
    ],
)
def test_a_kind_can_be_chosen(  # the cast, and the case
    kind: str, told: str, count: int, ada: Member, clinician: Member, ada_client: Client
) -> None:
    one_of_each(ada, clinician)
    response = ada_client.get(ADDRESS, {"kind": kind})
    assert len(response.context["looks"]) == count
    assert told in response.text


def test_the_newest_is_first_and_pages_follow(ada: Member, ada_client: Client) -> None:
    for days in range(25):
        AccessEntry.objects.create(
            member=ada,
            action="viewed",
            what=f"Look {days:02}",
            at=timezone.now() - dt.timedelta(days=days),
        )
    first = ada_client.get(ADDRESS)
    assert first.context["looks"][0].entry.what == "Look 00"
    assert "Page 1 of 2" in first.text
    assert "Look 24" in ada_client.get(ADDRESS, {"page": 2}).text


def test_nobody_has_opened_it(ada_client: Client) -> None:
    assert "Nobody but you has opened your record." in ada_client.get(ADDRESS).text


def test_a_stranger_sees_none_of_it(
    ada: Member, clinician: Member, bea_client: Client
) -> None:
    one_of_each(ada, clinician)
    assert "Cleo" not in bea_client.get(ADDRESS).text


def test_as_many_queries_for_many_as_for_one(
    ada: Member, clinician: Member, ada_client: Client, django_assert_num_queries: Any
) -> None:
    ada_client.get(ADDRESS)
    for _ in range(2):
        one_of_each(ada, clinician)
        with django_assert_num_queries(4):
            ada_client.get(ADDRESS)
