"""kill -9 in the midst of writes: what was acknowledged is there, once and right.

Run it with `make drill`. It prints a line for each figure, names each fault, and fails
when a row is lost, doubled or wrong. It shows what a killed process does; what a cut
of the power does, it cannot show.
"""

import argparse
import io
import os
import random
import secrets
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command

from tests.drills.server import Server, wait_until
from tests.drills.writer import Answer, CheckIn, Ledger, Writer

WRITERS = 4
MOST_SECONDS = 200
NOT_OURS = (
    *("ALLOWED_HOSTS", "DATABASE_URL", "DATABASE_URL_FILE", "DEBUG", "DEMO"),
    *("EMAIL_URL", "EMAIL_URL_FILE", "HTTPS", "SECRET_KEY_FILE", "SITE_URL"),
)


@dataclass
class Findings:
    """What the database holds in the end, against what was acknowledged."""

    rows: int
    already_written: int
    faults: dict[str, list[str]] = field(default_factory=dict)
    integrity: str = "ok"


def prepare(folder: Path) -> str:
    """An empty site in a folder, with one member. The key of their session."""
    for name in NOT_OURS:
        os.environ.pop(name, None)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "VAR_DIR": str(folder),
    }
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("load_content", stdout=io.StringIO())
    call_command("collectstatic", verbosity=0, interactive=False)
    return sign_in()


def sign_in() -> str:
    from django.db import connections
    from django.test import Client

    from tests.factories import make_member

    client = Client()
    client.force_login(make_member("drill@example.org"))
    # A connection left open here would spare the killed server its recovery.
    connections.close_all()
    return str(client.cookies["sessionid"].value)


@contextmanager
def writing(server: Server, session: str, end: float) -> Iterator[Ledger]:
    """The server with its writers; at the end, what was begun is acknowledged."""
    ledger = Ledger()
    writers = [Writer(server.port, session, ledger) for _ in range(WRITERS)]
    try:
        server.start()
        for writer in writers:
            writer.start()
        yield ledger
        ledger.is_over.set()
        missing = "the last check-ins were not acknowledged"
        wait_until(lambda: not any(w.is_alive() for w in writers), end, missing)
    finally:
        ledger.is_over.set()
        ledger.is_given_up.set()
        server.kill()


def kill_in_a_write(server: Server, ledger: Ledger, between: int, end: float) -> bool:
    """True when at least one write was cut short by it."""
    wanted, cut = len(ledger.acknowledged) + between, ledger.answers[Answer.CUT]
    missing = f"fewer than {between} check-ins were acknowledged after a start"
    is_over = ledger.is_over.is_set
    wait_until(lambda: len(ledger.acknowledged) >= wanted or is_over(), end, missing)
    time.sleep(random.uniform(0, 0.1))  # noqa: S311  # a moment, not a secret
    wait_until(lambda: ledger.open > 0 or is_over(), end, "nothing was sent")
    server.kill()
    server.start()
    return ledger.answers[Answer.CUT] > cut


def run(server: Server, ledger: Ledger, options: argparse.Namespace) -> None:
    while ledger.kills < options.kills and not ledger.is_over.is_set():
        ledger.kills += kill_in_a_write(server, ledger, options.between, options.end)


def examine(ledger: Ledger) -> Findings:
    from django.db import connection

    from tracking.models import SymptomReport

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        integrity = "; ".join(line for (line,) in cursor.fetchall())
    rows = list(SymptomReport.objects.order_by("reported_at").values())
    connection.close()
    early = sum(was_early(row, ledger) for row in rows)
    return Findings(len(rows), early, compare(rows, ledger), integrity)


def was_early(row: Mapping[str, Any], ledger: Ledger) -> bool:
    """Written before its connection broke: only the answer was lost."""
    cut_at = ledger.cut_at.get(row["id"])
    return cut_at is not None and row["reported_at"] < cut_at


def compare(rows: Sequence[Mapping[str, Any]], ledger: Ledger) -> dict[str, list[str]]:
    """The faults by name; each list is empty when all is well."""
    sent = ledger.acknowledged
    notes = Counter(row["note"] for row in rows)
    written = {row["id"] for row in rows}
    wrong = [row for row in rows if row["id"] in sent and differs(row, sent[row["id"]])]
    return {
        "lost": names(sent.keys() - written),
        "twice": [note[:36] for note, times in notes.items() if times > 1],
        "wrong": names(row["id"] for row in wrong),
        "unacknowledged but written after retries": names(written - sent.keys()),
        "refused": ledger.refusals,
    }


def differs(row: Mapping[str, Any], sent: CheckIn) -> bool:
    return any(row[name] != value for name, value in sent.columns().items())


def names(entries: Iterable[Any]) -> list[str]:
    return sorted(map(str, entries))


def report(ledger: Ledger, found: Findings) -> bool:
    """Prints each figure. True when all is well."""
    figures: dict[str, object] = {
        "kills": ledger.kills,
        "writes cut short": ledger.answers[Answer.CUT],
        "of these already written": found.already_written,
        "server errors, sent again": ledger.answers[Answer.FAILED],
        "acknowledged": len(ledger.acknowledged),
        "rows": found.rows,
        **{name: len(which) for name, which in found.faults.items()},
        "integrity": found.integrity,
    }
    sys.stdout.writelines(f"{name} {figure}\n" for name, figure in figures.items())
    for name, which in found.faults.items():
        sys.stdout.writelines(f"{name}: {entry}\n" for entry in which)
    return found.integrity == "ok" and not any(found.faults.values())


def drill(options: argparse.Namespace) -> bool:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        session = prepare(folder)
        server = Server(folder / "server.log")
        try:
            with writing(server, session, options.end) as ledger:
                run(server, ledger, options)
        except TimeoutError as late:
            said = server.log.read_text(errors="replace")[-2000:]
            sys.stdout.write(f"out of time: {late}\n{said}")
            return False
        return report(ledger, examine(ledger))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--between", type=int, default=10)
    options = parser.parse_args()
    options.end = time.monotonic() + MOST_SECONDS
    # As with Ctrl+C: the server is in a group of its own and would live on.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    return 0 if drill(options) else 1


if __name__ == "__main__":
    sys.exit(main())
