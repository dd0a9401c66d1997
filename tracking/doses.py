"""A member's doses: what a session asks for now, and changing them by the rules."""

import copy
import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from exercises.models import Prescription
from tracking.dosing import (
    STEP_BACK_OF,
    STEPS,
    Around,
    Made,
    Range,
    Rule,
    Step,
    Time,
    amounts_on,
    decide,
    given,
)
from tracking.flaring import FlareNow
from tracking.lately import Lately
from tracking.models import (
    DoseChange,
    Enrollment,
    ExerciseLog,
    ExerciseSession,
    StopEvent,
    SymptomReport,
)
from tracking.models.dose_change import by_exercise
from tracking.now import Now
from tracking.stop_rules import (
    STEP_BACK,
    Reading,
    is_further_down,
    is_worse_next_morning,
    steps_back,
)

Moment = SymptomReport.Moment
DAY = dt.timedelta(days=1)
LOOKED_BACK = dt.timedelta(days=28)
MOST_TIMES = 3

type Changes = dict[int, list[DoseChange]]


def limits_of(dose: Prescription) -> Range:
    """A set is 1 where nothing else is said; an amount without a number is none."""
    low = {name: getattr(dose, name) for name in STEPS}
    low["sets"] = low["sets"] or 1
    low = {name: value for name, value in low.items() if value is not None}
    high = {name: getattr(dose, f"{name}_to") or value for name, value in low.items()}
    return Range(low, high)


def asked(log: ExerciseLog) -> dict[str, int]:
    amounts = {name: getattr(log, name) for name in STEPS}
    return {name: value for name, value in amounts.items() if value is not None}


def amounts_of(
    dose: Prescription, changes: Iterable[DoseChange], day: dt.date
) -> dict[str, int]:
    made = [Made(c.field, c.to_value, c.until) for c in changes]
    return amounts_on(made, limits_of(dose), day)


def at(dose: Prescription, amounts: dict[str, int]) -> Prescription:
    """A copy that asks for these amounts. It is only shown, and never saved."""
    shown = copy.copy(dose)
    for name, value in amounts.items():
        setattr(shown, name, value)
    return shown


def changes_in_force(enrollment: Enrollment, day: dt.date) -> Changes:
    return by_exercise(DoseChange.objects.of(enrollment).in_force(day))


def as_dosed(
    doses: Iterable[Prescription],
    changes: Changes,
    day: dt.date,
    more: Iterable[DoseChange] = (),
) -> list[Prescription]:
    """With the changes so far, and those that are being made now."""
    fresh = by_exercise(more)
    return [
        at(dose, amounts_of(dose, made_for(dose, changes, fresh), day))
        for dose in doses
    ]


def made_for(dose: Prescription, *every: Changes) -> list[DoseChange]:
    return [change for changes in every for change in changes.get(dose.exercise_id, ())]


def around_now(
    felt: Lately, flare: FlareNow | None, now: Reading | None = None
) -> Around:
    """What holds every dose down; `now` is what the member says at this moment."""
    return Around(
        flare=flare is not None,
        moved_down=has_moved_down(felt, now),
        back=step_back_rule(felt),
    )


def has_moved_down(felt: Lately, now: Reading | None) -> bool:
    """Now further down the leg than before the last session."""
    before = [note for note in felt.recent if note.moment == Moment.BEFORE]
    latest = now or (felt.latest.reading if felt.latest else None)
    if not before or latest is None:
        return False
    return is_further_down(before[-1].reach, latest.reach)


def step_back_rule(felt: Lately) -> Rule | None:
    trigger = steps_back(felt.days, felt.reached)
    if trigger:
        return STEP_BACK_OF[trigger]
    return Rule.MORNING if had_a_worse_morning(felt) else None


def had_a_worse_morning(felt: Lately) -> bool:
    """Today, or yesterday where today has none."""
    mornings = [n for n in felt.recent if n.moment == Moment.NEXT_MORNING]
    if not mornings or mornings[-1].day < felt.day - DAY or not mornings[-1].session:
        return False
    before = felt.of_session(mornings[-1].session).get(Moment.BEFORE)
    return before is not None and is_worse_next_morning(
        before.reading.pain, mornings[-1].reading.pain
    )


def is_stepped_back(changes: Changes) -> bool:
    return any(change.until for made in changes.values() for change in made)


