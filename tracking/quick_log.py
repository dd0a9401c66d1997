"""A session noted by hand: what can be chosen, and saving it. A lock changes nothing."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from exercises.models import Exercise, Prescription
from portal.accounts.models import Member
from tracking.at_once import Wanted, read_at_once
from tracking.doses import as_dosed
from tracking.gate import left_out_for
from tracking.models import DoseChange, Enrollment, ExerciseLog, ExerciseSession
from tracking.models.dose_change import by_exercise
from tracking.moments import midnight
from tracking.starting import snapshot
from tracking.wording import start_words

NOON = dt.timedelta(hours=12)
MOST_DIGITS = 10


@dataclass(frozen=True)
class Doable:
    """An exercise that can be noted; with the dose of the phase, where it has one."""

    exercise: Exercise
    prescription: Prescription | None = None

    @property
    def dose(self) -> Prescription | Exercise:
        return self.prescription or self.exercise

    @property
    def dose_words(self) -> str:
        return start_words(self.dose, self.exercise.number_of_sides)

    @property
    def key(self) -> str:
        return str(self.exercise.pk)


def running(member: Member) -> Enrollment | None:
    return Enrollment.objects.for_member(member).for_today().first()


def planned_on(
    member: Member, enrollment: Enrollment | None, day: dt.date
) -> list[Doable]:
    """Each exercise of the phase once, without what the safety answers leave out."""
    if enrollment is None:
        return []
    without = left_out_for(member)
    found = once_each(dosed(enrollment, enrollment.all_prescriptions_on(day), day))
    return [d for d in found if d.exercise.slug not in without]


def dosed(
    enrollment: Enrollment, rows: models.QuerySet[Prescription], day: dt.date
) -> list[Prescription]:
    """With the dose as it stands for this member on that day. 1 query."""
    doses = Wanted(rows)
    changes = Wanted(DoseChange.objects.of(enrollment).in_force(day))
    read_at_once(enrollment.member, doses, changes)
    return as_dosed(doses.rows, by_exercise(changes.rows), day)


def once_each(prescriptions: Iterable[Prescription]) -> list[Doable]:
    found: dict[int, Doable] = {}
    for prescription in prescriptions:
        exercise = prescription.exercise
        found.setdefault(exercise.pk, Doable(exercise, prescription))
    return list(found.values())


def chosen(
    enrollment: Enrollment | None, day: dt.date, keys: Sequence[str]
) -> list[Doable]:
    """Those of these numbers; with the dose of the phase before their own."""
    numbers = {int(key) for key in keys if key.isdecimal() and len(key) < MOST_DIGITS}
    planned: list[Doable] = []
    if enrollment:
        rows = enrollment.all_prescriptions_on(day).filter(exercise__in=numbers)
        planned = once_each(dosed(enrollment, rows, day))
    numbers -= {doable.exercise.pk for doable in planned}
    if numbers:
        others = Exercise.objects.published().filter(pk__in=numbers)
        planned += [Doable(exercise) for exercise in others]
    return planned


@dataclass(frozen=True)
class Known:
    """What stands in the record already: the form's own UUID, and each session's exercises."""

    has_entry: bool
    twin: uuid.UUID | None


def known_about(
    member: Member, entry: uuid.UUID, day: dt.date, exercises: Sequence[int]
) -> Known:
    """1 query: whether this form came before, and who else did the same that day."""
    mine = ExerciseSession.objects.with_deleted(member).filter(
        models.Q(pk=entry) | models.Q(performed_on=day, deleted_at=None)
    )
    did: dict[uuid.UUID, set[int]] = {}
    for pk, exercise, state in mine.values_list(
        "pk", "logs__exercise", "logs__state"
    ).order_by("pk"):
        done = did.setdefault(pk, set())
        if state in (ExerciseLog.State.DONE, ExerciseLog.State.PARTLY):
            done.add(exercise)
    has_entry = did.pop(entry, None) is not None
    twins = (pk for pk, done in did.items() if done == set(exercises))
    return Known(has_entry, next(twins, None))


def moment_of(day: dt.date) -> dt.datetime:
    """Now, for today; for another day noon stands for a time that nobody noted."""
    is_today = day == timezone.localdate()
    return timezone.now() if is_today else midnight(day) + NOON


@dataclass(frozen=True)
class Noted:
    """One exercise that was done, with what was told of it."""

    doable: Doable
    told: dict[str, Any]


@transaction.atomic
def log_session(
    *,
    member: Member,
    enrollment: Enrollment | None,
    entry: uuid.UUID,
    day: dt.date,
    note: str,
    noted: Sequence[Noted],
) -> ExerciseSession:
    """Raises IntegrityError: the UUID is taken."""
    at = moment_of(day)
    session = ExerciseSession(
        pk=entry,
        member=member,
        enrollment=enrollment,
        phase_title=enrollment.phase.title if enrollment else "",
        performed_on=day,
        started_at=at,
        finished_at=at,
        source=ExerciseSession.Source.BY_HAND,
        note=note,
    )
    session.save(force_insert=True)
    ExerciseLog.objects.bulk_create(
        log_of(session, position, one) for position, one in enumerate(noted, 1)
    )
    return session


def log_of(session: ExerciseSession, position: int, noted: Noted) -> ExerciseLog:
    log = as_prescribed(session, position, noted.doable)
    told = {"sets_done": log.sets, **noted.told}
    for column, value in told.items():
        setattr(log, column, value)
    log.set_sets(log.sets_done)
    return log


def as_prescribed(
    session: ExerciseSession, position: int, doable: Doable
) -> ExerciseLog:
    if doable.prescription:
        return snapshot(session, position, doable.prescription)
    exercise = doable.exercise
    return ExerciseLog(
        session=session,
        position=position,
        exercise=exercise,
        title=exercise.title,
        sets=exercise.sets or 1,
        reps=exercise.reps,
        hold_seconds=exercise.hold_seconds,
        minutes=exercise.minutes,
        sides=exercise.number_of_sides,
    )
