"""Sentences from the same numbers as the charts, never rosier than they are."""

from tracking.answers.goals import goals_answer
from tracking.answers.kept import kept_answer
from tracking.answers.pain import Answer, back_answer, leg_answer, points
from tracking.answers.reach import reach_answer
from tracking.answers.responses import response_answer

__all__ = [
    "Answer",
    "back_answer",
    "goals_answer",
    "kept_answer",
    "leg_answer",
    "points",
    "reach_answer",
    "response_answer",
]
