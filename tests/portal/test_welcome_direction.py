"""Trying a direction on the way in: once a day, resumed, and never by guessing."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Consent, Member
from tests.conftest import signed_in
from tests.factories import TODAY, make_report, make_screen
from tracking.models import DirectionTrial, Intake, SafetyScreen

ADDRESS = "/welcome/direction/"
NOON = dt.datetime.combine(TODAY, dt.time(17), dt.UTC)
DAY = dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)
TRY_BACKWARD = "I want to try it now: 5 gentle back bends"
TRY_FORWARD = "I want to try it now: one knee to the chest"
WORSE, BETTER, SAME = (7, 5), (3, 4), (5, 5)
type Seen = tuple[int, int]


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as coordinates:
        yield coordinates


@pytest.fixture(autouse=True)
def screen(ada: Member, clock: time_machine.Traveller) -> SafetyScreen:
    """What comes before the direction is answered, and clear."""
    Consent.objects.create(member=ada, kind="health", version="2026-11")
    make_report(ada, reported_at=NOON - DAY, reported_on=TODAY - DAY)
    return make_screen(ada, asked_at=NOON)


def begin(client: Client) -> DirectionTrial:
    response = client.post(ADDRESS, {"direction": "tried"})
    trial = DirectionTrial.objects.all()[0]
    assertRedirects(
        response, f"/me/directions/{trial.pk}/", fetch_redirect_response=False
    )
    return trial


def read(client: Client, trial: DirectionTrial, moment: str, seen: Seen) -> None:
    leg, place = seen
    address = f"/me/directions/{trial.pk}/"
    sent = {"moment": moment, "leg": str(leg), "place": str(place)}
    assertRedirects(client.post(address, sent), address)


def try_it(
    client: Client, clock: time_machine.Traveller, after: Seen, later: Seen
) -> DirectionTrial:
    trial = begin(client)
    read(client, trial, "before", (5, 5))
    clock.shift(MINUTE)
    read(client, trial, "after", after)
    clock.shift(10 * MINUTE)
    read(client, trial, "later", later)
    return trial


def test_trying_is_offered_beside_what_the_member_knows(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, TRY_BACKWARD)
    assertContains(response, "I am not sure")
    assertContains(response, "not a diagnosis")
    assertNotContains(response, " checked")


def test_better_and_still_so_becomes_the_track(
    ada_client: Client, clock: time_machine.Traveller
) -> None:
    trial = try_it(ada_client, clock, BETTER, BETTER)
    page = ada_client.get(f"/me/directions/{trial.pk}/")
    assertContains(page, "This way seems to suit your leg.")
    assertContains(page, "Leg pain went from 5 to 3.")
    assertContains(page, "It moved up.")
    assertContains(page, f'href="{ADDRESS}"')
    assertRedirects(ada_client.get("/welcome/"), "/welcome/goals/")
    response = ada_client.get(ADDRESS)
    assertContains(response, "As it was when I tried it: bending backward helps")
    assertNotContains(response, TRY_BACKWARD)


def test_no_difference_becomes_no_clear_direction(
    ada_client: Client, clock: time_machine.Traveller
) -> None:
    try_it(ada_client, clock, SAME, SAME)
    assertRedirects(ada_client.get("/welcome/"), "/welcome/goals/")
    response = ada_client.get(ADDRESS)
    assertContains(response, "As it was when I tried it: no clear direction")


def test_after_leave_it_the_other_way_waits_for_another_day(
    ada: Member, ada_client: Client, clock: time_machine.Traveller
) -> None:
    try_it(ada_client, clock, WORSE, WORSE)
    assertRedirects(ada_client.get("/welcome/"), ADDRESS)
    response = ada_client.get(ADDRESS)
    assertContains(response, "Leave this way for now. It does not mean damage.")
    assertContains(response, "You can try the other way on another day.")
    assertNotContains(response, "I want to try it now")
    assert ada_client.post(ADDRESS, {"direction": "tried"}).status_code == 422
    clock.move_to(NOON + DAY)
    client = signed_in(ada)
    assertContains(client.get(ADDRESS), TRY_FORWARD)
    trial = try_it(client, clock, BETTER, BETTER)
    assert trial.movement == "forward"
    assertContains(client.get(ADDRESS), "As it was when I tried it: bending forward")


def test_the_day_is_the_members_own(
    ada: Member, ada_client: Client, clock: time_machine.Traveller
) -> None:
    clock.move_to(dt.datetime(2026, 11, 13, 4, 30, tzinfo=dt.UTC))  # 23:30 on the 12th
    client = signed_in(ada)
    try_it(client, clock, WORSE, WORSE)
    assertNotContains(client.get(ADDRESS), TRY_FORWARD)
    clock.shift(20 * MINUTE)  # past midnight there
    assertContains(signed_in(ada).get(ADDRESS), TRY_FORWARD)


def test_after_leave_it_not_sure_goes_on_the_same_day(
    ada_client: Client, clock: time_machine.Traveller
) -> None:
    try_it(ada_client, clock, WORSE, WORSE)
    ada_client.post(ADDRESS, {"direction": "not-sure"})
    assertRedirects(ada_client.get("/welcome/"), "/welcome/goals/")


def test_what_was_begun_is_gone_on_with(ada: Member, ada_client: Client) -> None:
    trial = begin(ada_client)
    assert begin(ada_client) == trial
    assert DirectionTrial.objects.count() == 1
    assertRedirects(ada_client.get("/welcome/"), ADDRESS)
    response = signed_in(ada).get(ADDRESS)
    assertContains(response, "You have begun to try it")
    assertContains(response, f'href="/me/directions/{trial.pk}/"')


@pytest.mark.parametrize("outcome", ["see-first"])
def test_without_clear_answers_nothing_is_tried(
    ada_client: Client, screen: SafetyScreen, outcome: str
) -> None:
    SafetyScreen.objects.update(outcome=outcome)
    response = ada_client.get(ADDRESS)
    assertNotContains(response, TRY_BACKWARD)
    assertContains(response, "Trying it here is not open for you now.")
    assert ada_client.post(ADDRESS, {"direction": "tried"}).status_code == 422
    assert not DirectionTrial.objects.exists()


def test_answers_of_a_week_ago_are_too_old_for_trying(
    ada: Member, clock: time_machine.Traveller
) -> None:
    clock.move_to(NOON + 7 * DAY + MINUTE)
    make_report(ada, reported_on=TODAY + 7 * DAY, reported_at=NOON + 7 * DAY)
    client = signed_in(ada)
    assertContains(client.get(ADDRESS), "Trying it here is not open for you now.")
    assert client.post(ADDRESS, {"direction": "tried"}).status_code == 422


def test_a_short_clear_screen_does_not_undo_a_precaution(
    ada: Member, ada_client: Client, screen: SafetyScreen
) -> None:
    SafetyScreen.objects.update(
        outcome="see-first", precautions=["narrow_canal"], asked_at=NOON - DAY
    )
    make_screen(ada, asked_at=NOON, kind="short")
    assertNotContains(ada_client.get(ADDRESS), TRY_BACKWARD)


def test_what_was_chosen_before_stays_until_another_choice(ada_client: Client) -> None:
    ada_client.post(ADDRESS, {"direction": "backward"})
    assert Intake.objects.get().direction == "backward"
    assert ada_client.post(ADDRESS, {}).status_code == 422
    assert Intake.objects.get().direction == "backward"
