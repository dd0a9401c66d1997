"""Did I keep to it?"""

from collections.abc import Sequence
from dataclasses import dataclass

from tracking.answers import kept_answer
from tracking.answers.kept import week_words
from tracking.charts import KeptChart, WeekChart, kept_chart, week_chart
from tracking.charts.kept import KeptRow
from tracking.progress.kept import KeptWeek, Mark
from tracking.questions.question import Question
from tracking.tables import dated, kept_table

MOST_ROWS = 14  # day by day up to 3 months, week by week beyond


@dataclass(frozen=True)
class Kept(Question):
    """Drawn day by day, or as a bar for each week."""

    weeks: Sequence[KeptWeek]
    grid: KeptChart | None
    bars: WeekChart | None
    rows: list[tuple[KeptRow, str, str]]
    has_flare: bool
    has_part: bool


def week_bars(weeks: Sequence[KeptWeek]) -> WeekChart:
    mondays = [week.monday for week in weeks]
    done = [week.done for week in weeks]
    return week_chart(mondays, done, [max(w.planned, w.done) for w in weeks])


def kept(weeks: Sequence[KeptWeek]) -> Kept:
    goes_by_week = len(weeks) > MOST_ROWS
    grid = None if goes_by_week else kept_chart(weeks)
    names = dated([week.monday for week in weeks])
    rows = [
        (row, name, week_words(row.week))
        for row, name in zip(grid.rows if grid else (), names, strict=False)
    ]
    return Kept(
        answer=kept_answer(weeks),
        table=kept_table(weeks, goes_by_week),
        weeks=weeks,
        grid=grid,
        bars=week_bars(weeks) if goes_by_week else None,
        rows=rows,
        has_flare=any(Mark.FLARE in week.marks for week in weeks),
        has_part=any(Mark.PART in week.marks for week in weeks),
    )
