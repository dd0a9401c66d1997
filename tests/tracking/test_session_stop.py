"""Stop, this hurts more: 3 questions, and what the answers mean."""

import datetime as dt
import uuid
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from exercises.models import Exercise, Variation
from portal.accounts.models import Member
from tests.conftest import signed_in
from tests.factories import make_log, make_report, make_screen, make_session, make_stop
from tests.tracking.conftest import DAY, ENTRY, NOON, posted, set_done
from tracking.models import ExerciseLog, ExerciseSession, StopEvent
from tracking.starting import has_exercises

MINUTE = dt.timedelta(minutes=1)
RESTED = NOON + 11 * MINUTE
FOOT = ["back", "l1", "l5"]
CALF = ["back", "l1", "l4"]


@pytest.fixture
def address(session: ExerciseSession) -> str:
    """Before it, the leg was 4 and the left side reached the lower leg."""
    return f"/sessions/{session.pk}/play/1/stop/"


def answers(**changes: Any) -> dict[str, Any]:
    sent = {"entry": str(ENTRY), "sign": ["none"], "place": CALF, "pain": "4"}
    return {**sent, **changes}


def the_stop() -> StopEvent:
    return StopEvent.objects.get()


def bridge() -> ExerciseLog:
    return ExerciseLog.objects.get(position=1, title="Bridge")


def bends_back() -> None:
    Exercise.objects.filter(slug="bridge").update(direction="extension")


def test_the_player_always_offers_it(
    ada_client: Client, session: ExerciseSession, address: str
) -> None:
    for query in ("", "?skip=1"):
        page = ada_client.get(f"/sessions/{session.pk}/play/1/{query}")
        assertContains(page, f'href="{address}"')


def test_it_asks_3_questions_and_nothing_is_chosen(
    ada_client: Client, address: str
) -> None:
    response = ada_client.get(address)
    assertContains(response, "Is one of these new?")
    assertContains(response, "Where do you feel it?")
    assertContains(response, "How strong is it now, 0 to 10?")
    assertNotContains(response, "checked")


@pytest.mark.parametrize(
    ("changes", "event"),
    [
        ({}, "more"),
        ({"pain": "5"}, "more"),
        ({"pain": "6"}, "pain_red"),
        ({"place": ["back"], "pain": "5"}, "more"),
        ({"sign": ["stop_sharp"]}, "stop_sharp"),
        ({"place": FOOT, "pain": "2"}, "periph"),
        ({"place": FOOT, "sign": ["stop_sharp"]}, "periph"),
        ({"place": [*CALF, "r1"]}, "periph"),
        ({"place": FOOT, "sign": ["stop_neuro"]}, "stop_neuro"),
        ({"sign": ["safety_event", "stop_neuro"]}, "safety_event"),
    ],
)
def test_the_answers_say_what_happened(
    ada_client: Client, address: str, changes: dict[str, Any], event: str
) -> None:
    ada_client.post(address, answers(**changes))
    assert the_stop().event == event


def test_it_keeps_how_it_was_before_and_now(ada_client: Client, address: str) -> None:
    ada_client.post(address, answers(place=FOOT, pain="7"))
    stop = the_stop()
    before = (stop.pain_before, stop.left_before, stop.right_before)
    assert (before, stop.pain, stop.left, stop.right) == ((4, 5, 0), 7, 6, 1)


@pytest.mark.parametrize("sign", ["stop_neuro", "safety_event"])
def test_numbness_and_warning_signs_lead_to_the_safety_questions(
    ada_client: Client, address: str, sign: str
) -> None:
    response = ada_client.post(address, answers(sign=[sign]))
    assertRedirects(response, "/safety/", fetch_redirect_response=False)


