"""The way in, from the first page to the program, one question a page."""

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from exercises.models import Phase, Program
from portal.accounts.models import Consent, Member
from portal.plans.models import Coverage
from tests.conftest import signed_in
from tests.factories import (
    TODAY,
    make_benefit,
    make_enrollment,
    make_phase,
    make_program,
    make_report,
    make_screen,
    make_sponsor,
)
from tracking.models import (
    ActivityGoal,
    DirectionTrial,
    Enrollment,
    Intake,
    SymptomReport,
    WeekPlan,
)

DAY = dt.timedelta(days=1)
NOON = dt.datetime.combine(TODAY, dt.time(17), dt.UTC)
STEPS = ["consent", "safety", "place", "direction", "goals", "week", "program", "check"]


@pytest.fixture(autouse=True)
def today() -> Iterator[dt.date]:
    with time_machine.travel(NOON, tick=False):
        yield TODAY


@pytest.fixture
def program(db: None) -> Program:
    return make_program(title="12 weeks for sciatica", slug="sciatica-12-weeks")


@pytest.fixture
def phase(program: Program) -> Phase:
    make_phase(program, title="Strengthen", slug="strengthen", order=2)
    return make_phase(program, title="Calm", slug="calm", order=1)


@pytest.fixture
def coverage(ada: Member, program: Program, phase: Phase) -> Coverage:
    benefit = make_benefit(make_sponsor(), program)
    return Coverage.objects.create(member=ada, benefit=benefit)


def address(step: str) -> str:
    return f"/welcome/{step}/"


def entry() -> str:
    return str(uuid.uuid4())


def place(**changes: Any) -> dict[str, Any]:
    sent = {
        "entry": entry(),
        "place": ["back", "l1", "l2"],
        "back": "3",
        "leg": "4",
        "feeling": ["tingling"],
        "note": "",
    }
    return {**sent, **changes}


def goal(text: str = "Walk the dog", **changes: str) -> dict[str, str]:
    return {"entry": entry(), "text": text, "score": "3", **changes}


def answer(client: Client, member: Member, step: str) -> None:
    """One step, as a browser without scripts sends it."""
    program = Program.objects.first()
    sent: dict[str, dict[str, Any]] = {
        "consent": {"agrees": "on"},
        "place": place(),
        "direction": {"direction": "not-sure"},
        "goals": goal(),
        "week": {"weekdays": ["0", "2"], "habit": "after the morning coffee"},
        "program": {"program": str(program.pk if program else "")},
    }
    if step == "safety":
        make_screen(member, asked_at=NOON)
    else:
        assert client.post(address(step), sent[step]).status_code == 302, step


def answer_up_to(client: Client, member: Member, last: str) -> None:
    for step in STEPS[: STEPS.index(last)]:
        answer(client, member, step)


@pytest.fixture
def ready(ada_client: Client, ada: Member, coverage: Coverage) -> Client:
    """Every question is answered."""
    answer_up_to(ada_client, ada, "check")
    return ada_client


@pytest.mark.usefixtures("coverage")
def test_the_whole_way_in(ada_client: Client, ada: Member, phase: Phase) -> None:
    for step in STEPS[:-1]:
        assertRedirects(ada_client.get("/welcome/"), address(step))
        answer(ada_client, ada, step)
    assertRedirects(ada_client.get("/welcome/"), "/welcome/check/")
    response = ada_client.post("/welcome/check/")
    assertRedirects(response, "/today/", fetch_redirect_response=False)
    joined = Enrollment.objects.get()
    assert (joined.member, joined.phase) == (ada, phase)
    assert (joined.track, joined.started_on) == ("no-direction", TODAY)
    assert not Intake.objects.exists()


@pytest.mark.usefixtures("coverage")
@pytest.mark.parametrize("step", STEPS)
def test_it_is_resumed_at_each_step(ada_client: Client, ada: Member, step: str) -> None:
    answer_up_to(ada_client, ada, step)
    assertRedirects(signed_in(ada).get("/welcome/"), address(step))


