"""7 kinds of checks, 20 tries each: do their times tell them apart?

Run it with `make bench-enumeration`. A file of 10,000 invented people is in effect; the
kinds take turns. It prints the median time of the request that answers, and fails when
those of the failing kinds lie more than 50 ms apart, or those of the kinds by ZIP code,
of which one sends a code to the address on file.
"""

import os
import statistics
import sys
import tempfile
import time

import django

TRIES = 20
WARM_UP = 3
PEOPLE = 10_000
APART = 0.050
ADDRESS = "/coverage/harbor/check/"
KINDS = {
    "wrong birth date": {"day": 3, "number": "HB-{n}", "last": "Last{n}"},
    "wrong number": {"day": 2, "number": "XX-{n}", "last": "Last{n}"},
    "unknown person": {"day": 2, "number": "XX-{n}", "last": "Nobody{n}"},
    "match": {"day": 2, "number": "HB-{n}", "last": "Last{n}"},
    "wrong ZIP code": {"day": 2, "zip": "43999", "last": "Last{n}"},
    "unknown, by ZIP": {"day": 2, "zip": "43004", "last": "Nobody{n}"},
    "match by ZIP code": {"day": 2, "zip": "43004", "last": "Last{n}"},
}
ALIKE = {
    "failing": ["wrong birth date", "wrong number", "unknown person"],
    "ZIP code": [kind for kind, answers in KINDS.items() if "zip" in answers],
}

type Told = dict[str, set[tuple[int, str]]]


def say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201  # what the command is for


def load() -> None:
    from django.utils import timezone

    from exercises.models import Program
    from portal.plans.eligibility.staging import stage
    from portal.plans.eligibility.using import use
    from portal.plans.models import Benefit, EligibilityFile, Sponsor

    program = Program.objects.create(
        title="12 weeks", slug="twelve", status="published", summary="A", weeks=12
    )
    sponsor = Sponsor.objects.create(name="Harbor", slug="harbor", kind="employer")
    Benefit.objects.create(
        sponsor=sponsor,
        program=program,
        starts_on="2026-01-01",
        cost_line="You pay $0.",
        who_can_join="people who work there",
        verification="file",
        asks_first_name=True,
        asks_last_name=True,
        asks_birth_date=True,
        asks_member_id=True,
        asks_zip=True,
        checked_on="2026-11-01",
    )
    file = EligibilityFile(
        sponsor=sponsor, kind="full", effective_on=timezone.localdate()
    )
    use(stage(file, ((n + 2, row(n)) for n in range(PEOPLE))))


def row(n: int) -> dict[str, str]:
    return {
        "first_name": "Lee",
        "last_name": f"Last{n}",
        "birth_date": "1980-01-02",
        "member_id": f"HB-{n}",
        "zip_code": "43004",
        "email": f"lee{n}@harbor.example",
        "starts_on": "2026-01-01",
    }


def seconds_of(kind: str, n: int) -> tuple[float, int, str]:
    """Of the request that answers, from an address of its own."""
    from django.test import Client

    answers = KINDS[kind]
    client = Client(REMOTE_ADDR=f"10.0.{n // 250}.{n % 250}")
    last = str(answers["last"]).format(n=n)
    client.post(ADDRESS, {"do": "name", "first_name": "Lee", "last_name": last})
    born = {"do": "birth", "month": 1, "day": answers["day"], "year": 1980}
    client.post(ADDRESS, born)
    if "zip" in answers:
        client.post(ADDRESS, {"do": "without-card"})
        held = {"do": "zip", "zip_code": str(answers["zip"])}
    else:
        held = {"do": "card", "member_id": str(answers["number"]).format(n=n)}
    began = time.perf_counter()
    posted = client.post(ADDRESS, held)
    page = client.get(ADDRESS)
    spent = time.perf_counter() - began
    verdict = page.text.split("<h1>")[1].split("</h1>")[0].strip()
    return spent, posted.status_code, verdict


def measure() -> None:
    spent: dict[str, list[float]] = {kind: [] for kind in KINDS}
    told: Told = {kind: set() for kind in KINDS}
    n = 0
    for turn in range(WARM_UP + TRIES):
        for kind in KINDS:
            n += 1
            seconds, status, verdict = seconds_of(kind, n)
            told[kind].add((status, verdict))
            if turn >= WARM_UP:
                spent[kind].append(seconds)
    medians = {kind: statistics.median(times) for kind, times in spent.items()}
    for kind, median in medians.items():
        say(f"{kind:>17}: median of {TRIES} {median * 1000:6.1f} ms  {told[kind]}")
    if not all([are_alike(name, medians, told) for name in ALIKE]):  # noqa: C419  # says both
        raise SystemExit("A stranger can tell them apart.")


def are_alike(name: str, medians: dict[str, float], told: Told) -> bool:
    kinds = ALIKE[name]
    times = [medians[kind] for kind in kinds]
    apart = max(times) - min(times)
    say(f"{name}: {apart * 1000:.1f} ms apart; at most {APART * 1000:.0f}")
    return apart <= APART and len({frozenset(told[kind]) for kind in kinds}) == 1


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    with tempfile.TemporaryDirectory() as folder:
        if sys.argv[1:] != ["--here"]:
            os.environ |= {
                "VAR_DIR": folder,
                "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
            }
        django.setup()
        from django.core.management import call_command
        from django.test.utils import setup_test_environment

        setup_test_environment()
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        load()
        measure()


if __name__ == "__main__":
    main()
