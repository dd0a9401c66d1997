"""What happens after each exercise?"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracking.answers import response_answer
from tracking.charts import ResponseBar, response_bar
from tracking.progress.responses import (
    ENOUGH_ANSWERS,
    Counts,
    Response,
    in_order,
    is_enough,
)
from tracking.questions.question import Question
from tracking.tables import response_table


@dataclass(frozen=True)
class Bar:
    """The answers to one question about one exercise; no drawing under 5 of them."""

    title: str
    n: str
    words: str
    drawing: ResponseBar | None


@dataclass(frozen=True)
class After(Question):
    leg: list[Bar]
    reach: list[Bar]


def times(counts: Counts) -> str:
    n = sum(counts)
    if not is_enough(counts):
        return _("%(n)s of %(enough)s answers") % {"n": n, "enough": ENOUGH_ANSWERS}
    return ngettext("%(n)s answer", "%(n)s answers", n) % {"n": n}


def leg_words(counts: Counts) -> str:
    less, same, more = counts
    words = _("less %(less)s, the same %(same)s, more %(more)s")
    return words % {"less": less, "same": same, "more": more}


def reach_words(counts: Counts) -> str:
    up, stayed, down = counts
    words = _("moved up %(up)s, stayed %(stayed)s, moved down %(down)s")
    return words % {"up": up, "stayed": stayed, "down": down}


def bar(title: str, counts: Counts, words: str) -> Bar:
    drawing = response_bar(counts) if is_enough(counts) else None
    return Bar(title, times(counts), words, drawing)


def after(given: Sequence[Response]) -> After:
    responses = in_order(given)
    return After(
        answer=response_answer(responses),
        table=response_table(responses),
        leg=[bar(r.title, r.leg, leg_words(r.leg)) for r in responses],
        reach=[bar(r.title, r.reach, reach_words(r.reach)) for r in responses],
    )
