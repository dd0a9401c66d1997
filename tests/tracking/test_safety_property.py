"""Whatever a locked member does, no exercise comes back before the lock is cleared."""

import datetime as dt
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.accounts.models import Member
from tests.conftest import signed_in
from tests.factories import make_guide, make_report, make_screen
from tests.tracking.conftest import (
    NOON,
    left_out,
    report_answers,
    safety_answers,
    set_done,
    short_answers,
)
from tracking.gate import gate_for
from tracking.models import ExerciseLog, ExerciseSession, SymptomReport
from tracking.safety import FULL, Gate

STAYS_OPEN = ("/check-in/", "/sessions/", "/progress/", "/me/", "/guides/sciatica/")
MINUTE = dt.timedelta(minutes=1)

entries = st.sampled_from([uuid.UUID(int=n) for n in range(1, 4)])
answers = st.sampled_from(["no", "no", "no", "yes", "not-sure", ""])


@st.composite
def safety_forms(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Any answers, but no check by a clinician: that is the one way out."""
    make = draw(st.sampled_from([safety_answers, short_answers]))
    keys = draw(st.lists(st.sampled_from(FULL), max_size=3))
    changes = {key: draw(answers) for key in keys}
    who = draw(st.sampled_from([{}, {"assessed_by": "The ER"}]))
    sent = make(entry=str(draw(entries)), **changes, **who)
    return draw(st.sampled_from(["/safety/", "/safety/?all"])), sent


@st.composite
def report_forms(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    address = draw(
        st.sampled_from(["/sessions/start/", "/check-in/", "{session}finish/"])
    )
    leg = str(draw(st.integers(0, 10)))
    return address, report_answers(entry=str(draw(entries)), leg=leg)


plays = st.tuples(
    st.sampled_from(["{session}play/1/", "{session}play/2/", "{session}edit/"]),
    st.sampled_from([set_done(1), left_out()]),
)
visits = st.tuples(
    st.sampled_from(
        ["/today/", "/sessions/start/", "/safety/", "/safety/?all", "{session}"]
    ),
    st.none(),
)
steps = st.lists(
    st.tuples(
        st.one_of(safety_forms(), report_forms(), plays, visits),
        st.sampled_from([0, 1, 61, 60 * 24]),
    ),
    max_size=8,
)


@contextmanager
def undone() -> Iterator[None]:
    """Each example begins with the rows of the fixtures."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def act(client: Client, address: str, sent: dict[str, Any] | None) -> int:
    if sent is None:
        return client.get(address).status_code
    return client.post(address, sent).status_code


def assert_shut(client: Client, member: Member, session: ExerciseSession) -> None:
    play = f"/sessions/{session.pk}/play/1/"
    assert gate_for(member) is Gate.LOCKED
    assert set(ExerciseSession.objects.all()) == {session}
    for address in ("/sessions/start/", play):
        assert client.get(address).status_code == 302
    assert client.post(play, {}).status_code == 302
    assert client.post("/sessions/start/", {}).status_code == 422
    today = client.get("/today/").content.decode()
    titles = [log.title for log in ExerciseLog.objects.all()]
    assert not [title for title in titles if title in today]
    for address in STAYS_OPEN:
        assert client.get(address).status_code == 200, address


@pytest.mark.usefixtures("questions")
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=steps, outcome=st.sampled_from(["same-day", "emergency"]))
def test_locked_nothing_a_member_sends_brings_an_exercise_back(
    session: ExerciseSession,
    steps: list[tuple[tuple[str, dict[str, Any] | None], int]],
    outcome: str,
) -> None:
    member, now = session.member, NOON
    with undone():
        make_guide(slug="sciatica")
        make_screen(member, pk=uuid.UUID(int=1), asked_at=NOON - MINUTE * 2)
        make_screen(member, outcome=outcome, asked_at=NOON - MINUTE)
        for (address, sent), minutes in steps:
            now += MINUTE * minutes
            with time_machine.travel(now, tick=False):
                client = signed_in(member)
                path = address.format(session=session.get_absolute_url())
                assert act(client, path, sent) in {200, 302, 409, 422}
        with time_machine.travel(now, tick=False):
            assert_shut(signed_in(member), member, session)


@pytest.mark.usefixtures("questions")
@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(form=safety_forms())
def test_another_member_with_the_same_numbers_is_never_opened_or_locked(
    session: ExerciseSession, bea: Member, form: tuple[str, dict[str, Any]]
) -> None:
    """Bea's lock stays hers, whatever ada sends under bea's numbers."""
    address, sent = form
    with undone():
        make_screen(bea, pk=sent["entry"], outcome="emergency")
        make_report(bea)
        act(signed_in(session.member), address, sent)
        assert gate_for(bea) is Gate.LOCKED
        assert SymptomReport.objects.for_member(bea).count() == 1
