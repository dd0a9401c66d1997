"""The names that a mistyped query may have meant: its words first, then its names."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from portal.plans.search import looking_up
from portal.plans.search.dialects import Term
from portal.plans.search.looking_up import (
    MANY,
    MOST_NAMES,
    Name,
    Part,
    Word,
    half,
    whole,
)
from portal.plans.search.nearby import Counted, known_among, stems_near, words_near
from portal.plans.search.stems import LONGEST_STEM, SHORTEST

MOST_WORDS = 30
FEWEST_SPLIT = 2
MOST_RETYPED = 3
ENOUGH = 20


def slips(word: str) -> int:
    """How many slips of the finger a word may hold."""
    return (len(word) >= SHORTEST) + (len(word) >= LONGEST_STEM)


def nearest(typed: str, among: Sequence[str], most: int | None = None) -> list[str]:
    """The closest first; among the equally close, in the order given."""
    most = slips(typed) if most is None else most
    found = process.extract(
        typed, among, scorer=OSA.distance, score_cutoff=most, limit=MOST_WORDS
    )
    return [text for text, _slips, _place in found]


def readings(words: Sequence[Word]) -> Iterator[list[Name]]:
    """From the narrowest reading to the widest."""
    unknown = [word for word in words if not word.is_there]
    narrow = parts_for(words, unknown) if unknown else []
    found = read(narrow, is_all=len(unknown) == len(words))
    yield found
    if len(unknown) < len(words):
        wide = parts_for(words, words)
        if not found or [p.group for p in wide] != [p.group for p in narrow]:
            yield read(wide, is_all=True)
    yield run_together([word.text for word in words])


def parts_for(words: Sequence[Word], doubted: Sequence[Word]) -> list[Part]:
    asked = [word for word in doubted if not is_short_end(word, words[-1])]
    pool = words_near([word.text for word in asked if slips(word.text)])
    every = (part_for(word, words[-1], doubted, pool) for word in words)
    return [part for part in every if part]


def read(parts: Sequence[Part], *, is_all: bool) -> list[Name]:
    """Names that hold the parts. Where all words are in doubt, 1 of them may be wrong."""
    if not parts:
        return []
    found = looking_up.beginning_with(list(phrases(parts)))
    if len(parts) == 1 and parts[0].names > looking_up.MOST_READ:
        found += at_the_beginning(parts[0])
        if len({name.sponsor for name in found}) >= ENOUGH:
            return found
    found += looking_up.containing(parts)
    few = [part for part in parts if part.names <= looking_up.FEW]
    if not found and len(few) > 1 and is_all:
        found = looking_up.containing_all_but_one(few)
    return found


def at_the_beginning(part: Part) -> list[Name]:
    """Of words in more names than may be read, and there people begin to type."""
    texts = [term.text for term in part.group]
    return looking_up.beginning_with(texts, MOST_NAMES // len(texts))


def phrases(parts: Sequence[Part]) -> Iterator[str]:
    """The likeliest, and each with the second choice for one of its words."""
    first = [part.group[0].text for part in parts]
    yield " ".join(first)
    for n, part in enumerate(parts):
        second = [t.text for t in part.group if t.text != first[n]][:1]
        if second:
            yield " ".join([*first[:n], *second, *first[n + 1 :]])


def part_for(
    word: Word, last: Word, doubted: Sequence[Word], pool: Counted
) -> Part | None:
    """None for a word that is close to nothing: the others have to do."""
    own = half(word) if word is last else whole(word)
    if word not in doubted:
        return own
    terms = [*own.group] if word.is_there else []
    if is_short_end(word, last):
        near = stems_of_many(word.text)
    elif word is last and not word.beginnings:
        near = beginnings(word.text, pool)
    else:
        close = nearest(word.text, list(pool), most=1 if word.is_there else None)
        near = {text: pool[text] for text in close}
    terms += [Term(text, is_beginning=word is last) for text in near]
    names = own.names + sum(near.values())
    if not terms:
        return None
    return Part(list(dict.fromkeys(terms)), names, terms[0].text, is_sure=False)


def is_short_end(word: Word, last: Word) -> bool:
    """A word as it is typed, and not yet long enough to look for whole words."""
    return word is last and not word.beginnings and len(word.text) < LONGEST_STEM


def stems_of_many(typed: str) -> Counted:
    near = stems_near(typed) if slips(typed) else []
    stems = [stem for stem in near if len(stem) >= len(typed)]
    return dict.fromkeys(nearest(typed, stems), MANY)


def beginnings(typed: str, pool: Counted) -> Counted:
    """What a half-typed word may have begun as, and in how many names."""
    length = len(typed)
    cut: dict[str, int] = {}
    for text, names in pool.items():
        for part in {text[:length], text[: length + 1], text[: length - 1]}:
            cut[part] = cut.get(part, 0) + names
    return {text: cut[text] for text in nearest(typed, list(cut))}


def run_together(typed: Sequence[str]) -> list[Name]:
    """A space too much or too little."""
    ways = [*split(typed), *joined(typed)]
    there = known_among({text for way in ways for text in way})
    meant = [way for way in ways if there.issuperset(way)][:MOST_RETYPED]
    found = (looking_up.with_all(looking_up.known(way)) for way in meant)
    return [name for names in found for name in names]


def split(typed: Sequence[str]) -> Iterator[list[str]]:
    for n, word in enumerate(typed):
        for cut in range(FEWEST_SPLIT, len(word) - FEWEST_SPLIT + 1):
            yield [*typed[:n], word[:cut], word[cut:], *typed[n + 1 :]]


def joined(typed: Sequence[str]) -> Iterator[list[str]]:
    for n, (one, other) in enumerate(pairwise(typed)):
        yield [*typed[:n], one + other, *typed[n + 2 :]]
