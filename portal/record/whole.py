"""A member's record, table by table, as it leaves in every format."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone

from portal.accounts.models import Member
from portal.record.table import Row, Table
from portal.record.tables import TABLES


@dataclass(frozen=True)
class Whole:
    """Rows are read while they are written: the record is never in memory at once."""

    member: Member
    at: dt.datetime

    def tables(self) -> Iterator[tuple[Table, Iterable[Row]]]:
        for table in TABLES:
            yield table, table.rows(self.member)


def whole(member: Member) -> Whole:
    return Whole(member, timezone.now())


def in_pieces(texts: Iterable[str], size: int = 64 * 1024) -> Iterator[bytes]:
    """Few and middling pieces: thousands of small ones would slow the server."""
    waiting: list[str] = []
    length = 0
    for text in texts:
        waiting.append(text)
        length += len(text)
        if length >= size:
            yield "".join(waiting).encode()
            waiting, length = [], 0
    yield "".join(waiting).encode()
