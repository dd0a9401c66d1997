"""Sends check-ins, and sends each again with its UUID until it is acknowledged."""

import datetime as dt
import http.client
import random
import secrets
import threading
import time
import urllib.parse
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tests.drills.server import HOST

CSRF = secrets.token_hex(16)
# Longer than a request may wait for its turn to write (20 s, in the settings).
TIMEOUT_SECONDS = 25
PAUSE_SECONDS = 0.05
SAVED = (http.client.FOUND, "/sessions/")
FEELINGS = ("tingling", "numbness", "weakness")


class Answer(StrEnum):
    SAVED = "acknowledged"
    AWAY = "refused connections"
    CUT = "writes cut short"
    FAILED = "server errors"
    REFUSED = "refused forms"


@dataclass(frozen=True)
class CheckIn:
    """What one form says. The note names the entry: a copy elsewhere shows."""

    entry: uuid.UUID
    back: int
    leg: int
    steps: int
    feelings: tuple[str, ...]
    note: str

    def form(self) -> dict[str, Any]:
        return {
            "csrfmiddlewaretoken": CSRF,
            "entry": str(self.entry),
            "place": self.places,
            "back": self.back,
            "leg": self.leg,
            "feeling": self.feelings or ["none"],
            "note": self.note,
        }

    @property
    def places(self) -> list[str]:
        """The lower back, and so many steps down the left leg."""
        return ["back", *(f"l{row}" for row in range(1, self.steps + 1))]

    def columns(self) -> dict[str, Any]:
        """What the row has to hold."""
        return {
            "places": self.places,
            "left": 1 + self.steps,
            "right": 1,
            "back": self.back,
            "leg": self.leg,
            **{name: name in self.feelings for name in FEELINGS},
            "note": self.note,
            "version": 1,
            "deleted_at": None,
        }


def any_check_in() -> CheckIn:
    entry, chance = uuid.uuid4(), random.SystemRandom()
    return CheckIn(
        entry=entry,
        back=chance.randint(0, 10),
        leg=chance.randint(0, 10),
        steps=chance.randint(0, 5),
        feelings=tuple(name for name in FEELINGS if chance.random() < 0.3),
        note=f"{entry} {'é水' * chance.randint(1, 900)}",
    )


@dataclass
class Ledger:
    """What was sent, and what the server said to it."""

    acknowledged: dict[uuid.UUID, CheckIn] = field(default_factory=dict)
    cut_at: dict[uuid.UUID, dt.datetime] = field(default_factory=dict)
    answers: Counter[Answer] = field(default_factory=Counter)
    refusals: list[str] = field(default_factory=list)
    open: int = 0
    kills: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)
    is_over: threading.Event = field(default_factory=threading.Event)
    is_given_up: threading.Event = field(default_factory=threading.Event)

    def record(self, sent: CheckIn, answer: Answer) -> None:
        with self.lock:
            self.answers[answer] += 1
            if answer is Answer.SAVED:
                self.acknowledged[sent.entry] = sent
            if answer is Answer.CUT:
                self.cut_at[sent.entry] = dt.datetime.now(dt.UTC)

    def refuse(self, said: str) -> None:
        """Ends it all: the same form would be refused again."""
        self.is_over.set()
        with self.lock:
            self.refusals.append(said)

    @contextmanager
    def under_way(self) -> Iterator[None]:
        with self.lock:
            self.open += 1
        try:
            yield
        finally:
            with self.lock:
                self.open -= 1


class Writer(threading.Thread):
    """One device of the member. What it has begun, it brings to its end."""

    def __init__(self, port: int, session: str, ledger: Ledger) -> None:
        super().__init__(daemon=True)
        self.port, self.ledger = port, ledger
        self.headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"csrftoken={CSRF}; sessionid={session}",
        }

    def run(self) -> None:
        while not self.ledger.is_over.is_set():
            self.bring_home(any_check_in())

    def bring_home(self, check_in: CheckIn) -> None:
        while not self.ledger.is_given_up.is_set():
            answer = self.send(check_in)
            self.ledger.record(check_in, answer)
            if answer in {Answer.SAVED, Answer.REFUSED}:
                return
            time.sleep(PAUSE_SECONDS)

    def send(self, check_in: CheckIn) -> Answer:
        connection = http.client.HTTPConnection(HOST, self.port, TIMEOUT_SECONDS)
        try:
            connection.connect()
        except OSError:
            return Answer.AWAY
        try:
            with self.ledger.under_way():
                return self.post(connection, check_in)
        except TimeoutError:
            return Answer.FAILED
        except (OSError, http.client.HTTPException):
            return Answer.CUT
        finally:
            connection.close()

    def post(self, connection: http.client.HTTPConnection, check_in: CheckIn) -> Answer:
        body = urllib.parse.urlencode(check_in.form(), doseq=True)
        connection.request("POST", "/check-in/", body, self.headers)
        response = connection.getresponse()
        answer = response.status, response.getheader("Location")
        if answer == SAVED:
            return Answer.SAVED
        if response.status >= http.client.INTERNAL_SERVER_ERROR:
            return Answer.FAILED
        self.ledger.refuse(f"{check_in.entry}: {answer}")
        return Answer.REFUSED
