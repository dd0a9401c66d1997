"""How long a sign-in lasts."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertRedirects

from portal.accounts.models import Member
from tests.factories import PASSWORD

BEGAN = dt.datetime(2026, 11, 12, 17, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(BEGAN, tick=False) as traveller:
        yield traveller


@pytest.fixture
def signed_in_ada(clock: time_machine.Traveller, client: Client, ada: Member) -> Client:
    cache.clear()
    client.post("/accounts/login/", {"login": ada.email, "password": PASSWORD})
    client.get("/me/")
    return client


def is_in(client: Client) -> bool:
    return client.get("/me/").status_code == 200


def writes(client: Client) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert is_in(client)
    return sum("UPDATE" in query["sql"] for query in queries)


def test_an_idle_session_lasts_nearly_an_hour(
    clock: time_machine.Traveller, signed_in_ada: Client
) -> None:
    clock.shift(59 * MINUTE)
    assert is_in(signed_in_ada)


def test_an_idle_session_ends_after_60_minutes(
    clock: time_machine.Traveller, signed_in_ada: Client
) -> None:
    clock.shift(60 * MINUTE + dt.timedelta(seconds=1))
    response = signed_in_ada.get("/me/")
    login = "/accounts/login/?next=/me/"
    assertRedirects(response, login, fetch_redirect_response=False)


def test_a_session_in_use_goes_on(
    clock: time_machine.Traveller, signed_in_ada: Client
) -> None:
    for _n in range(4):
        clock.shift(50 * MINUTE)
        assert is_in(signed_in_ada)


def test_a_session_in_use_ends_after_24_hours(
    clock: time_machine.Traveller, signed_in_ada: Client
) -> None:
    for _n in range(48):
        clock.shift(30 * MINUTE)
        assert is_in(signed_in_ada)
    clock.shift(MINUTE)
    assert not is_in(signed_in_ada)


def test_what_was_open_is_asked_for_again_after_24_hours(
    clock: time_machine.Traveller, signed_in_ada: Client
) -> None:
    for _n in range(49):
        clock.shift(30 * MINUTE)
        response = signed_in_ada.get("/progress/")
    login = "/accounts/login/?next=/progress/"
    assertRedirects(response, login, fetch_redirect_response=False)


def test_signing_in_again_begins_a_new_24_hours(
    clock: time_machine.Traveller, signed_in_ada: Client, ada: Member
) -> None:
    clock.shift(25 * 60 * MINUTE)
    signed_in_ada.post("/accounts/login/", {"login": ada.email, "password": PASSWORD})
    clock.shift(30 * MINUTE)
    assert is_in(signed_in_ada)


def test_a_second_page_within_5_minutes_writes_nothing(
    clock: time_machine.Traveller, signed_in_ada: Client
) -> None:
    clock.shift(5 * MINUTE)
    assert writes(signed_in_ada) == 0


def test_a_page_after_5_minutes_writes_once(
    clock: time_machine.Traveller, signed_in_ada: Client
) -> None:
    clock.shift(5 * MINUTE + dt.timedelta(seconds=1))
    assert writes(signed_in_ada) == 1
    assert writes(signed_in_ada) == 0


@pytest.mark.django_db
def test_a_visitor_gets_no_session(client: Client) -> None:
    client.get("/")
    assert "sessionid" not in client.cookies
