"""The quick log: a session noted by hand, today or on a past day."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from exercises.models import Exercise
from portal.accounts.models import Member
from tests.factories import (
    TODAY,
    make_exercise,
    make_log,
    make_report,
    make_session,
)
from tests.tracking.conftest import DAY, ENTRY, NOON, report_answers, yes_the_same
from tests.tracking.side_by_side import both
from tracking.gate import gate_for
from tracking.models import ExerciseLog, ExerciseSession, SymptomReport
from tracking.safety import Gate

LOG = "/sessions/log/"


@pytest.fixture
def bridge(enrolled_ada: Member) -> str:
    return str(Exercise.objects.get(slug="bridge").pk)


@pytest.fixture
def walk(enrolled_ada: Member) -> str:
    return str(Exercise.objects.get(slug="walk").pk)


def sent(*did: str, **changes: Any) -> dict[str, Any]:
    """What the form sends on Thursday, November 12, for doses as prescribed."""
    fields = {"entry": str(ENTRY), "today": "2026-11-12", "when": "today", "note": ""}
    doses = {f"sets_{key}": "2" for key in did}
    return {**fields, "did": list(did), **doses, **changes}


def the_session() -> ExerciseSession:
    return ExerciseSession.objects.get()


def test_it_shows_the_phase_and_ticks_nothing(
    ada_client: Client, bridge: str, walk: str
) -> None:
    page = ada_client.get(LOG)
    assertContains(page, "Bridge")
    assertContains(page, "2 sets of 8, hold 5 seconds")
    form = page.context["form"]
    assert not form["did"].value()
    assert form[f"sets_{bridge}"].value() == 2
    assert form[f"minutes_{walk}"].value() == 10
    assert not form[f"rating_{bridge}"].value()
    # The day is the only thing that is chosen beforehand.
    assertContains(page, " checked", count=1)


def test_what_was_done_is_kept_beside_what_was_prescribed(
    ada: Member, ada_client: Client, bridge: str, walk: str
) -> None:
    numbers = {
        f"sets_{bridge}": "1",
        f"reps_{bridge}": "6",
        f"hold_{bridge}": "4",
        f"minutes_{walk}": "12",
        f"rating_{bridge}": "hard",
        f"leg_response_{bridge}": "less",
        f"reach_response_{bridge}": "up",
    }
    response = ada_client.post(LOG, sent(bridge, walk, note="At work", **numbers))
    row = the_session()
    assertRedirects(response, f"/sessions/{row.pk}/")
    assert (row.pk, row.member, row.performed_on) == (ENTRY, ada, TODAY)
    assert (row.source, row.phase_title, row.note) == ("by-hand", "Calm", "At work")
    assert row.finished_at == NOON
    first, second = row.logs.all()
    assert (first.sets, first.reps, first.hold_seconds) == (2, 8, 5)
    done = (first.sets_done, first.reps_done, first.hold_seconds_done, first.state)
    assert done == (1, 6, 4, "partly")
    answers = (first.rating, first.leg_response, first.reach_response)
    assert answers == ("hard", "less", "up")
    assert (second.minutes, second.minutes_done, second.state) == (10, 12, "done")
    assert second.prescription is not None


def test_how_it_went_can_stay_open(ada_client: Client, bridge: str) -> None:
    ada_client.post(LOG, sent(bridge))
    log = ExerciseLog.objects.get()
    assert (log.rating, log.leg_response, log.reach_response) == ("", "", "")


@pytest.mark.parametrize(
    ("when", "day", "expected"),
    [
        ("today", "", "2026-11-12"),
        ("yesterday", "", "2026-11-11"),
        ("other", "2026-11-02", "2026-11-02"),
        ("other", "2025-11-12", "2025-11-12"),
    ],
)
def test_the_day_is_today_yesterday_or_another(
    ada_client: Client, bridge: str, when: str, day: str, expected: str
) -> None:
    ada_client.post(LOG, sent(bridge, when=when, day=day))
    row = the_session()
    assert row.performed_on.isoformat() == expected
    assert timezone.localdate(row.started_at) == row.performed_on


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"did": []}, "Tick what you did."),
        ({"when": ""}, "Choose the day."),
        ({"when": "other"}, "Enter the day, like this: 2026-11-23."),
        ({"when": "other", "day": "2026-11-13"}, "That day has not come yet."),
        ({"when": "other", "day": "2025-11-11"}, "That is more than a year ago."),
        ({"today": "2026-11-04"}, "This page is more than a week old."),
        ({"today": "2026-11-14"}, "This page is more than a week old."),
        ({"sets": "0"}, "Enter 1 set or more, or take the tick away."),
        ({"sets": ""}, "Enter 1 set or more, or take the tick away."),
        ({"sets": "21"}, "Enter a whole number from 0 to 20."),
        ({"hold": "x"}, "Enter whole seconds, from 0 to 1200."),
    ],
)
def test_a_wrong_answer_is_named_and_nothing_typed_is_lost(
    ada_client: Client, bridge: str, changes: dict[str, Any], sentence: str
) -> None:
    named = {
        f"{k}_{bridge}" if k in {"sets", "hold"} else k: changes[k] for k in changes
    }
    response = ada_client.post(LOG, sent(bridge, note="On the mat") | named)
    assertContains(response, sentence, status_code=422)
    assertContains(response, "On the mat", status_code=422)
    assertContains(response, str(ENTRY), status_code=422)
    assert not ExerciseSession.objects.exists()


def test_numbers_beside_an_empty_box_do_not_count(
    ada_client: Client, bridge: str, walk: str
) -> None:
    ada_client.post(LOG, sent(bridge, **{f"minutes_{walk}": "many"}))
    assert the_session().logs.get().title == "Bridge"


def test_another_exercise_can_be_added_without_losing_anything(
    ada_client: Client, bridge: str
) -> None:
    more = make_exercise(title="Side plank", sets=2, reps=1, hold_seconds=20)
    typed = sent(bridge, note="At work", more=str(more.pk), add="yes")
    page = ada_client.post(LOG, typed | {f"sets_{bridge}": "7"})
    assert page.status_code == 200
    form = page.context["form"]
    assert form["did"].value() == [bridge, str(more.pk)]
    assert (form[f"sets_{bridge}"].value(), form["note"].value()) == ("7", "At work")
    assert form[f"sets_{more.pk}"].value() == 2
    assertContains(page, str(ENTRY))
    ada_client.post(LOG, sent(bridge, str(more.pk)))
    logs = the_session().logs.values_list("title", "prescription__phase__title")
    assert list(logs) == [("Bridge", "Calm"), ("Side plank", None)]


def test_a_draft_cannot_be_added(ada_client: Client, bridge: str) -> None:
    draft = make_exercise(title="Secret", status="draft")
    response = ada_client.post(LOG, sent(bridge, str(draft.pk)))
    assert response.status_code == 422
    assertNotContains(response, "Secret", status_code=422)


def test_sent_twice_it_is_one_session(ada_client: Client, bridge: str) -> None:
    for _turn in range(2):
        response = ada_client.post(LOG, sent(bridge))
        assertRedirects(response, f"/sessions/{ENTRY}/")
    assert the_session().logs.count() == 1


def test_sent_with_other_numbers_both_are_shown(
    ada_client: Client, bridge: str, walk: str
) -> None:
    ada_client.post(LOG, sent(bridge, note="First"))
    response = ada_client.post(LOG, sent(bridge, walk, note="Second"))
    assertContains(response, both("Bridge", "Bridge, Walk"), 1, 409, html=True)
    assertContains(response, both("First", "Second"), 1, 409, html=True)
    assertContains(response, f'href="/sessions/{ENTRY}/edit/"', status_code=409)
    assert the_session().note == "First"


def test_what_was_deleted_stays_deleted(ada_client: Client, bridge: str) -> None:
    ada_client.post(LOG, sent(bridge))
    ada_client.post(f"/sessions/{ENTRY}/delete/")
    response = ada_client.post(LOG, sent(bridge))
    assertContains(response, 'href="/me/changes/', status_code=409)
    assert the_session().deleted_at


def test_anothers_number_is_not_found(
    ada_client: Client, bea: Member, bridge: str
) -> None:
    make_session(bea, pk=ENTRY)
    assert ada_client.post(LOG, sent(bridge)).status_code == 404


def test_the_same_exercises_on_that_day_are_pointed_out(
    ada: Member, ada_client: Client, bridge: str
) -> None:
    ada_client.post(LOG, sent(bridge))
    again = sent(bridge, entry=str(uuid.uuid4()))
    response = ada_client.post(LOG, again)
    assertContains(response, "with these exercises on that day", status_code=422)
    assertContains(response, f'href="/sessions/{ENTRY}/"', status_code=422)
    assert ada_client.post(LOG, again | {"twice": "yes"}).status_code == 302
    assert ExerciseSession.objects.for_member(ada).count() == 2


@pytest.mark.parametrize("other", ["another day", "another exercise", "not done"])
def test_other_sessions_are_no_reason_to_ask(
    ada: Member, ada_client: Client, bridge: str, walk: str, other: str
) -> None:
    day = TODAY - DAY if other == "another day" else TODAY
    exercise = Exercise.objects.get(pk=walk if other == "another exercise" else bridge)
    state = "to-do" if other == "not done" else "done"
    make_log(make_session(ada, performed_on=day), exercise=exercise, state=state)
    assert ada_client.post(LOG, sent(bridge)).status_code == 302


@pytest.mark.usefixtures("locked_ada")
def test_a_lock_keeps_nobody_from_noting(ada_client: Client, bridge: str) -> None:
    assertContains(ada_client.get(LOG), "Exercises are paused")
    assert ada_client.post(LOG, sent(bridge)).status_code == 302
    assert the_session().finished_at


def test_without_a_program_there_is_still_the_list(eve_client: Client) -> None:
    exercise = make_exercise(title="Walk")
    assertContains(eve_client.get(LOG), "Add the exercises you did.")
    response = eve_client.post(LOG, sent(str(exercise.pk)))
    assertRedirects(response, f"/sessions/{ENTRY}/")
    assert the_session().enrollment is None


def test_before_and_after_can_be_noted_next(
    ada: Member, ada_client: Client, bridge: str
) -> None:
    typed = sent(bridge, feel="yes", when="other", day="2026-11-09")
    response = ada_client.post(LOG, typed)
    before, after = (f"/sessions/{ENTRY}/report/{m}/" for m in ("before", "after"))
    assertRedirects(response, before)
    assertNotContains(ada_client.get(before), " checked")
    answers = report_answers(entry=str(uuid.uuid4()))
    assertRedirects(ada_client.post(before, answers), after)
    same = yes_the_same(ada_client, after)
    assertRedirects(ada_client.post(after, same), f"/sessions/{ENTRY}/")
    reports = SymptomReport.objects.for_member(ada).order_by("moment")
    assert [(r.moment, r.leg, r.reported_on) for r in reports] == [
        ("after", 4, dt.date(2026, 11, 9)),
        ("before", 4, dt.date(2026, 11, 9)),
    ]


@pytest.mark.usefixtures("questions")
def test_a_past_day_that_hurt_more_makes_the_check_due(
    ada: Member, ada_client: Client, bridge: str
) -> None:
    make_report(ada, reported_at=NOON - 3 * DAY, reported_on=TODAY - 3 * DAY, leg=2)
    ada_client.post(LOG, sent(bridge, when="other", day="2026-11-10"))
    assert gate_for(ada) is Gate.OPEN
    answers = report_answers(entry=str(uuid.uuid4()), leg="6")
    ada_client.post(f"/sessions/{ENTRY}/report/after/", answers)
    assert gate_for(ada) is Gate.DUE


@pytest.mark.parametrize("moment", ["before", "after"])
def test_an_open_session_gets_its_reports_in_the_player(
    ada_client: Client, session: ExerciseSession, moment: str
) -> None:
    address = f"/sessions/{session.pk}/report/{moment}/"
    assert ada_client.get(address).status_code == 404


@pytest.mark.parametrize("day", ["2026-11-09", "nonsense", "2026-99-99", ""])
def test_a_sheet_is_typed_in_under_its_day(
    ada_client: Client, bridge: str, day: str
) -> None:
    form = ada_client.get(LOG, {"day": day}).context["form"]
    is_day = day == "2026-11-09"
    assert form["when"].value() == ("other" if is_day else "today")


@pytest.mark.parametrize("history", [1, 100])
def test_a_post_takes_7_statements_whatever_the_history(
    ada: Member, ada_client: Client, bridge: str, walk: str, history: int
) -> None:
    for n in range(history):
        make_log(make_session(ada, performed_on=TODAY - n * DAY), state="done")
    ada_client.get(LOG)
    with CaptureQueriesContext(connection) as queries:
        ada_client.post(LOG, sent(bridge, walk))
    made = [q["sql"] for q in queries if "SAVEPOINT" not in q["sql"]]
    assert len(made) == 7


def test_no_page_makes_up_a_time_of_day(ada_client: Client, bridge: str) -> None:
    ada_client.post(LOG, sent(bridge, when="other", day="2026-11-09"))
    answers = report_answers(entry=str(uuid.uuid4()))
    ada_client.post(f"/sessions/{ENTRY}/report/before/", answers)
    assertContains(ada_client.get("/sessions/"), "noted by hand")
    assertNotContains(ada_client.get(f"/sessions/{ENTRY}/"), "noon")
    ada_client.post(f"/sessions/{ENTRY}/delete/")
    history = ada_client.get("/sessions/")
    assertContains(history, "Session, Monday, November 9<")
