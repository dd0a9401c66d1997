"""Starting a session: copy what is prescribed today, so that history stays true."""

import datetime as dt
import uuid

from django.db import transaction
from django.utils import timezone

from exercises.models import Prescription
from portal.accounts.models import Member
from tracking.gate import GateShut, gate_for, hold, left_out_for
from tracking.models import Enrollment, ExerciseLog, ExerciseSession
from tracking.safety import Gate
from tracking.stopping import held_back


class NothingPrescribed(Exception):  # noqa: N818  # a state of the day, not a fault
    """The member follows no program, or today holds no exercise."""


def snapshot(
    session: ExerciseSession, position: int, prescription: Prescription
) -> ExerciseLog:
    exercise = prescription.exercise
    return ExerciseLog(
        session=session,
        position=position,
        prescription=prescription,
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
    """Raises GateShut, NothingPrescribed, or IntegrityError: the UUID is taken."""
    hold(member)
    if gate_for(member) is not Gate.OPEN:
        raise GateShut
    enrollment = Enrollment.objects.for_member(member).for_today().first()
    prescriptions = prescribed_to(member, enrollment, day)
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


def prescribed_to(
    member: Member, enrollment: Enrollment | None, day: dt.date
) -> list[Prescription]:
    """Of this day's session, without what safety answers and stop rules leave out."""
    if enrollment is None:
        return []
    without = left_out_for(member)
    held = held_back(member, timezone.now())
    every = enrollment.prescriptions_on(day)
    allowed = [p for p in every if p.exercise.slug not in without]
    return [p for p in allowed if not held.holds(p.exercise)]


def has_exercises(member: Member, day: dt.date) -> bool:
    enrollment = Enrollment.objects.for_member(member).for_today().first()
    return bool(prescribed_to(member, enrollment, day))
