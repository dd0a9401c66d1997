import datetime as dt

from tracking.progress import Day
from tracking.tables import DayRow, day_rows


def test_the_newest_day_is_first_and_gaps_are_named() -> None:
    days = [
        Day(dt.date(2026, 11, 9), 2, 5),
        Day(dt.date(2026, 11, 10), None, None),
        Day(dt.date(2026, 11, 11), 0, 0),
    ]
    assert day_rows(days) == [
        DayRow("Nov 11", "0", "0"),
        DayRow("Nov 10", "not noted", "not noted"),
        DayRow("Nov 9", "5", "2"),
    ]


def test_no_days_are_no_rows() -> None:
    assert day_rows([]) == []
