"""Finding the way through a session, one exercise a page."""

from collections.abc import Iterable

from django.db import models
from django.http import Http404
from django.urls import reverse

from exercises.models import Caution, Exercise, Step
from tracking.models import ExerciseLog, ExerciseSession
from tracking.timer import minutes


def log_at(logs: list[ExerciseLog], position: int) -> ExerciseLog:
    for log in logs:
        if log.position == position:
            return log
    raise Http404


def next_step(logs: Iterable[ExerciseLog]) -> ExerciseLog | None:
    """Where the session goes on: the first exercise that is not over."""
    return next((log for log in logs if not log.is_over), None)


def resume_address(session: ExerciseSession) -> str:
    log = next_step(session.logs.all())
    if log is None:
        return reverse("tracking:session_finish", args=[session.pk])
    return log.get_absolute_url()


def next_address(log: ExerciseLog, logs: list[ExerciseLog]) -> str:
    """The same page while sets are left, else onward."""
    if log.sets_left and not log.is_over:
        return log.get_absolute_url()
    return onward(log, logs)


def onward(log: ExerciseLog, logs: list[ExerciseLog]) -> str:
    """The next exercise; after the last one, the end."""
    for other in logs:
        if other.position > log.position:
            return other.get_absolute_url()
    return reverse("tracking:session_finish", args=[log.session_id])


def minutes_left(logs: list[ExerciseLog], log: ExerciseLog) -> int:
    """From this exercise to the end, as the timers run."""
    rest = [other for other in logs if other.position > log.position]
    return sum(minutes(other) for other in [log, *rest] if not other.is_over)


def what_to_know(exercise: Exercise) -> dict[str, models.QuerySet[Step | Caution]]:
    """The steps, and when to stop."""
    return {
        "steps": exercise.steps.all(),
        "stops": exercise.cautions.filter(kind=Caution.Kind.STOP),
    }
