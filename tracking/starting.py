"""Starting a session: copy what is prescribed today, so that history stays true."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from exercises.models import Prescription
from portal.accounts.models import Member
from tracking import prescribing
from tracking.at_once import Wanted
from tracking.doses import (
    LOOKED_BACK,
    Course,
    around_now,
    as_dosed,
    held,
    last_amounts,
    stepped_back,
)
from tracking.gate import GateShut, hold, screens_of
from tracking.models import DoseChange, Enrollment, ExerciseLog, ExerciseSession
from tracking.models.dose_change import by_exercise
from tracking.now import Now, now_of
from tracking.plan_changes import plan_of
from tracking.prescribing import first_phase, prescriptions_of_running
from tracking.safety import Gate
from tracking.stop_rules import Reading
from tracking.stopping import held_back, held_by, stops_that_hold

Kind = ExerciseSession.Kind


class NothingPrescribed(Exception):  # noqa: N818  # a state of the day, not a fault
    """The member follows no program, or today holds no exercise."""


class Asked:
    """What a start asks the database: all in 1 statement."""

    def __init__(self, member: Member, entry: uuid.UUID, day: dt.date) -> None:
        mine = ExerciseSession.objects.for_member(member)
        changes = DoseChange.objects.of_running(member)
        logs = ExerciseLog.objects.last_of_running(member, day - LOOKED_BACK)
        self.at = timezone.now()
        self.taken = Wanted(ExerciseSession.objects.filter(pk=entry), "id")
        self.done = Wanted(mine.done_on(day), "id")
        self.enrollments = Wanted(
            Enrollment.objects.for_member(member).running().for_page()
        )
        self.first_phases = Wanted(first_phase(member), "id")
        self.doses = Wanted(prescriptions_of_running(member))
        self.changes = Wanted(changes.in_force(day))
        self.last_logs = Wanted(logs)
        self.stops = Wanted(stops_that_hold(member, self.at))
        wanted = [each for each in vars(self).values() if isinstance(each, Wanted)]
        self.now = now_of(member, day, *wanted)


@dataclass(frozen=True)
class Start:
    """All that decides what a new session holds."""

    enrollment: Enrollment
    session: ExerciseSession
    asked: Asked
    reading: Reading | None

    @property
    def now(self) -> Now:
        return self.asked.now

    @property
    def day(self) -> dt.date:
        return self.session.performed_on

    def logs(self) -> tuple[list[ExerciseLog], list[DoseChange]]:
        """The exercises with their doses, and what a step back changes of them."""
        every = self.prescriptions()
        doses = self.chosen(
            prescribing.of_week(every, self.enrollment.week_on(self.day))
        )
        if self.session.kind == Kind.GENTLE:
            return snapshots(self.session, doses), []
        self.enrollment.show_plan(plan_of(self.enrollment, every))
        changes = by_exercise(self.asked.changes.rows)
        around = around_now(self.now.felt, self.now.flare, self.reading)
        course = Course(self.enrollment, self.session, self.day)
        back = stepped_back(course, doses, changes, around)
        dosed = as_dosed(doses, changes, self.day, back)
        dosed = held(dosed, last_amounts(self.asked.last_logs.rows), around)
        return snapshots(self.session, dosed), back

    def prescriptions(self) -> list[Prescription]:
        """Of this phase, or of the first one for the gentle set."""
        mine = [d for d in self.asked.doses.rows if self.enrollment.is_for(d)]
        first = self.asked.first_phases.rows[0].pk
        is_gentle = self.session.kind == Kind.GENTLE
        phase = first if is_gentle else self.enrollment.phase_id
        return [dose for dose in mine if dose.phase_id == phase]

    def chosen(self, doses: list[Prescription]) -> list[Prescription]:
        stopped = held_by(self.asked.stops.rows, self.asked.at)
        without = self.now.screens.left_out
        left = prescribing.allowed(doses, without, stopped).doses
        if self.session.kind == Kind.FULL:
            number = len(self.asked.done.rows) + 1
            return prescribing.in_session(left, number)
        return prescribing.short(prescribing.in_session(left, 1))


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


def snapshots(session: ExerciseSession, doses: list[Prescription]) -> list[ExerciseLog]:
    return [snapshot(session, n, dose) for n, dose in enumerate(doses, 1)]


@transaction.atomic
def start_session(
    *,
    member: Member,
    entry: uuid.UUID,
    day: dt.date,
    kind: str = Kind.FULL,
    reading: Reading | None = None,
) -> ExerciseSession:
    """Raises GateShut, NothingPrescribed, or IntegrityError: the UUID is taken.

    `reading` is how the member says it is at this moment.
    """
    hold(member)
    start = prepared(member, entry, day, kind, reading)
    logs, changes = start.logs()
    if not logs:
        raise NothingPrescribed
    start.session.save(force_insert=True)
    ExerciseLog.objects.bulk_create(logs)
    if changes:
        DoseChange.objects.bulk_create(changes)
    return start.session


def prepared(
    member: Member, entry: uuid.UUID, day: dt.date, kind: str, reading: Reading | None
) -> Start:
    asked = Asked(member, entry, day)
    if asked.taken.rows:
        raise IntegrityError(entry)
    if asked.now.gate is not Gate.OPEN:
        raise GateShut
    enrollment = asked.enrollments.first
    if enrollment is None:
        raise NothingPrescribed
    flare = asked.now.flare
    session = ExerciseSession(
        pk=entry,
        member=member,
        enrollment=enrollment,
        phase_title=enrollment.phase.title,
        kind=Kind.GENTLE if flare and flare.is_gentle else kind,
        performed_on=day,
        started_at=asked.at,
    )
    return Start(enrollment, session, asked, reading)


def has_exercises(member: Member, day: dt.date) -> bool:
    """Whether a session of this day would hold any exercise, of whichever kind."""
    enrollment = Enrollment.objects.for_member(member).for_today().first()
    if enrollment is None:
        return False
    doses = enrollment.prescriptions_on(day)
    held_now = held_back(member, timezone.now())
    return bool(prescribing.allowed(doses, screens_of(member).left_out, held_now).doses)