@dataclass(frozen=True)
class Course:
    """Where a member stands in a phase when a session starts or ends."""

    enrollment: Enrollment
    session: ExerciseSession
    day: dt.date

    def change(
        self,
        dose: Prescription,
        amounts: dict[str, int],
        step: Step,
        until: dt.date | None = None,
    ) -> DoseChange:
        return DoseChange(
            enrollment=self.enrollment,
            phase_id=self.enrollment.phase_id,
            exercise_id=dose.exercise_id,
            prescription=dose,
            session=self.session,
            title=dose.exercise.title,
            sides=dose.exercise.number_of_sides,
            amounts=amounts,
            field=step.field,
            from_value=step.before,
            to_value=step.after,
            rule=step.rule,
            made_on=self.day,
            made_at=timezone.now(),
            until=until,
        )


def stepped_back(
    course: Course, doses: Iterable[Prescription], changes: Changes, around: Around
) -> list[DoseChange]:
    """One level lower for 3 days, for all that is above its low end. Not saved yet."""
    if around.back is None or is_stepped_back(changes):
        return []
    until, found = course.day + STEP_BACK - DAY, []
    for dose in doses:
        amounts = amounts_of(dose, made_for(dose, changes), course.day)
        step = decide([], amounts, limits_of(dose), around)
        if step:
            found.append(course.change(dose, amounts, step, until))
    return found


def logs_to_dose_by(course: Course) -> QuerySet[ExerciseLog]:
    """The last times through each exercise in this phase, and those of this session.

    Not from before a change that the member undid.
    """
    undone = DoseChange.objects.filter(
        enrollment=course.enrollment,
        exercise=OuterRef("exercise"),
        undone_at__gt=OuterRef("session__started_at"),
    )
    began = max(course.enrollment.phase_began, course.day - LOOKED_BACK)
    logs = ExerciseLog.objects.for_dosing(course.enrollment, began)
    stops = StopEvent.objects.filter(log=OuterRef("pk"))
    counted = logs.exclude(Exists(undone)).with_times()
    mine = counted.filter(Q(times__lte=MOST_TIMES) | Q(session=course.session))
    return mine.annotate(stopped=Exists(stops))


def times_by_exercise(
    logs: Iterable[ExerciseLog], felt: Lately
) -> dict[int, list[Time]]:
    """The last times through each exercise, newest first."""
    found: dict[int, list[Time]] = {}
    for log in logs:
        times = found.setdefault(log.exercise_id, [])
        if len(times) < MOST_TIMES:
            times.append(time_of(log, felt))
    return found


def time_of(log: ExerciseLog, felt: Lately) -> Time:
    return Time(
        day=log.session.performed_on,
        asked=asked(log),
        whole=log.state == log.State.DONE,
        rating=log.rating,
        leg=log.leg_response,
        reach=log.reach_response,
        stopped=getattr(log, "stopped", False),
        moved_down=went_down(log.session_id, felt),
    )


def went_down(session: uuid.UUID, felt: Lately) -> bool:
    """In or after that session it went further down a leg."""
    notes = felt.of_session(session)
    before = notes.pop(Moment.BEFORE, None)
    return before is not None and any(
        is_further_down(before.reach, note.reach) for note in notes.values()
    )


def change_doses(
    course: Course, now: Now, changes: Changes, logs: Sequence[ExerciseLog]
) -> list[DoseChange]:
    """After a session: what its answers change, from the next session on."""
    around = around_now(now.felt, now.flare)
    holds = around.holds or is_stepped_back(changes)
    around = replace(around, back=None, flare=holds)
    times = times_by_exercise(logs, now.felt)
    found = []
    for log in logs:
        dose = log.prescription
        if log.session_id != course.session.pk or not dose or is_swapped(log, dose):
            continue
        dose.exercise = log.exercise
        amounts = amounts_of(dose, made_for(dose, changes), course.day)
        step = decide(times[dose.exercise_id], amounts, limits_of(dose), around)
        if step:
            found.append(course.change(dose, amounts, step))
    return DoseChange.objects.bulk_create(found) if found else []


def is_swapped(log: ExerciseLog, dose: Prescription) -> bool:
    return log.exercise_id != dose.exercise_id


def last_amounts(logs: Iterable[ExerciseLog]) -> dict[int, dict[str, int]]:
    """What each exercise asked for the last time."""
    return {log.exercise_id: asked(log) for log in logs}


def held(
    doses: Iterable[Prescription], last: dict[int, dict[str, int]], around: Around
) -> list[Prescription]:
    """While something holds, no exercise asks for more than it did last time."""
    if not around.holds:
        return list(doses)
    return [
        at(dose, given(limits_of(dose).low, last.get(dose.exercise_id), around))
        for dose in doses
    ]
