import datetime as dt
from typing import Any

import pytest
from django.test import Client

from portal.accounts.models import Member
from tests.factories import TODAY, make_report
from tests.tracking.conftest import DAY, NOON, report_answers
from tracking.due import Felt, felt_around, is_due
from tracking.gate import gate_for
from tracking.models import SymptomReport
from tracking.safety import Gate

ASKED = NOON - DAY
SECOND = dt.timedelta(seconds=1)
HOUR = dt.timedelta(hours=1)


def felt(
    days_ago: float,
    leg: int = 3,
    back: int = 2,
    *,
    numb: bool = False,
    weak: bool = False,
) -> Felt:
    at = NOON - DAY * days_ago
    return Felt(at, at.date(), back, leg, numb, weak)


def due(*reports: Felt, asked_at: dt.datetime = ASKED) -> bool:
    return is_due(asked_at, sorted(reports, key=lambda r: r.at), NOON)


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (dt.timedelta(0), False),
        (DAY * 7 - SECOND, False),
        (DAY * 7, False),
        (DAY * 7 + SECOND, True),
        (DAY * 70, True),
    ],
)
def test_a_screen_holds_for_7_days(age: dt.timedelta, expected: bool) -> None:
    assert due(asked_at=NOON - age) is expected


def test_without_reports_nothing_is_new() -> None:
    assert not due()


@pytest.mark.parametrize(("leg", "expected"), [(4, False), (5, True), (10, True)])
def test_a_leg_2_above_the_usual_is_a_jump(leg: int, expected: bool) -> None:
    assert due(felt(4), felt(3), felt(2), felt(0.5, leg=leg)) is expected


@pytest.mark.parametrize(("back", "expected"), [(3, False), (4, True)])
def test_a_back_2_above_the_usual_is_a_jump(back: int, expected: bool) -> None:
    assert due(felt(4), felt(3), felt(2), felt(0.5, back=back)) is expected


def test_the_usual_is_the_middle_of_the_days() -> None:
    before = [felt(5, leg=2), felt(4, leg=3), felt(3, leg=8)]
    assert due(*before, felt(0.5, leg=5))
    assert not due(*before, felt(2, leg=8), felt(0.5, leg=7))


def test_a_middle_between_two_numbers_is_not_rounded() -> None:
    before = [felt(3, leg=3), felt(2, leg=4)]
    assert not due(*before, felt(0.5, leg=5))
    assert due(*before, felt(0.5, leg=6))


def test_each_day_counts_by_its_worst() -> None:
    assert not due(felt(2, leg=1), felt(2.01, leg=5), felt(0.5, leg=6))


def test_what_is_older_than_7_days_is_not_usual_any_more() -> None:
    jump = felt(0.5, leg=9)
    assert due(felt(7.5, leg=3), jump)
    assert not due(felt(7.51, leg=3), jump)


def test_a_first_report_is_no_jump() -> None:
    assert not due(felt(0.5, leg=10, back=10))


def test_a_jump_before_the_screen_is_answered() -> None:
    assert not due(felt(3), felt(2), felt(1.5, leg=9))
    assert not due(felt(3), felt(2), felt(1, leg=9))


def test_a_jump_of_the_same_day_counts() -> None:
    assert due(felt(0.5, leg=3), felt(0.4, leg=5))


def test_an_earlier_jump_since_the_screen_stays_due() -> None:
    assert due(felt(3), felt(2), felt(0.5, leg=9), felt(0.1, leg=3))


@pytest.mark.parametrize("sign", ["numb", "weak"])
def test_a_new_sign_is_due(sign: str) -> None:
    assert due(felt(2), felt(0.5, **{sign: True}))


@pytest.mark.parametrize("sign", ["numb", "weak"])
def test_a_sign_that_was_there_is_not_new(sign: str) -> None:
    flag = {sign: True}
    assert not due(felt(2, **flag), felt(0.5, **flag))


def test_weak_is_new_to_one_who_was_numb() -> None:
    assert due(felt(2, numb=True), felt(0.5, numb=True, weak=True))


def test_a_sign_that_went_and_came_back_is_new() -> None:
    assert due(felt(2, numb=True), felt(0.6), felt(0.5, numb=True))


def test_a_sign_of_a_first_report_is_a_beginning() -> None:
    assert not due(felt(0.5, numb=True, weak=True))


def test_a_sign_is_compared_with_a_report_of_long_ago() -> None:
    assert due(felt(60), felt(0.5, numb=True))


def report_at(member: Member, at: dt.datetime, **fields: object) -> None:
    make_report(member, reported_at=at, reported_on=at.date(), **fields)


def test_it_reads_a_week_before_the_screen_and_the_last_report_before_it(
    ada: Member, bea: Member
) -> None:
    report_at(ada, ASKED - DAY * 30, leg=1)
    report_at(ada, ASKED - DAY * 20, leg=2, numbness=True)
    report_at(bea, ASKED - HOUR, leg=9)
    report_at(ada, ASKED + HOUR, leg=3, weakness=True)
    assert felt_around(ada, ASKED) == [
        Felt(ASKED - DAY * 20, TODAY - DAY * 21, 3, 2, numbness=True),
        Felt(ASKED + HOUR, TODAY - DAY, 3, 3, weakness=True),
    ]


def test_a_deleted_report_calls_for_nothing(ada: Member) -> None:
    report_at(ada, ASKED + HOUR, deleted_at=NOON)
    assert felt_around(ada, ASKED) == []


def steady(member: Member) -> None:
    """Leg 3 and back 2, once a day, over the week before the screen."""
    for days in range(2, 9):
        at = NOON - DAY * days
        make_report(member, reported_at=at, reported_on=at.date(), leg=3, back=2)


@pytest.mark.parametrize(("leg", "expected"), [(4, False), (5, True)])
@pytest.mark.parametrize("days", [3, 40])
def test_a_jump_noted_afterwards_counts_from_when_it_was_noted(
    ada: Member, days: int, leg: int, expected: bool
) -> None:
    for first in (0, days):
        for n in range(2, 6):
            at = NOON - DAY * (first + n)
            make_report(ada, reported_at=at, reported_on=at.date(), leg=3, back=2)
    at = NOON - DAY * days
    late = {"reported_at": at, "reported_on": at.date(), "raised_at": NOON}
    make_report(ada, leg=leg, back=2, **late)
    assert is_due(ASKED, felt_around(ada, ASKED), NOON) is expected


@pytest.mark.usefixtures("questions", "enrolled_ada")
@pytest.mark.parametrize(
    ("changes", "gate"),
    [
        ({"leg": "5"}, Gate.DUE),
        ({"leg": "4"}, Gate.OPEN),
        ({"note": "Only words"}, Gate.OPEN),
        ({"feeling": ["numbness"]}, Gate.DUE),
    ],
)
def test_a_past_report_made_worse_makes_the_check_due(
    ada: Member, ada_client: Client, changes: dict[str, Any], gate: Gate
) -> None:
    steady(ada)
    report = SymptomReport.objects.for_member(ada).first()
    assert report
    assert gate_for(ada) is Gate.OPEN
    sent = report_answers(version="1", leg="3", back="2", feeling=["none"])
    response = ada_client.post(f"/check-in/{report.pk}/edit/", {**sent, **changes})
    assert response.status_code == 302
    assert gate_for(ada) is gate
