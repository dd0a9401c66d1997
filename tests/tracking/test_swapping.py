"""Another exercise instead: which ones are offered, and what the log keeps."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from exercises.models import Exercise, Variation
from tests.factories import (
    make_exercise,
    make_log,
    make_prescription,
    make_screen,
    make_session,
    make_stop,
)
from tests.tracking.conftest import NOON, as_planned, left_out, posted
from tracking.models import Enrollment, ExerciseLog, ExerciseSession


@pytest.fixture
def address(session: ExerciseSession, enrollment: Enrollment) -> str:
    """The phase is "calm", the track is extension, and the bridge bends backward."""
    enrollment.phase.slug = "calm"
    enrollment.phase.save()
    Enrollment.objects.update(track="extension")
    Exercise.objects.filter(slug="bridge").update(direction="extension")
    return f"/sessions/{session.pk}/play/1/"


def another(slug: str, **fields: Any) -> Exercise:
    defaults = {"direction": "extension", "stages": "calm, restore"}
    return make_exercise(slug=slug, title=slug.capitalize(), **{**defaults, **fields})


def easier(exercise: Exercise | None, kind: str = "easier") -> None:
    owner = Exercise.objects.get(slug="bridge")
    Variation.objects.create(owner=owner, kind=kind, text="So.", exercise=exercise)


def offered(client: Client, address: str) -> list[str]:
    response = client.get(address, {"skip": "1"})
    return list(response.context["form"].ways)


def bridge() -> ExerciseLog:
    return ExerciseLog.objects.get(position=1)


def test_it_offers_the_same_direction_in_this_stage(
    ada_client: Client, address: str
) -> None:
    another("elbows")
    another("plank", direction="neutral")
    another("cobra", stages="strengthen")
    another("draft", status="draft")
    assert offered(ada_client, address) == ["elbows"]


def test_easier_ways_come_first_from_any_stage(
    ada_client: Client, address: str
) -> None:
    another("arch")
    easier(another("flat", stages="restore", direction="neutral"))
    easier(another("harder-one", stages="restore", direction="neutral"), "harder")
    assert offered(ada_client, address) == ["flat", "arch"]


def test_an_easier_way_in_words_alone_changes_no_order(
    ada_client: Client, address: str
) -> None:
    easier(None)
    another("arch")
    easier(another("flat", stages="restore", direction="neutral"))
    assert offered(ada_client, address) == ["flat", "arch"]


def test_the_track_rules_out_the_other_direction(
    ada_client: Client, address: str
) -> None:
    easier(another("knees", direction="flexion"))
    assert offered(ada_client, address) == []


def test_what_this_stage_prescribes_suits_the_track(
    ada_client: Client, address: str, enrollment: Enrollment
) -> None:
    knees = another("knees", direction="flexion")
    easier(knees)
    make_prescription(enrollment.phase, knees)
    assert offered(ada_client, address) == ["knees"]


def test_what_the_session_holds_already_is_not_offered(
    ada_client: Client, address: str
) -> None:
    easier(Exercise.objects.get(slug="walk"))
    assert offered(ada_client, address) == []


def test_safety_answers_rule_exercises_out(
    ada_client: Client, address: str, session: ExerciseSession
) -> None:
    another("lying-press-up")
    make_screen(session.member, precautions=["weak_bones"])
    assert offered(ada_client, address) == []


def test_stop_rules_rule_a_direction_out(
    ada_client: Client, address: str, session: ExerciseSession
) -> None:
    another("elbows")
    earlier = make_log(make_session(session.member), exercise=bridge().exercise)
    hour_ago = NOON - dt.timedelta(hours=1)
    make_stop(earlier, event="periph", happened_at=hour_ago, until=NOON)
    assert offered(ada_client, address) == []


def test_a_swap_keeps_what_was_planned_and_why(
    ada_client: Client, address: str
) -> None:
    elbows = another("elbows", sets=3, reps=4, hold_seconds=9, sides="each")
    response = ada_client.post(address, left_out("tired", instead="elbows"))
    assertRedirects(response, address)
    log = bridge()
    assert (log.exercise, log.title) == (elbows, "Elbows")
    assert log.swapped_from is not None
    assert (log.swapped_from.slug, log.swap_reason) == ("bridge", "tired")
    assert (log.sets, log.reps, log.hold_seconds, log.sides) == (3, 4, 9, 2)
    assert (log.prescription, log.state) == (None, "to-do")
    assertContains(ada_client.get(address), "instead of the one planned")


def test_the_dose_of_this_stage_comes_first(
    ada_client: Client, address: str, enrollment: Enrollment
) -> None:
    elbows = another("elbows", sets=3)
    dose = make_prescription(enrollment.phase, elbows, sets=2, reps=7)
    ada_client.post(address, left_out(instead="elbows"))
    assert (bridge().prescription, bridge().sets, bridge().reps) == (dose, 2, 7)


def test_what_was_done_of_the_first_does_not_count_for_the_other(
    ada_client: Client, address: str
) -> None:
    another("elbows")
    ada_client.post(address, as_planned(rating="hard"))
    ada_client.post(address, left_out(instead="elbows", version="2"))
    log = bridge()
    assert (log.sets_done, log.reps_done, log.rating) == (0, None, "")
    assert not log.is_over


def test_swapping_back_forgets_the_swap(ada_client: Client, address: str) -> None:
    another("elbows")
    ada_client.post(address, left_out(instead="elbows"))
    ada_client.post(address, left_out(instead="bridge", version="2"))
    log = bridge()
    assert (log.title, log.swapped_from, log.swap_reason) == ("Bridge", None, "")


def test_sent_twice_it_swaps_once(ada_client: Client, address: str) -> None:
    another("elbows")
    for _time in range(2):
        response = ada_client.post(address, left_out(instead="elbows"))
        assertRedirects(response, address)
    assert bridge().version == 2


@pytest.mark.parametrize("instead", ["", "walk", "no-such-thing"])
def test_another_exercise_is_refused(
    ada_client: Client, address: str, instead: str
) -> None:
    response = ada_client.post(address, left_out(instead=instead))
    assert response.status_code == 422
    assert bridge().title == "Bridge"


def test_a_swap_asks_why(ada_client: Client, address: str) -> None:
    another("elbows")
    response = ada_client.post(address, left_out("", instead="elbows"))
    assertContains(response, "Choose one reason.", count=2, status_code=422)
    assertContains(response, "Elbows", status_code=422)


def test_a_second_device_is_told_before_it_swaps(
    ada_client: Client, address: str
) -> None:
    another("elbows")
    ada_client.post(address, as_planned())
    response = ada_client.post(address, left_out(instead="elbows"))
    assertContains(response, "2 of 2 sets done", status_code=409)
    assert bridge().title == "Bridge"


def test_a_second_device_is_told_of_the_swap(ada_client: Client, address: str) -> None:
    another("elbows")
    ada_client.post(address, left_out(instead="elbows"))
    response = ada_client.post(address, left_out("tired"))
    words = "On another device or tab you chose this one: Elbows."
    assertContains(response, words, status_code=409)
    response = ada_client.post(address, as_planned())
    words = "This exercise was changed on another device or tab."
    assertContains(response, words, status_code=409)


@pytest.mark.parametrize("others", [1, 20])
def test_a_swap_costs_the_same_with_many_to_choose_from(
    ada_client: Client, address: str, others: int
) -> None:
    ada_client.get("/today/")
    for number in range(others):
        another(f"elbows-{number}")
    sent = left_out(instead="elbows-0")
    assert posted(ada_client, address, sent) == 8
