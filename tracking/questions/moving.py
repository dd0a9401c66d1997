"""Is it moving out of my leg?"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tracking.answers import reach_answer
from tracking.answers.reach import side_words
from tracking.charts import LaneChart, WeekChart, lane_chart, week_chart
from tracking.progress import Day, Reach, Side, reach_of
from tracking.questions.question import Question
from tracking.tables import reach_table


@dataclass(frozen=True)
class Moving(Question):
    reach: Reach
    is_young: bool
    goes_by_week: bool
    left: LaneChart | WeekChart
    right: LaneChart | WeekChart
    left_words: str
    right_words: str


def drawn(reach: Reach, side: Side) -> LaneChart | WeekChart:
    if not reach.goes_by_week:
        return lane_chart(reach.dates, side.places)
    weeks = side.weeks()
    below, noted = [week.below for week in weeks], [week.noted for week in weeks]
    return week_chart(reach.week_ends, below, noted)


def moving(days: Sequence[Day], first: dt.date) -> Moving:
    whole = reach_of(days)
    shown = whole.since(first)
    return Moving(
        answer=reach_answer(whole),
        table=reach_table(shown),
        reach=shown,
        is_young=whole.is_young,
        goes_by_week=shown.goes_by_week,
        left=drawn(shown, shown.left),
        right=drawn(shown, shown.right),
        left_words=side_words("left", whole.left),
        right_words=side_words("right", whole.right),
    )
