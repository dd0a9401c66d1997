"""When a session ends: its answers change doses, from the next session on."""

from django.utils import timezone

from tracking.at_once import Wanted
from tracking.doses import Course, change_doses, logs_to_dose_by
from tracking.models import DoseChange, ExerciseSession
from tracking.models.dose_change import by_exercise
from tracking.now import now_of


def change_doses_after(session: ExerciseSession) -> list[DoseChange]:
    """Nothing after a gentle set: it says nothing about the usual exercises."""
    enrollment = session.enrollment
    if enrollment is None or session.kind == ExerciseSession.Kind.GENTLE:
        return []
    day = timezone.localdate()
    course = Course(enrollment, session, day)
    changes = Wanted(DoseChange.objects.of(enrollment).in_force(day))
    logs = Wanted(logs_to_dose_by(course))
    now = now_of(session.member, day, changes, logs)
    return change_doses(course, now, by_exercise(changes.rows), logs.rows)
