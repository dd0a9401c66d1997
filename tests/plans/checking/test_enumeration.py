"""Whatever failed, a stranger learns nothing: the same answer for the same work."""

import re
from unittest import mock

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.plans.checking.attempts import MOST
from portal.plans.eligibility.keys import Key
from portal.plans.models import CheckAttempt, HelpRequest
from tests.conftest import signed_in
from tests.factories import make_member
from tests.plans.checking.conftest import ADDRESS, check
from tests.plans.eligibility.conftest import LEE, MARIA, SAM, LoadFile

pytestmark = pytest.mark.usefixtures("today", "file_benefit")

HELP = "/coverage/harbor-lane-bakery/help/"
HOME = {"zip_code": "43215"}
QUERIES, HASHES = 18, 6  # of the answer by ZIP code
TOO_MANY = "That was too many tries"
FAILING = {
    "wrong birth date": {"born": "1 3 1980"},
    "wrong number": {"number": "HB-0009"},
    "wrong name": {"last": "Lind"},
    "unknown person": {"last": "Nobody", "born": "7 8 1970", "number": "ZZ-1"},
    "wrong ZIP code": {"zip_code": "43999"},
    "unknown by ZIP code": {"last": "Nobody", "zip_code": "43999"},
}


def masked(page: str) -> str:
    token = r'(name="csrfmiddlewaretoken" value="|"x-csrftoken": ")\w+"'
    return re.sub(token, "", page)


def seen(answers: dict[str, str]) -> tuple[str, list[int], int]:
    """The page, the queries of each request, and the hashes, in a browser of its own."""
    client = Client()
    counts: list[int] = []
    real_post, real_get, real_hash = client.post, client.get, Key.hash
    hashed = 0

    def counting(call: object) -> object:
        def counted(*args: object, **kwargs: object) -> object:
            with CaptureQueriesContext(connection) as queries:
                response = call(*args, **kwargs)  # type: ignore[operator]
            counts.append(len(queries))
            return response

        return counted

    def hash_counted(key: Key, *parts: object) -> str:
        nonlocal hashed
        hashed += 1
        return real_hash(key, *parts)

    with (
        mock.patch.object(client, "post", counting(real_post)),
        mock.patch.object(client, "get", counting(real_get)),
        mock.patch.object(Key, "hash", hash_counted),
    ):
        page = masked(check(client, **answers))
    return page, counts, hashed


@pytest.mark.parametrize("has_emails", [True, False])
def test_each_failure_gets_the_same_bytes_for_the_same_queries_and_hashes(
    load_file: LoadFile, has_emails: bool
) -> None:
    load_file(MARIA, LEE, *([SAM] if has_emails else []))
    by_number = [seen(a) for a in FAILING.values() if "zip_code" not in a]
    assert len({page for page, _counts, _hashed in by_number}) == 1
    assert len({tuple(counts) for _page, counts, _hashed in by_number}) == 1
    assert len({hashed for _page, _counts, hashed in by_number}) == 1


@pytest.mark.parametrize(
    ("others", "last_post"), [([], QUERIES), ([SAM], QUERIES)], ids=["queue", "code"]
)
def test_a_match_by_zip_code_alone_costs_what_a_failure_costs(
    load_file: LoadFile, others: list[str], last_post: int
) -> None:
    """Without any e-mail in the file it goes to the queue, else to a code."""
    load_file(MARIA, LEE, *others)
    ways = [{"zip_code": "43004"}, *(a for a in FAILING.values() if "zip_code" in a)]
    if others:
        ways.append({"last": "OHara", "first": "Sam", "born": "5 6 1990", **HOME})
    found = [seen(way) for way in ways]
    assert len({page for page, _counts, _hashed in found}) == 1
    assert {tuple(counts) for _page, counts, _hashed in found} == {tuple(found[0][1])}
    assert {(counts[-2], hashed) for _page, counts, hashed in found} == {
        (last_post, HASHES + bool(others))
    }


def test_asking_a_person_costs_the_same_whether_the_file_has_them(
    load_file: LoadFile,
) -> None:
    load_file(MARIA, LEE)
    found = set()
    for number, zip_code in enumerate(("43004", "43999")):
        client = signed_in(make_member(f"member-{number}@example.org"))
        check(client, zip_code=zip_code)
        with CaptureQueriesContext(connection) as queries:
            posted = client.post(HELP, {"message": "", "agrees": "on"})
        count = len(queries)
        page = masked(client.get(posted["Location"]).text)
        found.add((count, posted.status_code, page))
    assert len(found) == 1
    assert {asked.matches_the_file for asked in HelpRequest.objects.all()} == {
        True,
        False,
    }


def test_without_any_file_the_work_is_the_same(load_file: LoadFile) -> None:
    without = seen(FAILING["unknown person"])
    CheckAttempt.objects.all().delete()
    load_file(MARIA)
    assert seen(FAILING["unknown person"]) == without


def test_a_person_looked_for_can_be_guessed_at_5_times_an_hour(
    load_file: LoadFile,
) -> None:
    load_file(MARIA)
    for number in range(MOST["person"]):
        assert TOO_MANY not in check(Client(), number=f"XX-{number}")
    assert TOO_MANY in check(Client(), number="XX-9")
    assert TOO_MANY in check(Client())
    assert "covers you" not in check(Client())


def test_a_number_can_be_tried_with_5_birth_dates(load_file: LoadFile) -> None:
    load_file(MARIA)
    for day in range(3, 3 + MOST["held"]):
        assert TOO_MANY not in check(Client(), born=f"1 {day} 1980")
    assert TOO_MANY in check(Client(), born="1 20 1980")


def test_an_address_has_20_tries(load_file: LoadFile) -> None:
    load_file(MARIA)
    for number in range(MOST["address"]):
        check(Client(), last=f"Nobody{chr(97 + number)}", number=f"ZZ-{number}")
    assert TOO_MANY in check(Client(), last="Someone", number="YY-1")
    other = Client(REMOTE_ADDR="203.0.113.7")
    assert TOO_MANY not in check(other, last="Someone", number="YY-2")


def test_a_forwarded_address_is_not_believed(load_file: LoadFile) -> None:
    load_file(MARIA)
    for number in range(MOST["address"]):
        client = Client(headers={"X-Forwarded-For": f"198.51.100.{number}"})
        check(client, last=f"Nobody{chr(97 + number)}", number=f"ZZ-{number}")
    client = Client(headers={"X-Forwarded-For": "198.51.100.99"})
    assert TOO_MANY in check(client, last="Someone", number="YY-1")


def test_too_many_tries_is_no_error_page(load_file: LoadFile) -> None:
    load_file(MARIA)
    client = Client()
    for _time in range(MOST["person"] + 1):
        check(client, number="XX-1")
    assert client.get(ADDRESS).status_code == 200
