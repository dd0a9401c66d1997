"""From what was typed to what is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from portal.plans.models import Sponsor
from portal.plans.names import Part, marked, may_be_left_out, words_of
from portal.plans.search import looking_up, ranking
from portal.plans.search.correcting import readings
from portal.plans.search.looking_up import Name, Word

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
    asked = Typed(typed)
    names = exact(asked, limit + 1)
    is_close = not names
    if is_close:
        names = one_each(close(asked), limit + 1)
    hits = hits_for(names[:limit], () if is_close else typed)
    return SearchResult(
        shown, is_close=is_close, hits=hits, has_more=len(names) > limit
    )


def is_shown(char: str) -> bool:
    return char.isprintable() or char.isspace()


class Typed:
    """The words of a query, and what the directory knows of them, asked once."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self.texts = texts
        self.phrase = " ".join(texts)

    @cached_property
    def words(self) -> list[Word]:
        return looking_up.known(self.texts)


def exact(typed: Typed, most: int) -> list[Name]:
    """Names that hold all that was typed; an ending half typed may be left out."""
    texts = typed.texts
    found = one_each(ranking.exact(texts, holding(typed, most)), most)
    if found or len(texts) == 1 or not may_be_left_out(texts[-1]):
        return found
    return exact(Typed(texts[:-1]), most)


def holding(typed: Typed, most: int) -> list[Name]:
    found = looking_up.beginning_or_with_initials(typed.texts)
    begun = {name.sponsor for name in found if name.plain.startswith(typed.phrase)}
    if len(begun) >= most or not all(word.is_there for word in typed.words):
        return found
    more = looking_up.with_all(typed.words)
    if not found and not more and len(typed.words) > 1:
        more = looking_up.with_beginnings(typed.words)
    return [*found, *more]


def close(typed: Typed) -> list[Name]:
    """Reads on until a name is very close."""
    found: list[Name] = []
    like: dict[str, float] = {}
    for more in readings(typed.words):
        found += more
        like |= ranking.likeness(typed.phrase, [name.plain for name in more])
        if max(like.values(), default=0) >= ranking.VERY_CLOSE:
            break
    return ranking.close(typed.texts, found, like)


def one_each(names: Sequence[Name], most: int) -> list[Name]:
    """The best name of each sponsor."""
    best: dict[int, Name] = {}
    for name in names:
        best.setdefault(name.sponsor, name)
    return list(best.values())[:most]


def hits_for(names: Sequence[Name], typed: tuple[str, ...]) -> tuple[Hit, ...]:
    if not names:
        return ()
    rows = Sponsor.objects.for_results([name.sponsor for name in names])
    found = {sponsor.pk: sponsor for sponsor in rows}
    return tuple(
        Hit(found[name.sponsor], name.shown, typed)
        for name in names
        if name.sponsor in found
    )
