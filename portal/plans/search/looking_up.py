"""Rows that a query may mean, a bounded number of them at a time.

Long lists are what is slow, and comparing some names is not. So a word of many names
is never looked up beside a word of few: it only has to stand in the names of those.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection

from portal.plans.search.dialects import (
    ALSO,
    FILTER,
    HOPE,
    LAST_LETTER,
    LIMIT,
    Group,
    Term,
    Value,
    dialect,
)
from portal.plans.search.entries import LONGEST_ACRONYM

MOST_NAMES = 200
MOST_READ = 1_000
MOST_BEGINNINGS = 60
MOST_WITH_INITIALS = 20
SHORT = 3
FEW = 500
MANY = 1_000_000


class Name(NamedTuple):
    """`shown` is empty for the sponsor's own name."""

    sponsor: int
    plain: str
    acronym: str
    shown: str


@dataclass(frozen=True)
class Word:
    """A typed word: how many names hold it, and how many hold one that begins so."""

    text: str
    names: int
    beginnings: int

    @property
    def is_there(self) -> bool:
        return bool(self.names or self.beginnings)


@dataclass(frozen=True)
class Part:
    """What may stand for one typed word, in about how many names.

    `begun` is what a word of the name begins with: surely, or it is only hoped.
    """

    group: Group
    names: int
    begun: str
    is_sure: bool = True


def fetched(sql: str, values: Sequence[Value]) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def names(sql: str, values: Sequence[Value]) -> list[Name]:
    return [Name._make(row) for row in fetched(sql, values)]


def beginning_with(phrases: Sequence[str], most: int = MOST_BEGINNINGS) -> list[Name]:
    """Names whose beginning is one of the phrases, in one query."""
    return names(*dialect().begun(phrases, most)) if phrases else []


def known(typed: Sequence[str]) -> list[Word]:
    """What the directory knows of each typed word, in one query."""
    speech = dialect()
    asked = " UNION ALL ".join(
        speech.known if len(word) >= SHORT else speech.known_if_short for word in typed
    )
    values = [v for word in typed for v in (word, word, word, word + LAST_LETTER)]
    found = {str(row[0]): row for row in fetched(asked, values)}
    return [Word(w, int(str(found[w][1])), int(str(found[w][2]))) for w in typed]


def matching(
    expression: str, sure: Iterable[str] = (), hoped: Iterable[str] = ()
) -> list[Name]:
    filters = [f"% {text}%" for text in sure]
    hopes = [f"% {text}%" for text in hoped]
    sql = dialect().containing + FILTER * len(filters)
    if hopes:
        sql += " ORDER BY " + " + ".join([HOPE] * len(hopes))
    values: list[Value] = [expression, MOST_READ, *filters, *hopes, MOST_NAMES]
    return names(sql + LIMIT, values)


def containing(parts: Sequence[Part]) -> list[Name]:
    """Names that hold all parts, looked up by those of few names."""
    few = [part for part in parts if part.names <= FEW]
    asked = few or [part for part in parts if part.names < MANY] or parts
    others = [part for part in parts if part not in asked]
    return matching(
        dialect().expression([part.group for part in asked]),
        sure=[part.begun for part in others if part.is_sure],
        hoped=[part.begun for part in others if not part.is_sure] if few else (),
    )


def containing_all_but_one(parts: Sequence[Part]) -> list[Name]:
    speech = dialect()
    groups = [part.group for part in parts]
    ways = [[*groups[:n], *groups[n + 1 :]] for n in range(len(groups))]
    return matching(speech.any_of([speech.expression(way) for way in ways]))


def beginning_or_with_initials(typed: Sequence[str]) -> list[Name]:
    """Names that begin so, and those whose initials the only word is, in one query."""
    speech = dialect()
    sql, values = speech.begun([" ".join(typed)], MOST_BEGINNINGS)
    if len(typed) == 1 and SHORT <= len(typed[0]) <= LONGEST_ACRONYM:
        sql += ALSO.format(speech.containing)
        expression = speech.expression([[Term(f"={typed[0]}")]])
        values = [*values, expression, MOST_WITH_INITIALS]
    return names(sql, values)


def with_all(words: Sequence[Word]) -> list[Name]:
    """Names that hold the words as they are; the last one may be half typed."""
    return containing([*map(whole, words[:-1]), half(words[-1])])


def with_beginnings(words: Sequence[Word]) -> list[Name]:
    """Each typed word may be half typed."""
    if not all(word.is_there for word in words):
        return []
    return containing([half(word) for word in words])


def whole(word: Word) -> Part:
    if not word.names:
        return half(word)
    return Part([Term(word.text)], word.names, word.text)


def half(word: Word) -> Part:
    return Part([Term(word.text, is_beginning=True)], word.beginnings, word.text)
