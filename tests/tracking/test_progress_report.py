"""A page for a clinician: what it shows, and what its owner leaves out."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains

from portal.accounts.models import Member
from tests.factories import (
    TODAY,
    make_done,
    make_exercise,
    make_goal,
    make_goal_score,
    make_log,
    make_report,
    make_screen,
    make_session,
)
from tests.tracking.conftest import DAY, NOON, note_days
from tracking.models import Enrollment, LookBack, StopEvent, WeekPlan
from tracking.report import SECTIONS, Report

ADDRESS = "/progress/report/"


@pytest.fixture
def history(ada: Member, enrollment: Enrollment) -> Member:
    """2 weeks: leg pain from 8 to 4, a stop, a goal, and a look back."""
    note_days(ada, [8] * 7 + [4] * 7)
    make_screen(ada, asked_on=TODAY - DAY * 9)
    make_screen(ada, outcome="see-first", asked_on=TODAY - DAY * 3)
    press = make_exercise(title="Press-up")
    for n in range(5):
        row = make_done(ada, performed_on=TODAY - DAY * n, finished_at=NOON)
        log = make_log(row, exercise=press, leg_response="less", reach_response="up")
    StopEvent.objects.create(
        log=log,
        event="stop_sharp",
        happened_at=NOON,
        pain_before=3,
        pain=6,
        left_before=3,
        right_before=0,
        left=3,
        right=0,
    )
    goal = make_goal(ada, text="walk the dog", score=7)
    make_goal_score(goal, scored_on=TODAY - DAY * 7, score=3)
    make_goal_score(goal, scored_on=TODAY, score=7)
    LookBack.objects.create(
        member=ada, week=TODAY - DAY * 3, noted_on=TODAY, walk_minutes=25
    )
    WeekPlan.objects.create(member=ada, weekdays=[4, 5, 6])
    return ada


def facts(report: Report) -> dict[str, tuple[str, str, str]]:
    return {fact.label: (fact.start, fact.now, fact.meaning) for fact in report.facts}


def test_it_sums_up_change_now_days_kept_and_activities(
    ada_client: Client, history: Member
) -> None:
    make_report(history, reported_on=TODAY, leg=4, left=5, tingling=True)
    report = ada_client.get(ADDRESS).context["report"]
    assert facts(report) == {
        "Leg pain, 0 to 10": ("8", "4", "down 4: likely noticed"),
        "Back pain, 0 to 10": ("2", "2", "no clear change"),
        "Farthest point, left": ("lower leg", "lower leg", "no change"),
        "Below the knee, left": ("7 of 7 days", "7 of 7 days", ""),
        "Farthest point, right": ("nowhere", "nowhere", "not below the lower back"),
        "Tingling": ("", "1 of 7 days", "in the last 7 days"),
        "Numbness": ("", "0 of 7 days", "in the last 7 days"),
        "Weakness": ("", "0 of 7 days", "in the last 7 days"),
        "Days of exercise": ("", "1 of 3", "planned days, last full week"),
        "Walk the dog": ("3", "7", "own score, 0 to 10"),
        "Activities, mean": ("3", "7", "up: likely noticed"),
        "Longest walk": ("", "25 minutes", "latest look back"),
    }


@pytest.mark.usefixtures("history")
def test_its_first_words_say_change_how_far_down_and_flags(ada_client: Client) -> None:
    assertContains(
        ada_client.get(ADDRESS),
        '<p class="headline">Leg pain is down 4, from 8 to 4: a change people likely '
        "notice. Left side: lower leg at the start, lower leg in the last 7 days. "
        "2 safety flags or stops, below.</p>",
        html=True,
    )


@pytest.mark.usefixtures("history")
def test_its_first_words_keep_silent_about_what_is_left_out(ada_client: Client) -> None:
    flags = ada_client.get(ADDRESS, {"show": ["flags"]}).context["report"]
    assert flags.headline == "2 safety flags or stops, below."
    kept = ada_client.get(ADDRESS, {"show": ["kept"]})
    assertNotContains(kept, 'class="headline"')


@pytest.mark.parametrize(
    ("legs", "words"),
    [
        ([6, 6], "Too few days are noted to compare leg pain."),
        (
            [6, 6, 6],
            "This is the first week: leg pain is 6, with nothing to compare yet.",
        ),
        ([0] * 8, "There was no leg pain at the start, and none now."),
        ([6] * 8, "Leg pain has not clearly changed: 6 at the start, 6 now."),
        ([3] * 7 + [6] * 7, "Leg pain is up 3, from 3 to 6."),
    ],
)
def test_its_first_words_are_never_rosier_than_the_numbers(
    legs: list[int], words: str, ada_client: Client, ada: Member
) -> None:
    note_days(ada, legs)
    headline = ada_client.get(ADDRESS).context["report"].headline
    assert headline.startswith(words)
    assert headline.endswith("No safety flag and no stop.")


def test_old_notes_alone_do_not_say_how_it_is_now(
    ada_client: Client, ada: Member
) -> None:
    note_days(ada, [6] * 8, last=TODAY - DAY * 9)
    headline = ada_client.get(ADDRESS).context["report"].headline
    assert headline.startswith("Leg pain was 6 at the start; the last 7 days have too")


@pytest.mark.usefixtures("history")
def test_it_names_safety_flags_and_stops(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    flags = response.context["report"].flags
    assert [(flag.date, flag.what) for flag in flags.shown] == [
        ("Nov 9, 2026", "Safety check: Talk with a clinician first"),
        ("Nov 8, 2026", "Stopped Press-up: sharp pain"),
    ]
    assertContains(response, "2 safety checks were answered.")


@pytest.mark.usefixtures("history")
def test_it_says_who_measured_and_how(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "The member noted all of this.")
    assertContains(response, "No clinician has checked it.")
    assertContains(response, "it is not a validated measure")
    assertContains(response, "Program: 12 weeks, week 2, phase “Calm”.")
    assertContains(response, "not the cause")


@pytest.mark.usefixtures("history")
def test_what_is_left_out_is_gone_and_named(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS, {"show": ["kept"], "period": "3-months"})
    report = response.context["report"]
    assert list(facts(report)) == ["Days of exercise"]
    assert report.flags is None
    assertContains(
        response, "Left out by the member: Pain, and how far down it reaches"
    )
    for words in ("Stopped Press-up", "walk the dog", "Walk the dog", "Week by week"):
        assertNotContains(response, words)
    assertContains(response, " checked>", count=2)


@pytest.mark.usefixtures("history")
def test_choosing_nothing_shows_all(ada_client: Client) -> None:
    report = ada_client.get(ADDRESS, {"show": ["nonsense"]}).context["report"]
    assert report.sections == list(SECTIONS)


def test_the_words_of_a_safety_answer_and_notes_stay_out(
    ada_client: Client, ada: Member
) -> None:
    answers = [{"key": "a", "question": "Q?", "answer": "yes", "note": "canary-1"}]
    make_screen(ada, outcome="same-day", answers=answers)
    make_report(ada, note="canary-2")
    row = make_session(ada, note="canary-3")
    make_log(row)
    response = ada_client.get(ADDRESS, {"period": "all"})
    assertContains(response, "Safety check: Call a doctor today (exercises paused)")
    assertNotContains(response, "canary")


def test_a_new_member_gets_a_page_without_charts(eve_client: Client) -> None:
    response = eve_client.get(ADDRESS)
    assertContains(response, "Too few days are noted for a chart.")
    assertContains(response, "0 safety checks were answered. No flag and no stop.")
    assertNotContains(response, '<svg class="chart"')


@pytest.mark.usefixtures("history")
def test_another_member_sees_nothing_of_it(bea_client: Client) -> None:
    assertNotContains(bea_client.get(ADDRESS), "Press-up")


@pytest.mark.usefixtures("history")
def test_it_is_not_kept_by_the_browser(ada_client: Client) -> None:
    assert "no-store" in ada_client.get(ADDRESS)["Cache-Control"]


def test_a_long_history_costs_no_query_more(
    ada_client: Client, history: Member
) -> None:
    ada_client.get(ADDRESS)
    with CaptureQueriesContext(connection) as few:
        ada_client.get(ADDRESS, {"period": "all"})
    note_days(history, [6] * 400, last=TODAY - DAY * 30)
    for n in range(60):
        make_screen(history, outcome="see-first", asked_on=TODAY - DAY * n)
        make_log(make_session(history, performed_on=TODAY - DAY * n, finished_at=NOON))
    with CaptureQueriesContext(connection) as many:
        response = ada_client.get(ADDRESS, {"period": "all"})
    assert len(many) == len(few) <= 16
    assertContains(response, "and 50 more")
