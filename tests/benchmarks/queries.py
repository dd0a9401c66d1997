"""What people type for a name: as it is, in part, with slips, in another order."""

import random
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from portal.plans.names import words_of
from portal.plans.search.entries import acronyms

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LEGAL = ["Inc", "LLC", "Co", "Corp.", "Company", "Ltd"]


@dataclass(frozen=True)
class Target:
    sponsor: int
    name: str
    alias: str = ""


def slip(rng: random.Random, text: str, first: int, last: int) -> str:
    """One letter wrong, missing, too many, or 2 in the wrong order."""
    places = [n for n in range(first, last) if text[n].isalnum()]
    place = rng.choice(places)
    kind = rng.randrange(4)
    if kind == 0:
        return text[:place] + rng.choice(LETTERS) + text[place + 1 :]
    if kind == 1:
        return text[:place] + text[place + 1 :]
    if kind == 2:
        return text[:place] + rng.choice(LETTERS) + text[place:]
    nearby = place + 1 if place + 1 < last else place - 1
    one, other = sorted((place, nearby))
    if one < 0:
        return text[1:]
    return text[:one] + text[other] + text[one] + text[other + 1 :]


def bare(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(char for char in apart if not unicodedata.combining(char))


def plain(target: Target) -> str:
    return " ".join(words_of(target.name))


def rotated(rng: random.Random, target: Target) -> str | None:
    words = words_of(target.name)
    turn = rng.randrange(1, len(words)) if len(words) > 1 else 0
    return " ".join(words[turn:] + words[:turn]) if turn else None


def two_slips(rng: random.Random, target: Target) -> str | None:
    text = plain(target)
    if len(text) < 8:
        return None
    once = slip(rng, text, 0, len(text))
    return slip(rng, once, 0, len(once))


def slip_anywhere(rng: random.Random, target: Target) -> str | None:
    text = plain(target)
    return slip(rng, text, 0, len(text)) if len(text) >= 5 else None


def slip_in_first(rng: random.Random, target: Target) -> str | None:
    first = words_of(target.name)[0]
    return slip(rng, plain(target), 0, len(first)) if len(first) >= 5 else None


def cut(rng: random.Random, target: Target) -> str | None:
    """Each word half typed."""
    words = words_of(target.name)
    if len(words) < 2:
        return None
    return " ".join(word[: max(3, round(len(word) * 0.7))] for word in words)


def acronym(rng: random.Random, target: Target) -> str | None:
    made = sorted(acronyms(words_of(target.name)))
    return made[0][1:] if made and len(words_of(target.name)) > 2 else None


def without_accents(rng: random.Random, target: Target) -> str | None:
    return bare(target.name) if bare(target.name) != target.name else None


def other_legal_form(rng: random.Random, target: Target) -> str | None:
    name = plain(target).replace(" & ", " and ")
    return f"{name} {rng.choice(LEGAL)}"


def start(rng: random.Random, target: Target) -> str | None:
    text = plain(target)
    return text[: max(2, round(len(text) * 0.7))]


KINDS: dict[str, Callable[[random.Random, Target], str | None]] = {
    "exact": lambda rng, target: target.name,
    "prefix (70 %)": start,
    "1 typo": slip_anywhere,
    "typo in first word": slip_in_first,
    "2 typos": two_slips,
    "cut words": cut,
    "word order": rotated,
    "alias": lambda rng, target: target.alias or None,
    "acronym": acronym,
    "accents dropped": without_accents,
    "legal suffix": other_legal_form,
}


def asked(
    kind: str, targets: Sequence[Target], seed: int, most: int
) -> list[tuple[str, Target]]:
    rng = random.Random(f"{seed} {kind}")  # noqa: S311  # nothing secret
    shuffled = rng.sample(targets, len(targets))
    found: list[tuple[str, Target]] = []
    for target in shuffled:
        query = KINDS[kind](rng, target) if words_of(target.name) else None
        if query and len(found) < most:
            found.append((query, target))
    return found


def keystrokes(targets: Sequence[Target], seed: int, most: int) -> list[str]:
    """2 to 14 letters, as they are typed; every other name with a slip in it."""
    rng = random.Random(f"{seed} keystrokes")  # noqa: S311  # nothing secret
    typed = []
    for n, target in enumerate(rng.sample(targets, min(most, len(targets)))):
        text = plain(target)
        if n % 2 and len(text) >= 5:
            text = slip(rng, text, 0, min(len(text), 10))
        typed += [text[:length] for length in range(2, min(len(text), 14) + 1)]
    return typed
