"""The weekly look back: 2 numbers, the goals, then the short safety check."""

import datetime as dt
import uuid
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import (
    TODAY,
    make_goal,
    make_goal_score,
    make_look_back,
    make_screen,
)
from tests.tracking.conftest import DAY, ENTRY, NOON, short_answers
from tracking.looking_back import due_look_back
from tracking.models import ActivityGoal, Enrollment, GoalScore, LookBack, SafetyScreen

MONDAY = dt.date(2026, 11, 9)
MOST_OF_A_POST = 8


def week(**changes: Any) -> dict[str, str]:
    """What the form sends, for Thursday, November 12."""
    sent = {
        "entry": str(ENTRY),
        "day": "2026-11-12",
        "walk_minutes": "25",
        "sit_minutes": "40",
    }
    return {**sent, **changes}


@pytest.fixture
def goal(ada: Member) -> ActivityGoal:
    goal = make_goal(ada, set_on=TODAY - 14 * DAY)
    make_goal_score(goal, scored_on=TODAY - 14 * DAY, score=4)
    return goal


def test_nothing_is_filled_in_beforehand(
    ada_client: Client, goal: ActivityGoal
) -> None:
    response = ada_client.get("/look-back/")
    assertContains(response, goal.text)
    assertNotContains(response, " checked")
    assert response.context["form"]["walk_minutes"].value() is None


def test_a_week_is_kept_under_its_monday(
    ada: Member, ada_client: Client, goal: ActivityGoal
) -> None:
    sent = week(**{f"goal_{goal.pk}": "6"})
    response = ada_client.post("/look-back/", sent)
    assertRedirects(response, "/today/")
    row = LookBack.objects.get()
    assert (row.member, row.week, row.noted_on) == (ada, MONDAY, TODAY)
    assert (row.walk_minutes, row.sit_minutes, row.skipped) == (25, 40, False)
    scores = list(goal.scores.values_list("scored_on", "score"))
    assert scores == [(TODAY, 6), (TODAY - 14 * DAY, 4)]
    goal.refresh_from_db()
    assert goal.score == 6


@pytest.mark.usefixtures("questions", "enrolled_ada")
def test_the_short_safety_check_follows(ada_client: Client) -> None:
    response = ada_client.post("/look-back/", week())
    assertRedirects(response, "/safety/?weekly=1")
    page = ada_client.get("/safety/?weekly=1")
    assertContains(page, "A quick safety check")
    assertContains(page, 'name="kind" value="short"')


@pytest.mark.usefixtures("questions", "enrolled_ada")
def test_a_sign_in_the_check_locks_and_shows_its_card(ada_client: Client) -> None:
    sent = short_answers(ces_saddle="yes", entry=str(uuid.uuid4()))
    response = ada_client.post("/safety/?weekly=1", sent, follow=True)
    assert SafetyScreen.objects.latest("asked_at").outcome == "emergency"
    assertContains(response, "Call 911")
    assertContains(ada_client.get("/look-back/"), "Exercises are paused")


@pytest.mark.usefixtures("enrolled_ada")
def test_a_check_of_today_is_not_asked_again(ada: Member, ada_client: Client) -> None:
    make_screen(ada, asked_at=NOON, asked_on=TODAY)
    response = ada_client.post("/look-back/", week())
    assertRedirects(response, "/today/", fetch_redirect_response=False)


@pytest.mark.usefixtures("locked_ada")
def test_a_lock_keeps_nobody_from_looking_back(ada_client: Client) -> None:
    response = ada_client.post("/look-back/", week())
    assertRedirects(response, "/today/", fetch_redirect_response=False)
    assert LookBack.objects.get().walk_minutes == 25


def test_sent_twice_it_is_one_week(ada_client: Client, goal: ActivityGoal) -> None:
    for _turn in range(2):
        sent = week(**{f"goal_{goal.pk}": "6"})
        assert ada_client.post("/look-back/", sent).status_code == 302
    assert LookBack.objects.count() == 1


@pytest.mark.parametrize("entry", [ENTRY, uuid.uuid4()], ids=["same form", "another"])
def test_other_numbers_for_that_week_are_shown_beside(
    ada_client: Client, entry: uuid.UUID
) -> None:
    ada_client.post("/look-back/", week())
    sent = week(entry=str(entry), walk_minutes="5")
    response = ada_client.post("/look-back/", sent)
    assert response.status_code == 409
    assertContains(response, "5", status_code=409)
    assertContains(response, f"/look-back/{ENTRY}/", status_code=409)
    assert LookBack.objects.get().walk_minutes == 25


def test_skipping_takes_one_tap_and_can_be_made_up(ada_client: Client) -> None:
    for _turn in range(2):
        response = ada_client.post("/look-back/", {"skip": "yes"})
        assertRedirects(response, "/today/")
    assert LookBack.objects.get().skipped
    assert ada_client.post("/look-back/", week()).status_code == 302
    row = LookBack.objects.get()
    assert (row.skipped, row.walk_minutes) == (False, 25)


