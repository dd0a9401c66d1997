import re

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from portal.accounts.models import Member
from tests.factories import make_report
from tests.tracking.conftest import note_days

ADDRESS = "/progress/"
SVG = '<svg class="chart" viewBox="0 0 312 270"'


def rows_of(html: str) -> list[tuple[str, str, str]]:
    row = r'<tr><th scope="row">([^<]*)</th><td>([^<]*)</td><td>([^<]*)</td></tr>'
    return re.findall(row, html)


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
    assertContains(response, '<circle class="dot" cx=', count=3 + 1)
    assertContains(response, "Where you started: 6")
    assertContains(response, "This week: 6")
    assertContains(response, "November 10 to November 12")


def test_the_sentence_is_said_in_words_and_in_the_chart(
    ada_client: Client, ada: Member
) -> None:
    note_days(ada, [8] * 7 + [5] * 7)
    response = ada_client.get(ADDRESS)
    sentence = "Yes. Your leg pain was 8 when you started. This week it is 5."
    assertContains(response, f'<p class="answer">{sentence}')
    assertContains(response, f'<desc id="pain-d">{sentence}')


def test_the_table_holds_the_numbers_of_the_chart(
    ada_client: Client, ada: Member
) -> None:
    note_days(ada, [8, None, 6, 5])
    make_report(ada, leg=9, back=1)
    response = ada_client.get(ADDRESS)
    assert rows_of(response.content.decode()) == [
        ("Nov 12", "9", "2"),
        ("Nov 11", "6", "2"),
        ("Nov 10", "not noted", "not noted"),
        ("Nov 9", "8", "2"),
    ]
    assert [dot.y for dot in response.context["chart"].dots] == [72, 110, 53]


def test_flares_are_told_in_the_description(ada_client: Client, ada: Member) -> None:
    note_days(ada, [3] * 8 + [7, 7] + [3] * 8 + [8, 8, 8])
    response = ada_client.get(ADDRESS)
    assertContains(response, "There were 2 flare-ups.")
    assertContains(response, ">Flare-up</text>", count=2)


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
    assert len(rows_of(response.content.decode())) == days
    assertContains(response, 'aria-current="true"', count=1)
    assertContains(response, "Where you started: 8")


def test_the_notes_of_others_are_not_in_it(ada_client: Client, bea: Member) -> None:
    note_days(bea, [7, 6, 5])
    assertNotContains(ada_client.get(ADDRESS), SVG)


@pytest.mark.usefixtures("locked_ada")
def test_it_is_open_while_exercises_are_locked(ada_client: Client) -> None:
    assert ada_client.get(ADDRESS).status_code == 200
