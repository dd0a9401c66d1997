"""All links of a member, with their state."""

import datetime as dt

from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from portal.accounts.models import Member
from tests.factories import make_share

NOW = timezone.now()
HOUR = dt.timedelta(hours=1)


def test_without_links_it_says_so(ada_client: Client) -> None:
    response = ada_client.get("/record/shares/")
    assertContains(response, "You have shared nothing yet.")
    assertContains(response, 'href="/record/shares/new/"')


def test_each_link_has_its_state(ada_client: Client, ada: Member) -> None:
    make_share(ada, recipient="open")
    make_share(ada, recipient="off", revoked_at=NOW)
    make_share(ada, recipient="shut", tries_left=0)
    make_share(ada, made_at=NOW - 2 * HOUR, expires_at=NOW - HOUR)
    response = ada_client.get("/record/shares/")
    for words in ("open until", "turned off,", "closed,", "ended,"):
        assertContains(response, words, count=1)


def test_links_of_others_are_not_in_it(ada_client: Client, bea: Member) -> None:
    make_share(bea, recipient="Dr Stranger")
    assertNotContains(ada_client.get("/record/shares/"), "Dr Stranger")
