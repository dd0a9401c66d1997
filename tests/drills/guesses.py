"""4 processes guess at one person, 40 times in all: how many tries were answered?"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import django

PROCESSES, TRIES = 4, 10
SOON = 3.0


def set_up() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()


def make_tables() -> None:
    """Only those that a try needs."""
    from django.db import connection

    from portal.plans.models import CheckAttempt, Sponsor

    with connection.schema_editor() as editor:
        editor.create_model(Sponsor)
        editor.create_model(CheckAttempt)
    bakery = Sponsor(name="Harbor Lane Bakery", slug="bakery", kind="employer")
    Sponsor.objects.bulk_create([bakery])  # without the index of search


def guess(at: float) -> None:
    """Each try holds another number; the person looked for stays the same."""
    import datetime as dt

    from portal.plans.checking.attempts import begin
    from portal.plans.eligibility.identity import Identity
    from portal.plans.models import CheckAttempt, Sponsor

    sponsor = Sponsor.objects.get()
    time.sleep(max(0, at - time.time()))
    for number in range(TRIES):
        who = Identity("Roe", dt.date(1980, 1, 2), member_id=f"{os.getpid()}-{number}")
        address = f"192.0.2.{os.getpid() % 250}"
        begin(sponsor=sponsor, address=address, who=who)
    assert CheckAttempt.objects.count() >= TRIES


def answered() -> int:
    """How many of 40 tries from 4 processes were not turned away."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "VAR_DIR": folder,
            "DATABASE_URL": f"sqlite:///{Path(folder) / 'db.sqlite3'}",
        }
        run = [sys.executable, "-m", "tests.drills.guesses"]
        subprocess.run([*run, "tables"], env=environment, check=True)  # noqa: S603  # our own words
        at = str(time.time() + SOON)
        children = [
            subprocess.Popen([*run, at], env=environment)  # noqa: S603  # our own words
            for _process in range(PROCESSES)
        ]
        codes = [child.wait() for child in children]
        assert codes == [0] * PROCESSES
        count = subprocess.run(  # noqa: S603  # our own words
            [*run, "count"], env=environment, check=True, capture_output=True, text=True
        )
        return int(count.stdout)


def main(word: str) -> None:
    set_up()
    if word == "tables":
        make_tables()
    elif word == "count":
        from portal.plans.models import CheckAttempt

        tries = CheckAttempt.objects.all()
        assert tries.count() == PROCESSES * TRIES
        print(tries.exclude(outcome="too many").count())  # noqa: T201  # the answer
    else:
        guess(float(word))


if __name__ == "__main__":
    main(sys.argv[1])
