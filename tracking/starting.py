"""Starting a session: copy what is prescribed today, so that history stays true."""

import datetime as dt
import uuid

from django.db import transaction
from django.utils import timezone

from exercises.models import Prescription
from portal.accounts.models import Member
from tracking.models import Enrollment, ExerciseLog, ExerciseSession


class NothingPrescribed(Exception):  # noqa: N818  # a state of the day, not a fault
    """The member follows no program, or today holds no exercise."""


def snapshot(
    session: ExerciseSession, position: int, prescription: Prescription
) -> ExerciseLog:
    exercise = prescription.exercise
    return ExerciseLog(
        session=session,
        position=position,
        exercise=exercise,
        title=exercise.title,
        sets=prescription.sets or 1,
        reps=prescription.reps,
        hold_seconds=prescription.hold_seconds,
        minutes=prescription.minutes,
        sides=exercise.number_of_sides,
    )


@transaction.atomic
def start_session(*, member: Member, entry: uuid.UUID, day: dt.date) -> ExerciseSession:
    """Raises NothingPrescribed; IntegrityError when the UUID is taken."""
    enrollment = Enrollment.objects.for_member(member).for_today().first()
    prescriptions = list(enrollment.prescriptions_on(day)) if enrollment else []
    if not enrollment or not prescriptions:
        raise NothingPrescribed
    session = ExerciseSession(
        pk=entry,
        member=member,
        enrollment=enrollment,
        phase_title=enrollment.phase.title,
        performed_on=day,
        started_at=timezone.now(),
    )
    session.save(force_insert=True)
    ExerciseLog.objects.bulk_create(
        snapshot(session, n, p) for n, p in enumerate(prescriptions, 1)
    )
    return session


def has_exercises(member: Member, day: dt.date) -> bool:
    enrollment = Enrollment.objects.for_member(member).for_today().first()
    return bool(enrollment and enrollment.prescriptions_on(day).exists())
