"""A lock that comes in while another request of the same member is on its way."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import QueryDict
from django.test import Client
from pytest_django import DjangoDbBlocker
from pytest_django.asserts import assertRedirects

from portal.accounts.models import Member
from tests.browser.snapshot import live
from tests.conftest import signed_in
from tests.factories import (
    TODAY,
    make_enrollment,
    make_member,
    make_phase,
    make_prescription,
    make_program,
    make_screen,
)
from tests.tracking.conftest import (
    DAY,
    ENTRY,
    NOON,
    report_answers,
    safety_answers,
    set_done,
)
from tracking import now, once, playing
from tracking.due import Felt
from tracking.forms import StartForm
from tracking.gate import GateShut, gate_for, gate_from
from tracking.models import ExerciseLog, ExerciseSession, SafetyScreen, SymptomReport
from tracking.raising import record
from tracking.safety import Gate

START = "/sessions/start/"
COPY = "parallel"
SOON, LONG = 0.3, 15  # seconds
ROUNDS = 4

type Apart = Callable[..., Future[Any]]


def lock(member: Member) -> SafetyScreen:
    screen = SafetyScreen(
        member=member, asked_at=NOON, asked_on=TODAY, answers=[], outcome="emergency"
    )
    return record(screen)


def valid_start(member: Member) -> StartForm:
    data = QueryDict(mutable=True)
    for name, value in report_answers().items():
        data.setlist(name, value if isinstance(value, list) else [value])
    form = StartForm(data, member=member)
    assert form.is_valid(), form.errors
    return form


def nothing_began() -> bool:
    return not ExerciseSession.objects.exists() and not SymptomReport.objects.exists()


# In the critical order, one piece after the other.


def test_a_lock_between_the_form_and_its_saving_stops_the_start(
    enrolled_ada: Member,
) -> None:
    form = valid_start(enrolled_ada)
    assert gate_for(enrolled_ada) is Gate.OPEN
    lock(enrolled_ada)
    with pytest.raises(GateShut):
        once.save_once(form)
    assert nothing_began()


@pytest.mark.usefixtures("questions")
def test_a_lock_sent_while_the_start_is_on_its_way_shows_what_to_do(
    ada_client: Client, enrolled_ada: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The door was open when the start came through it."""

    def save_late(form: StartForm) -> object:
        answers = safety_answers(ces_saddle="yes")
        signed_in(enrolled_ada).post("/safety/", answers)
        assert gate_for(enrolled_ada) is Gate.LOCKED
        return once.save_once(form)

    monkeypatch.setattr("tracking.views.player.save_once", save_late)
    assertRedirects(ada_client.post(START, report_answers()), "/safety/")
    assert not ExerciseSession.objects.exists()
    assert SymptomReport.objects.get().moment == SymptomReport.Moment.CHECK_IN


def test_a_lock_after_the_start_leaves_the_session_and_shuts_the_player(
    ada_client: Client, enrolled_ada: Member
) -> None:
    once.save_once(valid_start(enrolled_ada))
    lock(enrolled_ada)
    session = ExerciseSession.objects.get()
    address = f"/sessions/{session.pk}/play/1/"
    assertRedirects(ada_client.post(address, set_done(1)), "/safety/")
    assertRedirects(ada_client.post(address, {"skip": "1"}), "/safety/")
    states = set(session.logs.values_list("state", "sets_done"))
    assert states == {(ExerciseLog.State.TO_DO, 0)}
    again = ada_client.post(START, report_answers(), follow=True)
    assert again.redirect_chain[-1] == ("/safety/", 302)
    assert ExerciseSession.objects.get() == session


