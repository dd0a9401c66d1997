"""Sends check-ins, and sends each again with its UUID until it is acknowledged."""

import http.client
import secrets
import threading
import time
import urllib.parse
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

CSRF = secrets.token_hex(16)
TIMEOUT_SECONDS = 10


@dataclass
class Ledger:
    """What the server said yes to, and with which score of the leg."""

    acknowledged: dict[uuid.UUID, int] = field(default_factory=dict)
    retried: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, entry: uuid.UUID, leg: int) -> None:
        with self.lock:
            self.acknowledged[entry] = leg

    def note_retry(self) -> None:
        with self.lock:
            self.retried += 1


def check_in(port: int, session: str, entry: uuid.UUID, leg: int) -> bool:
    """One POST. True when it was acknowledged."""
    body = urllib.parse.urlencode(
        {
            "csrfmiddlewaretoken": CSRF,
            "entry": str(entry),
            "place": "l2",
            "back": 3,
            "leg": leg,
            "feeling": "none",
        }
    )
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"csrftoken={CSRF}; sessionid={session}",
    }
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, TIMEOUT_SECONDS)
        connection.request("POST", "/check-in/", body, headers)
        return connection.getresponse().status == http.client.FOUND
    except (OSError, http.client.HTTPException):
        return False


def write(port: int, session: str, ledger: Ledger, is_over: Callable[[], bool]) -> None:
    """Until it is over; what was begun is brought to its end."""
    while not is_over():
        entry, leg = uuid.uuid4(), secrets.randbelow(11)
        while not check_in(port, session, entry, leg):
            ledger.note_retry()
            time.sleep(0.02)
        ledger.note(entry, leg)
