import re

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from portal.accounts.models import Member
from tests.factories import make_report
from tests.tracking.conftest import note_days

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
