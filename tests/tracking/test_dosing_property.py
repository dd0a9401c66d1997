"""Whatever a member answers, session after session: what is worse is never asked for more.

It goes the way of the pages: each session starts, is answered and ends by its own form.
A gentle set is never above the last usual dose; after it, that dose is where it was.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.accounts.models import Member
from tests.factories import (
    make_enrollment,
    make_exercise,
    make_phase,
    make_prescription,
    make_program,
    make_screen,
)
from tests.tracking.conftest import DAY, NOON, as_planned, report_answers
from tracking.flaring import flare_on
from tracking.forms import FinishForm, FlareForm, StartForm, StepForm
from tracking.models import DoseChange, Enrollment, ExerciseLog, ExerciseSession, Flare
from tracking.once import save_once

BACK, AMOUNTS = 1, ("sets", "reps", "hold_seconds")
type Doses = dict[str, dict[str, int]]


@dataclass(frozen=True)
class Round:
    """One session: what is said before it, of its exercise, and after it."""

    before: int
    leg: int
    rating: str
    felt: str
    reach: str
    after: int
    flare: str = ""
    days: int = 1


EASY = Round(3, 3, "easy", "same", "same", 3)
WORSE: list[dict[str, Any]] = [
    {"flare": "1"},
    {"flare": "3"},
    {"flare": "end"},
    {"before": 5},
    {"after": 5},
    {"before": 5, "after": 3},
    {"reach": "down"},
    {"rating": "painful"},
    {"felt": "more"},
    {"leg": 7},
]
# Easy 2 or 3 times, so that a dose is about to go up; and then something else.
blocks = st.tuples(
    st.sampled_from([2, 3]),
    st.lists(st.sampled_from(WORSE), min_size=1, max_size=2),
    st.sampled_from([1, 1, 2]),
)


def rounds_of(found: list[tuple[int, list[dict[str, Any]], int]]) -> list[Round]:
    rounds = list[Round]()
    for easy, changes, days in found:
        told = {name: value for change in changes for name, value in change.items()}
        rounds += [EASY] * easy + [replace(EASY, days=days, **told)]
    return rounds


rounds = st.lists(blocks, min_size=2, max_size=3).map(rounds_of)


@pytest.fixture
def following(ada: Member) -> Enrollment:
    phase = make_phase(make_program(), title="Restore")
    bird_dog = {"sets": 2, "reps": 6, "hold_seconds": 5}
    more = {"sets_to": 3, "reps_to": 8, "hold_seconds_to": 10}
    make_prescription(phase, make_exercise(title="Bird dog"), **bird_dog, **more)
    return make_enrollment(ada, phase, started_on=NOON.date() - DAY * 3)


@contextmanager
def undone() -> Iterator[None]:
    """Each example begins with the rows of the fixtures."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def answers(row: int, leg: int) -> dict[str, object]:
    """Felt from the back down to this row of the left leg."""
    places = ["back", *(f"l{n}" for n in range(1, row))]
    entry = str(uuid.uuid4())
    return report_answers(entry=entry, place=places, leg=str(leg), back="2")


def say(member: Member, flare: str) -> None:
    if flare == "end":
        for row in Flare.objects.for_member(member).filter(ended_on=None):
            row.end(timezone.localdate())
    elif flare:
        form = FlareForm({"entry": str(uuid.uuid4()), "days": flare}, member=member)
        assert form.is_valid()
        save_once(form)


def start(member: Member, said: Round) -> ExerciseSession:
    form = StartForm(answers(said.before, said.leg), member=member)
    assert form.is_valid(), form.errors
    session = save_once(form).session
    assert session is not None
    return session


def end(member: Member, session: ExerciseSession, said: Round) -> None:
    told = {"rating": said.rating, "leg_response": said.felt}
    for log in ExerciseLog.objects.for_play(session.pk):
        step = StepForm(as_planned(**told, reach_response=said.reach), log=log)
        assert step.is_valid(), step.errors
        step.save()
    form = FinishForm(answers(said.after, said.leg), member=member, session=session)
    assert form.is_valid(), form.errors
    save_once(form)


def asked_in(session: ExerciseSession) -> Doses:
    rows = ExerciseLog.objects.of_session(session.pk).values("title", *AMOUNTS)
    return {row.pop("title"): row for row in rows}


def none_is_higher(now: Doses, last: Doses) -> bool:
    return all(
        now[title][name] <= last[title][name]
        for title in now.keys() & last.keys()
        for name in AMOUNTS
    )


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rounds=rounds)
def test_no_answers_raise_a_dose_while_it_moves_down_or_a_flare_lasts(
    ada: Member, following: Enrollment, rounds: list[Round]
) -> None:
    with undone():
        now, reached = NOON, 0
        last: Doses = {}
        for said in rounds:
            now += DAY * said.days
            with time_machine.travel(now, tick=False):
                make_screen(ada, asked_at=now, asked_on=now.date())
                say(ada, said.flare)
                was_flare = flare_on(ada, now.date()) is not None
                session = start(ada, said)
                asked = asked_in(session)
                is_down = bool(last) and said.before > max(reached, BACK)
                if was_flare or is_down:
                    assert none_is_higher(asked, last)
                end(ada, session, said)
                went_down = said.after > max(said.before, BACK)
                worse = went_down or "down" in said.reach or said.rating == "painful"
                if worse or flare_on(ada, now.date()):
                    made = DoseChange.objects.filter(session=session)
                    assert not [change for change in made if change.is_up]
                if session.kind != ExerciseSession.Kind.GENTLE:
                    last |= asked
                reached = said.before


def test_the_same_way_raises_a_dose_when_all_is_easy(
    ada: Member, following: Enrollment
) -> None:
    """So that the sequences above do meet doses that go up."""
    asked = []
    for n in range(1, 9):
        now = NOON + DAY * n
        with time_machine.travel(now, tick=False):
            make_screen(ada, asked_at=now, asked_on=now.date())
            session = start(ada, EASY)
            asked.append(asked_in(session)["Bird dog"])
            end(ada, session, EASY)
    assert [tuple(dose.values()) for dose in asked[::3]] == [
        (2, 6, 5),
        (2, 8, 5),
        (2, 8, 10),
    ]
