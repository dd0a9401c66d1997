"""Which of the names that were found comes first."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from portal.plans.search.looking_up import Name

CLOSE = 70
VERY_CLOSE = 85
BEFORE_INITIALS = 3
MOST_INITIALS = 2

type Place = tuple[float, float, str]


def likeness(phrase: str, plain: str) -> float:
    """From 0 to 100: of the whole, of its beginning, or of its words in any order."""
    return max(
        fuzz.ratio(phrase, plain),
        fuzz.ratio(phrase, plain[: len(phrase)]) - 1,
        fuzz.token_sort_ratio(phrase, plain) - 1,
    )


def begin(typed: Sequence[str], plain: str) -> bool:
    """Whether each typed word begins a word of the name, in any order."""
    words = plain.split()
    return all(any(word.startswith(start) for word in words) for start in typed)


def exact(typed: Sequence[str], found: Iterable[Name]) -> list[Name]:
    """A whole name, then the beginning of a sponsor's own, then the others.

    Names with these initials follow the first few that begin so.
    """
    phrase = " ".join(typed)
    placed = [(place(phrase, typed, name), name) for name in set(found)]
    kept = [(where, name.sponsor, name) for where, name in placed if where]
    ordered = [name for _place, _sponsor, name in sorted(kept, key=lambda one: one[:2])]
    return initials_forward(f"={phrase}", ordered)


def place(phrase: str, typed: Sequence[str], name: Name) -> Place | None:
    if name.plain == phrase:
        return (0, 0, name.shown)
    if name.plain.startswith(phrase) and not name.shown:
        return (1, 0, name.plain)
    if begin(typed, name.plain):
        return (2, -likeness(phrase, name.plain), name.plain)
    return (3, 0, name.plain) if f"={phrase}" in name.acronym.split() else None


def initials_forward(acronym: str, ordered: list[Name]) -> list[Name]:
    """No more than 2: they may not be what was meant."""
    meant = [name for name in ordered if acronym in name.acronym.split()][
        :MOST_INITIALS
    ]
    others = [name for name in ordered if name not in meant]
    return [*others[:BEFORE_INITIALS], *meant, *others[BEFORE_INITIALS:]]


def close(typed: Sequence[str], found: Iterable[Name]) -> list[Name]:
    """The closest first; what is like the query in no way is left out."""
    phrase = " ".join(typed)
    scored = []
    for name in set(found):
        whole, words = (
            likeness(phrase, name.plain),
            likeness_of_words(typed, name.plain),
        )
        if max(whole, words) >= CLOSE:
            place = (-whole - words, bool(name.shown), name.plain, name.sponsor)
            scored.append((place, name))
    return [name for _place, name in sorted(scored, key=lambda one: one[0])]


def is_very_close(typed: Sequence[str], name: Name) -> bool:
    return likeness(" ".join(typed), name.plain) >= VERY_CLOSE


def likeness_of_words(typed: Sequence[str], plain: str) -> float:
    """Of each typed word to the nearest word, or to its beginning; long words count."""
    words = plain.split()
    likest = (
        len(word) * max(likeness_of_word(word, w) for w in words) for word in typed
    )
    return sum(likest) / sum(map(len, typed))


def likeness_of_word(typed: str, word: str) -> float:
    return max(fuzz.ratio(typed, word), fuzz.ratio(typed, word[: len(typed)]))