@pytest.mark.usefixtures("coverage")
@pytest.mark.parametrize("step", STEPS[1:])
def test_a_step_typed_by_hand_leads_to_the_first_open_one(
    ada_client: Client, ada: Member, step: str
) -> None:
    before = STEPS[STEPS.index(step) - 1]
    assertRedirects(ada_client.get(address(step)), "/welcome/consent/")
    answer_up_to(ada_client, ada, before)
    for method in (ada_client.get, ada_client.post):
        assertRedirects(method(address(step)), address(before))


def test_an_unknown_step_is_not_found(ada_client: Client) -> None:
    assert ada_client.get("/welcome/elsewhere/").status_code == 404


def test_without_consent_nothing_is_kept(ada_client: Client) -> None:
    response = ada_client.post("/welcome/consent/", {})
    sentence = "Without this, there is nothing to show you. Tick to go on."
    link = f'<a href="#id_agrees">{sentence}</a>'
    assertContains(response, link, status_code=422)
    ada_client.post("/welcome/place/", place())
    ada_client.post("/welcome/goals/", goal())
    ada_client.post("/welcome/direction/", {"direction": "tried"})
    for model in (Consent, SymptomReport, ActivityGoal, Intake, DirectionTrial):
        assert not model.objects.exists()


def test_the_consent_is_kept_once(ada_client: Client, ada: Member) -> None:
    answer(ada_client, ada, "consent")
    answer(ada_client, ada, "consent")
    consent = Consent.objects.get()
    assert (consent.member, consent.kind, consent.version) == (ada, "health", "2026-11")


def test_the_safety_step_leads_to_the_questions(
    ada_client: Client, ada: Member
) -> None:
    answer(ada_client, ada, "consent")
    assertContains(ada_client.get("/welcome/safety/"), 'href="/safety/?next=/welcome/"')


@pytest.mark.parametrize("outcome", ["same-day", "emergency"])
def test_a_lock_keeps_the_way_shut_and_shows_what_to_do(
    ada_client: Client, ada: Member, outcome: str
) -> None:
    answer(ada_client, ada, "consent")
    screen = make_screen(ada, outcome=outcome, asked_at=NOON)
    assertRedirects(ada_client.get("/welcome/place/"), "/welcome/safety/")
    response = ada_client.get("/welcome/safety/")
    assertContains(response, f'href="/safety/{screen.pk}/?next=/welcome/"')
    assertNotContains(response, "Go on")


def test_see_first_goes_on(ada_client: Client, ada: Member) -> None:
    answer(ada_client, ada, "consent")
    screen = make_screen(ada, outcome="see-first", asked_at=NOON)
    assertRedirects(ada_client.get("/welcome/"), "/welcome/place/")
    response = ada_client.get("/welcome/safety/")
    assertContains(response, f'href="/safety/{screen.pk}/?next=/welcome/"')
    assertContains(response, "Go on")


@pytest.mark.usefixtures("coverage")
@pytest.mark.parametrize(
    ("step", "sent", "kept"),
    [
        ("place", place(leg="", note="Since the move"), "Since the move"),
        ("goals", goal(score=""), 'value="Walk the dog"'),
        ("goals", goal(text="", score="7"), 'value="7"'),
        ("week", {"habit": "after lunch"}, 'value="after lunch"'),
        ("week", {"weekdays": ["1", "not-sure"], "habit": "tea"}, 'value="tea"'),
        ("direction", {"direction": "sideways"}, "Which way"),
        ("program", {"program": ""}, "Choose a program."),
        ("program", {"program": "999999"}, "Choose a program from the list."),
    ],
)
def test_a_wrong_answer_is_named_and_what_was_typed_stays(
    ada_client: Client, ada: Member, step: str, sent: dict[str, Any], kept: str
) -> None:
    answer_up_to(ada_client, ada, step)
    response = ada_client.post(address(step), sent)
    assertContains(response, "There is a problem", status_code=422)
    assertContains(response, kept, status_code=422)
    assertRedirects(ada_client.get("/welcome/"), address(step))


FILLED = {
    "consent": 'id="id_agrees" checked',
    "place": 'name="place" value="l2" checked',
    "direction": 'value="not-sure"',
    "goals": "Walk the dog",
    "week": 'value="after the morning coffee"',
    "program": "checked",
}


