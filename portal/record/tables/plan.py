"""What you are after, and the program you follow."""

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from portal.record.table import Table
from portal.record.tables.account import ID
from tracking.models import (
    ActivityGoal,
    DirectionTrial,
    Enrollment,
    Flare,
    GoalScore,
    Intake,
    LookBack,
    WeekPlan,
)

LEG = _("leg pain, 0 to 10")
PLACE = _("farthest point, 0 none to 6 foot")


def weekdays_in_words(numbers: list[int]) -> str:
    return ", ".join(str(WEEKDAYS[number]) for number in numbers)


INTAKE = Table(
    "intake",
    Intake,
    _("What you answered on the way in"),
    {
        "id": ID,
        "direction": _("which way your leg likes"),
        "goals_later": _("whether you choose activities later"),
        "program": _("program you were looking at"),
    },
)
ENROLLMENTS = Table(
    "enrollments",
    Enrollment,
    _("Programs you follow"),
    {
        "id": ID,
        "program": _("program"),
        "phase": _("program and phase"),
        "track": _("which way of bending it is made for"),
        "started_on": _("day you joined"),
        "ended_on": _("day you left"),
    },
    order="started_on",
)
ACTIVITY_GOALS = Table(
    "activity_goals",
    ActivityGoal,
    _("Activities you want back"),
    {
        "id": ID,
        "order": _("place in your list"),
        "text": _("activity, in your words"),
        "score": _("how well it went then, 0 unable to 10 as before"),
        "set_on": _("day you chose it"),
    },
    order="order",
)
WEEK_PLAN = Table(
    "week_plan",
    WeekPlan,
    _("Your week"),
    {
        "id": ID,
        "weekdays": _("weekdays you chose, 0 is Monday"),
        "habit": _("habit your session follows"),
    },
    shapes={
        "weekdays": {
            "type": "array",
            "items": {"type": "integer", "minimum": 0, "maximum": 6},
            "maxItems": 7,
        }
    },
    said={"weekdays": weekdays_in_words},
)
DIRECTION_TRIALS = Table(
    "direction_trials",
    DirectionTrial,
    _("Directions you tried"),
    {
        "id": ID,
        "movement": _("movement"),
        "tried_at": _("when"),
        "leg_before": LEG,
        "place_before": PLACE,
        "leg_after": LEG,
        "place_after": PLACE,
        "leg_later": LEG,
        "place_later": PLACE,
    },
    order="tried_at",
)
GOAL_SCORES = Table(
    "goal_scores",
    GoalScore,
    _("How well your activities went"),
    {
        "id": ID,
        "goal": _("activity it belongs to"),
        "scored_on": _("day"),
        "score": _("how well it went, 0 unable to 10 as before"),
    },
    owner="goal__member",
    order="scored_on",
)
LOOK_BACKS = Table(
    "look_backs",
    LookBack,
    _("Weeks you looked back on"),
    {
        "id": ID,
        "week": _("week, by its Monday"),
        "noted_on": _("day you noted it"),
        "walk_minutes": _("longest walk without a stop, in minutes"),
        "sit_minutes": _("longest time of sitting in comfort, in minutes"),
        "skipped": _("whether you skipped it"),
        "version": _("how often it was saved"),
    },
    order="week",
)
FLARES = Table(
    "flares",
    Flare,
    _("When you were too sore"),
    {
        "id": ID,
        "declared_on": _("day you said so"),
        "declared_at": _("when you said so"),
        "gentle_until": _("last gentle day"),
        "ended_on": _("day it ended"),
    },
    order="declared_at",
)
PLAN = (
    INTAKE,
    ENROLLMENTS,
    ACTIVITY_GOALS,
    GOAL_SCORES,
    WEEK_PLAN,
    LOOK_BACKS,
    FLARES,
    DIRECTION_TRIALS,
)
