import datetime as dt

import time_machine
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.factories import make_change
from tests.tracking.conftest import NOON
from tracking.models import Enrollment


def test_it_says_what_changed_and_why(
    ada_client: Client, enrollment: Enrollment
) -> None:
    response = ada_client.get(make_change(enrollment).get_absolute_url())
    assertContains(response, "<dd>2 sets of 8</dd>", html=True)
    assertContains(response, "<dd>2 sets of 10</dd>", html=True)
    assertContains(response, "You rated it easy 3 times")


def test_undone_twice_is_undone_once(
    ada_client: Client, enrollment: Enrollment
) -> None:
    change = make_change(enrollment)
    assertRedirects(ada_client.post(change.get_absolute_url()), "/me/doses/")
    with time_machine.travel(NOON + dt.timedelta(minutes=30), tick=False):
        ada_client.post(change.get_absolute_url())
    change.refresh_from_db()
    assert change.undone_at == NOON
    assertNotContains(ada_client.get(change.get_absolute_url()), "Undo this change?")


def test_a_stranger_can_not_undo_it(bea_client: Client, enrollment: Enrollment) -> None:
    change = make_change(enrollment)
    assert bea_client.post(change.get_absolute_url()).status_code == 404
    change.refresh_from_db()
    assert change.undone_at is None