@pytest.mark.parametrize("sign", ["stop_neuro", "safety_event"])
def test_no_session_starts_before_the_safety_questions_are_answered(
    ada_client: Client, address: str, enrolled_ada: Member, sign: str
) -> None:
    ada_client.post(address, answers(sign=[sign]))
    with time_machine.travel(NOON + MINUTE, tick=False):
        refused = ada_client.get("/sessions/start/")
        assertRedirects(refused, "/safety/", fetch_redirect_response=False)
        make_screen(enrolled_ada)
        assert ada_client.get("/sessions/start/").status_code == 200


@pytest.mark.parametrize(
    ("changes", "state", "over"),
    [
        ({"sign": ["stop_sharp"]}, "skipped", True),
        ({"place": FOOT}, "skipped", True),
        ({"pain": "6"}, "to-do", False),
        ({}, "to-do", False),
    ],
)
def test_the_exercise_is_left_unless_it_may_go_on_gently(
    ada_client: Client, address: str, changes: dict[str, Any], state: str, over: bool
) -> None:
    ada_client.post(address, answers(**changes))
    assert (bridge().state, bridge().is_over) == (state, over)


def test_what_was_done_before_it_stays_noted(
    ada_client: Client, session: ExerciseSession, address: str
) -> None:
    ada_client.post(f"/sessions/{session.pk}/play/1/", set_done(1))
    ada_client.post(address, answers(sign=["stop_sharp"]))
    assert (bridge().sets_done, bridge().state) == (1, "partly")
    assertContains(ada_client.get("/today/"), f'href="/sessions/{session.pk}/play/2/"')


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"sign": []}, "Tick what is new, or “None of these”."),
        ({"sign": ["none", "stop_sharp"]}, "but not both."),
        ({"place": []}, "Tick each place where you feel it"),
        ({"pain": ""}, "Choose a number from 0 to 10 for the pain now."),
        ({"pain": "11"}, "Choose a number from 0 to 10 for the pain now."),
    ],
)
def test_a_missing_answer_is_named_in_the_summary_and_at_its_field(
    ada_client: Client, address: str, changes: dict[str, Any], sentence: str
) -> None:
    response = ada_client.post(address, answers(**changes))
    assertContains(response, sentence, count=2, status_code=422)
    assert not StopEvent.objects.exists()


def test_sent_twice_it_is_one_stop(ada_client: Client, address: str) -> None:
    ada_client.post(address, answers())
    assertRedirects(ada_client.post(address, answers()), f"/sessions/stops/{ENTRY}/")
    assert StopEvent.objects.count() == 1


def test_the_same_form_with_other_answers_is_shown(
    ada_client: Client, address: str
) -> None:
    ada_client.post(address, answers())
    assert ada_client.post(address, answers(pain="9")).status_code == 409
    assert the_stop().pain == 4


def test_another_member_cannot_take_its_number(
    ada_client: Client, address: str, bea: Member
) -> None:
    make_stop(make_log(make_session(bea)), id=ENTRY)
    assert ada_client.post(address, answers()).status_code == 404


def test_who_is_locked_can_still_stop(
    ada_client: Client, address: str, enrolled_ada: Member
) -> None:
    make_screen(enrolled_ada, outcome="emergency")
    assert ada_client.get(address).status_code == 200


@pytest.mark.parametrize("position", [0, 3])
def test_a_place_that_is_not_there_is_not_found(
    ada_client: Client, session: ExerciseSession, position: int
) -> None:
    address = f"/sessions/{session.pk}/play/{position}/stop/"
    assert ada_client.get(address).status_code == 404


def test_further_down_it_says_rest_until(ada_client: Client, address: str) -> None:
    response = ada_client.post(address, answers(place=FOOT), follow=True)
    assertContains(response, "Rest for 10 minutes")
    assertContains(response, "Rest until 12:10 p.m.")
    assertContains(response, "Moving down does not mean damage.")
    assertNotContains(response, "How is it now?")


