"""What stands in the index for one sponsor."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.plans.models.search import LONGEST_NAME, LONGEST_WORD
from portal.plans.names import words_of

FEWEST_INITIALS = 2
LONGEST_ACRONYM = 7
SMALL_WORDS = frozenset({"of", "the", "for", "in", "at", "on", "de", "la"})


@dataclass(frozen=True)
class Entry:
    plain: str
    acronym: str
    shown: str


def entries(
    name: str, other_names: Iterable[str] = (), domains: Iterable[str] = ()
) -> Iterator[Entry]:
    """Its own name, shown by itself; then each other name and e-mail domain."""
    yield from entry(name, shown="")
    for other in other_names:
        yield from entry(other, shown=other)
    for domain in domains:
        yield from entry(domain.rpartition(".")[0], shown=domain)


def entry(name: str, shown: str) -> Iterator[Entry]:
    words = [word[:LONGEST_WORD] for word in words_of(name)]
    if words:
        plain = " ".join(words)[:LONGEST_NAME]
        yield Entry(plain, " ".join(sorted(acronyms(words))), shown)


def acronyms(words: list[str]) -> set[str]:
    """Of all its words, and without the small ones."""
    large = [word for word in words if word not in SMALL_WORDS]
    made = {"=" + "".join(word[0] for word in some) for some in (words, large)}
    return {a for a in made if FEWEST_INITIALS < len(a) <= LONGEST_ACRONYM + 1}