def test_a_set_on_its_way_is_noted_and_leads_to_what_to_do(
    ada_client: Client, session: ExerciseSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was done before the lock; what comes after it is shut."""

    def find_late(logs: list[ExerciseLog], position: int) -> ExerciseLog:
        lock(session.member)
        return playing.log_at(logs, position)

    monkeypatch.setattr("tracking.views.player.log_at", find_late)
    address = f"/sessions/{session.pk}/play/1/"
    response = ada_client.post(address, set_done(1), follow=True)
    assert response.redirect_chain == [(address, 302), ("/safety/", 302)]
    assert session.logs.get(position=1).sets_done == 1


# For real: threads with connections of their own, to a copy of the database.


@pytest.fixture
def copied_database(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Iterator[None]:
    """Where other threads connect to: what they write stays out of other tests."""
    with django_db_blocker.unblock():
        name = copied_to(tmp_path / "copy.sqlite3")
        with monkeypatch.context() as patch:
            patch.setitem(connection.settings_dict, "NAME", name)
            yield
        if connection.vendor != "sqlite":
            connection.creation.destroy_test_db(suffix=COPY, verbosity=0)


def copied_to(path: Path) -> str:
    if connection.vendor == "sqlite":
        copy = sqlite3.connect(path)
        live().backup(copy)
        copy.close()
        return str(path)
    make = connection.creation
    make.clone_test_db(suffix=COPY, verbosity=0, autoclobber=True)
    return str(make.get_test_db_clone_settings(COPY)["NAME"])


@pytest.fixture
def apart(copied_database: None) -> Iterator[Apart]:
    """Runs a function in a thread, with a connection of its own."""

    def run(job: Callable[..., Any], *args: Any) -> Any:
        try:
            return job(*args)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        yield lambda job, *args: pool.submit(run, job, *args)


def enroll() -> Member:
    ada = make_member("ada@example.org")
    phase = make_phase(make_program())
    make_prescription(phase)
    make_enrollment(ada, phase)
    make_screen(ada, asked_at=NOON - DAY, asked_on=TODAY - DAY)
    return ada


def begin_anew(member: Member) -> Client:
    SafetyScreen.objects.filter(outcome="emergency").delete()
    ExerciseSession.objects.all().delete()
    return signed_in(member)


@pytest.fixture
def far_ada(apart: Apart) -> Member:
    """A member of the copied database."""
    ada: Member = apart(enroll).result(LONG)
    return ada


@pytest.fixture
def far_client(apart: Apart, far_ada: Member) -> Client:
    client: Client = apart(signed_in, far_ada).result(LONG)
    return client


def start(client: Client) -> str:
    """Where it leads to."""
    return client.post(START, report_answers())["Location"]


def state() -> tuple[int, int]:
    """How many sessions there are, and how many locks."""
    locks = SafetyScreen.objects.filter(outcome="emergency")
    return ExerciseSession.objects.count(), locks.count()


def test_a_start_waits_for_a_lock_that_is_being_saved(
    apart: Apart, far_ada: Member, far_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_locked, is_inside, is_over = (threading.Event() for _n in range(3))

    def save(form: StartForm) -> object:
        is_inside.set()
        try:
            return once.save_once(form)
        finally:
            is_over.set()

    def lock_slowly() -> bool:
        with transaction.atomic():
            lock(far_ada)
            is_locked.set()
            return is_inside.wait(LONG) and not is_over.wait(SOON)

    monkeypatch.setattr("tracking.views.player.save_once", save)
    locking = apart(lock_slowly)
    assert is_locked.wait(LONG)
    starting_up = apart(start, far_client)
    assert locking.result(LONG), "the start did not wait"
    assert starting_up.result(LONG) == "/safety/"
    assert apart(state).result(LONG) == (0, 1)


def test_a_lock_waits_for_a_start_that_is_being_saved(
    apart: Apart, far_ada: Member, far_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_past, is_locked = threading.Event(), threading.Event()
    waited: list[bool] = []

    def pass_slowly(latest: SafetyScreen | None, felt: Sequence[Felt]) -> Gate:
        gate = gate_from(latest, felt)
        is_past.set()
        waited.append(not is_locked.wait(SOON))
        return gate

    def lock_meanwhile() -> None:
        lock(far_ada)
        is_locked.set()

    monkeypatch.setattr(now, "gate_from", pass_slowly)
    starting_up = apart(start, far_client)
    assert is_past.wait(LONG)
    apart(lock_meanwhile).result(LONG)
    play = f"/sessions/{ENTRY}/play/1/"
    assert starting_up.result(LONG) == play
    assert waited == [True]
    assert apart(state).result(LONG) == (1, 1)
    assert apart(far_client.get, play).result(LONG)["Location"] == "/safety/"


def test_whoever_is_first_a_locked_member_never_gets_on(
    apart: Apart, far_ada: Member
) -> None:
    for _round in range(ROUNDS):
        client = apart(begin_anew, far_ada).result(LONG)
        both = apart(start, client), apart(lock, far_ada)
        led_to = both[0].result(LONG)
        both[1].result(LONG)
        sessions, locks = apart(state).result(LONG)
        assert (sessions, locks) == (0 if led_to == "/safety/" else 1, 1)
        play = f"/sessions/{ENTRY}/play/1/"
        assert apart(client.get, play).result(LONG)["Location"] == "/safety/"


def test_one_form_sent_twice_at_once_makes_one_session(
    apart: Apart, far_client: Client, far_ada: Member
) -> None:
    other = apart(signed_in, far_ada).result(LONG)
    both = [apart(start, client) for client in (far_client, other)]
    play = f"/sessions/{ENTRY}/play/1/"
    assert [future.result(LONG) for future in both] == [play, play]
    assert apart(state).result(LONG) == (1, 0)
