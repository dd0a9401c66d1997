"""Sentences from the same numbers as the charts, never rosier than they are."""

from tracking.answers.pain import Answer, back_answer, leg_answer, points
from tracking.answers.reach import reach_answer

__all__ = ["Answer", "back_answer", "leg_answer", "points", "reach_answer"]
