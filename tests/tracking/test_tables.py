import datetime as dt

from tracking.progress import Day, reach_of
from tracking.progress.pain import pain_over
from tracking.tables import Row, below_rows, pain_rows, reach_rows

DAYS = (
    Day(dt.date(2026, 11, 9), 2, 5, 6, 0),
    Day(dt.date(2026, 11, 10), None, None),
    Day(dt.date(2026, 11, 11), 0, 0, 1, 3),
    Day(dt.date(2026, 11, 12), 1, 4, 0, 5),
)


def test_the_newest_day_is_first_and_gaps_are_named() -> None:
    assert pain_rows(pain_over(DAYS, "leg"), pain_over(DAYS, "back")) == [
        Row("Nov 12", ("4", "4", "1", "1")),
        Row("Nov 11", ("0", "too few notes", "0", "too few notes")),
        Row("Nov 10", ("not noted", "too few notes", "not noted", "too few notes")),
        Row("Nov 9", ("5", "too few notes", "2", "too few notes")),
    ]


def test_each_side_has_its_farthest_point() -> None:
    assert reach_rows(reach_of(DAYS)) == [
        Row("Nov 12", ("nowhere", "lower leg")),
        Row("Nov 11", ("lower back", "thigh")),
        Row("Nov 10", ("not noted", "not noted")),
        Row("Nov 9", ("foot", "nowhere")),
    ]


def test_a_week_has_its_days_below_the_knee() -> None:
    early = [Day(dt.date(2026, 11, 2) + dt.timedelta(n), None, None) for n in range(7)]
    assert below_rows(reach_of([*early, *DAYS])) == [
        Row("Nov 12", ("1 of 3", "1 of 3")),
        Row("Nov 5", ("not noted", "not noted")),
    ]


def test_over_a_year_a_row_has_its_year() -> None:
    days = [Day(dt.date(2025, 1, 1) + dt.timedelta(n), 2, 5) for n in range(400)]
    leg, back = pain_over(days, "leg"), pain_over(days, "back")
    rows = pain_rows(leg, back)
    assert len(rows) == 58
    assert rows[0] == Row("Feb 4, 2026", ("5", "5", "2", "2"))


def test_no_days_are_no_rows() -> None:
    none = pain_over([], "leg")
    assert pain_rows(none, none) == reach_rows(reach_of([])) == []
