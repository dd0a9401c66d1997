"""The few sentences of SQL that SQLite and PostgreSQL say differently."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db import connection

LAST_LETTER = "\U0010ffff"


@dataclass(frozen=True)
class Term:
    """A word that a name holds or, as a beginning, that one of its words begins with."""

    text: str
    is_beginning: bool = False


type Group = Sequence[Term]
type Value = str | int | list[str]
type Asked = tuple[str, Sequence[Value]]


@dataclass(frozen=True)
class Dialect:
    """`known` counts the names with a word, and with words that begin like it.

    `begun` finds the names that begin so, of each of many beginnings the first few.
    """

    begun: Callable[[Sequence[str], int], Asked]
    containing: str
    known: str
    known_if_short: str
    word: str
    beginning: str
    either: str
    both: str

    def expression(self, groups: Sequence[Group]) -> str:
        """Names that hold a term of each group."""
        return self.both.join(f"({self.either.join(self.said(g))})" for g in groups)

    def said(self, group: Group) -> list[str]:
        return [
            (self.beginning if term.is_beginning else self.word) % term.text
            for term in group
        ]

    def any_of(self, expressions: Sequence[str]) -> str:
        return self.either.join(f"({expression})" for expression in expressions)


def begun_in_sqlite(beginnings: Sequence[str], most: int) -> Asked:
    each = (
        "SELECT * FROM (SELECT n.sponsor_id, n.plain, n.acronym, n.shown"
        " FROM plans_searchname n WHERE n.plain >= %s AND n.plain < %s"
        " ORDER BY n.plain LIMIT %s)"
    )
    values = [v for text in beginnings for v in (text, text + LAST_LETTER, most)]
    return " UNION ALL ".join([each] * len(beginnings)), values


def begun_in_postgresql(beginnings: Sequence[str], most: int) -> Asked:
    """One plan for all of them: to plan is what costs here."""
    sql = (
        "SELECT n.* FROM unnest(%s::text[]) AS begun (text) CROSS JOIN LATERAL"
        " (SELECT sponsor_id, plain, acronym, shown FROM plans_searchname"
        ' WHERE plain COLLATE "C" >= begun.text AND plain COLLATE "C" < begun.text || %s'
        ' ORDER BY plain COLLATE "C" LIMIT %s) n'
    )
    return sql, [list(beginnings), LAST_LETTER, most]


ALSO = " UNION ALL SELECT * FROM ({}) also"
FILTER = " AND ' ' || n.plain LIKE %s"
HOPE = "CASE WHEN ' ' || n.plain LIKE %s THEN 0 ELSE 1 END"
LIMIT = " LIMIT %s"
SQLITE = Dialect(
    begun=begun_in_sqlite,
    containing="SELECT n.sponsor_id, n.plain, n.acronym, n.shown FROM"
    " (SELECT rowid FROM plans_searchtext WHERE plans_searchtext MATCH %s LIMIT %s) t"
    " JOIN plans_searchname n ON n.id = t.rowid WHERE TRUE",
    known="SELECT %s, COALESCE((SELECT names FROM plans_searchword WHERE text = %s), 0),"
    " COALESCE((SELECT SUM(names) FROM plans_searchword"
    " WHERE text >= %s AND text < %s), 0)",
    known_if_short="SELECT %s,"
    " COALESCE((SELECT names FROM plans_searchword WHERE text = %s), 0),"
    " 1000000 * EXISTS (SELECT 1 FROM plans_searchword"
    " WHERE text >= %s AND text < %s AND names > 0)",
    word='"%s"',
    beginning='"%s"*',
    either=" OR ",
    both=" AND ",
)
POSTGRESQL = Dialect(
    begun=begun_in_postgresql,
    containing="SELECT n.sponsor_id, n.plain, n.acronym, n.shown FROM"
    " (SELECT * FROM plans_searchname"
    " WHERE plans_words(plain, acronym) @@ %s::tsquery LIMIT %s) n WHERE TRUE",
    known="SELECT %s, COALESCE((SELECT names FROM plans_searchword WHERE text = %s), 0),"
    " COALESCE((SELECT SUM(names) FROM plans_searchword"
    ' WHERE text COLLATE "C" >= %s AND text COLLATE "C" < %s), 0)',
    known_if_short="SELECT %s,"
    " COALESCE((SELECT names FROM plans_searchword WHERE text = %s), 0),"
    " 1000000 * EXISTS (SELECT 1 FROM plans_searchword"
    ' WHERE text COLLATE "C" >= %s AND text COLLATE "C" < %s AND names > 0)::int',
    word="'%s'",
    beginning="'%s':*",
    either=" | ",
    both=" & ",
)


def dialect() -> Dialect:
    return POSTGRESQL if connection.vendor == "postgresql" else SQLITE
