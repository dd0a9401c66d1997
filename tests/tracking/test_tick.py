"""The boxes of today for any time of the day."""

import uuid
from typing import Any

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from exercises.models import Exercise
from portal.accounts.models import Member
from tests.factories import TODAY, make_exercise, make_prescription, make_tick
from tests.tracking.conftest import DAY, ENTRY
from tracking.models import Enrollment, Tick

ADDRESS = "/today/"
AFTER = "/today/#any-time"


@pytest.fixture
def walk(enrollment: Enrollment, enrolled_ada: Member) -> Exercise:
    exercise = make_exercise(title="Walking")
    make_prescription(
        enrollment.phase, exercise, any_time=True, minutes=10, times_per_day=2
    )
    return exercise


def send(client: Client, exercise: Exercise, **changes: Any) -> Any:
    sent = {
        "entry": str(ENTRY),
        "exercise": exercise.pk,
        "number": 1,
        "day": TODAY.isoformat(),
        "want": "on",
    }
    return client.post(ADDRESS, {**sent, **changes})


def test_each_time_has_a_box(ada_client: Client, walk: Exercise) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "1 of 2")
    assertContains(response, "2 of 2")
    assertNotContains(response, 'aria-pressed="true"')


def test_ticked_it_is_kept_with_its_day(
    ada_client: Client, ada: Member, walk: Exercise
) -> None:
    assertRedirects(send(ada_client, walk), AFTER)
    tick = Tick.objects.get()
    assert (tick.pk, tick.member, tick.exercise) == (ENTRY, ada, walk)
    assert (tick.number, tick.minutes, tick.ticked_on) == (1, 10, TODAY)
    assertContains(ada_client.get(ADDRESS), 'aria-pressed="true"', count=1)


@pytest.mark.parametrize("entry", [str(ENTRY), "0d5a6f0e-27c4-4c5b-9a51-2b8b1a6f0002"])
def test_ticked_again_from_here_or_from_elsewhere_it_is_one_tick(
    ada_client: Client, walk: Exercise, entry: str
) -> None:
    send(ada_client, walk)
    assertRedirects(send(ada_client, walk, entry=entry), AFTER)
    assert Tick.objects.get().pk == ENTRY


def test_unticked_it_is_gone_and_twice_is_as_good_as_once(
    ada_client: Client, walk: Exercise
) -> None:
    send(ada_client, walk)
    for _time in range(2):
        assertRedirects(send(ada_client, walk, want="off"), AFTER)
    assert not Tick.objects.exists()


def test_only_the_box_that_was_named_is_unticked(
    ada_client: Client, walk: Exercise
) -> None:
    send(ada_client, walk)
    send(ada_client, walk, entry=str(uuid.uuid4()), number=2)
    send(ada_client, walk, number=2, want="off")
    assert Tick.objects.get().number == 1


@pytest.mark.parametrize(("days", "status"), [(0, 302), (7, 302), (8, 404), (-2, 404)])
def test_sent_late_it_counts_for_its_own_day(
    ada_client: Client, walk: Exercise, days: int, status: int
) -> None:
    day = TODAY - DAY * days
    assert send(ada_client, walk, day=day.isoformat()).status_code == status
    assert list(Tick.objects.values_list("ticked_on", flat=True)) == (
        [day] if status == 302 else []
    )


def test_all_ticked_one_more_is_offered_up_to_the_high_end(
    ada_client: Client, ada: Member, walk: Exercise, enrollment: Enrollment
) -> None:
    enrollment.phase.prescriptions.filter(any_time=True).update(times_per_day_to=3)
    for number in (1, 2):
        make_tick(ada, exercise=walk, number=number)
    assertContains(ada_client.get(ADDRESS), "once more")
    make_tick(ada, exercise=walk, number=3)
    assertContains(ada_client.get(ADDRESS), 'aria-pressed="true"', count=3)
    assertContains(ada_client.get(ADDRESS), 'aria-pressed="false"', count=0)


def test_what_the_program_does_not_offer_can_not_be_ticked(
    ada_client: Client, walk: Exercise
) -> None:
    assert send(ada_client, make_exercise()).status_code == 404
    assert send(ada_client, walk, number=99).status_code == 404
    assert not Tick.objects.exists()


def test_a_stranger_ticks_and_unticks_nothing_of_mine(
    ada_client: Client, bea_client: Client, walk: Exercise
) -> None:
    assert send(bea_client, walk).status_code == 404
    send(ada_client, walk)
    send(bea_client, walk, want="off")
    assert Tick.objects.count() == 1


def test_its_page_says_when_and_takes_it_away(
    ada_client: Client, ada: Member, walk: Exercise
) -> None:
    tick = make_tick(ada, exercise=walk, minutes=10)
    response = ada_client.get(tick.get_absolute_url())
    assertContains(response, "Thursday, November 12, 2026")
    assertContains(response, "Take the tick away")
