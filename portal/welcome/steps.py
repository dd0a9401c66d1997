"""The way in: one question a page, in this order, resumed where it was left."""

from collections.abc import Callable
from enum import StrEnum

from portal.welcome.answers import Answers


class Step(StrEnum):
    CONSENT = "consent"
    SAFETY = "safety"
    PLACE = "place"
    DIRECTION = "direction"
    GOALS = "goals"
    WEEK = "week"
    PROGRAM = "program"
    CHECK = "check"


ORDER = tuple(Step)
ANSWERED: dict[Step, Callable[[Answers], bool]] = {
    Step.CONSENT: lambda answers: answers.agrees,
    Step.SAFETY: lambda answers: answers.is_safe,
    Step.PLACE: lambda answers: answers.report is not None,
    Step.DIRECTION: lambda answers: answers.track is not None,
    Step.GOALS: lambda answers: bool(answers.goals) or answers.intake.goals_later,
    Step.WEEK: lambda answers: answers.week is not None,
    Step.PROGRAM: lambda answers: answers.program is not None,
}


def open_step(answers: Answers) -> Step:
    """The first question without an answer; when all are answered, the check."""
    return next((s for s, done in ANSWERED.items() if not done(answers)), Step.CHECK)


def may_see(step: Step, answers: Answers) -> bool:
    return ORDER.index(step) <= ORDER.index(open_step(answers))


def before(step: Step) -> Step | None:
    place = ORDER.index(step)
    return ORDER[place - 1] if place else None
