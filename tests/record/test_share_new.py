"""Making a link: its address and passcode are shown once, and stored nowhere."""

import re
import uuid
from typing import Any

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import AccessEntry, Member
from portal.record.models import ShareLink
from tests.factories import make_share

ADDRESS = "/record/shares/new/"


def sent(**changes: Any) -> dict[str, Any]:
    answers = {
        "entry": str(uuid.UUID(int=7)),
        "recipient": "Dr Reyes",
        "period": "3-months",
        "sections": ["change", "flags"],
        "days": "7",
    }
    return {**answers, **changes}


def shown_once(html: str) -> tuple[str, str]:
    address = re.search(r"http://testserver(/shared/[\w-]+/)<", html)
    code = re.search(r"<dd>(\d{4} \d{4})</dd>", html)
    assert address
    assert code
    return address[1], code[1]


def test_the_password_comes_first(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/reauthenticate/")
    assert not ada_client.post(ADDRESS, sent()).context
    assert not ShareLink.objects.exists()


def test_the_address_and_the_passcode_open_the_report(
    ada_fresh: Client, client: Client
) -> None:
    response = ada_fresh.post(ADDRESS, sent())
    address, code = shown_once(response.text)
    assertContains(client.get(address), "A report is shared with you")
    assertContains(client.post(address, {"passcode": code}), "A shared report")
    link = ShareLink.objects.get()
    assert (link.period, link.sections) == ("3-months", ["change", "flags"])
    assert (link.expires_at - link.made_at).days == 7
    assert "no-store" in response["Cache-Control"]


def test_sent_twice_it_makes_one_link_and_shows_nothing_again(
    ada_fresh: Client,
) -> None:
    address, code = shown_once(ada_fresh.post(ADDRESS, sent()).text)
    link = ShareLink.objects.get()
    response = ada_fresh.post(ADDRESS, sent(), follow=True)
    assertRedirects(response, link.get_absolute_url())
    assertContains(response, "This link was made before.")
    assertNotContains(response, address)
    assertNotContains(response, code)
    assert AccessEntry.objects.count() == 1


def test_with_other_answers_the_same_form_is_a_conflict(ada_fresh: Client) -> None:
    ada_fresh.post(ADDRESS, sent())
    response = ada_fresh.post(ADDRESS, sent(recipient="Somebody else"))
    assert response.status_code == 409
    assert ShareLink.objects.get().recipient == "Dr Reyes"


def test_the_uuid_of_somebody_else_is_not_found(ada_fresh: Client, bea: Member) -> None:
    link = make_share(bea)
    assert ada_fresh.post(ADDRESS, sent(entry=str(link.pk))).status_code == 404
    assert ShareLink.objects.count() == 1


def test_making_a_link_stands_among_the_looks(ada_fresh: Client) -> None:
    ada_fresh.post(ADDRESS, sent())
    assertContains(ada_fresh.get("/me/"), "Link to a report, for Dr Reyes")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"recipient": " "}, "Write who it is for."),
        ({"recipient": "x" * 81}, "Write it in 80 letters or fewer."),
        ({"sections": []}, "Tick at least 1 part."),
        ({"period": ""}, "Choose a time."),
        ({"days": ""}, "Choose how long it works."),
    ],
)
def test_a_wrong_answer_is_named_and_nothing_is_lost(
    ada_fresh: Client, changes: dict[str, Any], sentence: str
) -> None:
    response = ada_fresh.post(ADDRESS, sent(**changes))
    assertContains(response, sentence, count=2, status_code=422)
    assert not ShareLink.objects.exists()


@pytest.mark.parametrize("days", ["0", "365", "x"])
def test_a_link_lasts_30_days_at_most(ada_fresh: Client, days: str) -> None:
    assert ada_fresh.post(ADDRESS, sent(days=days)).status_code == 422
