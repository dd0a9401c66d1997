"""The record as pages to leaf through."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, overload

from portal.accounts.models import Member
from portal.record.table import Table
from portal.record.tables import TABLES
from portal.record.words import Card, cards


@dataclass(frozen=True)
class Counted:
    table: Table
    rows: int


def counted_tables(member: Member) -> list[Counted]:
    """One query a table, and as many for 5 years as for one day."""
    return [Counted(table, table.of(member).count()) for table in TABLES]


class RowsOf(Sequence[Card]):
    """What a paginator asks for: how many there are, and a few of them, newest first."""

    def __init__(self, table: Table, member: Member) -> None:
        self.table, self.member = table, member
        self.found = table.of(member).reverse()

    def __len__(self) -> int:
        return int(self.found.count())

    @overload
    def __getitem__(self, place: int) -> Card: ...
    @overload
    def __getitem__(self, place: slice) -> list[Card]: ...
    def __getitem__(self, place: Any) -> Any:
        some = place if isinstance(place, slice) else slice(place, place + 1)
        rows = self.table.read(self.found[some], self.member)
        read = list(cards(self.table, rows, self.member.zone))
        return read if isinstance(place, slice) else read[0]
