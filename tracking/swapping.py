"""Another exercise in place of one: which ones a member may have, and the change."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from exercises.models import Dose, Exercise, Prescription, Track, Variation
from portal.accounts.models import Member
from tracking.at_once import Wanted, read_at_once
from tracking.gate import Screens, screens_that_count
from tracking.models import Enrollment, ExerciseLog
from tracking.stopping import held_by, stops_that_hold

Direction = Exercise.Direction
SUITS = {
    Track.EXTENSION.value: {Direction.EXTENSION.value, Direction.NEUTRAL.value},
    Track.FLEXION.value: {Direction.FLEXION.value, Direction.NEUTRAL.value},
    Track.NO_DIRECTION.value: {Direction.NEUTRAL.value},
}
MOST = 6


@dataclass(frozen=True)
class Way:
    """An exercise to do instead, with its dose in this phase where it has one."""

    exercise: Exercise
    prescription: Prescription | None = None

    @property
    def dose(self) -> Dose:
        return self.prescription or self.exercise


def ways_instead(
    member: Member, enrollment: Enrollment | None, log: ExerciseLog
) -> list[Way]:
    """Easier ones first. Safety answers, stop rules and the track allow each of them.

    1 query.
    """
    if enrollment is None:
        return []
    now = timezone.now()
    doses = Wanted(enrollment.all_prescriptions_on(timezone.localdate(now)))
    screens = Wanted(screens_that_count(member))
    stops = Wanted(stops_that_hold(member, now))
    exercises = Wanted(pool(log, enrollment))
    read_at_once(member, doses, screens, stops, exercises)
    given = {row.exercise_id: row for row in doses.rows}
    without = Screens.among(screens.rows).left_out
    held = held_by(stops.rows, now)
    ways = [
        Way(exercise, given.get(exercise.pk))
        for exercise in exercises.rows
        if exercise.slug not in without and not held.holds(exercise)
    ]
    return [way for way in ways if suits(way, enrollment.track)][:MOST]


def pool(log: ExerciseLog, enrollment: Enrollment) -> QuerySet[Exercise]:
    """Ways to do it easier, and others of its direction in this stage; none twice."""
    easier = Variation.objects.filter(
        owner=log.exercise_id, kind=Variation.Kind.EASIER, exercise__isnull=False
    ).values("exercise")
    alike = Q(direction=log.exercise.direction, stages__contains=enrollment.phase.slug)
    others = log.session.logs.exclude(pk=log.pk).values("exercise")
    published = Exercise.objects.published().select_related("picture")
    found = published.filter(alike | Q(pk__in=easier) | Q(pk=log.swapped_from_id))
    found = found.exclude(pk=log.exercise_id).exclude(pk__in=others)
    return found.alias(is_easier=Q(pk__in=easier)).order_by("-is_easier", "title")


def suits(way: Way, track: str) -> bool:
    return bool(way.prescription) or way.exercise.direction in SUITS[track]


def swap(log: ExerciseLog, way: Way, reason: str) -> None:
    """The log keeps which exercise was planned first. Swapping back forgets it."""
    original = log.swapped_from_id or log.exercise_id
    is_back = way.exercise.pk == original
    log.swapped_from_id = None if is_back else original
    log.swap_reason = "" if is_back else reason
    log.exercise, log.prescription = way.exercise, way.prescription
    log.title, log.sides = way.exercise.title, way.exercise.number_of_sides
    log.sets, log.reps = way.dose.sets or 1, way.dose.reps
    log.hold_seconds, log.minutes = way.dose.hold_seconds, way.dose.minutes
    log.begin_anew()
