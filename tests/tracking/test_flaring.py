"""When a flare is on: the cases are written by hand."""

import datetime as dt

import pytest

from portal.accounts.models import Member
from tests.factories import TODAY, make_flare
from tests.tracking.conftest import DAY, NOON, note_days
from tracking.flaring import FlareNow, flare_on

CALM_WEEK = [3] * 7


def test_nothing_noted_and_nothing_said_is_no_flare(ada: Member) -> None:
    assert flare_on(ada, TODAY) is None


def test_what_the_member_says_counts_at_once(ada: Member) -> None:
    flare = make_flare(ada)
    assert flare_on(ada, TODAY) == FlareNow(TODAY, flare, is_gentle=True)


@pytest.mark.parametrize(("days", "gentle"), [(1, True), (2, False)])
def test_the_gentle_set_is_for_the_chosen_days(
    ada: Member, days: int, gentle: bool
) -> None:
    make_flare(ada, gentle_until=TODAY + DAY)
    now = flare_on(ada, TODAY + DAY * days)
    assert now is not None
    assert now.is_gentle is gentle


def test_it_ends_when_the_member_says_so(ada: Member) -> None:
    make_flare(ada).end(TODAY)
    assert flare_on(ada, TODAY) is None


def test_ended_and_said_again_on_the_same_day_it_is_on(ada: Member) -> None:
    make_flare(ada).end(TODAY)
    again = make_flare(ada, declared_at=NOON + dt.timedelta(minutes=1))
    assert flare_on(ada, TODAY) == FlareNow(TODAY, again, is_gentle=True)


@pytest.mark.parametrize(
    ("legs", "on"),
    [
        ([*CALM_WEEK, 6, 3, 3], True),
        ([*CALM_WEEK, 6, 3, 3, 3], False),
        ([*CALM_WEEK, 6, 3, 5, 3, 3], True),
        ([*CALM_WEEK, 6, 4, 4, 4], False),
        ([*CALM_WEEK, 6, 3, None, 3], True),
    ],
)
def test_said_by_the_member_it_ends_after_3_days_back(
    ada: Member, legs: list[int | None], on: bool
) -> None:
    """The flare was declared on the 8th day, whose leg pain is 6."""
    declared_on = TODAY - DAY * (len(legs) - 8)
    make_flare(ada, declared_on=declared_on, gentle_until=declared_on)
    note_days(ada, legs)
    assert (flare_on(ada, TODAY) is not None) is on


@pytest.mark.parametrize(
    ("legs", "since"),
    [
        ([*CALM_WEEK, 5, 5], TODAY - DAY),
        ([*CALM_WEEK, 5], None),
        ([*CALM_WEEK, 4, 4], None),
        ([*CALM_WEEK, 5, 5, 3, 3], TODAY - DAY * 3),
        ([*CALM_WEEK, 5, 5, 3, 3, 3], None),
    ],
)
def test_it_is_seen_in_the_numbers_too(
    ada: Member, legs: list[int | None], since: dt.date | None
) -> None:
    note_days(ada, legs)
    expected = FlareNow(since) if since else None
    assert flare_on(ada, TODAY) == expected


def test_seen_in_the_numbers_the_member_can_wave_it_off(ada: Member) -> None:
    note_days(ada, [*CALM_WEEK, 5, 5])
    make_flare(ada, gentle_until=TODAY, ended_on=TODAY)
    assert flare_on(ada, TODAY) is None


def test_one_that_nobody_ends_is_over_after_4_weeks(ada: Member) -> None:
    make_flare(ada)
    assert flare_on(ada, TODAY + DAY * 28) is not None
    assert flare_on(ada, TODAY + DAY * 29) is None


def test_a_past_day_knows_nothing_of_what_came_later(ada: Member) -> None:
    make_flare(ada)
    assert flare_on(ada, TODAY - DAY) is None


def test_the_flare_of_another_member_is_not_mine(ada: Member, bea: Member) -> None:
    make_flare(bea)
    note_days(bea, [*CALM_WEEK, 5, 5])
    assert flare_on(ada, TODAY) is None
