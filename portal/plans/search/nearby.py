"""Words and stems of the directory that are about like what was typed.

Said in SQL: for Django to put these sentences together takes longer than to answer them.
"""

from collections.abc import Collection, Mapping, Sequence

from portal.plans.search.looking_up import fetched
from portal.plans.search.stems import LONGEST_STEM, keys_of

MOST_READ = 3_000
WORDS = (
    "SELECT text, names FROM plans_searchword WHERE names > 0 AND stem IN"
    " (SELECT stem FROM plans_searchslip WHERE key IN ({}))"
    " ORDER BY names DESC LIMIT %s"
)
STEMS = "SELECT DISTINCT stem FROM plans_searchslip WHERE key IN ({}) LIMIT %s"
KNOWN = "SELECT text FROM plans_searchword WHERE names > 0 AND text IN ({})"

type Counted = Mapping[str, int]


def words_near(typed: Sequence[str]) -> Counted:
    """Words that begin about alike, those in most names first, and in how many."""
    rows = asked(WORDS, keys_for(typed), MOST_READ)
    return {str(text): int(str(names)) for text, names in rows}


def stems_near(typed: str) -> list[str]:
    return [str(stem) for (stem,) in asked(STEMS, keys_for([typed]), MOST_READ)]


def known_among(texts: Collection[str]) -> set[str]:
    return {str(text) for (text,) in asked(KNOWN, texts)}


def keys_for(typed: Sequence[str]) -> set[str]:
    return {key for word in typed for key in keys_of(word[:LONGEST_STEM])}


def asked(sql: str, texts: Collection[str], *others: int) -> list[tuple[object, ...]]:
    if not texts:
        return []
    places = ", ".join(["%s"] * len(texts))
    return fetched(sql.format(places), [*texts, *others])
