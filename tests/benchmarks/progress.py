"""/progress/ of a week, a year and 5 years, in a table of 10 thousand and 10 million.

Run it with `make bench-progress`: once on SQLite, once on PostgreSQL where there is
one. It prints the number of queries, the CPU time of a request, and the ratios; it
fails when a ratio passes its limit. CPU time is that of this process and, on
PostgreSQL, of the backend that answers it. The median of many tries, the members
taken in turns.
"""

import argparse
import io
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import django

WEEK, YEAR, FIVE_YEARS = 7, 365, 1826
LIMITS = {"5 years / 1 year": 2.0, "10 million / 10 thousand": 1.2}
SMALL = 10_000
WARM_UP = 5
ADDRESS = "/progress/?period=all"

type Figures = dict[str, tuple[int, float]]


def say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201  # what the command is for


def backend_clock() -> Callable[[], float]:
    """CPU seconds of the PostgreSQL process that serves this connection."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return lambda: 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    stat, ticks = Path(f"/proc/{pid}/schedstat"), 1e9
    if not stat.exists():
        return lambda: 0.0
    return lambda: int(stat.read_text().split()[0]) / ticks


def figures_of(clients: dict[str, object], tries: int) -> Figures:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    backend = backend_clock()
    spent: dict[str, list[float]] = {name: [] for name in clients}
    queries: dict[str, int] = {}
    for n in range(WARM_UP + tries):
        for name, client in clients.items():
            assert isinstance(client, Client)
            if n == 0:
                with CaptureQueriesContext(connection) as caught:
                    client.get(ADDRESS)
                queries[name] = 0
            elif n == 1:
                with CaptureQueriesContext(connection) as caught:
                    client.get(ADDRESS)
                queries[name] = len(caught)
            before = time.process_time() + backend()
            response = client.get(ADDRESS)
            after = time.process_time() + backend()
            assert response.status_code == 200, response.status_code
            if n >= WARM_UP:
                spent[name].append(1000 * (after - before))
    return {
        name: (queries[name], statistics.median(times)) for name, times in spent.items()
    }


def tell(rows: int, figures: Figures) -> None:
    for name, (queries, milliseconds) in figures.items():
        say(
            f"  {rows:>10,} rows  {name:<8} {queries:>3} queries {milliseconds:8.1f} ms"
        )


def measure(total: int, tries: int) -> list[str]:
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.test.utils import setup_test_environment

    from exercises.models import Exercise
    from portal.accounts.models import Member
    from tests.benchmarks import filling
    from tracking.models import SymptomReport

    if connection.introspection.table_names():
        return ["this database is not empty: nothing was done to it"]
    setup_test_environment()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("load_content", stdout=io.StringIO())
    say(f"{connection.vendor}:")
    needed = total // FIVE_YEARS + 1
    Member.objects.bulk_create(
        [Member(email=f"m{n}@example.org", password="x") for n in range(needed)], 2000
    )
    first = Member.objects.order_by("pk").values_list("pk", flat=True)[0]
    others = range(first, first + needed)
    measured = {
        name: filling.Measured(Member.objects.create_user(f"{days}@example.org"), days)
        for name, days in (("week", WEEK), ("1 year", YEAR), ("5 years", FIVE_YEARS))
    }
    exercises = list(Exercise.objects.all()[:3])
    for one in measured.values():
        filling.fill_sessions(one, exercises)
        filling.fill_goal(one.member)
        filling.fill_program(one)
    clients = {name: Client() for name in measured}
    for name, client in clients.items():
        client.force_login(measured[name].member)
    found: dict[int, Figures] = {}
    for rows in (SMALL, total):
        began = time.monotonic()
        with filling.in_haste(), filling.without_indexes(SymptomReport):
            count = filling.fill_reports(list(measured.values()), others, rows)
        settle()
        say(f"  {count:,} rows in {time.monotonic() - began:.0f} s")
        found[rows] = figures_of(dict(clients), tries)
        tell(count, found[rows])
    return verdict(found[SMALL], found[total])


def settle() -> None:
    """As a database is after a while of use."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")
        else:
            cursor.execute("ANALYZE")


def verdict(small: Figures, large: Figures) -> list[str]:
    """What passes its limit, in words."""
    ratios = {
        "5 years / 1 year": large["5 years"][1] / large["1 year"][1],
        "10 million / 10 thousand": large["5 years"][1] / small["5 years"][1],
    }
    faults = []
    for name, ratio in ratios.items():
        say(f"  {name}: {ratio:.2f} (at most {LIMITS[name]})")
        if ratio > LIMITS[name]:
            faults.append(f"{name}: {ratio:.2f}")
    queries = {figures[name][0] for figures in (small, large) for name in figures}
    if len(queries) > 1:
        faults.append(f"queries differ: {sorted(queries)}")
    return faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--tries", type=int, default=40)
    parser.add_argument("--here", action="store_true", help="in an empty DATABASE_URL")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="stepwell-bench-") as folder:
        if not options.here:
            os.environ["DATABASE_URL"] = f"sqlite:///{folder}/db.sqlite3"
        os.environ |= {"VAR_DIR": folder, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        django.setup()
        faults = measure(options.rows, options.tries)
    for fault in faults:
        say(f"FAULT {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
