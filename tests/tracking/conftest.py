"""A member on a program, at noon of a fixed day, and the answers a form sends."""

import datetime as dt
import re
import uuid
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from exercises.models import SafetyQuestion
from portal.accounts.models import Member
from tests.factories import (
    TODAY,
    make_enrollment,
    make_exercise,
    make_member,
    make_phase,
    make_prescription,
    make_program,
    make_report,
    make_screen,
    make_session,
)
from tests.tracking.alerts import make_alert
from tracking.models import (
    Enrollment,
    ExerciseLog,
    ExerciseSession,
    SafetyAlert,
    SymptomReport,
)
from tracking.safety import CAUDA_EQUINA, FOLLOW_UPS, FULL, PRECAUTION_KEYS, SHORT

NOON = dt.datetime.combine(TODAY, dt.time(17), dt.UTC)
ENTRY = uuid.UUID("5f3b1c52-30c0-4f0e-9d9d-6a2f5b3f0001")
DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def today() -> Iterator[dt.date]:
    """Noon in New York."""
    with time_machine.travel(NOON, tick=False):
        yield TODAY


def topic_of(key: str) -> str:
    if key in CAUDA_EQUINA:
        return "cauda-equina"
    if key in FOLLOW_UPS:
        return "follow-up"
    return "precaution" if key.startswith("precaution_") else "other"


@pytest.fixture
def questions(db: None) -> list[SafetyQuestion]:
    """All of them, "Question 1?" to "Question 27?", each in a version of its own."""
    keys = [*FULL, *FOLLOW_UPS, *(f"precaution_{key}" for key in PRECAUTION_KEYS)]
    return [
        SafetyQuestion.objects.create(
            key=key, topic=topic_of(key), order=n, version=n, text=f"Question {n}?"
        )
        for n, key in enumerate(keys, 1)
    ]


@pytest.fixture
def enrollment(ada: Member) -> Enrollment:
    """2 exercises a day: 2 sets of the bridge, then 1 of the walk."""
    phase = make_phase(make_program(title="12 weeks"), title="Calm")
    bridge = make_exercise(title="Bridge", slug="bridge")
    walk = make_exercise(title="Walk", slug="walk")
    make_prescription(phase, bridge, sets=2, reps=8, hold_seconds=5)
    make_prescription(phase, walk, sets=1, reps=1, hold_seconds=0, minutes=10)
    return make_enrollment(ada, phase)


@pytest.fixture
def enrolled_ada(ada: Member, enrollment: Enrollment) -> Member:
    """Ada follows a program, and her safety answers are clear."""
    make_screen(ada, asked_at=NOON - DAY, asked_on=TODAY - DAY)
    return ada


@pytest.fixture
def session(enrolled_ada: Member, enrollment: Enrollment) -> ExerciseSession:
    """Begun today, with both exercises to do."""
    row = make_session(enrolled_ada, enrollment=enrollment, phase_title="Calm")
    for position, p in enumerate(enrollment.prescriptions_on(TODAY), 1):
        ExerciseLog.objects.create(
            session=row,
            position=position,
            exercise=p.exercise,
            title=p.exercise.title,
            sets=p.sets or 1,
            reps=p.reps,
            hold_seconds=p.hold_seconds,
            minutes=p.minutes,
        )
    make_report(enrolled_ada, session=row, moment="before")
    return row


@pytest.fixture
def locked_ada(enrolled_ada: Member) -> Member:
    """Ada follows a program, and her last safety answers say to get help."""
    make_screen(enrolled_ada, outcome="emergency")
    return enrolled_ada


@pytest.fixture
def alert(ada: Member) -> SafetyAlert:
    """For the same day, of 3 hours ago: nobody has it yet."""
    return make_alert(ada)


@pytest.fixture
def dora(clinician: Member) -> Member:
    """A second clinician."""
    member = make_member("dora@example.org", first_name="Dora")
    member.groups.set(clinician.groups.all())
    return member


def report_answers(**changes: Any) -> dict[str, Any]:
    """What the report's form sends."""
    sent = {
        "entry": str(ENTRY),
        "place": ["back", "l1", "l2"],
        "back": "3",
        "leg": "4",
        "feeling": ["tingling"],
        "note": "After a long drive",
    }
    return {**sent, **changes}


def yes_the_same(client: Client, address: str) -> dict[str, list[str]]:
    """What the button "Yes, the same" of that page sends."""
    page = client.get(address).content.decode()
    form = page.partition('<form class="card again')[2].partition("</form>")[0]
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', form):
        found.setdefault(name, []).append(value)
    return found


def safety_answers(**changes: Any) -> dict[str, Any]:
    """What the full safety form sends: no to each question, and no precaution."""
    sent = {"entry": str(ENTRY), "kind": "full", "precautions": ["none"]}
    return {**sent, **dict.fromkeys(FULL, "no"), **changes}


def short_answers(**changes: Any) -> dict[str, Any]:
    """What the short safety form sends: no to each question."""
    sent = {"entry": str(ENTRY), "kind": "short"}
    return {**sent, **dict.fromkeys(SHORT, "no"), **changes}


def set_done(number: object) -> dict[str, str]:
    """What the button of one set sends."""
    return {"version": "1", "deed": "set", "set_number": str(number)}


def as_planned(**changes: str) -> dict[str, str]:
    """What "Done as planned" sends, with no answer given."""
    return {"version": "1", "deed": "planned", **changes}


def left_out(reason: str = "hurt", **changes: str) -> dict[str, str]:
    """What skipping an exercise sends."""
    sent = {"skip": "1", "version": "1", "reason": reason, "instead": "skip"}
    return {**sent, **changes}


def note_days(
    member: Member, legs: Sequence[int | None], last: dt.date = TODAY
) -> None:
    """One check-in a day, oldest first; None is a day without a note."""
    first = last - DAY * (len(legs) - 1)
    for index, leg in enumerate(legs):
        if leg is not None:
            day = first + DAY * index
            at = dt.datetime.combine(day, dt.time(17), dt.UTC)
            make_report(member, reported_on=day, reported_at=at, leg=leg, back=2)


def sent_once() -> SymptomReport:
    """The only report there is."""
    return SymptomReport.objects.get()


def posted(client: Client, address: str, fields: dict[str, Any]) -> int:
    """The statements that read or write a row."""
    with CaptureQueriesContext(connection) as queries:
        assert client.post(address, fields).status_code == 302
    kinds = ("SELECT", "INSERT", "UPDATE", "DELETE")
    return sum(query["sql"].startswith(kinds) for query in queries)