def test_while_it_rests_no_exercise_goes_on(
    ada_client: Client, session: ExerciseSession, address: str
) -> None:
    page = ada_client.post(address, answers(place=FOOT), follow=True)
    assertNotContains(page, "Go on with")
    back = ada_client.get(f"/sessions/{session.pk}/play/2/")
    assertRedirects(back, the_stop().get_absolute_url())


def test_the_rest_can_be_timed(ada_client: Client, address: str) -> None:
    page = ada_client.post(address, answers(place=FOOT), follow=True)
    assert page.context["plan"][0]["seconds"] == 600


def test_the_question_after_the_rest_waits_for_its_time(
    ada_client: Client, address: str
) -> None:
    ada_client.post(address, answers(place=FOOT))
    detail = the_stop().get_absolute_url()
    early = ada_client.post(detail, {"place": CALF})
    assertContains(early, "Rest until 12:10 p.m. first.", status_code=422)
    assert the_stop().event == "periph"


def rest(client: Client, place: list[str]) -> Any:
    with time_machine.travel(RESTED, tick=False):
        return client.post(the_stop().get_absolute_url(), {"place": place})


def test_back_where_it_was_the_session_goes_on(
    ada_client: Client, session: ExerciseSession, address: str
) -> None:
    ada_client.post(address, answers(place=FOOT))
    rest(ada_client, CALF)
    assert the_stop().event == "periph_settled"
    response = ada_client.get(the_stop().get_absolute_url())
    assertContains(response, "try an easier version of this exercise")
    assertContains(response, "Go on with: Walk")
    assert ada_client.get(f"/sessions/{session.pk}/play/2/").status_code == 200


def test_still_further_down_the_session_ends(
    ada_client: Client, session: ExerciseSession, address: str
) -> None:
    ada_client.post(address, answers(place=FOOT))
    rest(ada_client, FOOT)
    stop = the_stop()
    assert (stop.event, stop.until) == ("periph_persist", RESTED + DAY)
    response = ada_client.get(stop.get_absolute_url())
    assertContains(response, f'href="/sessions/{session.pk}/finish/"')
    assertNotContains(response, "Go on with")
    back = ada_client.get(f"/sessions/{session.pk}/play/2/")
    assertRedirects(back, stop.get_absolute_url())


def test_the_first_answer_after_a_rest_stays(ada_client: Client, address: str) -> None:
    ada_client.post(address, answers(place=FOOT))
    rest(ada_client, FOOT)
    assert rest(ada_client, FOOT).status_code == 302
    assert rest(ada_client, CALF).status_code == 409
    assert the_stop().event == "periph_persist"


def test_the_same_in_a_second_session_takes_the_exercise_out(
    ada_client: Client, address: str, session: ExerciseSession
) -> None:
    other = make_session(session.member, performed_on=NOON.date() - 3 * DAY)
    log = make_log(other, exercise=bridge().exercise)
    make_stop(log, event="periph_persist", happened_at=NOON - 3 * DAY)
    ada_client.post(address, answers(place=FOOT))
    stop = StopEvent.objects.get(event="periph")
    with time_machine.travel(RESTED, tick=False):
        ada_client.post(stop.get_absolute_url(), {"place": FOOT})
    stop.refresh_from_db()
    assert stop.event == "periph_repeat"
    response = ada_client.get(stop.get_absolute_url())
    assertContains(response, "This exercise is taken out for you")
    assertContains(response, "Talk with a clinician about it.")


def started(member: Member, at: dt.datetime) -> list[str]:
    """The exercises of a session begun then, after signing in anew, by title."""
    entry = uuid.uuid4()
    with time_machine.travel(at, tick=False):
        signed_in(member).post(
            "/sessions/start/",
            {"entry": str(entry), "place": CALF, "back": "3", "leg": "4"}
            | {"feeling": "none"},
        )
    logs = ExerciseLog.objects.filter(session=entry)
    return [log.title for log in logs]


