import datetime as dt
import re

import pytest
from django.test import Client
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
from tracking.models import Flare, WeekPlan

ADDRESS = "/progress/"
SVG = '<svg class="chart" viewBox="0 0 280 236"'


def rows_of(html: str) -> list[list[str]]:
    """The cells of the first table."""
    body = html.partition("<tbody>")[2].partition("</tbody>")[0]
    return [re.findall(r"<t[hd][^>]*>([^<]*)<", row) for row in body.split("<tr>")[1:]]


def circles_in(html: str, name: str) -> int:
    """How many dots the picture of that name draws."""
    svg = html.partition(f'id="{name}-t"')[2].partition("</svg>")[0]
    return svg.partition('<path class="dot" d="')[2].partition('"')[0].count("M")


def test_without_notes_there_is_a_sentence_and_no_chart(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(
        response, "Note how you feel on 3 more days, and a chart appears here."
    )
    assertNotContains(response, SVG)
    assertNotContains(response, "<table")


def test_two_days_are_too_few_for_a_chart(ada_client: Client, ada: Member) -> None:
    note_days(ada, [7, 3])
    response = ada_client.get(ADDRESS)
    assertContains(response, "on 1 more day, and")
    assertNotContains(response, SVG)


def test_three_days_draw_the_chart(ada_client: Client, ada: Member) -> None:
    note_days(ada, [7, 6, 5])
    response = ada_client.get(ADDRESS)
    assertContains(response, SVG)
    assert circles_in(response.text, "leg") == circles_in(response.text, "back") == 3
    assertContains(response, "Start: 6")
    assertContains(response, "Now: 6")
    assertContains(response, "November 10 to November 12")


def test_the_sentence_is_said_in_words_and_in_the_chart(
    ada_client: Client, ada: Member
) -> None:
    note_days(ada, [8] * 7 + [5] * 7)
    response = ada_client.get(ADDRESS)
    sentence = "Yes. Your leg pain was 8 when you started. This week it is 5."
    assertContains(response, f'<p class="answer">{sentence}')
    assertContains(response, f'<desc id="leg-d">{sentence}')


def test_the_table_holds_the_numbers_of_the_chart(
    ada_client: Client, ada: Member
) -> None:
    note_days(ada, [8, None, 6, 5])
    make_report(ada, leg=9, back=1)
    response = ada_client.get(ADDRESS)
    few = "too few notes"
    assert rows_of(response.text) == [
        ["Nov 12", "9", "8", "2", "2"],
        ["Nov 11", "6", few, "2", few],
        ["Nov 10", "not noted", few, "not noted", few],
        ["Nov 9", "8", few, "2", few],
    ]
    chart = response.context["asked"].better.leg.chart
    assert [dot.y for dot in chart.dots] == [62, 98, 44]


def test_flares_are_told_in_the_description(ada_client: Client, ada: Member) -> None:
    note_days(ada, [3] * 8 + [7, 7] + [3] * 8 + [8, 8, 8])
    response = ada_client.get(ADDRESS)
    assertContains(response, "There were 2 flare-ups.")
    assertContains(response, '<path class="flare" d="M', count=2 + 1)


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ({}, 42),
        ({"period": "6-weeks"}, 42),
        ({"period": "3-months"}, 91),
        ({"period": "all"}, 120),
        ({"period": "a-century"}, 42),
    ],
)
def test_a_period_shows_its_days(
    ada_client: Client, ada: Member, query: dict[str, str], days: int
) -> None:
    note_days(ada, [8] * 40 + [4] * 80)
    response = ada_client.get(ADDRESS, query)
    assert len(rows_of(response.text)) == days
    assertContains(response, 'aria-current="true"', count=1)
    assertContains(response, "Start: 8")


def test_the_notes_of_others_are_not_in_it(ada_client: Client, bea: Member) -> None:
    note_days(bea, [7, 6, 5])
    assertNotContains(ada_client.get(ADDRESS), SVG)


@pytest.mark.usefixtures("locked_ada")
def test_it_is_open_while_exercises_are_locked(ada_client: Client) -> None:
    assert ada_client.get(ADDRESS).status_code == 200


def test_another_members_answers_and_goals_are_not_in_it(
    ada_client: Client, bea: Member
) -> None:
    row = make_session(bea, finished_at=NOON)
    for _n in range(6):
        make_log(row, title="Press-up", leg_response="less")
    make_goal(bea, text="Walk the dog")
    response = ada_client.get(ADDRESS, {"period": "all"})
    asked = response.context["asked"]
    assert (asked.after.leg, asked.kept, asked.goals) == ([], None, None)


def test_answers_of_an_exercise_are_counted_from_the_fifth_on(
    ada_client: Client, ada: Member
) -> None:
    note_days(ada, [7, 6, 5])
    press, rare = make_exercise(title="Press-up"), make_exercise(title="Rare")
    for n, answer in enumerate(("less", "less", "more", "same", "less", "")):
        row = make_done(ada, performed_on=TODAY - DAY * n, finished_at=NOON)
        make_log(row, exercise=press, leg_response=answer)
        make_log(row, exercise=rare, leg_response="less" if n < 4 else "")
    deleted = make_session(ada, finished_at=NOON, deleted_at=NOON)
    make_log(deleted, exercise=press, leg_response="more")
    response = ada_client.get(ADDRESS)
    assertContains(
        response, "Press-up: your leg hurt less 3 of 5 times, the same 1 and more 1."
    )
    assertContains(response, "They show what happened after, not the cause.")
    assertContains(response, "4 of 5 answers")
    assertContains(response, '<desc id="leg-after-1-d">less 3, the same 1, more 1<')
    assertContains(response, "Not enough answers to say yet", count=3)


