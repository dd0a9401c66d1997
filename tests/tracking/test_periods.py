import datetime as dt

import pytest

from tests.factories import TODAY
from tracking.periods import period_named


@pytest.mark.parametrize(
    ("key", "first"),
    [
        ("6-weeks", dt.date(2026, 10, 2)),
        ("3-months", dt.date(2026, 8, 14)),
        ("all", dt.date.min),
    ],
)
def test_a_period_begins_on_its_first_day(key: str, first: dt.date) -> None:
    assert period_named(key).first_day(TODAY) == first


def test_six_weeks_hold_42_days() -> None:
    first = period_named("6-weeks").first_day(TODAY)
    assert (TODAY - first).days + 1 == 42


@pytest.mark.parametrize("key", ["", "9-years", "ALL"])
def test_an_unknown_period_is_the_shortest(key: str) -> None:
    assert period_named(key).key == "6-weeks"
