"""The names that a mistyped query may have meant."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from django.db.models import Q

from portal.plans.models import Sponsor

MOST_SUGGESTIONS = 3
MOST_CANDIDATES = 200
MOST_WORDS = 8
ROUNDING = 1e-9


def close_to(typed: Sequence[str]) -> tuple[Sponsor, ...]:
    """The closest names among those that begin alike: two letters, or else one."""
    words = typed[:MOST_WORDS]
    return closest(words, letters=2) or closest(words, letters=1)


def closest(words: Sequence[str], letters: int) -> tuple[Sponsor, ...]:
    scored = ((closeness(words, s), s) for s in candidates(words, letters))
    close = [(score, sponsor) for score, sponsor in scored if score]
    close.sort(key=lambda pair: (-pair[0], pair[1].name))
    return tuple(sponsor for _score, sponsor in close[:MOST_SUGGESTIONS])


def candidates(words: Sequence[str], letters: int) -> list[Sponsor]:
    starts = Q()
    for word in words:
        starts |= Q(search_words__contains=f" {word[:letters]}")
    return list(Sponsor.objects.searchable().filter(starts)[:MOST_CANDIDATES])


def closeness(words: Sequence[str], sponsor: Sponsor) -> float:
    lines = sponsor.search_words.strip().split("\n")
    return max(likeness_of_names(words, line.split()) for line in lines)


def likeness_of_names(words: Sequence[str], names: Sequence[str]) -> float:
    """Word by word in any order, or run together when a space is the slip."""
    joined = likeness("".join(words), "".join(names))
    worst = 1.0
    for word in words:
        worst = min(worst, max((likeness(word, n) for n in names), default=0))
        if not worst:
            break
    return max(joined, worst)


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
