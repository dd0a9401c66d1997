import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from pytest_django.asserts import assertRedirects

from portal.accounts.models import Member
from tests.conftest import signed_in
from tests.factories import PASSWORD

ADDRESS = "/accounts/password/reset/"
CONFIRM = "/accounts/password/reset/confirm/"
COMPLETE = "/accounts/password/reset/complete/"
NEW = "six steps that lead down"
CODE = re.compile(r"^\s{4}(\S{6,})\s*$", re.MULTILINE)


@pytest.fixture(autouse=True)
def no_earlier_tries(db: None) -> None:
    """The limits of tries live in the cache."""
    cache.clear()


def code_sent() -> str:
    found = CODE.search(str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    return found[1]


def test_with_the_code_a_new_password_is_set(client: Client, ada: Member) -> None:
    assertRedirects(client.post(ADDRESS, {"email": "Ada@example.org"}), CONFIRM)
    assertRedirects(client.post(CONFIRM, {"code": code_sent()}), COMPLETE)
    client.post(COMPLETE, {"password1": NEW, "password2": NEW})
    ada.refresh_from_db()
    assert ada.check_password(NEW)
    assert client.get("/me/").status_code == 302


def test_a_wrong_code_changes_nothing(client: Client, ada: Member) -> None:
    client.post(ADDRESS, {"email": ada.email})
    assert client.post(CONFIRM, {"code": "AAAAAA"}).status_code == 422
    assert client.get(COMPLETE).status_code != 200
    ada.refresh_from_db()
    assert ada.check_password(PASSWORD)


def test_a_weak_password_is_refused(client: Client, ada: Member) -> None:
    client.post(ADDRESS, {"email": ada.email})
    client.post(CONFIRM, {"code": code_sent()})
    response = client.post(COMPLETE, {"password1": "short", "password2": "short"})
    assert response.status_code == 422
    ada.refresh_from_db()
    assert ada.check_password(PASSWORD)


@pytest.mark.usefixtures("ada")
def test_a_known_address_gets_the_same_answer_as_an_unknown_one() -> None:
    known = Client().post(ADDRESS, {"email": "ada@example.org"})
    unknown = Client().post(ADDRESS, {"email": "nobody@example.org"})
    assert (known.status_code, known["Location"]) == (302, CONFIRM)
    assert (unknown.status_code, unknown["Location"]) == (302, CONFIRM)


def test_an_unknown_address_gets_a_mail_without_a_code(client: Client) -> None:
    client.post(ADDRESS, {"email": "nobody@example.org"})
    assert "There is no account with it." in mail.outbox[0].body


def test_a_new_password_ends_the_sessions_elsewhere(
    client: Client, ada: Member
) -> None:
    elsewhere = signed_in(ada)
    client.post(ADDRESS, {"email": ada.email})
    client.post(CONFIRM, {"code": code_sent()})
    client.post(COMPLETE, {"password1": NEW, "password2": NEW})
    assert elsewhere.get("/me/").status_code == 302
