"""From what was typed to what is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.plans.models import Sponsor
from portal.plans.names import Part, marked, may_be_left_out, words_of
from portal.plans.search import looking_up, ranking
from portal.plans.search.correcting import readings
from portal.plans.search.looking_up import Name

FEWEST_LETTERS = 2
LONGEST_QUERY = 100
MOST_WORDS = 8


@dataclass(frozen=True)
class Hit:
    """A sponsor that was found; `alias` is set when another name led to it."""

    sponsor: Sponsor
    alias: str
    typed: tuple[str, ...]

    @property
    def name_parts(self) -> list[Part]:
        return list(marked(() if self.alias else self.typed, self.sponsor.name))

    @property
    def alias_parts(self) -> list[Part]:
        return list(marked(self.typed, self.alias))


@dataclass(frozen=True)
class SearchResult:
    """What a query led to. Close hits are not what was typed, only like it."""

    query: str
    is_too_short: bool = False
    is_close: bool = False
    hits: tuple[Hit, ...] = ()
    has_more: bool = False


def find(query: str, limit: int = 8) -> SearchResult:
    shown = " ".join("".join(filter(is_shown, query[:LONGEST_QUERY])).split())
    typed = tuple(words_of(shown))[:MOST_WORDS]
    if not typed or sum(map(str.isalnum, shown)) < FEWEST_LETTERS:
        return SearchResult(shown, is_too_short=bool(shown))
    names = exact(typed, limit + 1)
    is_close = not names
    if is_close:
        names = one_each(close(typed), limit + 1)
    hits = hits_for(names[:limit], () if is_close else typed)
    return SearchResult(
        shown, is_close=is_close, hits=hits, has_more=len(names) > limit
    )


def is_shown(char: str) -> bool:
    return char.isprintable() or char.isspace()


def exact(typed: Sequence[str], most: int) -> list[Name]:
    """Names that hold all that was typed; an ending half typed may be left out."""
    found = one_each(ranking.exact(typed, holding(typed, most)), most)
    if found or len(typed) == 1 or not may_be_left_out(typed[-1]):
        return found
    return exact(typed[:-1], most)


def holding(typed: Sequence[str], most: int) -> list[Name]:
    found = looking_up.beginning_with(" ".join(typed))
    if len({name.sponsor for name in found}) >= most:
        return [*found, *looking_up.with_initials(typed)]
    words = looking_up.known(typed)
    if not all(word.is_there for word in words):
        return [*found, *looking_up.with_initials(typed)]
    more = looking_up.with_all(words)
    if not found and not more and len(words) > 1:
        more = looking_up.with_beginnings(words)
    return [*found, *more]


def close(typed: Sequence[str]) -> list[Name]:
    """Reads on until a name is very close."""
    found: list[Name] = []
    for more in readings(looking_up.known(typed)):
        found += more
        if any(ranking.is_very_close(typed, name) for name in more):
            break
    return ranking.close(typed, found)


def one_each(names: Sequence[Name], most: int) -> list[Name]:
    """The best name of each sponsor."""
    best: dict[int, Name] = {}
    for name in names:
        best.setdefault(name.sponsor, name)
    return list(best.values())[:most]


def hits_for(names: Sequence[Name], typed: tuple[str, ...]) -> tuple[Hit, ...]:
    found = Sponsor.objects.for_results().in_bulk([name.sponsor for name in names])
    return tuple(
        Hit(found[name.sponsor], name.shown, typed)
        for name in names
        if name.sponsor in found
    )
