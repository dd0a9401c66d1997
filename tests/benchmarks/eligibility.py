"""An eligibility file of 100,000 people: how long it takes, and how much memory.

Run it with `make bench-eligibility`. The file is invented, written to disk, then read by
the code of the upload page, on a database of its own. Memory is the highest that the
process held, with 10,000 people and with 100,000: flat means that they are alike.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import django

SIZES = (10_000, 100_000)
MOST_SECONDS = 60.0
MOST_GROWTH = 1.25
HEAD = (
    "action,relationship_code,plan_code,member_id,person_suffix,first_name,last_name,"
    "dob,zip,email,coverage_start,coverage_end\n"
)


def say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201  # what the command is for


def write(path: Path, people: int) -> None:
    with path.open("w") as file:
        file.write(HEAD)
        for n in range(people):
            born = f"{1950 + n % 55}-{1 + n % 12:02}-{1 + n % 28:02}"
            file.write(
                f"add,18,GOLD,HB-{n:07},01,First{n % 977},Last{n % 7919},{born},"
                f"{10000 + n % 80000},p{n}@harbor.example,2026-01-01,\n"
            )


def measure(people: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from django.core.files import File
    from django.core.management import call_command
    from django.utils import timezone

    from portal.plans.eligibility.columns import guessed
    from portal.plans.eligibility.staging import stage
    from portal.plans.eligibility.upload import headings_in, rows_in
    from portal.plans.eligibility.using import undo, use
    from portal.plans.models import EligibilityFile, Sponsor

    call_command("migrate", verbosity=0)
    sponsor = Sponsor.objects.create(name="Harbor", slug="harbor", kind="employer")
    path = Path(os.environ["VAR_DIR"]) / "people.csv"
    write(path, people)
    seconds = {}
    with path.open("rb") as raw:
        upload = File(raw)
        mapping = guessed(headings_in(upload))
        file = EligibilityFile(
            sponsor=sponsor, kind="full", effective_on=timezone.localdate()
        )
        began = time.perf_counter()
        stage(file, rows_in(upload, mapping))
        seconds["checked"] = time.perf_counter() - began
    for name, deed in (("used", use), ("undone", undo)):
        began = time.perf_counter()
        deed(file)
        seconds[name] = time.perf_counter() - began
    assert file.people_count == people
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say(json.dumps({**seconds, "memory": memory}))


def measured(people: int, *, here: bool) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "VAR_DIR": folder}
        if not here:
            environment["DATABASE_URL"] = f"sqlite:///{folder}/db.sqlite3"
        run = [sys.executable, "-m", "tests.benchmarks.eligibility", str(people)]
        done = subprocess.run(  # noqa: S603  # our own words
            run, env=environment, check=True, capture_output=True, text=True
        )
        found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
        return found


def main() -> None:
    """`--here` measures the largest on the database of DATABASE_URL, which is empty."""
    here = sys.argv[1:] == ["--here"]
    results = {}
    for people in SIZES[-1:] if here else SIZES:
        found = results[people] = measured(people, here=here)
        say(
            f"{people:>7} people: checked in {found['checked']:.1f} s, used in"
            f" {found['used'] * 1000:.0f} ms, undone in {found['undone'] * 1000:.0f} ms,"
            f" at most {found['memory']:.0f} MB"
        )
    large = results[SIZES[-1]]
    growth = 1.0 if here else large["memory"] / results[SIZES[0]]["memory"]
    say(f"memory grows by {growth:.2f}; at most {MOST_GROWTH}")
    if large["checked"] > MOST_SECONDS or growth > MOST_GROWTH:
        raise SystemExit("Too slow, or too much memory.")


if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1].isdigit():
        measure(int(sys.argv[1]))
    else:
        main()
