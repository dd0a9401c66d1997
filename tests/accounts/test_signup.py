"""Making an account, through its pages, with the code from the mail."""

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Consent, Member
from tests.factories import PASSWORD

ADDRESS = "/accounts/signup/"
CONFIRM = "/accounts/confirm-email/"
CODE = re.compile(r"^\s{4}(\S{6,})\s*$", re.MULTILINE)


@pytest.fixture(autouse=True)
def no_earlier_tries(db: None) -> None:
    """The limits of tries live in the cache."""
    cache.clear()


def answers(**changes: Any) -> dict[str, Any]:
    sent = {
        "first_name": "Cora",
        "email": "Cora@Example.org",
        "password1": PASSWORD,
        "time_zone": "America/Denver",
        "is_adult": "on",
        "agrees": "on",
    }
    return {name: v for name, v in {**sent, **changes}.items() if v is not None}


def code_sent() -> str:
    found = CODE.search(str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    return found[1]


def test_the_page_asks_for_no_more_than_it_needs(client: Client) -> None:
    response = client.get(ADDRESS)
    names = set(response.context["form"].fields)
    assert names == {
        "first_name",
        "email",
        "password1",
        "time_zone",
        "is_adult",
        "agrees",
    }
    assertNotContains(response, "checked")


def test_it_sends_a_code_and_lets_nobody_in_yet(client: Client) -> None:
    response = client.post(ADDRESS, answers())
    assertRedirects(response, CONFIRM)
    assert [message.to for message in mail.outbox] == [["cora@example.org"]]
    assert not EmailAddress.objects.get(email="cora@example.org").verified
    assert client.get("/today/").status_code == 302


def test_the_right_code_opens_the_account(client: Client) -> None:
    client.post(ADDRESS, answers())
    response = client.post(CONFIRM, {"code": code_sent()})
    assertRedirects(response, "/today/")
    assert EmailAddress.objects.get(email="cora@example.org").verified
    assertContains(client.get("/today/"), "Hello, Cora")


def test_a_wrong_code_opens_nothing(client: Client) -> None:
    client.post(ADDRESS, answers())
    response = client.post(CONFIRM, {"code": "AAAAAA"})
    assert response.status_code == 422
    assert not EmailAddress.objects.get(email="cora@example.org").verified
    assert client.get("/today/").status_code == 302


def test_the_account_keeps_what_was_said_and_agreed(client: Client) -> None:
    client.post(ADDRESS, answers())
    member = Member.objects.get()
    assert (member.email, member.first_name) == ("cora@example.org", "Cora")
    assert member.time_zone == "America/Denver"
    assert not member.is_staff
    assert not member.is_superuser
    given = set(Consent.objects.filter(member=member).values_list("kind", "version"))
    assert given == {("adult", "2026-11"), ("terms", "2026-11")}


def test_the_password_is_not_kept_as_it_is(client: Client) -> None:
    client.post(ADDRESS, answers())
    member = Member.objects.get()
    assert PASSWORD not in member.password
    assert member.check_password(PASSWORD)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"is_adult": None}, "You need to be 18 or over to join."),
        ({"agrees": None}, "Tick the box if you agree to the page."),
        ({"password1": "short"}, "This password is too short."),
        ({"password1": "123456789123456789"}, "This password is too common."),
        ({"password1": "cora@example.org"}, "too similar to the email"),
        ({"password1": ""}, "This field is required."),
        ({"email": "cora"}, "Enter a valid email address."),
        ({"email": ""}, "This field is required."),
        ({"time_zone": "Mars/Olympus"}, "Select a valid choice."),
    ],
)
def test_a_wrong_answer_is_named_and_what_was_typed_stays(
    client: Client, changes: dict[str, Any], sentence: str
) -> None:
    response = client.post(ADDRESS, answers(**changes))
    assertContains(response, sentence, count=2, status_code=422)
    assertContains(response, 'value="Cora"', status_code=422)
    assertNotContains(response, PASSWORD, status_code=422)
    if "email" not in changes:
        assertContains(response, 'value="Cora@Example.org"', status_code=422)
    assert not Member.objects.exists()
    assert mail.outbox == []


def test_a_name_is_not_required(client: Client) -> None:
    client.post(ADDRESS, answers(first_name=""))
    assert Member.objects.get().first_name == ""


def test_a_known_address_gets_the_same_answer_as_an_unknown_one(ada: Member) -> None:
    known = Client().post(ADDRESS, answers(email="ADA@example.org"), follow=True)
    unknown = Client().post(ADDRESS, answers(email="new@example.org"), follow=True)
    assert known.redirect_chain == unknown.redirect_chain == [(CONFIRM, 302)]
    bodies = [
        re.sub(r'(value|token": )="?[^"]*"', "", page.content.decode())
        .replace("ADA@example.org", "-")
        .replace("ada@example.org", "-")
        .replace("new@example.org", "-")
        for page in (known, unknown)
    ]
    tokens = re.compile(r'x-csrftoken": "[^"]*"')
    assert tokens.sub("", bodies[0]) == tokens.sub("", bodies[1])


def test_the_owner_of_a_known_address_is_told_by_mail(
    client: Client, ada: Member
) -> None:
    client.post(ADDRESS, answers(email="ada@example.org"))
    assert Member.objects.get() == ada
    assert [message.to for message in mail.outbox] == [["ada@example.org"]]
    assert "There is one already." in mail.outbox[0].body


def test_no_mail_says_anything_about_health(client: Client) -> None:
    client.post(ADDRESS, answers())
    words = f"{mail.outbox[0].subject} {mail.outbox[0].body}".lower()
    assert not [w for w in ("sciatica", "pain", "exercise", "leg") if w in words]
