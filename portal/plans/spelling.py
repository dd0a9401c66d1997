"""The names that a mistyped query may have meant."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from django.db.models import Q

from portal.plans.models import Sponsor

MOST_SUGGESTIONS = 3
MOST_CANDIDATES = 200
MOST_WORDS = 8
ROUNDING = 1e-9
AS_GOOD = 0.05
NOT_CLOSE = (0, 0)
ALIAS_WEIGHT = 0.99


def close_to(typed: Sequence[str]) -> tuple[Sponsor, ...]:
    """The closest names among those that begin alike: two letters, or else one."""
    words = typed[:MOST_WORDS]
    return closest(words, letters=2) or closest(words, letters=1)


def closest(words: Sequence[str], letters: int) -> tuple[Sponsor, ...]:
    scored = [(closeness(words, s), s) for s in candidates(words, letters)]
    close = [(score, sponsor) for score, sponsor in scored if score > NOT_CLOSE]
    close.sort(key=lambda pair: pair[0], reverse=True)
    as_good = (s for (score, _start), s in close if score >= close[0][0][0] - AS_GOOD)
    return tuple(as_good)[:MOST_SUGGESTIONS]


def candidates(words: Sequence[str], letters: int) -> list[Sponsor]:
    starts = Q()
    for word in words:
        starts |= Q(search_words__contains=f" {word[:letters]}")
    return list(Sponsor.objects.searchable().filter(starts)[:MOST_CANDIDATES])


def closeness(words: Sequence[str], sponsor: Sponsor) -> tuple[float, float]:
    """The likeness of the nearest name, and then of its beginning."""
    own, *others = sponsor.search_words.strip().split("\n")
    scores = [likeness_of_name(words, own.split())]
    scores += [likeness_of_name(words, o.split(), ALIAS_WEIGHT) for o in others]
    return max(scores)


def likeness_of_name(
    words: Sequence[str], name: Sequence[str], weight: float = 1
) -> tuple[float, float]:
    """Word by word in any order, or run together when a space is the slip."""
    joined = likeness("".join(words), "".join(name)) * weight
    return max(joined, likeness_by_word(words, name) * weight), joined


def likeness_by_word(words: Sequence[str], name: Sequence[str]) -> float:
    worst = 1.0
    for word in words:
        worst = min(worst, max((likeness(word, n) for n in name), default=0))
        if not worst:
            break
    return worst


def likeness(typed: str, name: str) -> float:
    """From 0 to 1, of the word or of its beginning; 0 with more than 1 or 2 slips."""
    needed = 1 - slips(typed) / len(typed) - ROUNDING
    return max(ratio(typed, part, needed) for part in (name, name[: len(typed)]))


def slips(word: str) -> int:
    return (len(word) > 2) + (len(word) > 5)


def ratio(typed: str, name: str, needed: float) -> float:
    matcher = SequenceMatcher(None, typed, name, autojunk=False)
    if matcher.real_quick_ratio() < needed or matcher.quick_ratio() < needed:
        return 0
    found = matcher.ratio()
    return found if found >= needed else 0
