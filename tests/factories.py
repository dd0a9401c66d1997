"""Rows for tests, with sensible defaults. Each function makes one thing."""

import datetime as dt
import itertools
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from exercises.models import Exercise, Guide, Phase, Prescription, Program, Reference
from portal.accounts.models import Member
from portal.plans.models import Benefit, PlanOption, Sponsor
from portal.record.models import ShareLink
from portal.record.models.share_link import digest_of, new_token
from tracking.models import (
    ActivityGoal,
    DirectionTrial,
    DoseChange,
    Enrollment,
    ExerciseLog,
    ExerciseSession,
    Flare,
    GoalScore,
    LookBack,
    PhaseMove,
    SafetyAlert,
    SafetyScreen,
    StopEvent,
    SymptomReport,
    Tick,
)

PASSWORD = "a stone stairway to water"
TODAY = dt.date(2026, 11, 12)

numbers = itertools.count(1)


def make_member(email: str, **fields: Any) -> Member:
    member = Member.objects.create_user(
        email, PASSWORD, **{"time_zone": "America/New_York", **fields}
    )
    EmailAddress.objects.create(user=member, email=email, verified=True, primary=True)
    return member


def make_reference(**fields: Any) -> Reference:
    defaults = {
        "key": f"reference-{next(numbers)}",
        "authors": "Long and others",
        "source": "Spine 29(23):2593-602",
        "year": 2004,
        "kind": "randomised-trial",
        "in_sciatica": "partly",
        "found": "People with a helpful direction did better when it was matched.",
    }
    return Reference.objects.create(**{**defaults, **fields})


def make_exercise(**fields: Any) -> Exercise:
    n = next(numbers)
    defaults = {
        "title": f"Exercise {n}",
        "slug": f"exercise-{n}",
        "status": "published",
        "summary": "Moves your back gently.",
        "kind": "exercise",
        "direction": "neutral",
        "position": "back",
        "sides": "both",
        "sets": 1,
        "reps": 8,
        "hold_seconds": 3,
    }
    return Exercise.objects.create(**{**defaults, **fields})


def make_guide(**fields: Any) -> Guide:
    defaults = {
        "title": "Sciatica",
        "slug": f"guide-{next(numbers)}",
        "status": "published",
        "summary": "What it is and what helps.",
    }
    return Guide.objects.create(**{**defaults, **fields})


def make_program(**fields: Any) -> Program:
    defaults = {
        "title": "12 weeks",
        "slug": f"program-{next(numbers)}",
        "status": "published",
        "summary": "A session a day.",
        "weeks": 12,
    }
    return Program.objects.create(**{**defaults, **fields})


def make_phase(program: Program, **fields: Any) -> Phase:
    defaults = {
        "slug": f"phase-{next(numbers)}",
        "title": "Calm",
        "aim": "Settle the leg.",
        "first_week": 1,
        "last_week": 2,
        "max_weeks": 4,
        "days_per_week": 7,
        "minutes": 10,
    }
    return Phase.objects.create(program=program, **{**defaults, **fields})


def make_prescription(
    phase: Phase, exercise: Exercise | None = None, **fields: Any
) -> Prescription:
    defaults = {"sets": 1, "reps": 5, "hold_seconds": 2, "order": next(numbers)}
    return Prescription.objects.create(
        phase=phase, exercise=exercise or make_exercise(), **{**defaults, **fields}
    )


def make_sponsor(name: str = "Harbor Lane Bakery", **fields: Any) -> Sponsor:
    defaults = {
        "slug": f"sponsor-{next(numbers)}",
        "kind": "employer",
        "places": "Ohio",
    }
    return Sponsor.objects.create(name=name, **{**defaults, **fields})


def make_benefit(sponsor: Sponsor, program: Program, **fields: Any) -> Benefit:
    defaults = {
        "starts_on": dt.date(2026, 1, 1),
        "cost_line": "You pay $0.",
        "who_can_join": "people who work there",
        "verification": "none",
        "checked_on": dt.date(2026, 11, 3),
    }
    return Benefit.objects.create(
        sponsor=sponsor, program=program, **{**defaults, **fields}
    )


def make_option(
    benefit: Benefit, name: str = "Heron Gold", **fields: Any
) -> PlanOption:
    return PlanOption.objects.create(benefit=benefit, name=name, **fields)


def make_enrollment(member: Member, phase: Phase, **fields: Any) -> Enrollment:
    return Enrollment.objects.create(
        member=member,
        program=phase.program,
        phase=phase,
        **{"started_on": TODAY - dt.timedelta(days=7), **fields},
    )


def make_session(member: Member, **fields: Any) -> ExerciseSession:
    defaults = {"performed_on": TODAY, "started_at": timezone.now()}
    return ExerciseSession.objects.create(member=member, **{**defaults, **fields})


def make_done(member: Member, **fields: Any) -> ExerciseSession:
    """A finished session with 1 set of 1 exercise done."""
    session = make_session(member, **{"finished_at": timezone.now(), **fields})
    make_log(session, sets_done=1, state="done")
    return session


