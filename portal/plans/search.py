"""Finds sponsors by any of their names. `find` is the whole interface."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Case, IntegerField, Value, When

from portal.plans.models import Sponsor, SponsorAlias
from portal.plans.names import Part, marked, matches, words_of
from portal.plans.spelling import close_to

FEWEST_LETTERS = 2
LONGEST_QUERY = 100
# A row may hold the typed words in two different names; such rows fall out later.
SPARE_ROWS = 4


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
    """What a query led to: hits, or else the names it may have meant."""

    query: str
    is_too_short: bool = False
    hits: tuple[Hit, ...] = ()
    has_more: bool = False
    suggestions: tuple[Sponsor, ...] = ()


def find(query: str, limit: int = 8) -> SearchResult:
    shown = " ".join("".join(filter(is_shown, query[:LONGEST_QUERY])).split())
    typed = tuple(words_of(shown))
    if not typed or sum(map(str.isalnum, shown)) < FEWEST_LETTERS:
        return SearchResult(shown, is_too_short=bool(shown))
    hits = hits_for(typed, limit + 1)
    if not hits:
        return SearchResult(shown, suggestions=close_to(typed))
    return SearchResult(shown, hits=hits[:limit], has_more=len(hits) > limit)


def is_shown(char: str) -> bool:
    return char.isprintable() or char.isspace()


def hits_for(typed: tuple[str, ...], most: int) -> tuple[Hit, ...]:
    sponsors = Sponsor.objects.for_results().alias(rank=rank(typed))
    for word in typed:
        sponsors = sponsors.filter(search_words__contains=f" {word}")
    rows = sponsors.order_by("rank", "name", "pk")[: most * SPARE_ROWS]
    hits = (hit(sponsor, typed) for sponsor in rows)
    return tuple(found for found in hits if found)[:most]


def rank(typed: Sequence[str]) -> Case:
    """A whole name first, then the beginning of the sponsor's own name."""
    start = line(typed)
    return Case(
        When(search_words__contains=f"{start}\n", then=Value(0)),
        When(search_words__startswith=start, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )


def hit(sponsor: Sponsor, typed: tuple[str, ...]) -> Hit | None:
    if matches(typed, sponsor.name):
        return Hit(sponsor, "", typed)
    for alias in sponsor.aliases.all():
        if matches(typed, alias.name):
            return Hit(sponsor, alias.name, typed)
    return None


def line(words: Sequence[str]) -> str:
    """One name in `Sponsor.search_words`: a line in which a space begins each word."""
    return "\n " + " ".join(words)


def index(sponsor: Sponsor) -> None:
    """Keep the words of the sponsor's names, its own name on the first line."""
    aliases = SponsorAlias.objects.filter(sponsor=sponsor)
    names = [sponsor.name, *aliases.values_list("name", flat=True)]
    sponsor.search_words = "".join(line(words_of(name)) for name in names) + "\n"
    Sponsor.objects.filter(pk=sponsor.pk).update(search_words=sponsor.search_words)