def test_a_direction_is_left_out_for_24_hours(
    ada: Member, ada_client: Client, address: str
) -> None:
    bends_back()
    Exercise.objects.filter(slug="walk").update(direction="extension")
    ada_client.post(address, answers(place=FOOT))
    rest(ada_client, FOOT)
    assert not has_exercises(the_stop().log.session.member, NOON.date())
    assert started(ada, RESTED + DAY - MINUTE) == []
    assert started(ada, RESTED + DAY + MINUTE) == ["Bridge", "Walk"]


def test_an_exercise_that_bends_neither_way_holds_back_only_itself(
    ada: Member, ada_client: Client, address: str
) -> None:
    ada_client.post(address, answers(place=FOOT))
    rest(ada_client, FOOT)
    assert started(ada, RESTED + MINUTE) == ["Walk"]


def test_a_rest_that_was_not_looked_at_counts_as_further_down(
    ada: Member, ada_client: Client, address: str
) -> None:
    ada_client.post(address, answers(place=FOOT))
    assert started(ada, RESTED) == ["Walk"]


def test_what_settled_is_not_held_back(
    ada: Member, ada_client: Client, address: str
) -> None:
    ada_client.post(address, answers(place=FOOT))
    rest(ada_client, CALF)
    assert started(ada, RESTED + MINUTE) == ["Bridge", "Walk"]


def test_what_is_taken_out_stays_out_until_a_clinician_says_so(
    ada: Member, session: ExerciseSession
) -> None:
    stop = make_stop(bridge(), event="periph_repeat", until=NOON + DAY)
    later = NOON + 5 * DAY
    assert started(ada, later) == ["Walk"]
    with time_machine.travel(later, tick=False):
        signed_in(ada).post(stop.get_absolute_url(), {"give_back": "1"})
    assert started(ada, later + MINUTE) == ["Bridge", "Walk"]


def test_today_says_what_is_held_back_and_why(
    ada_client: Client, session: ExerciseSession
) -> None:
    stop = make_stop(bridge(), event="periph_persist", until=NOON + DAY)
    response = ada_client.get("/today/")
    assertContains(response, "Left out for now, because it hurt more: Bridge")
    assertContains(response, f'href="{stop.get_absolute_url()}"')


def test_a_deleted_session_holds_nothing_back(
    ada: Member, ada_client: Client, session: ExerciseSession
) -> None:
    make_stop(bridge(), event="periph_persist", until=NOON + DAY)
    ada_client.post(f"/sessions/{session.pk}/delete/")
    assert started(ada, NOON + MINUTE) == ["Bridge", "Walk"]


def test_easier_ways_are_named_and_drawn(ada_client: Client, address: str) -> None:
    Variation.objects.create(
        owner=bridge().exercise, kind="easier", text="Lift a little.", figure="bridge"
    )
    response = ada_client.post(address, answers(pain="6"), follow=True)
    assertContains(response, "Lift a little.")
    assertContains(response, '<span class="still"><svg class="xfig')
    assertContains(response, "do half as many repeats")


def test_without_a_report_before_it_the_number_decides(
    ada_client: Client, session: ExerciseSession, address: str
) -> None:
    session.symptom_reports.all().delete()
    make_report(session.member, left=0, leg=0)
    ada_client.post(address, answers(place=FOOT, pain="7"))
    stop = the_stop()
    assert (stop.event, stop.pain_before, stop.left_before) == ("more", 7, 6)


@pytest.mark.parametrize("sessions", [1, 30])
def test_a_stop_costs_the_same_with_a_long_history(
    ada_client: Client, address: str, session: ExerciseSession, sessions: int
) -> None:
    ada_client.get("/today/")
    for _n in range(sessions):
        make_stop(make_log(make_session(session.member)))
    assert posted(ada_client, address, answers(place=FOOT)) == 8
    stop = StopEvent.objects.get(event="periph")
    with time_machine.travel(RESTED, tick=False):
        assert posted(ada_client, stop.get_absolute_url(), {"place": CALF}) == 7