def make_log(session: ExerciseSession, **fields: Any) -> ExerciseLog:
    exercise = fields.pop("exercise", None) or make_exercise()
    defaults = {"position": next(numbers), "title": exercise.title}
    return ExerciseLog.objects.create(
        session=session, exercise=exercise, **{**defaults, **fields}
    )


def make_report(member: Member, **fields: Any) -> SymptomReport:
    defaults = {
        "reported_on": TODAY,
        "reported_at": timezone.now(),
        "back": 3,
        "leg": 4,
        "left": 5,
        "right": 0,
    }
    return SymptomReport.objects.create(member=member, **{**defaults, **fields})


def make_screen(member: Member, **fields: Any) -> SafetyScreen:
    defaults = {
        "asked_at": timezone.now(),
        "asked_on": TODAY,
        "answers": [],
        "outcome": "clear",
    }
    return SafetyScreen.objects.create(member=member, **{**defaults, **fields})


def make_alert(member: Member, **fields: Any) -> SafetyAlert:
    screen = make_screen(member, outcome="same-day")
    defaults = {"screen": screen, "severity": "same-day"}
    return SafetyAlert.objects.create(member=member, **{**defaults, **fields})


def make_goal(member: Member, **fields: Any) -> ActivityGoal:
    defaults = {"order": 1, "text": "Play cards", "score": 4, "set_on": TODAY}
    return ActivityGoal.objects.create(member=member, **{**defaults, **fields})


def make_trial(member: Member, **fields: Any) -> DirectionTrial:
    defaults = {"movement": "backward", "tried_at": timezone.now()}
    return DirectionTrial.objects.create(member=member, **{**defaults, **fields})


def make_share(
    member: Member, token: str = "", passcode: str = "12345678", **fields: Any
) -> ShareLink:
    defaults = {
        "recipient": "Dr Reyes",
        "period": "6-weeks",
        "sections": ["change"],
        "token_digest": digest_of(token or new_token()),
        "passcode": make_password(passcode),
        "expires_at": timezone.now() + dt.timedelta(days=7),
    }
    return ShareLink.objects.create(member=member, **{**defaults, **fields})


def make_flare(member: Member, **fields: Any) -> Flare:
    defaults = {
        "declared_on": TODAY,
        "declared_at": timezone.now(),
        "gentle_until": TODAY + dt.timedelta(days=1),
    }
    return Flare.objects.create(member=member, **{**defaults, **fields})


def make_goal_score(goal: ActivityGoal, **fields: Any) -> GoalScore:
    defaults = {"scored_on": TODAY, "score": 4}
    return GoalScore.objects.create(goal=goal, **{**defaults, **fields})


def make_look_back(member: Member, **fields: Any) -> LookBack:
    defaults = {
        "week": TODAY - dt.timedelta(days=TODAY.weekday()),
        "noted_on": TODAY,
        "walk_minutes": 15,
        "sit_minutes": 20,
    }
    return LookBack.objects.create(member=member, **{**defaults, **fields})


def make_stop(log: ExerciseLog, **fields: Any) -> StopEvent:
    """Sharp pain, with nothing further down."""
    defaults = {
        "event": "stop_sharp",
        "happened_at": timezone.now(),
        "pain_before": 4,
        "left_before": 3,
        "right_before": 0,
        "pain": 5,
        "left": 3,
        "right": 0,
    }
    return StopEvent.objects.create(log=log, **{**defaults, **fields})


def make_change(enrollment: Enrollment, **fields: Any) -> DoseChange:
    """From 2 sets of 8 to 2 sets of 10."""
    exercise = fields.pop("exercise", None) or make_exercise()
    defaults = {
        "phase": enrollment.phase,
        "title": exercise.title,
        "amounts": {"sets": 2, "reps": 8, "hold_seconds": 3},
        "field": "reps",
        "from_value": 8,
        "to_value": 10,
        "rule": "easy-3-times",
        "made_on": TODAY,
        "made_at": timezone.now(),
    }
    return DoseChange.objects.create(
        enrollment=enrollment, exercise=exercise, **{**defaults, **fields}
    )


def make_move(enrollment: Enrollment, to: Phase, **fields: Any) -> PhaseMove:
    defaults = {
        "from_phase": enrollment.phase,
        "to_phase": to,
        "from_title": enrollment.phase.title,
        "to_title": to.title,
        "from_since": enrollment.started_on,
        "agreed_on": TODAY,
        "agreed_at": timezone.now(),
    }
    return PhaseMove.objects.create(enrollment=enrollment, **{**defaults, **fields})


def make_tick(member: Member, **fields: Any) -> Tick:
    exercise = fields.pop("exercise", None) or make_exercise()
    defaults = {
        "title": exercise.title,
        "ticked_on": TODAY,
        "ticked_at": timezone.now(),
    }
    return Tick.objects.create(
        member=member, exercise=exercise, **{**defaults, **fields}
    )
