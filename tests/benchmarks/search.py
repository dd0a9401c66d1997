"""Search by name: how often the right sponsor is among the first 5, and how fast.

`make bench-search NAMES=file.csv` takes the names of a file; `make bench-search-full`
makes 1,000,000 and 5,000,000. Once on SQLite, once on PostgreSQL where there is one.
A name counts as found when the sponsor, or another of the very same name, is among the
first 5 hits; an acronym when a name with these initials is. The whole of `find` is
timed, with the rows of the sponsors it shows: by the clock, and as CPU time of this
process and of PostgreSQL's, which other work on the machine disturbs least. Keystrokes
are typed 3 times: the first round counts, and the least of each tells what the machine's
other work added.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import django

from tests.benchmarks.progress import backend_clock

SEED_TO_REPORT = 2026
KIND_EVERY = 20
MOST_TARGETS = 20_000
FIRST = 5
ROUNDS = 3


@dataclass(frozen=True, order=True)
class Spent:
    clock: float
    cpu: float
    query: str


@cache
def clock_of_backend() -> Callable[[], float]:
    return backend_clock()


def say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201  # what the command is for


def load(names: Iterable[str], brands: Sequence[str]) -> list[Any]:
    """Sponsors, one in 20 with another name; returns those to ask for."""
    from django.utils import timezone

    from portal.plans.search import rebuild
    from portal.plans.search.writing import write
    from tests.benchmarks.queries import Target

    began, now = time.monotonic(), timezone.now().isoformat(" ")
    others: list[tuple[str, int, bool]] = []
    targets: list[Target] = []
    rng = random.Random(7)  # noqa: S311  # nothing secret

    def rows() -> Iterator[tuple[object, ...]]:
        for pk, name in enumerate(names, start=1):
            alias = ""
            if pk % KIND_EVERY == 0:
                alias = (
                    f"{rng.choice(brands)} {rng.choice(brands)} {rng.choice(brands)}"
                )
                others.append((alias, pk, False))
            target = Target(pk, name, alias)
            if len(targets) < MOST_TARGETS:
                targets.append(target)
            elif (place := rng.randrange(pk)) < MOST_TARGETS:
                targets[place] = target
            yield pk, name[:160], f"s-{pk}", "employer", "", True, "", now

    columns = [
        "id",
        "name",
        "slug",
        "kind",
        "places",
        "is_searchable",
        "link_code",
        "changed_at",
    ]
    count = write("sponsor", columns, rows())
    write("sponsoralias", ("name", "sponsor_id", "is_former"), others)
    filled = time.monotonic()
    entries = rebuild()
    settle()
    say(
        f"  {count:,} sponsors in {filled - began:.1f} s,"
        f" index of {entries:,} names in {time.monotonic() - filled:.1f} s"
    )
    return targets


def there() -> list[Any]:
    """A database that was filled before is measured as it is."""
    from portal.plans.models import Sponsor
    from tests.benchmarks.queries import Target

    count = Sponsor.objects.count()
    rng = random.Random(7)  # noqa: S311  # nothing secret
    pks = rng.sample(range(1, count + 1), min(count, MOST_TARGETS))
    rows = Sponsor.objects.filter(pk__in=pks).order_by("pk")
    return [
        Target(pk, name, alias or "")
        for pk, name, alias in rows.values_list("pk", "name", "aliases__name")
    ]


def settle() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def milliseconds(name: str, spent: Sequence[Spent]) -> None:
    for kind, times in (
        ("clock", [one.clock for one in spent]),
        ("CPU", [one.cpu for one in spent]),
    ):
        cuts = statistics.quantiles([*times, *times[-1:]], n=100) if times else [0] * 99
        say(
            f"  {name:<14} {kind:<6}"
            f" p50 {cuts[49]:6.1f}  p95 {cuts[94]:6.1f}  p99 {cuts[98]:6.1f} ms"
        )


def timed(query: str) -> tuple[Any, Spent]:
    from portal.plans.search import find

    backend = clock_of_backend()
    cpu, clock = time.process_time() + backend(), time.perf_counter()
    result = find(query)
    clock = time.perf_counter() - clock
    cpu = time.process_time() + backend() - cpu
    return result, Spent(1000 * clock, 1000 * cpu, query)


def is_found(kind: str, query: str, target: Any, result: Any) -> bool:
    from portal.plans.names import words_of
    from portal.plans.search.entries import acronyms

    for hit in result.hits[:FIRST]:
        sponsor = hit.sponsor
        if sponsor.pk == target.sponsor:
            return True
        words = words_of(sponsor.name)
        if kind == "acronym" and f"={query}" in acronyms(words):
            return True
        if kind != "alias" and words == words_of(target.name):
            return True
    return False


def whole_queries(targets: Sequence[Any], seed: int, most: int, missed: bool) -> None:
    from tests.benchmarks.queries import KINDS, asked

    spent: list[Spent] = []
    recalls: list[float] = []
    for kind in KINDS:
        queries = asked(kind, targets, seed, most)
        if not queries:
            say(f"  {kind:<20} no such name in the list")
            continue
        found, times = 0, list[Spent]()
        for query, target in queries:
            result, took = timed(query)
            times.append(took)
            good = is_found(kind, query, target, result)
            found += good
            if missed and not good:
                say(
                    "     ",
                    repr(query),
                    "for",
                    repr(target.name),
                    "got",
                    [h.sponsor.name for h in result.hits[:3]],
                )
        recalls.append(found / len(queries))
        spent += times
        worst = max(times)
        say(
            f"  {kind:<20} recall@5 {recalls[-1]:.3f} of {len(queries):>4}"
            f"  p50 {statistics.median(one.clock for one in times):5.1f}"
            f"  max {worst.clock:5.1f} ms" + (f" {worst.query!r}" if missed else "")
        )
    say(f"  all kinds            recall@5 {statistics.mean(recalls):.3f}")
    milliseconds("whole query", spent)


def keystrokes(targets: Sequence[Any], seed: int, most: int, missed: bool) -> None:
    from tests.benchmarks.queries import keystrokes as typed

    queries = typed(targets, seed, most)
    rounds = [[timed(query)[1] for query in queries] for _ in range(ROUNDS)]
    spent = rounds[0]
    milliseconds("per keystroke", spent)
    milliseconds(
        f"least of {ROUNDS}", [min(times) for times in zip(*rounds, strict=True)]
    )
    if missed:
        slow = sorted(spent, key=lambda one: one.cpu)[-25:]
        say("     ", [(round(one.cpu, 1), one.query) for one in slow])


def measure(names: Iterable[str], options: argparse.Namespace) -> None:
    from django.core.management import call_command
    from django.db import connection

    from tests.benchmarks.names import vocabulary

    call_command("migrate", verbosity=0)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")
            cursor.execute("PRAGMA secure_delete=OFF")
    rng = random.Random(11)  # noqa: S311  # nothing secret
    brands = [word.capitalize() for word in vocabulary(rng, 5_000)]
    say(f"{connection.vendor}:")
    targets = there() or load(names, brands)
    whole_queries(targets, options.seed, options.queries, options.missed)
    keystrokes(targets, options.seed, options.queries, options.missed)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=Path, help="a CSV file")
    parser.add_argument("--number", type=int, default=100_000, help="or: made names")
    parser.add_argument("--seed", type=int, default=SEED_TO_REPORT)
    parser.add_argument("--queries", type=int, default=200, help="of each kind")
    parser.add_argument("--missed", action="store_true", help="say what is not found")
    parser.add_argument(
        "--here",
        action="store_true",
        help="in DATABASE_URL; when it is filled, as it is",
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="stepwell-bench-") as folder:
        if not options.here:
            os.environ["DATABASE_URL"] = f"sqlite:///{folder}/db.sqlite3"
        os.environ |= {"VAR_DIR": folder, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        django.setup()
        from tests.benchmarks.names import generated, listed

        names = (
            listed(options.names)
            if options.names
            else generated(options.number, options.seed)
        )
        measure(names, options)
        if not options.here:
            say(f"  database {Path(folder, 'db.sqlite3').stat().st_size / 1e6:,.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
