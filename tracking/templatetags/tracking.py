import json

from django import template
from django.urls import reverse
from django.utils.text import capfirst

from exercises.dose_words import line
from exercises.models import Prescription
from tracking import wording as words
from tracking.farthest_point import FarthestPoint
from tracking.models import ExerciseLog, ExerciseSession, SymptomReport
from tracking.playing import next_address, resume_address
from tracking.swapping import Way

register = template.Library()


@register.filter
def dose_words(dose: Prescription | ExerciseLog) -> str:
    if isinstance(dose, ExerciseLog):
        return words.start_words(dose, dose.sides)
    return words.start_words(dose, dose.exercise.number_of_sides)


@register.filter
def any_time_words(dose: Prescription) -> str:
    return line(dose, dose.exercise.number_of_sides)


@register.simple_tag
def session_resume(session: ExerciseSession) -> str:
    """The address of the first exercise that is not over, or of the end."""
    return resume_address(session)


@register.simple_tag
def session_next(log: ExerciseLog, logs: list[ExerciseLog]) -> str:
    return next_address(log, logs)


@register.simple_tag
def session_previous(log: ExerciseLog, logs: list[ExerciseLog]) -> str:
    """The exercise before this one; before the first, the day's page."""
    earlier = [other for other in logs if other.position < log.position]
    return earlier[-1].get_absolute_url() if earlier else reverse("tracking:today")


@register.filter
def done_words(log: ExerciseLog) -> str:
    return words.done_words(log)


@register.filter
def response_words(log: ExerciseLog) -> str:
    return words.response_words(log)


@register.filter
def way_words(way: Way) -> str:
    return words.start_words(way.dose, way.exercise.number_of_sides)


@register.filter
def as_json(value: object) -> str:
    """For a data attribute; the template escapes it."""
    return json.dumps(value)


@register.filter
def change_words(before: SymptomReport, after: SymptomReport) -> str:
    return words.change_words(before, after)


@register.filter
def place_name(number: int) -> str:
    """A farthest point as a label of its own."""
    return capfirst(str(FarthestPoint(number).label))
