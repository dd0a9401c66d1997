"""Which of the names that were found comes first."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from portal.plans.search.looking_up import Name

CLOSE = 70
VERY_CLOSE = 85
BEFORE_INITIALS = 3
MOST_INITIALS = 2

type Place = tuple[float, float, str]
type Scores = Mapping[str, float]


def likeness(phrase: str, plains: Iterable[str]) -> Scores:
    """From 0 to 100: of the whole, of its beginning, or of its words in any order."""
    names = list(dict.fromkeys(plains))
    begun = scores(phrase, {name[: len(phrase)] for name in names}, fuzz.ratio)
    whole = scores(phrase, names, fuzz.ratio)
    sorted_words = scores(phrase, names, fuzz.token_sort_ratio)
    return {
        name: max(whole[name], begun[name[: len(phrase)]] - 1, sorted_words[name] - 1)
        for name in names
    }


def scores(
    typed: str, among: Iterable[str], scorer: Callable[..., float]
) -> dict[str, float]:
    """All in one call: one at a time, calling would be most of the work."""
    found = process.extract(typed, list(among), scorer=scorer, limit=None)
    return {text: score for text, score, _place in found}


def begin(typed: Sequence[str], plain: str) -> bool:
    """Whether each typed word begins a word of the name, in any order."""
    words = plain.split()
    return all(any(word.startswith(start) for word in words) for start in typed)


def exact(typed: Sequence[str], found: Iterable[Name]) -> list[Name]:
    """A whole name, then the beginning of a sponsor's own, then the others.

    Names with these initials follow the first few that begin so.
    """
    phrase, names = " ".join(typed), set(found)
    held = [name.plain for name in names if begin(typed, name.plain)]
    like = likeness(phrase, held)
    placed = [(place(phrase, name, like), name) for name in names]
    kept = [(where, name.sponsor, name) for where, name in placed if where]
    ordered = [name for _place, _sponsor, name in sorted(kept, key=lambda one: one[:2])]
    return initials_forward(f"={phrase}", ordered)


def place(phrase: str, name: Name, like: Scores) -> Place | None:
    """`like` holds the names that hold each typed word."""
    if name.plain == phrase:
        return (0, 0, name.shown)
    if name.plain.startswith(phrase) and not name.shown:
        return (1, 0, name.plain)
    if name.plain in like:
        return (2, -like[name.plain], name.plain)
    return (3, 0, name.plain) if f"={phrase}" in name.acronym.split() else None


def initials_forward(acronym: str, ordered: list[Name]) -> list[Name]:
    """No more than 2: they may not be what was meant."""
    meant = [name for name in ordered if acronym in name.acronym.split()][
        :MOST_INITIALS
    ]
    others = [name for name in ordered if name not in meant]
    return [*others[:BEFORE_INITIALS], *meant, *others[BEFORE_INITIALS:]]


def close(typed: Sequence[str], found: Iterable[Name], whole: Scores) -> list[Name]:
    """The closest first; what is like the query in no way is left out.

    `whole` is the likeness of each name to all that was typed.
    """
    names = set(found)
    by_word = likeness_of_words(typed, whole)
    placed = [
        (
            (
                -whole[name.plain] - by_word[name.plain],
                bool(name.shown),
                name.plain,
                name.sponsor,
            ),
            name,
        )
        for name in names
        if max(whole[name.plain], by_word[name.plain]) >= CLOSE
    ]
    return [name for _place, name in sorted(placed, key=lambda one: one[0])]


def likeness_of_words(typed: Sequence[str], plains: Iterable[str]) -> Scores:
    """Of each typed word to the nearest word, or to its beginning; long words count."""
    split = {plain: plain.split() for plain in plains}
    words = {word for found in split.values() for word in found}
    likest = [(len(word), likeness_of_word(word, words)) for word in typed]
    letters = sum(map(len, typed))
    return {
        plain: sum(n * max(like[word] for word in found) for n, like in likest)
        / letters
        for plain, found in split.items()
    }


def likeness_of_word(typed: str, words: Iterable[str]) -> Scores:
    length = len(typed)
    among = {text for word in words for text in (word, word[:length])}
    score = scores(typed, among, fuzz.ratio)
    return {word: max(score[word], score[word[:length]]) for word in words}
