"""The names that a mistyped query may have meant: its words first, then its names."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from portal.plans.models import SearchSlip, SearchWord
from portal.plans.search import looking_up
from portal.plans.search.dialects import Term
from portal.plans.search.looking_up import MANY, Name, Part, Word, half, whole
from portal.plans.search.stems import LONGEST_STEM, SHORTEST, keys_of

MOST_WORDS = 30
MOST_READ = 3_000
FEWEST_SPLIT = 2
MOST_RETYPED = 3

type Counted = Mapping[str, int]


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
    pool = words_near([word.text for word in doubted if slips(word.text)])
    every = (part_for(word, words[-1], doubted, pool) for word in words)
    return [part for part in every if part]


def read(parts: Sequence[Part], *, is_all: bool) -> list[Name]:
    """Names that hold the parts. Where all words are in doubt, 1 of them may be wrong."""
    if not parts:
        return []
    found = looking_up.containing(parts) + looking_up.beginning_with(*phrases(parts))
    few = [part for part in parts if part.names <= looking_up.FEW]
    if not found and len(few) > 1 and is_all:
        found = looking_up.containing_all_but_one(few)
    return found


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
    if word not in doubted:
        return half(word) if word is last else whole(word)
    own = half(word) if word is last else whole(word)
    terms = [*own.group] if word.is_there else []
    if word is last and not word.beginnings:
        near = beginnings(word.text, pool)
    else:
        close = nearest(word.text, list(pool), most=1 if word.is_there else None)
        near = {text: pool[text] for text in close}
    terms += [Term(text, is_beginning=word is last) for text in near]
    names = own.names + sum(near.values())
    if not terms:
        return None
    return Part(list(dict.fromkeys(terms)), names, terms[0].text, is_sure=False)


def beginnings(typed: str, pool: Counted) -> Counted:
    """What a half-typed word may have begun as, and in how many names."""
    length = len(typed)
    if length < LONGEST_STEM:
        stems = [stem for stem in stems_near(typed) if len(stem) >= length]
        return dict.fromkeys(nearest(typed, stems), MANY)
    cut: dict[str, int] = {}
    for text, names in pool.items():
        for part in {text[:length], text[: length + 1], text[: length - 1]}:
            cut[part] = cut.get(part, 0) + names
    return {text: cut[text] for text in nearest(typed, list(cut))}


def keys_for(typed: Sequence[str]) -> set[str]:
    return {key for word in typed for key in keys_of(word[:LONGEST_STEM])}


def words_near(typed: Sequence[str]) -> Counted:
    """Words that begin about alike, those in most names first."""
    if not typed:
        return {}
    stems = SearchSlip.objects.filter(key__in=keys_for(typed)).values("stem")
    words = SearchWord.objects.filter(stem__in=stems, names__gt=0).order_by("-names")
    return dict(words.values_list("text", "names")[:MOST_READ])


def stems_near(typed: str) -> list[str]:
    if not slips(typed):
        return []
    slip = SearchSlip.objects.filter(key__in=keys_for([typed])).order_by()
    return list(slip.values_list("stem", flat=True).distinct()[:MOST_READ])


def run_together(typed: Sequence[str]) -> list[Name]:
    """A space too much or too little."""
    ways = [*split(typed), *joined(typed)]
    there = known_among({text for way in ways for text in way})
    meant = [way for way in ways if there.issuperset(way)][:MOST_RETYPED]
    found = (looking_up.with_all(looking_up.known(way)) for way in meant)
    return [name for names in found for name in names]


def known_among(texts: set[str]) -> set[str]:
    there = SearchWord.objects.filter(text__in=texts, names__gt=0).order_by()
    return set(there.values_list("text", flat=True))


def split(typed: Sequence[str]) -> Iterator[list[str]]:
    for n, word in enumerate(typed):
        for cut in range(FEWEST_SPLIT, len(word) - FEWEST_SPLIT + 1):
            yield [*typed[:n], word[:cut], word[cut:], *typed[n + 1 :]]


def joined(typed: Sequence[str]) -> Iterator[list[str]]:
    for n, (one, other) in enumerate(pairwise(typed)):
        yield [*typed[:n], one + other, *typed[n + 2 :]]
