"""Many rows at once, each database in its fastest way."""

from collections.abc import Iterable, Sequence
from itertools import batched
from typing import Any

from django.db import connection

BATCH = 20_000

type Row = tuple[Any, ...]


def write(table: str, columns: Sequence[str], rows: Iterable[Row]) -> int:
    """Into `plans_<table>`. The names come from this package, never from a form.

    A batch is whole before it is sent: the rows may come from the same connection.
    """
    into = f"plans_{table} ({', '.join(columns)})"
    number = 0
    for batch in batched(rows, BATCH):
        send(into, batch)
        number += len(batch)
    return number


def send(into: str, batch: Sequence[Row]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            copy(cursor, into, batch)
        else:
            marks = ", ".join(["%s"] * len(batch[0]))
            cursor.executemany(f"INSERT INTO {into} VALUES ({marks})", batch)  # noqa: S608  # see above


def copy(cursor: Any, into: str, batch: Sequence[Row]) -> None:
    with cursor.copy(f"COPY {into} FROM STDIN") as stream:
        for row in batch:
            stream.write_row(row)
