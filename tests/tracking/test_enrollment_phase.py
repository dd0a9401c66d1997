import uuid
from typing import Any

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from exercises.models import Phase
from portal.accounts.models import Member
from tests.factories import (
    TODAY,
    make_change,
    make_enrollment,
    make_exercise,
    make_flare,
    make_phase,
    make_program,
    make_screen,
)
from tests.tracking.conftest import DAY, ENTRY, NOON, note_days
from tracking.models import Enrollment, LookBack, PhaseMove

RULES = "leg-low: Leg pain is 4 or less.\nwalks-10: You can walk for 10 minutes."


@pytest.fixture
def calm(db: None) -> Phase:
    return make_phase(make_program(), order=1, title="Calm", move_on=RULES)


@pytest.fixture
def restore(calm: Phase) -> Phase:
    return make_phase(calm.program, order=2, title="Restore", first_week=3, last_week=6)


@pytest.fixture
def following(ada: Member, calm: Phase, restore: Phase) -> Enrollment:
    """A week in, with little pain; how far she walks is not noted yet."""
    make_screen(ada, asked_at=NOON - DAY, asked_on=TODAY - DAY)
    note_days(ada, [6, 6, 6, 6, 6, 6, 6, 4, 4, 3])
    return make_enrollment(ada, calm)


@pytest.fixture
def ready(following: Enrollment) -> Enrollment:
    monday = TODAY - DAY * TODAY.weekday()
    LookBack.objects.create(
        member=following.member, week=monday, noted_on=TODAY, walk_minutes=12
    )
    return following


def address(enrollment: Enrollment) -> str:
    return f"/me/enrollments/{enrollment.pk}/phase/"


def agree(client: Client, enrollment: Enrollment, **more: Any) -> Any:
    return client.post(address(enrollment), {"entry": str(ENTRY), **more})


def test_it_says_of_each_rule_whether_it_is_met_and_why(
    ada_client: Client, following: Enrollment
) -> None:
    response = ada_client.get(address(following))
    assertContains(response, "When you move on to Restore")
    assertContains(response, "Leg pain: 3, 4 and 4. Your start: 6.")
    assertContains(response, "Say in your weekly look back how long you walk.")
    assertContains(response, "Today is day 8.")
    assertContains(response, "Not yet:", count=1)
    assertNotContains(response, "Yes, I move on")


def test_nothing_moves_by_itself(ada_client: Client, ready: Enrollment) -> None:
    assertContains(ada_client.get("/today/"), "You can move on to Restore")
    assertContains(ada_client.get(address(ready)), "Yes, I move on")
    ready.refresh_from_db()
    assert ready.phase.title == "Calm"


def test_the_member_agrees_and_what_was_met_is_kept(
    ada_client: Client, ready: Enrollment, restore: Phase
) -> None:
    assertRedirects(agree(ada_client, ready), f"/me/moves/{ENTRY}/")
    ready.refresh_from_db()
    assert (ready.phase, ready.phase_since) == (restore, TODAY)
    move = PhaseMove.objects.get()
    assert (move.from_title, move.to_title) == ("Calm", "Restore")
    assert [one["key"] for one in move.met] == ["days", "leg-low", "walks-10"]


def test_agreed_twice_it_is_one_move(ada_client: Client, ready: Enrollment) -> None:
    agree(ada_client, ready)
    assertRedirects(agree(ada_client, ready), f"/me/moves/{ENTRY}/")
    assert PhaseMove.objects.count() == 1


def test_what_is_not_met_any_more_is_looked_up_again(
    ada_client: Client, following: Enrollment
) -> None:
    response = agree(ada_client, following)
    assertContains(response, "It is not time to move on yet.", status_code=422)
    assert not PhaseMove.objects.exists()


def test_what_only_the_member_knows_has_to_be_ticked(
    ada_client: Client, ready: Enrollment, calm: Phase
) -> None:
    calm.move_on = f"{RULES}\nknows-flare-plan: You know what to do in a flare."
    calm.save()
    response = agree(ada_client, ready)
    assertContains(response, "Tick this to move on.", status_code=422, count=2)
    agree(ada_client, ready, **{"knows-flare-plan": "on"})
    assert PhaseMove.objects.count() == 1


