"""Guesses at one person, sent by HTTP to a server of 4 processes, 40 times in all.

It begins with a copy of a migrated database, so that it costs seconds.
"""

import http.client
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from tests.drills.server import HOST, Server

PROCESSES, TRIES = 4, 10
ADDRESS = "/coverage/harbor/check/"
NAME = {"do": "name", "last_name": "Roe"}
BIRTH = {"do": "birth", "month": "1", "day": "2", "year": "1980"}
SETTINGS = {"DJANGO_SETTINGS_MODULE": "tests.settings"}


class Visitor:
    """A browser's part: it brings its cookies and its token."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection(HOST, port, timeout=30)
        self.cookies: dict[str, str] = {}

    def send(self, method: str, fields: dict[str, str] | None = None) -> str:
        token = {"csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}
        body = urlencode({**(fields or {}), **token}) if fields else None
        headers = {
            "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        self.connection.request(method, ADDRESS, body, headers)
        response = self.connection.getresponse()
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                self.keep(value)
        page = response.read().decode()
        assert response.status in {200, 302}, page
        return page

    def keep(self, cookie: str) -> None:
        self.cookies |= {k: m.value for k, m in SimpleCookie(cookie).items()}


def guess(port: int, number: int) -> str:
    """The heading of the answer to one guess, in a browser of its own."""
    visitor = Visitor(port)
    visitor.send("GET")
    for fields in (NAME, BIRTH, {"do": "card", "member_id": f"XX-{number}"}):
        visitor.send("POST", fields)
    found = re.search(r"<h1>(.*?)</h1>", visitor.send("GET"), re.DOTALL)
    assert found
    return found[1].strip()


def seed() -> None:
    """A sponsor whose benefit asks for a number, in the database of DATABASE_URL."""
    import django

    django.setup()
    from tests.factories import make_benefit, make_program, make_sponsor

    make_benefit(
        make_sponsor("Harbor", slug="harbor"),
        make_program(),
        verification="file",
        asks_last_name=True,
        asks_birth_date=True,
        asks_member_id=True,
    )


def answers(database: str) -> Counter[str]:
    """How often 4 processes said what, with all 40 guesses on their way at once."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**SETTINGS, "DATABASE_URL": database, "VAR_DIR": folder}
        seeding = [sys.executable, "-m", "tests.drills.guessing"]
        subprocess.run(seeding, env={**os.environ, **environment}, check=True)  # noqa: S603  # our own words
        log = Path(folder) / "log"
        server = Server(log, workers=PROCESSES, environment=environment)
        try:
            server.start()
            with ThreadPoolExecutor(2 * PROCESSES) as pool:
                numbers = range(PROCESSES * TRIES)
                return Counter(pool.map(lambda n: guess(server.port, n), numbers))
        finally:
            server.kill()


if __name__ == "__main__":
    seed()