def test_numbers_of_a_session_are_not_credited_to_its_exercises(
    ada_client: Client, ada: Member
) -> None:
    for n in range(6):
        day = TODAY - DAY * n
        row = make_done(ada, performed_on=day, finished_at=NOON)
        make_log(row)
        make_report(ada, session=row, moment="before", leg=8, reported_on=day)
        make_report(ada, session=row, moment="after", leg=2, reported_on=day)
    response = ada_client.get(ADDRESS)
    assert response.context["asked"].after.leg == []
    assertContains(response, "Say after an exercise how your leg feels")


@pytest.mark.usefixtures("enrollment")
def test_a_week_is_counted_by_the_chosen_days(ada_client: Client, ada: Member) -> None:
    """Today is Thursday, November 12; the program began on the 5th."""
    WeekPlan.objects.create(member=ada, weekdays=[0, 3, 5])
    for day, finished in ((5, NOON), (7, None), (9, NOON)):
        row = make_session(
            ada,
            performed_on=dt.date(2026, 11, day),
            started_at=NOON - DAY * 9,
            finished_at=finished,
        )
        make_log(row, sets=2, sets_done=1)
        make_log(row, sets=4, sets_done=0)
    kept = ada_client.get(ADDRESS).context["asked"].kept
    assert kept.table.heads[1:8] == ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    rows = {row.head: row.cells for row in kept.table.rows}
    none = ""
    assert rows == {
        "Nov 2": (none, none, none, "done", "rest", "part", "rest", "1 of 2"),
        "Nov 9": ("done", "rest", "rest", none, none, none, none, "1 so far"),
    }


@pytest.mark.usefixtures("enrollment")
def test_a_declared_flare_is_drawn_and_does_not_count_against(
    ada_client: Client, ada: Member
) -> None:
    WeekPlan.objects.create(member=ada, weekdays=[4, 5, 6])
    Flare.objects.create(
        member=ada,
        declared_on=TODAY - DAY * 6,
        declared_at=NOON - DAY * 6,
        gentle_until=TODAY - DAY * 3,
        ended_on=TODAY - DAY * 4,
    )
    note_days(ada, [3] * 10)
    response = ada_client.get(ADDRESS)
    asked = response.context["asked"]
    assert len(asked.better.leg.chart.flares) == 1
    assert asked.kept.table.rows[-1].cells[-4:] == (
        "flare",
        "flare",
        "not done",
        "0 of 1",
    )
    assertContains(response, "flare-up</span>", count=2)


@pytest.mark.usefixtures("enrollment")
def test_days_paused_for_safety_do_not_count_against(
    ada_client: Client, ada: Member
) -> None:
    """Friday and Saturday of last week: paused on Friday, cleared on Saturday."""
    WeekPlan.objects.create(member=ada, weekdays=[4, 5, 6])
    make_screen(
        ada,
        outcome="same-day",
        asked_on=TODAY - DAY * 6,
        asked_at=NOON - DAY * 6,
        cleared_at=NOON - DAY * 5,
    )
    response = ada_client.get(ADDRESS)
    last_week = response.context["asked"].kept.table.rows[-1].cells
    assert last_week[-4:] == ("paused", "paused", "not done", "0 of 1")
    assertContains(response, "paused for safety</span>")


@pytest.mark.usefixtures("enrollment")
def test_a_lock_that_stands_pauses_all_days_since(
    ada_client: Client, ada: Member
) -> None:
    WeekPlan.objects.create(member=ada, weekdays=[4, 5, 6])
    make_screen(
        ada, outcome="emergency", asked_on=TODAY - DAY * 6, asked_at=NOON - DAY * 6
    )
    kept = ada_client.get(ADDRESS).context["asked"].kept
    assert kept.table.rows[-1].cells[-4:] == ("paused",) * 3 + ("none planned",)
    assert kept.table.rows[0].cells[:3] == ("paused",) * 3


def test_activities_are_drawn_from_their_first_score(
    ada_client: Client, ada: Member
) -> None:
    goal = make_goal(ada, text="Walk the dog", score=6)
    make_goal_score(goal, scored_on=TODAY, score=6)
    make_goal_score(goal, scored_on=TODAY - DAY * 7, score=2)
    response = ada_client.get(ADDRESS)
    assertContains(response, "Your activity went from 2 to 6.")
    assertContains(response, "was 2, now 6 of 10")


def test_over_12_weeks_the_reach_goes_by_week_and_over_a_year_all_does(
    ada_client: Client, ada: Member
) -> None:
    note_days(ada, [8] * 85)
    assert (
        ada_client.get(ADDRESS, {"period": "all"}).context["asked"].moving.goes_by_week
    )
    note_days(ada, [8] * 282, last=TODAY - DAY * 85)
    asked = ada_client.get(ADDRESS, {"period": "all"}).context["asked"]
    assert asked.better.goes_by_week
    assert len(asked.better.table.rows) == 53


def test_without_a_program_no_day_was_planned(ada_client: Client, ada: Member) -> None:
    for days in (3, 10):
        make_done(ada, performed_on=TODAY - DAY * days, finished_at=NOON)
    kept = ada_client.get(ADDRESS).context["asked"].kept
    assert (
        kept.answer == "No days were planned in these weeks. This week: 1 day so far."
    )


def test_days_of_two_years_are_named_with_them(ada_client: Client, ada: Member) -> None:
    note_days(ada, [8] * 400)
    response = ada_client.get(ADDRESS, {"period": "all"})
    assertContains(response, "October 9, 2025 to November 12, 2026")
