"""How do my activities go?"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tracking.answers import goals_answer
from tracking.charts import GoalChart, goal_chart
from tracking.progress.goals import Goals, GoalTrack
from tracking.questions.question import Question
from tracking.tables import goal_table


@dataclass(frozen=True)
class GoalPart:
    text: str
    words: str
    drawing: GoalChart


@dataclass(frozen=True)
class GoalQuestion(Question):
    goals: Goals
    parts: list[GoalPart]


def words_of(track: GoalTrack) -> str:
    if not track.is_scored_again:
        return _("%(now)s of 10") % {"now": track.now}
    return _("was %(start)s, now %(now)s of 10") % {
        "start": track.start,
        "now": track.now,
    }


def goal_question(goals: Goals) -> GoalQuestion | None:
    """None for a member who chose no activity."""
    if not goals.tracks:
        return None
    return GoalQuestion(
        answer=goals_answer(goals),
        table=goal_table(goals),
        goals=goals,
        parts=[GoalPart(t.text, words_of(t), goal_chart(t)) for t in goals.tracks],
    )
