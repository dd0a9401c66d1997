"""Ada's 8 weeks: a hard start, a flare in week 4, and a real improvement."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from exercises.models import Prescription
from tracking import places
from tracking.models import (
    Enrollment,
    ExerciseLog,
    ExerciseSession,
    FarthestPoint,
    StopEvent,
    SymptomReport,
)
from tracking.starting import snapshot

DAYS = 56
FIRST_PHASE_DAYS = 21
FLARE = range(23, 27)
WITHOUT_SESSION = {4, 11, 18, 20, 31, 32, 45}
WITHOUT_NOTE = {20, 32}
BROKEN_OFF = {38, 50}  # after the first exercise
SEED = 7
SILENT = 0.15  # how often nothing is said after an exercise
MIXED = (2, 6, 1)  # better, the same, worse
WEIGHTS = {
    "lying-press-up": (6, 3, 1),
    "standing-back-bend": (5, 4, 1),
    "hamstring-stretch": (1, 5, 4),
    "figure-4-stretch": (2, 5, 3),
}
Rating = ExerciseLog.Rating
AFTER_MORE_PAIN = (Rating.HARD, Rating.PAINFUL)
AFTER_NO_MORE_PAIN = (Rating.EASY, Rating.RIGHT)
STOPPED = (24, "figure-4-stretch")  # in the flare: further down, and back after a rest
MORNING = dt.time(8, 10)
TINGLES_FROM = 5
Moment = SymptomReport.Moment


@dataclass(frozen=True)
class Feeling:
    """Scores of 0 to 10, and how many rows of the body map on the left, 1 to 5."""

    back: int
    leg: int
    rows: int


def clamp(value: float, low: int, high: int) -> int:
    return max(low, min(high, round(value)))


def feeling_on(index: int, chance: random.Random) -> Feeling:
    """Down from 7 to about 3, with a bump, as such weeks go."""
    part = index / (DAYS - 1)
    bump = 3.6 if index in FLARE else 0
    return Feeling(
        back=clamp(4.6 - 2.2 * part + bump / 2 + chance.gauss(0, 0.6), 0, 10),
        leg=clamp(7.2 - 4.6 * part + bump + chance.gauss(0, 0.7), 0, 10),
        rows=clamp(5.2 - 3.4 * part + bump / 2 + chance.gauss(0, 0.4), 1, 5),
    )


def after_session(before: Feeling, chance: random.Random) -> Feeling:
    """Often the same, sometimes a point less, now and then a point more."""
    step = chance.choice((0, 0, -1, -1, 1))
    moves = step if chance.choice((True, False)) else 0
    return Feeling(
        back=clamp(before.back + chance.choice((0, 0, 1)), 0, 10),
        leg=clamp(before.leg + step, 0, 10),
        rows=clamp(before.rows + moves, 1, 5),
    )


@dataclass
class History:
    """The rows of one enrollment, day by day, written at the end."""

    enrollment: Enrollment
    chance: random.Random
    answers: random.Random
    sessions: list[ExerciseSession] = field(default_factory=list)
    logs: list[ExerciseLog] = field(default_factory=list)
    reports: list[SymptomReport] = field(default_factory=list)
    stops: list[StopEvent] = field(default_factory=list)

    def add_day(self, index: int, day: dt.date) -> None:
        feeling = feeling_on(index, self.chance)
        if index not in WITHOUT_SESSION:
            self.add_session(index, day, feeling)
        elif index not in WITHOUT_NOTE:
            self.add_report(feeling, self.clock(day, minutes=240))

    def add_session(self, index: int, day: dt.date, before: Feeling) -> None:
        title, prescriptions = self.phase_on(index)
        session = ExerciseSession(
            member=self.enrollment.member,
            enrollment=self.enrollment,
            phase_title=title,
            performed_on=day,
            started_at=self.clock(day),
            finished_at=self.clock(day, minutes=15),
        )
        self.sessions.append(session)
        logs = list(done_logs(session, prescriptions))
        if index in BROKEN_OFF:
            session.finished_at = None
            for log in logs[1:]:
                log.begin_anew()
        for log in logs:
            answer_after(log, self.answers)
            if (index, log.exercise.slug) == STOPPED:
                self.stops.append(settled_stop(log, before, session.started_at))
        self.logs += logs
        after = after_session(before, self.chance)
        self.add_report(before, self.clock(day), session, Moment.BEFORE)
        if session.finished_at:
            self.add_report(after, session.finished_at, session, Moment.AFTER)

    def add_report(
        self,
        feeling: Feeling,
        at: dt.datetime,
        session: ExerciseSession | None = None,
        moment: Moment = Moment.CHECK_IN,
    ) -> None:
        rows = range(1, feeling.rows + 1)
        chosen = [places.BACK, *(places.key("l", row) for row in rows)]
        self.reports.append(
            SymptomReport(
                member=self.enrollment.member,
                session=session,
                moment=moment,
                reported_on=at.date(),
                reported_at=at,
                places=chosen,
                left=places.farthest(chosen, "l"),
                right=places.farthest(chosen, "r"),
                back=feeling.back,
                leg=feeling.leg,
                tingling=feeling.leg >= TINGLES_FROM,
            )
        )

    def clock(self, day: dt.date, minutes: int = 0) -> dt.datetime:
        zone = self.enrollment.member.zone
        moment = dt.datetime.combine(day, MORNING, tzinfo=zone)
        return moment + dt.timedelta(minutes=minutes)

    def phase_on(self, index: int) -> tuple[str, list[Prescription]]:
        """3 weeks in the first phase, then in the one that runs now."""
        now = self.enrollment.phase
        first = self.enrollment.program.phases.all()[0]
        phase = first if index < FIRST_PHASE_DAYS else now
        rows = phase.prescriptions.for_track(self.enrollment.track).for_member_pages()
        return phase.title, list(rows.filter(any_time=False))

    def write(self) -> None:
        ExerciseSession.objects.bulk_create(self.sessions)
        ExerciseLog.objects.bulk_create(self.logs)
        SymptomReport.objects.bulk_create(self.reports)
        StopEvent.objects.bulk_create(self.stops)


def done_logs(
    session: ExerciseSession, prescriptions: list[Prescription]
) -> Iterator[ExerciseLog]:
    for position, prescription in enumerate(prescriptions, 1):
        log = snapshot(session, position, prescription)
        log.do_as_planned()
        log.moved_on = True
        yield log


def settled_stop(log: ExerciseLog, before: Feeling, began: dt.datetime) -> StopEvent:
    """It reached the foot, and was back where it was after 10 minutes of rest."""
    at = began + dt.timedelta(minutes=9)
    log.begin_anew()
    log.skip(ExerciseLog.SkipReason.HURT)
    reach = before.rows + 1
    return StopEvent(
        log=log,
        event=StopEvent.Event.SETTLED,
        happened_at=at,
        pain_before=max(before.back, before.leg),
        left_before=reach,
        right_before=1,
        pain=max(before.back, before.leg),
        left=FarthestPoint.FOOT,
        right=1,
        checked_at=at + dt.timedelta(minutes=10),
        left_after=reach,
        right_after=1,
    )


def answer_after(log: ExerciseLog, chance: random.Random) -> None:
    """Most times; stretches bring the leg on more often than they ease it."""
    if not log.sets_done or chance.random() < SILENT:
        return
    slug = log.exercise.slug
    weights = WEIGHTS.get(slug, MIXED)
    log.leg_response = chance.choices(list(ExerciseLog.LegResponse), weights)[0]
    log.reach_response = chance.choices(list(ExerciseLog.ReachResponse), weights)[0]
    worse = log.leg_response == ExerciseLog.LegResponse.MORE
    log.rating = chance.choice(AFTER_MORE_PAIN if worse else AFTER_NO_MORE_PAIN)


def write_history(enrollment: Enrollment, today: dt.date) -> None:
    """One day after another, up to yesterday."""
    told, answers = random.Random(SEED), random.Random(SEED)  # noqa: S311  # a story
    history = History(enrollment, told, answers)
    for index in range(DAYS):
        history.add_day(index, today - dt.timedelta(days=DAYS - index))
    history.write()
