"""The limit for a sponsor, and who hears of many failed tries."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import Settings
from pytest_django.asserts import assertContains, assertNotContains

from portal.accounts.models import Member
from portal.accounts.roles import COVERAGE_OFFICER
from portal.plans.checking.alerting import MANY
from portal.plans.checking.attempts import MOST, WINDOW, address_of
from portal.plans.models import CheckAttempt, Sponsor
from tests.conftest import signed_in, staff
from tests.factories import make_sponsor
from tests.plans.checking.conftest import ADDRESS, check, code_in_mail, post_all
from tests.plans.eligibility.conftest import MARIA, LoadFile

TOO_MANY = "That was too many tries"
COVERS = "Harbor Lane Bakery covers you"
TASK = "Many coverage checks at Harbor Lane Bakery failed"

type FailBefore = Callable[..., None]

pytestmark = pytest.mark.usefixtures("today", "file_benefit", "loaded")


@pytest.fixture
def loaded(load_file: LoadFile) -> None:
    cache.clear()
    load_file(MARIA)


@pytest.fixture
def officer(db: None) -> Member:
    return staff("officer@example.org", COVERAGE_OFFICER)


@pytest.fixture
def fail_before(bakery: Sponsor) -> FailBefore:
    """Tries from as many addresses, for as many people."""

    def fail(times: int, sponsor: Sponsor = bakery, **fields: object) -> None:
        CheckAttempt.objects.bulk_create(
            CheckAttempt(
                **{
                    "sponsor": sponsor,
                    "at": timezone.now() - dt.timedelta(minutes=1),
                    "address": f"a{number}",
                    "person": f"p{number}",
                    "held": f"h{number}",
                    "outcome": "not confirmed",
                    **fields,
                }
            )
            for number in range(times)
        )

    return fail


def test_a_sponsor_has_400_tries_an_hour(fail_before: FailBefore) -> None:
    fail_before(MOST["sponsor"] - 1)
    assert TOO_MANY not in check(Client(), number="XX-1")
    assert TOO_MANY in check(Client())
    with time_machine.travel(timezone.now() + WINDOW, tick=False):
        assert COVERS in check(Client())


def test_tries_at_another_sponsor_and_tries_that_were_right_do_not_count(
    fail_before: FailBefore,
) -> None:
    fail_before(MOST["sponsor"], make_sponsor("Vale Outfitters"))
    fail_before(MOST["sponsor"], outcome="confirmed")
    assert COVERS in check(Client())


def test_people_who_type_the_right_code_use_up_no_tries_of_their_office(
    bakery: Sponsor,
) -> None:
    bakery.benefits.update(verification="domain")
    bakery.domains.create(domain="harbor.example")
    for number in range(MOST["address"] + 1):
        client = Client()
        client.post(ADDRESS, {"do": "email", "email": f"m{number}@harbor.example"})
        code = code_in_mail()
        client.post(ADDRESS, {"do": "code", "code": code})
        assert COVERS in client.get(ADDRESS).text


@pytest.mark.parametrize(
    ("proxies", "address"), [(0, "127.0.0.1"), (1, "203.0.113.9"), (2, "198.51.100.7")]
)
def test_as_many_proxies_are_believed_as_are_set(
    rf: RequestFactory, settings: Settings, proxies: int, address: str
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    forwarded = "192.0.2.1, 198.51.100.7, 203.0.113.9"
    assert address_of(rf.get("/", headers={"X-Forwarded-For": forwarded})) == address


def test_one_home_is_one_address(rf: RequestFactory) -> None:
    homes = {
        address_of(rf.get("/", REMOTE_ADDR=f"2001:db8:0:{home}::{device}"))
        for home in (1, 2)
        for device in (3, 4)
    }
    assert homes == {"2001:db8:0:1::/64", "2001:db8:0:2::/64"}


def test_officers_hear_once_of_many_failed_tries(
    fail_before: FailBefore, officer: Member, ada: Member
) -> None:
    fail_before(MANY - 2)
    check(Client(), number="XX-1")
    post_all()
    assert not mail.outbox
    for number in range(3):
        check(Client(), last="Canary", number=f"XX-{number}")
    post_all()
    [told] = mail.outbox
    assert told.to == [officer.email]
    assert "Harbor Lane Bakery" in told.subject
    assert "canary" not in str(told.body).lower()
    assert "127.0.0.1" not in str(told.body)


def test_the_home_of_staff_names_the_sponsor_for_a_day(
    fail_before: FailBefore, officer: Member, editor_client: Client
) -> None:
    fail_before(MANY - 1)
    assertNotContains(signed_in(officer).get("/admin/"), TASK)
    fail_before(1)
    assertContains(signed_in(officer).get("/admin/"), TASK)
    assertNotContains(editor_client.get("/admin/"), TASK)
    with time_machine.travel(timezone.now() + dt.timedelta(days=1), tick=False):
        assertNotContains(signed_in(officer).get("/admin/"), TASK)
