"""Noa's 9 days in the first phase: all its rules are met, so she can move on."""

import datetime as dt

from tracking import places
from tracking.models import (
    Enrollment,
    ExerciseLog,
    ExerciseSession,
    LookBack,
    SymptomReport,
)
from tracking.starting import snapshot
from tracking.week_strip import monday_of

DAY = dt.timedelta(days=1)
LEGS = (6, 6, 5, 5, 5, 4, 3, 3, 3)
ROWS = (4, 4, 4, 3, 3, 3, 2, 2, 2)  # of the body map, from the buttock down
WALK, SIT = 15, 20
BEGIN, END, MORNING = dt.time(17), dt.time(17, 10), dt.time(7, 30)
Moment = SymptomReport.Moment


def write_readiness(enrollment: Enrollment, today: dt.date) -> None:
    """A session a day, the last one with the note of the morning after."""
    first = today - DAY * len(LEGS)
    for index, leg in enumerate(LEGS):
        day = first + DAY * index
        session = write_session(enrollment, day)
        note(session, index, Moment.BEFORE, day, BEGIN)
        note(session, index, Moment.AFTER, day, END)
        if leg == LEGS[-1]:
            note(session, index, Moment.NEXT_MORNING, day + DAY, MORNING)
    LookBack.objects.create(
        member=enrollment.member,
        week=monday_of(today),
        noted_on=today,
        walk_minutes=WALK,
        sit_minutes=SIT,
    )


def write_session(enrollment: Enrollment, day: dt.date) -> ExerciseSession:
    zone = enrollment.member.zone
    session = ExerciseSession.objects.create(
        member=enrollment.member,
        enrollment=enrollment,
        phase_title=enrollment.phase.title,
        performed_on=day,
        started_at=dt.datetime.combine(day, BEGIN, tzinfo=zone),
        finished_at=dt.datetime.combine(day, END, tzinfo=zone),
    )
    logs = [
        snapshot(session, number, dose)
        for number, dose in enumerate(enrollment.prescriptions_on(day), 1)
    ]
    for log in logs:
        log.set_sets(log.sets)
        log.rating = ExerciseLog.Rating.RIGHT
    ExerciseLog.objects.bulk_create(logs)
    return session


def note(
    session: ExerciseSession, index: int, moment: Moment, day: dt.date, clock: dt.time
) -> None:
    rows = range(1, ROWS[index] + 1)
    chosen = [places.BACK, *(places.key("r", row) for row in rows)]
    SymptomReport.objects.create(
        member=session.member,
        session=session,
        moment=moment,
        reported_on=day,
        reported_at=dt.datetime.combine(day, clock, tzinfo=session.member.zone),
        places=chosen,
        left=places.farthest(chosen, "l"),
        right=places.farthest(chosen, "r"),
        back=3,
        leg=LEGS[index],
    )
