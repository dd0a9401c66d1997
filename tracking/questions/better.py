"""Am I getting better?"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tracking.answers import back_answer, leg_answer, points
from tracking.charts import PainChart, pain_chart
from tracking.progress import Change, Day, Pain
from tracking.progress.flares import Span
from tracking.progress.pain import pain_over
from tracking.questions.question import Question
from tracking.tables import pain_table


@dataclass(frozen=True)
class PainPart:
    """One of the two charts of this question."""

    pain: Pain
    answer: str
    chart: PainChart

    @property
    def start(self) -> str:
        return points(self.pain.start)

    @property
    def now(self) -> str:
        return points(self.pain.now)


@dataclass(frozen=True)
class Better(Question):
    change: Change
    leg: PainPart
    back: PainPart

    @property
    def goes_by_week(self) -> bool:
        return self.leg.pain.step > 1

    @property
    def band_words(self) -> str:
        """How far down is clearly better, which a low start makes less."""
        leg, back = (
            points(self.leg.pain.needed_drop),
            points(self.back.pain.needed_drop),
        )
        if leg == back:
            return _("clearly better: %(points)s or more points down") % {"points": leg}
        return _(
            "clearly better: %(leg)s or more points down for the leg, %(back)s for "
            "the back"
        ) % {"leg": leg, "back": back}


def better(days: Sequence[Day], declared: Sequence[Span], first: dt.date) -> Better:
    leg, back = (
        pain_over(days, "leg", declared, first),
        pain_over(days, "back", (), first),
    )
    told, told_back = leg_answer(leg), back_answer(back)
    return Better(
        answer=told.sentence,
        table=pain_table(leg, back),
        change=told.change,
        leg=PainPart(leg, told.sentence, pain_chart(leg)),
        back=PainPart(back, told_back, pain_chart(back)),
    )
