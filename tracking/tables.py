"""Rows of the tables under the charts, as ready strings. Newest first."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracking.answers.kept import week_words
from tracking.answers.pain import points
from tracking.answers.reach import place
from tracking.progress import Pain, Reach
from tracking.progress.goals import Goals
from tracking.progress.kept import KeptWeek, Mark
from tracking.progress.reach import Window
from tracking.progress.responses import Response, is_enough

LONG_DAYS = 300  # from here on a day needs its year
MARKS = {
    Mark.DONE: gettext_lazy("done"),
    Mark.PART: gettext_lazy("part"),
    Mark.MISSED: gettext_lazy("not done"),
    Mark.REST: gettext_lazy("rest"),
    Mark.FLARE: gettext_lazy("flare"),
    Mark.PAUSED: gettext_lazy("paused"),
    Mark.OUTSIDE: "",
}


@dataclass(frozen=True)
class Row:
    head: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    caption: str
    heads: tuple[str, ...]
    rows: list[Row]


def dated(dates: Sequence[dt.date]) -> list[str]:
    is_long = bool(dates) and (dates[-1] - dates[0]).days > LONG_DAYS
    style = "M j, Y" if is_long else "M j"
    return [date_format(date, style) for date in dates]


def score(value: int | None) -> str:
    return _("not noted") if value is None else str(value)


def middle(value: float | None) -> str:
    return _("too few notes") if value is None else points(value)


def pain_rows(leg: Pain, back: Pain) -> list[Row]:
    columns = zip(
        dated(leg.dates),
        map(score, leg.scores),
        map(middle, leg.medians),
        map(score, back.scores),
        map(middle, back.medians),
        strict=True,
    )
    return [Row(head, tuple(cells)) for head, *cells in columns][::-1]


def place_words(number: int | None) -> str:
    return _("not noted") if number is None else place(number)


def reach_rows(reach: Reach) -> list[Row]:
    sides = (reach.left.places, reach.right.places)
    columns = zip(
        dated(reach.dates), *(map(place_words, side) for side in sides), strict=True
    )
    return [Row(head, tuple(cells)) for head, *cells in columns][::-1]


def below_words(week: Window) -> str:
    if not week.noted:
        return _("not noted")
    return _("%(below)s of %(noted)s") % {"below": week.below, "noted": week.noted}


def below_rows(reach: Reach) -> list[Row]:
    columns = zip(
        dated(reach.week_ends),
        map(below_words, reach.left.weeks()),
        map(below_words, reach.right.weeks()),
        strict=True,
    )
    return [Row(head, tuple(cells)) for head, *cells in columns][::-1]


def pain_table(leg: Pain, back: Pain) -> Table:
    goes_by_week = leg.step > 1
    caption = _("Pain of each week, 0 to 10") if goes_by_week else _("Pain, 0 to 10")
    heads = (
        _("The 7 days to") if goes_by_week else _("Day"),
        _("Leg, worst"),
        _("Leg, middle of 7 days"),
        _("Back, worst"),
        _("Back, middle of 7 days"),
    )
    return Table(caption, heads, pain_rows(leg, back))


def reach_table(reach: Reach) -> Table:
    sides = (_("Left"), _("Right"))
    if reach.goes_by_week:
        caption = _("Days below the knee, of the days noted")
        return Table(caption, (_("The 7 days to"), *sides), below_rows(reach))
    caption = _("The farthest point of each day")
    return Table(caption, (_("Day"), *sides), reach_rows(reach))


def response_table(responses: Sequence[Response]) -> Table:
    """In the order of the bars; too few answers are said so."""
    few = _("too few answers")

    def cells(response: Response) -> tuple[str, ...]:
        counts = (response.leg, response.reach)
        return tuple(
            str(count) if is_enough(three) else few
            for three in counts
            for count in three
        )

    heads = (
        _("Exercise"),
        _("Leg: less"),
        _("Leg: the same"),
        _("Leg: more"),
        _("Moved up"),
        _("Stayed"),
        _("Moved down"),
    )
    rows = [Row(response.title, cells(response)) for response in responses]
    return Table(_("Your answers after each exercise"), heads, rows)


def kept_rows(weeks: Sequence[KeptWeek], goes_by_week: bool) -> list[Row]:
    names = dated([week.monday for week in weeks])
    rows = []
    for name, week in zip(names, weeks, strict=True):
        days = () if goes_by_week else tuple(str(MARKS[mark]) for mark in week.marks)
        rows.append(Row(name, (*days, week_words(week))))
    return rows[::-1]


def kept_table(weeks: Sequence[KeptWeek], goes_by_week: bool) -> Table:
    first = [week.monday + dt.timedelta(days=n) for week in weeks[:1] for n in range(7)]
    days = () if goes_by_week else tuple(date_format(day, "D") for day in first)
    heads = (_("Week of"), *days, _("Days done"))
    return Table(_("Days of exercise"), heads, kept_rows(weeks, goes_by_week))


def goal_table(goals: Goals) -> Table:
    dates = sorted({day for track in goals.tracks for day, _score in track.scores})
    known = [dict(track.scores) for track in goals.tracks]
    rows = [
        Row(name, tuple(score(scores.get(day)) for scores in known))
        for name, day in zip(dated(dates), dates, strict=True)
    ]
    heads = (_("Day"), *(track.text for track in goals.tracks))
    return Table(_("Your activities, 0 to 10"), heads, rows[::-1])
