"""Starting a session: copy what is prescribed today, so that history stays true."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from exercises.models import Prescription
from portal.accounts.models import Member
from tracking import prescribing
from tracking.doses import (
    Course,
    around_now,
    as_dosed,
    changes_in_force,
    held,
    stepped_back,
)
from tracking.flaring import FlareNow, flare_among, latest_flare
from tracking.gate import GateShut, gate_from, hold, screens_of
from tracking.lately import Lately, lately
from tracking.models import DoseChange, Enrollment, ExerciseLog, ExerciseSession
from tracking.plan_changes import plan_of
from tracking.safety import Gate
from tracking.stop_rules import Reading
from tracking.stopping import held_back

Kind = ExerciseSession.Kind


class NothingPrescribed(Exception):  # noqa: N818  # a state of the day, not a fault
    """The member follows no program, or today holds no exercise."""


@dataclass(frozen=True)
class Start:
    """All that decides what a new session holds."""

    enrollment: Enrollment
    session: ExerciseSession
    felt: Lately
    flare: FlareNow | None
    without: set[str]
    now: Reading | None

    @property
    def day(self) -> dt.date:
        return self.session.performed_on

    def logs(self) -> tuple[list[ExerciseLog], list[DoseChange]]:
        """The exercises with their doses, and what a step back changes of them."""
        every = list(self.prescriptions())
        doses = self.chosen(
            prescribing.of_week(every, self.enrollment.week_on(self.day))
        )
        if self.session.kind == Kind.GENTLE:
            return snapshots(self.session, doses), []
        self.enrollment.show_plan(plan_of(self.enrollment, every))
        changes = changes_in_force(self.enrollment, self.day)
        around = around_now(self.felt, self.flare, self.now)
        course = Course(self.enrollment, self.session, self.day)
        back = stepped_back(course, doses, changes, around)
        dosed = as_dosed(doses, changes, self.day, back)
        dosed = held(dosed, self.enrollment, self.day, around)
        return snapshots(self.session, dosed), back

    def prescriptions(self) -> "list[Prescription]":
        if self.session.kind == Kind.GENTLE:
            return list(self.enrollment.gentle_prescriptions())
        return list(self.enrollment.phase_prescriptions())

    def chosen(self, doses: list[Prescription]) -> list[Prescription]:
        left = prescribing.allowed(
            doses, self.without, held_back(self.session.member, timezone.now())
        ).doses
        if self.session.kind == Kind.FULL:
            return prescribing.in_session(left, self.number)
        return prescribing.short(prescribing.in_session(left, 1))

    @property
    def number(self) -> int:
        """Which session of the day this is."""
        mine = ExerciseSession.objects.for_member(self.session.member)
        return 1 + mine.done_on(self.day).count()


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
    now: Reading | None = None,
) -> ExerciseSession:
    """Raises GateShut, NothingPrescribed, or IntegrityError: the UUID is taken.

    `now` is how the member says it is at this moment.
    """
    hold(member)
    start = prepared(member, entry, day, kind, now)
    logs, changes = start.logs()
    if not logs:
        raise NothingPrescribed
    start.session.save(force_insert=True)
    ExerciseLog.objects.bulk_create(logs)
    if changes:
        DoseChange.objects.bulk_create(changes)
    return start.session


def prepared(
    member: Member, entry: uuid.UUID, day: dt.date, kind: str, now: Reading | None
) -> Start:
    screens = screens_of(member)
    asked_at = screens.latest.asked_at if screens.latest else None
    felt = lately(member, day, asked_at=asked_at)
    if gate_from(screens.latest, felt.since(asked_at)) is not Gate.OPEN:
        raise GateShut
    enrollment = Enrollment.objects.for_member(member).for_today().first()
    if enrollment is None:
        raise NothingPrescribed
    flare = flare_among(felt.noted_lately, latest_flare(member, day), day)
    session = ExerciseSession(
        pk=entry,
        member=member,
        enrollment=enrollment,
        phase_title=enrollment.phase.title,
        kind=Kind.GENTLE if flare and flare.is_gentle else kind,
        performed_on=day,
        started_at=timezone.now(),
    )
    return Start(enrollment, session, felt, flare, screens.left_out, now)


def has_exercises(member: Member, day: dt.date) -> bool:
    """Whether a session of this day would hold any exercise, of whichever kind."""
    enrollment = Enrollment.objects.for_member(member).for_today().first()
    if enrollment is None:
        return False
    doses = enrollment.prescriptions_on(day)
    held_now = held_back(member, timezone.now())
    return bool(prescribing.allowed(doses, screens_of(member).left_out, held_now).doses)
