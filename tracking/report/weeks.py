"""The numbers week by week, newest first: no more than fit on the page."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from tracking.answers.reach import place
from tracking.progress import Pain
from tracking.progress.reach import Window
from tracking.questions import Questions
from tracking.tables import Row, Table, dated, middle

MOST_WEEKS = 12


def weekly(pain: Pain) -> Pain:
    return pain if pain.step > 1 else pain.by_week()


def farthest(week: Window) -> str:
    return place(week.farthest) if week.noted else _("not noted")


def columns_of(asked: Questions) -> list[Sequence[str]]:
    leg, back = weekly(asked.better.leg.pain), weekly(asked.better.back.pain)
    columns: list[Sequence[str]] = [
        dated(leg.dates),
        [middle(value) for value in leg.medians],
        [middle(value) for value in back.medians],
    ]
    if asked.moving:
        sides = asked.moving.reach.left, asked.moving.reach.right
        columns += [[farthest(week) for week in side.weeks()] for side in sides]
    return columns


def week_table(asked: Questions) -> Table:
    places = (_("Farthest, left"), _("Farthest, right")) if asked.moving else ()
    heads = (_("7 days to"), _("Leg, middle"), _("Back, middle"), *places)
    rows = [Row(head, tuple(c)) for head, *c in zip(*columns_of(asked), strict=True)]
    return Table(_("Week by week"), heads, rows[::-1][:MOST_WEEKS])
