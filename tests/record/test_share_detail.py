"""One share link, as its owner sees it: until when, who opened it, and turning it off."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from portal.record.models import ShareLink
from tests.factories import make_share

HOUR = dt.timedelta(hours=1)


def test_it_says_who_has_it_and_that_nobody_opened_it(
    ada_client: Client, ada: Member
) -> None:
    response = ada_client.get(f"/record/shares/{make_share(ada).pk}/")
    assertContains(response, "Shared with Dr Reyes")
    assertContains(response, "Not yet")
    assertContains(response, "Turn this link off")


def test_turned_off_it_stays_off_and_says_so(ada_client: Client, ada: Member) -> None:
    address = f"/record/shares/{make_share(ada).pk}/"
    assertRedirects(ada_client.post(address), address)
    first = ShareLink.objects.get().revoked_at
    assertRedirects(ada_client.post(address), address)
    assert ShareLink.objects.get().revoked_at == first is not None
    response = ada_client.get(address)
    assertContains(response, "You turned it off on")
    assertNotContains(response, "Turn this link off")


def test_a_stranger_cannot_turn_it_off(bea_client: Client, ada: Member) -> None:
    link = make_share(ada)
    assert bea_client.post(f"/record/shares/{link.pk}/").status_code == 404
    link.refresh_from_db()
    assert link.revoked_at is None


@pytest.mark.parametrize(
    ("fields", "is_open", "word"),
    [
        ({}, True, "Open"),
        ({"tries_left": 0}, False, "Closed: the passcode was wrong 10 times."),
        ({"revoked_at": timezone.now()}, False, "You turned it off"),
        (
            {
                "made_at": timezone.now() - 2 * HOUR,
                "expires_at": timezone.now() - HOUR,
            },
            False,
            "Ended",
        ),
    ],
)
def test_it_is_open_or_not(
    ada_client: Client, ada: Member, fields: dict[str, Any], is_open: bool, word: str
) -> None:
    link = make_share(ada, **fields)
    assert link.is_open is is_open
    assert ShareLink.objects.open_at(timezone.now()).exists() is is_open
    assertContains(ada_client.get(link.get_absolute_url()), word)


def test_neither_the_address_nor_the_passcode_can_be_read_from_the_row(
    ada: Member,
) -> None:
    link = make_share(ada, token="a-token", passcode="73920418")
    held = " ".join(str(getattr(link, f.attname)) for f in ShareLink._meta.fields)
    assert "a-token" not in held
    assert "73920418" not in held
    assert ShareLink.objects.with_token("a-token").get() == link
    assert link.matches("73920418")
    assert not link.matches("73920419")


def test_a_link_that_ends_before_it_begins_is_refused(ada: Member) -> None:
    with pytest.raises(IntegrityError, match="share_link_ends_after_it_is_made"):
        make_share(ada, expires_at=timezone.now() - HOUR)