@pytest.mark.parametrize("step", FILLED)
def test_a_step_that_is_done_shows_its_answer(ready: Client, step: str) -> None:
    response = ready.get(address(step))
    assertContains(response, FILLED[step])
    assertContains(response, 'href="/welcome/check/">Back to your answers')
    if step not in {"goals"}:
        assertContains(response, " checked")


@pytest.mark.parametrize("step", FILLED)
def test_saving_a_done_step_again_leads_back_to_the_answers(
    ready: Client, ada: Member, step: str
) -> None:
    answer(ready, ada, step)
    assertRedirects(ready.get("/welcome/"), "/welcome/check/")


def test_answers_can_be_changed(ready: Client) -> None:
    report = SymptomReport.objects.get()
    changed = place(leg="6", version=str(report.version))
    del changed["entry"]
    ready.post("/welcome/place/", changed)
    ready.post("/welcome/direction/", {"direction": "backward"})
    ready.post("/welcome/week/", {"weekdays": ["not-sure"], "habit": ""})
    response = ready.get("/welcome/check/")
    assertContains(response, "leg 6")
    assertContains(response, "Bending backward helps")
    assertContains(response, "Not sure yet")
    assert SymptomReport.objects.get().leg == 6
    assert WeekPlan.objects.get().weekdays == []


def test_the_answers_are_shown_with_a_link_to_change_each(ready: Client) -> None:
    response = ready.get("/welcome/check/")
    for step in STEPS[:-1]:
        assertContains(response, f'href="/welcome/{step}/">Change')
    assertContains(response, "Back 3, leg 4, as far as: left thigh")
    assertContains(response, "Walk the dog (3)")
    assertContains(response, "Monday, Wednesday, after the morning coffee")
    assertContains(response, "12 weeks for sciatica")


@pytest.mark.parametrize(
    ("direction", "track"),
    [
        ("backward", "extension"),
        ("forward", "flexion"),
        ("neither", "no-direction"),
        ("not-sure", "no-direction"),
    ],
)
def test_what_the_member_knows_becomes_the_track(
    ready: Client, direction: str, track: str
) -> None:
    ready.post("/welcome/direction/", {"direction": direction})
    ready.post("/welcome/check/")
    assert Enrollment.objects.get().track == track


def test_the_same_report_sent_twice_is_kept_once(
    ada_client: Client, ada: Member
) -> None:
    answer_up_to(ada_client, ada, "place")
    sent = place()
    for _turn in range(2):
        response = ada_client.post("/welcome/place/", sent)
        assertRedirects(response, "/welcome/", fetch_redirect_response=False)
    assert SymptomReport.objects.get().moment == "check-in"


@pytest.mark.usefixtures("ready")
def test_a_report_of_an_earlier_day_fills_a_new_one(ada: Member) -> None:
    with time_machine.travel(NOON + DAY, tick=False):
        client = signed_in(ada)
        response = client.get("/welcome/place/")
        assertContains(response, 'name="place" value="l2" checked')
        assertContains(response, 'name="entry"')
        client.post("/welcome/place/", place(leg="1"))
    days = SymptomReport.objects.values_list("reported_on", "leg")
    assert set(days) == {(TODAY, 4), (TODAY + DAY, 1)}


def test_after_a_week_it_asks_again_where_it_hurts(
    ada_client: Client, ada: Member
) -> None:
    answer_up_to(ada_client, ada, "place")
    make_report(ada, reported_on=TODAY - 7 * DAY)
    assertRedirects(ada_client.get("/welcome/"), "/welcome/place/")
    make_report(ada, reported_on=TODAY - 6 * DAY)
    assertRedirects(ada_client.get("/welcome/"), "/welcome/direction/")


def test_without_cover_it_leads_to_the_search(ada_client: Client, ada: Member) -> None:
    answer_up_to(ada_client, ada, "program")
    response = ada_client.get("/welcome/program/")
    assertContains(response, "Your cover")
    assertContains(response, 'action="/coverage/"')
    assertContains(response, 'href="/guides/sciatica/"')


@pytest.mark.usefixtures("phase")
def test_without_cover_nobody_joins(
    ada_client: Client, ada: Member, program: Program
) -> None:
    answer_up_to(ada_client, ada, "program")
    response = ada_client.post("/welcome/program/", {"program": str(program.pk)})
    assert response.status_code == 422
    assertRedirects(ada_client.post("/welcome/check/"), "/welcome/program/")
    assert not Enrollment.objects.exists()