def test_skipping_after_an_answer_loses_nothing(ada_client: Client) -> None:
    ada_client.post("/look-back/", week())
    ada_client.post("/look-back/", {"skip": "yes"})
    assert LookBack.objects.get().walk_minutes == 25


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"walk_minutes": "481"}, "Enter whole minutes, from 0 to 480."),
        ({"sit_minutes": "-1"}, "Enter whole minutes, from 0 to 480."),
        ({"walk_minutes": "", "sit_minutes": ""}, "Fill in 1 answer or more"),
        ({"day": "2026-11-04"}, "This page is more than a week old."),
        ({"day": "2026-11-14"}, "This page is more than a week old."),
    ],
)
def test_a_wrong_answer_is_named_and_nothing_is_lost(
    ada_client: Client, changes: dict[str, str], sentence: str
) -> None:
    response = ada_client.post("/look-back/", week(**changes))
    assertContains(response, sentence, status_code=422)
    assert response.context["form"]["entry"].value() == str(ENTRY)
    assert not LookBack.objects.exists()


def test_a_form_of_last_week_counts_for_last_week(ada_client: Client) -> None:
    """Filled in offline on Sunday, sent on Thursday."""
    ada_client.post("/look-back/", week(day="2026-11-08"))
    assert LookBack.objects.get().week == dt.date(2026, 11, 2)


def test_a_week_can_be_changed(ada: Member, ada_client: Client) -> None:
    row = make_look_back(ada, walk_minutes=15)
    page = ada_client.get(f"/look-back/{row.pk}/")
    assertContains(page, 'value="15"')
    sent = {"version": "1", "walk_minutes": "20", "sit_minutes": ""}
    response = ada_client.post(f"/look-back/{row.pk}/", sent)
    assertRedirects(response, "/look-back/")
    row.refresh_from_db()
    assert (row.walk_minutes, row.sit_minutes, row.version) == (20, None, 2)


def test_the_second_of_2_devices_is_told(ada: Member, ada_client: Client) -> None:
    row = make_look_back(ada)
    sent = {"version": "1", "walk_minutes": "20", "sit_minutes": "5"}
    ada_client.post(f"/look-back/{row.pk}/", sent)
    late = {**sent, "walk_minutes": "30"}
    response = ada_client.post(f"/look-back/{row.pk}/", late)
    assertContains(response, "30", status_code=409)
    row.refresh_from_db()
    assert row.walk_minutes == 20


def test_a_later_score_of_an_earlier_day_is_not_the_latest(
    ada: Member, ada_client: Client, goal: ActivityGoal
) -> None:
    earlier = TODAY - 7 * DAY
    row = make_look_back(ada, week=MONDAY - 7 * DAY, noted_on=earlier)
    make_goal_score(goal, scored_on=TODAY, score=8)
    sent = {"version": "1", "walk_minutes": "20", f"goal_{goal.pk}": "5"}
    ada_client.post(f"/look-back/{row.pk}/", sent)
    assert GoalScore.objects.on(earlier).get().score == 5
    goal.refresh_from_db()
    assert goal.score == 8


@pytest.mark.parametrize(
    ("last", "is_due"), [(None, True), (7, True), (6, False), (0, False)]
)
def test_it_is_offered_once_in_7_days(
    ada: Member, enrollment: Enrollment, last: int | None, is_due: bool
) -> None:
    if last is not None:
        day = TODAY - last * DAY
        monday = day - day.weekday() * DAY
        make_look_back(ada, week=monday, noted_on=day)
    assert due_look_back(ada, TODAY) is is_due


@pytest.mark.parametrize(("days", "is_due"), [(6, False), (7, True)])
def test_the_first_comes_after_a_week(
    ada: Member, enrollment: Enrollment, days: int, is_due: bool
) -> None:
    enrollment.started_on = TODAY - days * DAY
    enrollment.save()
    assert due_look_back(ada, TODAY) is is_due


def test_without_a_program_it_is_not_offered(eve: Member) -> None:
    assert not due_look_back(eve, TODAY)


@pytest.mark.usefixtures("enrolled_ada", "questions")
def test_today_offers_it_until_it_is_skipped(ada: Member, ada_client: Client) -> None:
    assertContains(ada_client.get("/today/"), 'href="/look-back/"')
    ada_client.post("/look-back/", {"skip": "yes"})
    assertNotContains(ada_client.get("/today/"), 'href="/look-back/"')
    with time_machine.travel(NOON + 7 * DAY, tick=False):
        ada_client.force_login(ada)
        assertContains(ada_client.get("/today/"), 'href="/look-back/"')


@pytest.mark.usefixtures("enrolled_ada")
def test_a_post_takes_8_statements_with_3_goals_and_5_years(
    ada: Member, ada_client: Client
) -> None:
    goals = [make_goal(ada, order=n) for n in (1, 2, 3)]
    for n in range(1, 260):
        make_look_back(ada, week=MONDAY - 7 * n * DAY, noted_on=MONDAY - 7 * n * DAY)
    ada_client.get("/look-back/")
    sent = week(**{f"goal_{goal.pk}": "6" for goal in goals})
    with CaptureQueriesContext(connection) as queries:
        ada_client.post("/look-back/", sent)
    made = [q["sql"] for q in queries if "SAVEPOINT" not in q["sql"]]
    assert len(made) == MOST_OF_A_POST
