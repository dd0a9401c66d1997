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
    PhaseMove,
    Tick,
    WeekPlan,
)

LEG = _("leg pain, 0 to 10")
PLACE = _("farthest point, 0 none to 6 foot")


def weekdays_in_words(numbers: list[int]) -> str:
    return ", ".join(str(WEEKDAYS[number]) for number in numbers)


def met_in_words(met: list[dict[str, str]]) -> str:
    return "; ".join(f"{one['words']} {one['value']}" for one in met)


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
        "phase_since": _("day this phase began, if it is not the first"),
        "shown_plan": _("the program as you last saw it"),
    },
    order="started_on",
    shapes={"shown_plan": {"type": "object"}},
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
        "ended_on": _("day you put it aside"),
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
PHASE_MOVES = Table(
    "phase_moves",
    PhaseMove,
    _("When you moved on"),
    {
        "id": ID,
        "enrollment": _("program it belongs to"),
        "from_phase": _("phase before"),
        "to_phase": _("phase after"),
        "from_title": _("phase before, as it was called"),
        "to_title": _("phase after, as it was called"),
        "from_since": _("day the phase before began"),
        "agreed_on": _("day you agreed"),
        "agreed_at": _("when you agreed"),
        "met": _("rules that were met, and their values"),
        "undone_at": _("when you undid it"),
    },
    owner="enrollment__member",
    order="agreed_at",
    shapes={"met": {"type": "array", "items": {"type": "object"}}},
    said={"met": met_in_words},
)
TICKS = Table(
    "ticks",
    Tick,
    _("What you ticked off for any time of the day"),
    {
        "id": ID,
        "exercise": _("exercise"),
        "title": _("exercise, as it was called"),
        "number": _("which time that day"),
        "minutes": _("minutes asked"),
        "ticked_on": _("day"),
        "ticked_at": _("when you ticked it"),
    },
    order="ticked_at",
)
PLAN = (
    INTAKE,
    ENROLLMENTS,
    PHASE_MOVES,
    TICKS,
    ACTIVITY_GOALS,
    GOAL_SCORES,
    WEEK_PLAN,
    LOOK_BACKS,
    FLARES,
    DIRECTION_TRIALS,
)
