"""kill -9 in the midst of writes: what was acknowledged is there, once.

Run it with `make drill`. It prints what it found, and fails when a row is missing,
doubled or wrong.
"""

import argparse
import collections
import os
import random
import sys
import tempfile
import threading
import time
from pathlib import Path

import django
from django.core.management import call_command

from tests.drills.server import Server, free_port
from tests.drills.writer import Ledger, write

WRITERS = 4


def prepare(folder: str) -> str:
    """An empty site in a folder, with one member. The key of their session."""
    for name in ("DATABASE_URL", "DEBUG", "DEMO", "HTTPS", "SECRET_KEY_FILE"):
        os.environ.pop(name, None)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "SECRET_KEY": "drill-" + "x" * 50,
        "VAR_DIR": folder,
    }
    django.setup()
    from django.test import Client

    from tests.factories import make_member

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    client = Client()
    client.force_login(make_member("drill@example.org"))
    return str(client.cookies["sessionid"].value)


def run(kills: int, between: int, session: str) -> Ledger:
    server, ledger, over = Server(free_port()), Ledger(), threading.Event()
    server.start()
    writers = [
        threading.Thread(target=write, args=(server.port, session, ledger, over.is_set))
        for _ in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    for _ in range(kills):
        wanted = len(ledger.acknowledged) + between
        while len(ledger.acknowledged) < wanted:
            time.sleep(0.005)
        time.sleep(random.uniform(0, 0.05))  # noqa: S311  # a moment, not a secret
        server.kill()
        server.start()
    over.set()
    for writer in writers:
        writer.join()
    server.kill()
    return ledger


def faults(ledger: Ledger) -> dict[str, int]:
    """Counts that have to be 0, read from the database."""
    from django.db import connection

    from tracking.models import SymptomReport

    rows = list(SymptomReport.objects.values_list("pk", "leg"))
    counted = collections.Counter(pk for pk, _leg in rows)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        is_whole = cursor.fetchone() == ("ok",)
    return {
        "lost": len(set(ledger.acknowledged) - set(counted)),
        "twice": sum(number > 1 for number in counted.values()),
        "wrong": sum(ledger.acknowledged.get(pk, leg) != leg for pk, leg in rows),
        "not acknowledged": len(set(counted) - set(ledger.acknowledged)),
        "damaged": int(not is_whole),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--between", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        session = prepare(str(Path(folder)))
        ledger = run(options.kills, options.between, session)
        found = faults(ledger)
    figures = {
        "kills": options.kills,
        "acknowledged": len(ledger.acknowledged),
        "sent again": ledger.retried,
        **found,
    }
    sys.stdout.write(", ".join(f"{k} {v}" for k, v in figures.items()) + "\n")
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main())
