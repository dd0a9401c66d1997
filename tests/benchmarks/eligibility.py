"""An eligibility file of 100,000 people, as CSV and as X12 834: time and memory.

Run it with `make bench-eligibility`. The file is invented, written to disk, then read by
the code of the upload page, on a database of its own. Memory is the highest that the
process held, with 10,000 people and with 100,000: flat means that they are alike.
"""

import datetime as dt
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

import django

SIZES = (10_000, 100_000)
MOST_SECONDS = 60.0
MOST_GROWTH = 1.25
HEAD = (
    "action,relationship_code,plan_code,member_id,person_suffix,first_name,last_name,"
    "dob,zip,email,coverage_start,coverage_end\n"
)

KINDS = ("CSV", "X12 834")
ENVELOPE = (
    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261101*1200"
    "*^*00501*000000001*0*P*:~\nGS*BE*SENDER*RECEIVER*20261101*1200*1*X*005010X220A1~\n"
    "ST*834*0001*005010X220A1~\nBGN*00*1*20261101*1200****2~\nREF*38*POL1~\n"
    "N1*P5*HARBOR LANE*FI*999999999~\nN1*IN*BLUE HERON*FI*888888888~\n"
)
SEGMENTS_OF_ONE = 10


def say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201  # what the command is for


def born(n: int) -> dt.date:
    return dt.date(1950 + n % 55, 1 + n % 12, 1 + n % 28)


def write_x12(path: Path, people: int) -> None:
    with path.open("w") as file:
        file.write(ENVELOPE)
        for n in range(people):
            file.write(
                f"INS*Y*18*021*20*A***FT~\nREF*0F*HB{n:07}~\nREF*1L*GRP1~\n"
                f"NM1*IL*1*LAST{n % 7919}*FIRST{n % 977}****34*123456789~\n"
                f"PER*IP**TE*5550100*EM*p{n}@harbor.example~\nN3*1 MAIN~\n"
                f"N4*COLUMBUS*OH*{10000 + n % 80000}~\nDMG*D8*{born(n):%Y%m%d}*F~\n"
                "HD*021**HLT*GOLD*EMP~\nDTP*348*D8*20260101~\n"
            )
        count = SEGMENTS_OF_ONE * people + 6
        file.write(f"SE*{count}*0001~\nGE*1*1~\nIEA*1*000000001~\n")


def write_csv(path: Path, people: int) -> None:
    with path.open("w") as file:
        file.write(HEAD)
        for n in range(people):
            file.write(
                f"add,18,GOLD,HB-{n:07},01,First{n % 977},Last{n % 7919},{born(n)},"
                f"{10000 + n % 80000},p{n}@harbor.example,2026-01-01,\n"
            )


def measure(people: int, kind: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from django.core.files import File
    from django.core.management import call_command
    from django.utils import timezone

    from portal.plans.eligibility.columns import guessed
    from portal.plans.eligibility.staging import stage
    from portal.plans.eligibility.upload import headings_in, is_x12, rows_in
    from portal.plans.eligibility.using import undo, use
    from portal.plans.models import EligibilityFile, Sponsor

    call_command("migrate", verbosity=0)
    sponsor = Sponsor.objects.create(
        name="Harbor", slug=f"harbor-{uuid.uuid4()}", kind="employer"
    )
    path = Path(os.environ["VAR_DIR"]) / "people"
    (write_x12 if kind == KINDS[1] else write_csv)(path, people)
    seconds = {}
    with path.open("rb") as raw:
        upload = File(raw)
        mapping = {} if is_x12(upload) else guessed(headings_in(upload))
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


def measured(people: int, kind: str, *, here: bool) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "VAR_DIR": folder}
        if not here:
            environment["DATABASE_URL"] = f"sqlite:///{folder}/db.sqlite3"
        module = "tests.benchmarks.eligibility"
        run = [sys.executable, "-m", module, str(people), kind]
        done = subprocess.run(  # noqa: S603  # our own words
            run, env=environment, check=True, capture_output=True, text=True
        )
        found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
        return found


def print_all(kind: str, *, here: bool) -> bool:
    """Whether it was quick, and flat."""
    results = {}
    for people in SIZES:
        found = results[people] = measured(people, kind, here=here)
        say(
            f"{kind:>7}, {people:>6} people: checked in {found['checked']:.1f} s, used in"
            f" {found['used'] * 1000:.0f} ms, undone in {found['undone'] * 1000:.0f} ms,"
            f" at most {found['memory']:.0f} MB"
        )
    small, large = (results[people] for people in SIZES)
    growth = large["memory"] / small["memory"]
    say(f"{kind:>7}: memory grows by {growth:.2f}; at most {MOST_GROWTH}")
    return large["checked"] <= MOST_SECONDS and growth <= MOST_GROWTH


def main() -> None:
    """`--here` measures on the database of DATABASE_URL, which is empty."""
    here = sys.argv[1:] == ["--here"]
    found = [print_all(kind, here=here) for kind in KINDS]
    if not all(found):
        raise SystemExit("Too slow, or too much memory.")


if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1].isdigit():
        measure(int(sys.argv[1]), sys.argv[2])
    else:
        main()
