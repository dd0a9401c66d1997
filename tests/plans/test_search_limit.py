"""A person types as much as they like; a script does not copy the directory."""

import datetime as dt
from collections.abc import Iterator
from string import ascii_lowercase

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains

from portal.plans import search_limit
from portal.plans.search_limit import IN_HAND, SHARE, WINDOW
from tests.factories import TODAY

SHARES = 2
MOST = SHARE + SHARES * SHARE
ADDRESS = "/coverage/?q=harbor"
KIND = "Wait a little, then search again"

pytestmark = pytest.mark.usefixtures("few", "bakery")


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch, db: None) -> Iterator[None]:
    """2 shares, 10 seconds after a window began."""
    cache.clear()
    monkeypatch.setattr(search_limit, "SHARES", SHARES)
    noon = dt.datetime.combine(TODAY, dt.time(17, 0, 10), dt.UTC)
    with time_machine.travel(noon, tick=False):
        yield


def search_often(client: Client, times: int = MOST) -> None:
    for _time in range(times):
        assert client.get(ADDRESS).status_code == 200


def test_too_many_searches_are_refused_kindly_and_the_words_stay(
    client: Client,
) -> None:
    search_often(client)
    response = client.get(ADDRESS)
    assertContains(response, f"<h2>{KIND}</h2>", status_code=429)
    assertContains(response, 'value="harbor"', status_code=429)
    assert b"Harbor Lane Bakery</a>" not in response.content
    assert response["Retry-After"] == str(WINDOW - 10)
    assert client.get(ADDRESS).status_code == 429


def test_suggestions_while_typing_are_refused_in_their_place(
    client: Client, htmx: dict[str, str]
) -> None:
    search_often(client)
    response = client.get(ADDRESS, headers=htmx)
    page = " ".join(response.text.split())
    assert response.status_code == 429
    assert "<html" not in page
    assert f'<p hx-swap-oob="innerHTML:#status"> {KIND} </p>' in page
    assert "HX-Request" in response["Vary"]
    assert response["Retry-After"]


def test_the_swap_of_a_refusal_is_switched_on(client: Client) -> None:
    assertContains(client.get("/coverage/"), '{"code": "429", "swap": true}')


def test_a_script_that_goes_through_the_alphabet_is_stopped(client: Client) -> None:
    """Other words are no other person: what counts is the address."""
    pairs = [first + second for first in ascii_lowercase for second in "aeiou"]
    statuses = [client.get(f"/coverage/?q={pair}").status_code for pair in pairs]
    assert statuses == [200] * MOST + [429] * (len(pairs) - MOST)


def test_other_addresses_and_the_empty_page_stay_open(client: Client) -> None:
    search_often(client)
    assert client.get("/coverage/").status_code == 200
    assert Client(REMOTE_ADDR="203.0.113.7").get(ADDRESS).status_code == 200
    forged = Client(headers={"X-Forwarded-For": "198.51.100.1"})
    assert forged.get(ADDRESS).status_code == 429


def test_after_the_window_searching_goes_on(client: Client) -> None:
    search_often(client)
    noon = dt.datetime.combine(TODAY, dt.time(17, 5), dt.UTC)
    with time_machine.travel(noon, tick=False):
        assert client.get(ADDRESS).status_code == 200


def test_processes_together_take_no_more_than_the_shares(client: Client) -> None:
    """A process that has just begun knows nothing of what the others count."""
    answered = 0
    for _process in range(4):
        IN_HAND.left.clear()
        statuses = [client.get(ADDRESS).status_code for _time in range(MOST)]
        answered += statuses.count(200)
    assert answered == 4 * SHARE + SHARES * SHARE


def test_the_first_searches_ask_the_cache_for_nothing(client: Client) -> None:
    with CaptureQueriesContext(connection) as queries:
        search_often(client, SHARE)
    assert 'FROM "cache"' not in str(queries.captured_queries)
    with CaptureQueriesContext(connection) as queries:
        client.get(ADDRESS)
    assert 'FROM "cache"' in str(queries.captured_queries)


def test_no_address_is_kept_as_it_is(client: Client) -> None:
    search_often(client, SHARE + 1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM cache")
        [(key,)] = cursor.fetchall()
    assert "searches" in key
    assert "127.0.0.1" not in key