@pytest.mark.usefixtures("phase")
def test_where_membership_is_open_a_member_joins_without_cover(
    ada_client: Client, ada: Member, settings: Settings
) -> None:
    settings.MEMBERSHIP = "open"
    answer_up_to(ada_client, ada, "check")
    ada_client.post("/welcome/check/")
    assert Enrollment.objects.get().member == ada


@pytest.mark.parametrize(
    "changes",
    [
        {"starts_on": TODAY + DAY},
        {"starts_on": TODAY - 2 * DAY, "ends_on": TODAY - DAY},
    ],
)
def test_cover_that_ends_before_joining_opens_the_question_again(
    ready: Client, coverage: Coverage, changes: dict[str, Any]
) -> None:
    for name, value in changes.items():
        setattr(coverage.benefit, name, value)
    coverage.benefit.save()
    assertRedirects(ready.post("/welcome/check/"), "/welcome/program/")
    assert not Enrollment.objects.exists()


@pytest.mark.usefixtures("coverage")
def test_the_cover_of_another_member_opens_nothing(
    bea_client: Client, bea: Member, program: Program
) -> None:
    answer_up_to(bea_client, bea, "program")
    response = bea_client.post("/welcome/program/", {"program": str(program.pk)})
    assert response.status_code == 422


def test_a_lock_after_the_answers_keeps_the_member_from_joining(
    ready: Client, ada: Member
) -> None:
    make_screen(ada, outcome="emergency", asked_at=NOON + dt.timedelta(seconds=1))
    assertRedirects(ready.post("/welcome/check/"), "/welcome/safety/")
    assert not Enrollment.objects.exists()


def test_joining_twice_makes_one_enrollment(ready: Client) -> None:
    for _turn in range(2):
        response = ready.post("/welcome/check/")
        assertRedirects(response, "/today/", fetch_redirect_response=False)
    assert Enrollment.objects.count() == 1


def test_who_follows_a_program_is_led_to_today(
    ada_client: Client, ada: Member, phase: Phase
) -> None:
    make_enrollment(ada, phase)
    for page in ("/welcome/", "/welcome/consent/", "/welcome/check/"):
        response = ada_client.get(page)
        assertRedirects(response, "/today/", fetch_redirect_response=False)


def test_who_left_a_program_can_join_again(ready: Client, ada: Member) -> None:
    ready.post("/welcome/check/")
    Enrollment.objects.get().leave(TODAY)
    assertRedirects(ready.get("/welcome/"), "/welcome/direction/")
    for step in ("direction", "program"):
        answer(ready, ada, step)
    ready.post("/welcome/check/")
    assert Enrollment.objects.count() == 2


def test_joining_late_at_night_is_of_the_local_day(ready: Client, ada: Member) -> None:
    ada.time_zone = "America/Los_Angeles"
    ada.save()
    late = dt.datetime(2026, 11, 13, 7, 30, tzinfo=dt.UTC)
    with time_machine.travel(late, tick=False):
        signed_in(ada).post("/welcome/check/")
    assert Enrollment.objects.get().started_on == TODAY


@pytest.mark.parametrize("page", ["/welcome/", *map(address, STEPS)])
def test_a_visitor_is_sent_to_sign_in(client: Client, page: str) -> None:
    response = client.get(page)
    login = f"/accounts/login/?next={page}"
    assertRedirects(response, login, fetch_redirect_response=False)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("direction", ["not-sure", "tried"])
def test_each_page_costs_few_queries(
    ready: Client,
    ada: Member,
    step: str,
    direction: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    readings = dict.fromkeys(("leg_before", "leg_after", "leg_later"), 3)
    places = dict.fromkeys(("place_before", "place_after", "place_later"), 3)
    DirectionTrial.objects.create(
        member=ada, movement="backward", tried_at=NOON - DAY, **readings, **places
    )
    Intake.objects.update(direction=direction)
    for text in ("Sit through a film", "Lift my son"):
        ready.post("/welcome/goals/", goal(text))
    with django_assert_max_num_queries(12):
        assert ready.get(address(step)).status_code == 200
