import datetime as dt

import time_machine
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.factories import make_change, make_exercise, make_phase
from tests.tracking.conftest import DAY, NOON
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


def test_a_change_that_a_later_one_replaced_has_nothing_to_undo(
    ada_client: Client, enrollment: Enrollment
) -> None:
    brace = make_exercise(title="Brace")
    first = make_change(enrollment, exercise=brace, made_at=NOON - DAY)
    second = make_change(enrollment, exercise=brace, from_value=10, to_value=12)
    response = ada_client.post(first.get_absolute_url())
    assertContains(response, "there is nothing to undo")
    assertNotContains(response, "Undo this change?")
    first.refresh_from_db()
    assert first.undone_at is None
    ada_client.post(second.get_absolute_url())
    assertContains(ada_client.get(first.get_absolute_url()), "Undo this change?")


def test_a_change_in_another_phase_has_nothing_to_undo(
    ada_client: Client, enrollment: Enrollment
) -> None:
    change = make_change(enrollment)
    Enrollment.objects.update(phase=make_phase(enrollment.program, order=2))
    assertContains(ada_client.get(change.get_absolute_url()), "nothing to undo")


def test_a_step_back_that_is_over_has_nothing_to_undo(
    ada_client: Client, enrollment: Enrollment
) -> None:
    down = {"from_value": 10, "to_value": 8, "rule": "back-morning"}
    until = {"made_on": NOON.date() - DAY * 3, "until": NOON.date() - DAY}
    change = make_change(enrollment, **down, **until)
    assertContains(ada_client.get(change.get_absolute_url()), "nothing to undo")
    change.until = NOON.date()
    change.save()
    assertContains(ada_client.get(change.get_absolute_url()), "Undo this change?")
