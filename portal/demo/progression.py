"""Ada's way through the program: how doses changed, a flare, and a move."""

import datetime as dt
from dataclasses import dataclass

from exercises.models import Prescription
from portal.accounts.models import Member
from tracking.models import (
    DoseChange,
    Enrollment,
    ExerciseSession,
    Flare,
    PhaseMove,
    Tick,
)

DAY = dt.timedelta(days=1)
EVENING = dt.time(18, 30)
Rule = DoseChange.Rule


@dataclass(frozen=True)
class Turn:
    """A change of one amount, so many days ago; `days` where it was for a time."""

    ago: int
    phase: str
    exercise: str
    field: str
    before: int
    after: int
    rule: Rule
    days: int = 0
    undone: bool = False


TURNS = (
    Turn(50, "calm", "lying-press-up", "reps", 5, 7, Rule.EASY),
    Turn(46, "calm", "abdominal-brace", "reps", 8, 10, Rule.EASY),
    Turn(44, "calm", "lying-press-up", "reps", 7, 9, Rule.EASY),
    Turn(40, "calm", "lying-press-up", "reps", 9, 7, Rule.MOVED_DOWN),
    Turn(32, "restore", "lying-press-up", "hold_seconds", 1, 2, Rule.EASY),
    Turn(31, "restore", "lying-press-up", "hold_seconds", 2, 1, Rule.LEG_PAIN, 3),
    Turn(16, "restore", "cat-cow", "reps", 8, 10, Rule.EASY),
    Turn(9, "restore", "figure-4-stretch", "hold_seconds", 20, 25, Rule.EASY),
    Turn(5, "restore", "figure-4-stretch", "hold_seconds", 25, 20, Rule.PAINFUL),
    Turn(1, "restore", "hip-bridge", "reps", 8, 10, Rule.EASY),
)
# What was noted when she moved on, by the key of the rule.
MET = {
    "leg-low": "Leg pain: 5, 4 and 5. Your start: 7.",
    "not-lower": "No lower than at your start.",
    "morning-usual": "Before: 5. The morning after: 5.",
    "walks-10": "Your longest walk: 10 minutes.",
    "no-warning": "Your last safety answers: no sign.",
}


def write_progression(
    enrollment: Enrollment, today: dt.date, moved_on: dt.date
) -> None:
    """She moved on from the first phase, had a flare in week 4, and builds up."""
    write_move(enrollment, moved_on)
    for turn in TURNS:
        write_turn(enrollment, today, turn)
    write_flare(enrollment.member, today)
    write_ticks(enrollment, today)


def at(member: Member, day: dt.date, clock: dt.time = EVENING) -> dt.datetime:
    return dt.datetime.combine(day, clock, tzinfo=member.zone)


def write_move(enrollment: Enrollment, day: dt.date) -> None:
    first = enrollment.program.phases.all()[0]
    PhaseMove.objects.create(
        enrollment=enrollment,
        from_phase=first,
        to_phase=enrollment.phase,
        from_title=first.title,
        to_title=enrollment.phase.title,
        from_since=enrollment.started_on,
        agreed_on=day,
        agreed_at=at(enrollment.member, day),
        met=[
            {"key": rule.key, "words": rule.words, "value": MET[rule.key]}
            for rule in first.rules
        ],
    )
    enrollment.phase_since = day
    enrollment.save(update_fields=["phase_since"])


def write_turn(enrollment: Enrollment, today: dt.date, turn: Turn) -> None:
    day = today - DAY * turn.ago
    dose = Prescription.objects.select_related("exercise", "phase").get(
        phase__program=enrollment.program,
        phase__slug=turn.phase,
        exercise__slug=turn.exercise,
    )
    amounts = {"sets": dose.sets, "reps": dose.reps, "hold_seconds": dose.hold_seconds}
    DoseChange.objects.create(
        enrollment=enrollment,
        phase=dose.phase,
        exercise=dose.exercise,
        prescription=dose,
        session=ExerciseSession.objects.filter(
            enrollment=enrollment, performed_on=day
        ).first(),
        title=dose.exercise.title,
        sides=dose.exercise.number_of_sides,
        amounts={**amounts, turn.field: turn.before},
        field=turn.field,
        from_value=turn.before,
        to_value=turn.after,
        rule=turn.rule,
        made_on=day,
        made_at=at(enrollment.member, day),
        until=day + DAY * (turn.days - 1) if turn.days else None,
    )


def write_flare(member: Member, today: dt.date) -> None:
    """In week 4 her leg was worse for 4 days; she took 2 gentle ones."""
    day = today - DAY * 33
    Flare.objects.create(
        member=member,
        declared_on=day,
        declared_at=at(member, day),
        gentle_until=day + DAY,
        ended_on=day + DAY * 6,
    )


def write_ticks(enrollment: Enrollment, today: dt.date) -> None:
    """A walk on most days, and one today."""
    walk = enrollment.phase.prescriptions.select_related("exercise").get(
        exercise__slug="walking"
    )
    Tick.objects.bulk_create(
        Tick(
            member=enrollment.member,
            exercise=walk.exercise,
            title=walk.exercise.title,
            minutes=walk.minutes,
            ticked_on=today - DAY * ago,
            ticked_at=at(enrollment.member, today - DAY * ago, dt.time(9)),
        )
        for ago in (0, 1, 2, 4, 5, 7, 8, 10, 11, 13)
    )
