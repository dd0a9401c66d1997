"""What was typed outlives the sign-in: shown again, filled, to its owner, once."""

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.carrying import MOST_BYTES, SALT, SESSION_KEY, owner_token_of
from portal.accounts.models import Member
from tests.accounts.carried import (
    CHECK_IN,
    NOTE,
    is_kept,
    open_start,
    report_of,
    sign_in,
)
from tests.accounts.conftest import BEGAN, MINUTE
from tests.conftest import signed_in


def test_the_sign_in_page_says_that_it_is_kept(
    late_client: Client, ada: Member
) -> None:
    response = late_client.post(CHECK_IN, report_of(ada), follow=True)
    assertContains(response, "Sign in, and what you typed is shown again.")
    assertNotContains(response, "After a long drive")


def test_nothing_that_was_typed_is_in_an_address(
    late_client: Client, ada: Member
) -> None:
    response = late_client.post(CHECK_IN, report_of(ada))
    assert response["Location"] == "/accounts/login/?next=/check-in/"
    assert "drive" not in str(late_client.cookies)


def test_it_is_shown_once(late_client: Client, ada: Member) -> None:
    late_client.post(CHECK_IN, report_of(ada))
    sign_in(late_client, ada)
    assertContains(late_client.get(CHECK_IN), NOTE)
    assert not is_kept(late_client)
    assertNotContains(late_client.get(CHECK_IN), "After a long drive")


def test_other_pages_leave_it_alone(late_client: Client, ada: Member) -> None:
    late_client.post(CHECK_IN, report_of(ada))
    sign_in(late_client, ada)
    assertNotContains(late_client.get("/me/"), NOTE)
    late_client.head(CHECK_IN)
    late_client.get(CHECK_IN, headers={"HX-Request": "true"})
    assertContains(late_client.get(CHECK_IN), NOTE)


def test_it_waits_while_the_page_leads_elsewhere(
    late_client: Client, ada: Member
) -> None:
    start = "/sessions/start/"
    late_client.post(start, report_of(ada))
    sign_in(late_client, ada, start)
    assert late_client.get(start).status_code == 302
    open_start(ada)
    assertContains(late_client.get(start), NOTE)


def test_it_is_forgotten_after_60_minutes(
    late_client: Client, ada: Member, clock: time_machine.Traveller
) -> None:
    late_client.post(CHECK_IN, report_of(ada))
    sign_in(late_client, ada)
    clock.shift(30 * MINUTE)
    late_client.get("/me/")
    clock.shift(29 * MINUTE)
    late_client.get("/me/")
    assert is_kept(late_client)
    clock.shift(MINUTE)
    late_client.get("/me/")
    assert not is_kept(late_client)
    assertNotContains(late_client.get(CHECK_IN), "After a long drive")


def test_who_never_signs_in_leaves_a_session_that_ends(
    late_client: Client, ada: Member
) -> None:
    late_client.post(CHECK_IN, report_of(ada))
    row = Session.objects.get(session_key=late_client.session.session_key)
    now = BEGAN + 61 * MINUTE
    assert row.expire_date <= now + 60 * MINUTE


def test_another_member_gets_nothing_and_it_is_dropped(
    late_client: Client, ada: Member, bea: Member
) -> None:
    late_client.post(CHECK_IN, report_of(ada))
    sign_in(late_client, bea)
    response = late_client.get(CHECK_IN)
    assertNotContains(response, NOTE)
    assertNotContains(response, "After a long drive")
    assert not is_kept(late_client)


def test_after_another_member_the_owner_finds_nothing_either(
    late_client: Client, ada: Member, bea: Member
) -> None:
    late_client.post(CHECK_IN, report_of(ada))
    sign_in(late_client, bea)
    late_client.get(CHECK_IN)
    late_client.post("/accounts/logout/")
    sign_in(late_client, ada)
    assertNotContains(late_client.get(CHECK_IN), "After a long drive")


@pytest.mark.parametrize(
    "token",
    ["", "1", "1:forged", signing.Signer(salt="elsewhere").sign("1")],
    ids=["none", "unsigned", "forged", "signed for something else"],
)
def test_without_a_valid_token_nothing_is_kept(late_client: Client, token: str) -> None:
    response = late_client.post(CHECK_IN, {**report_of(None), "owner": token})
    login = "/accounts/login/?next=/check-in/"
    assertRedirects(response, login, fetch_redirect_response=False)
    assert not is_kept(late_client)


@pytest.mark.django_db
def test_a_visitor_who_sends_no_token_gets_no_session(client: Client) -> None:
    client.post(CHECK_IN, report_of(None))
    assert not Session.objects.exists()


def test_a_token_names_its_member(ada: Member) -> None:
    assert signing.Signer(salt=SALT).unsign(owner_token_of(ada)) == str(ada.pk)


@pytest.mark.parametrize(("more", "kept"), [(0, True), (1, False)])
def test_64_kb_are_kept_and_no_more(
    late_client: Client, ada: Member, more: int, kept: bool
) -> None:
    fields = {"note": "x" * (MOST_BYTES - len("note=") + more)}
    late_client.post(CHECK_IN, {**fields, "owner": owner_token_of(ada)})
    assert is_kept(late_client) is kept


def test_neither_files_nor_tokens_are_kept(late_client: Client, ada: Member) -> None:
    photo = SimpleUploadedFile("photo.png", b"pixels")
    extra = {"photo": photo, "csrfmiddlewaretoken": "abc"}
    late_client.post(CHECK_IN, report_of(ada, **extra))
    [kept] = late_client.session[SESSION_KEY]
    assert "photo" not in kept["fields"]
    assert "csrfmiddlewaretoken" not in kept["fields"]
    assert "owner" not in kept["fields"]


def test_two_pages_that_were_open_are_both_kept(
    late_client: Client, ada: Member
) -> None:
    late_client.post(CHECK_IN, report_of(ada))
    name = {"first_name": "Adele", "owner": owner_token_of(ada)}
    late_client.post("/me/", name)
    sign_in(late_client, ada, "/me/")
    assertContains(late_client.get("/me/"), 'value="Adele"', status_code=422)
    assertContains(late_client.get(CHECK_IN), "After a long drive")


def test_the_last_one_sent_from_a_page_is_the_one_shown(
    late_client: Client, ada: Member
) -> None:
    late_client.post(CHECK_IN, report_of(ada))
    late_client.post(CHECK_IN, report_of(ada, note="After a short drive"))
    sign_in(late_client, ada)
    assertContains(late_client.get(CHECK_IN), "After a short drive")


def test_no_more_than_3_rest(late_client: Client, ada: Member) -> None:
    for n in range(5):
        late_client.post(f"{CHECK_IN}?n={n}", report_of(ada))
    kept = late_client.session[SESSION_KEY]
    assert [form["address"][-1] for form in kept] == ["2", "3", "4"]


def test_signing_in_gives_the_session_a_new_key(
    late_client: Client, ada: Member
) -> None:
    late_client.post(CHECK_IN, report_of(ada))
    key = late_client.session.session_key
    sign_in(late_client, ada)
    assert late_client.session.session_key != key
    assert not Session.objects.filter(session_key=key).exists()


def test_it_is_carried_after_24_hours_in_use(
    ada: Member, clock: time_machine.Traveller
) -> None:
    client = signed_in(ada)
    for _n in range(49):
        client.get("/me/")
        clock.shift(30 * MINUTE)
    client.post(CHECK_IN, report_of(ada))
    sign_in(client, ada)
    assertContains(client.get(CHECK_IN), "After a long drive")