def test_in_the_last_phase_there_is_no_next_one(
    ada_client: Client, ready: Enrollment, restore: Phase
) -> None:
    Enrollment.objects.update(phase=restore)
    response = ada_client.get(address(ready))
    assertContains(response, "When you have reached the end")
    assertNotContains(response, "Yes, I move on")
    assert agree(ada_client, ready).status_code == 422


def test_in_a_flare_the_page_says_so_and_nobody_moves_on(
    ada: Member, ada_client: Client, ready: Enrollment
) -> None:
    make_flare(ada, gentle_until=TODAY - DAY, declared_on=TODAY - DAY)
    response = ada_client.get(address(ready))
    assertContains(response, "A flare is on. It comes first.")
    assertNotContains(response, "Yes, I move on")
    assert agree(ada_client, ready).status_code == 422
    assert not PhaseMove.objects.exists()


def test_with_all_met_in_the_last_phase_the_end_is_reached(
    ada_client: Client, ready: Enrollment, restore: Phase, calm: Phase
) -> None:
    Enrollment.objects.update(phase=restore)
    Phase.objects.filter(pk=restore.pk).update(move_on="walks-30: You walk.")
    assertNotContains(ada_client.get("/today/"), "reached the end of your program")
    asked = f"{RULES}\nknows-flare-plan: You know what to do in a flare."
    Phase.objects.filter(pk=restore.pk).update(move_on=asked)
    assertContains(ada_client.get("/today/"), "reached the end of your program")
    response = ada_client.get(address(ready))
    assertContains(response, "You have reached the end of your program</h1>")
    assertContains(response, "Your exercises stay open to you.")
    assertContains(response, "Only you can say this.")
    assertNotContains(response, "when you move on.")
    assertNotContains(response, "Until then")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (10, None),
        (20, "Calm takes longer for many people."),
        (40, "Talk with a clinician."),
    ],
)
def test_a_phase_that_takes_longer_is_said_without_blame(
    ada_client: Client, following: Enrollment, days: int, words: str | None
) -> None:
    Phase.objects.filter(title="Calm").update(if_not="Talk with a clinician.")
    Enrollment.objects.update(started_on=TODAY - DAY * days)
    response = ada_client.get("/today/")
    for sentence in ("Calm takes longer for many people.", "Talk with a clinician."):
        (assertContains if sentence == words else assertNotContains)(response, sentence)


def test_undone_it_is_as_if_the_phase_had_gone_on(
    ada_client: Client, ready: Enrollment, calm: Phase
) -> None:
    exercise = make_exercise()
    made = make_change(ready, exercise=exercise, made_at=NOON - DAY)
    agree(ada_client, ready)
    move = f"/me/moves/{ENTRY}/"
    assertContains(ada_client.get(move), "Go back to Calm?")
    for _time in range(2):
        assertRedirects(ada_client.post(move), "/today/")
    ready.refresh_from_db()
    assert (ready.phase, ready.phase_began) == (calm, ready.started_on)
    assert made.phase == calm
    assertNotContains(ada_client.get(move), "Go back to Calm?")


def test_only_the_last_move_can_be_undone(
    ada_client: Client, ready: Enrollment, restore: Phase, calm: Phase
) -> None:
    agree(ada_client, ready)
    strengthen = make_phase(restore.program, order=3, title="Strengthen")
    Enrollment.objects.update(phase=strengthen)
    ada_client.post(f"/me/moves/{ENTRY}/")
    ready.refresh_from_db()
    assert ready.phase == strengthen


def test_a_stranger_can_not_agree_for_me(bea_client: Client, ready: Enrollment) -> None:
    assert agree(bea_client, ready).status_code == 404
    assert not PhaseMove.objects.exists()


def test_the_same_number_of_another_member_is_not_found(
    ada_client: Client, ready: Enrollment, bea: Member, calm: Phase
) -> None:
    theirs = make_enrollment(bea, calm)
    PhaseMove.objects.create(
        pk=ENTRY,
        enrollment=theirs,
        from_title="Calm",
        to_title="Restore",
        from_since=TODAY,
        agreed_on=TODAY,
        agreed_at=NOON,
    )
    assert agree(ada_client, ready).status_code == 404
    assert agree(ada_client, ready, entry=str(uuid.uuid4())).status_code == 302
