"""Names as people type them, made comparable."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

LEGAL_FORM = re.compile(r"co(mpany)?|corp(oration)?|inc(orporated)?|ll[cp]|ltd|limited")
UNDECOMPOSED = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
APOSTROPHES = re.compile(r"['’`]")
INITIALS = re.compile(r"\b(\w) (?=\w\b)")
PIECES = re.compile(r"[\w'’`]+|[^\w'’`]+")

type Part = tuple[str, bool]


def plain(text: str) -> str:
    """Small letters and digits without accents, and spaces for the rest."""
    spelled = APOSTROPHES.sub("", text).replace("&", " and ")
    apart = unicodedata.normalize("NFKD", spelled).casefold().translate(UNDECOMPOSED)
    bare = (char for char in apart if not unicodedata.combining(char))
    return "".join(char if char.isalnum() else " " for char in bare)


def words_of(name: str) -> list[str]:
    """The words that count: initials joined, legal forms at the end dropped."""
    words = INITIALS.sub(r"\1", " ".join(plain(name).split())).split()
    while words and LEGAL_FORM.fullmatch(words[-1]) and len("".join(words[:-1])) > 1:
        words.pop()
    return words


def matches(typed: Sequence[str], name: str) -> bool:
    """Whether each typed word begins a word of the name, in any order."""
    words = words_of(name)
    return all(any(word.startswith(start) for word in words) for start in typed)


def marked(typed: Sequence[str], name: str) -> Iterator[Part]:
    """The name in parts, each with whether it is what was typed."""
    for piece in PIECES.findall(unicodedata.normalize("NFC", name)):
        end = typed_length(typed, piece)
        if end:
            yield piece[:end], True
        if piece[end:]:
            yield piece[end:], False


def typed_length(typed: Sequence[str], piece: str) -> int:
    word = plain(piece).strip()
    longest = max((len(t) for t in typed if word.startswith(t)), default=0)
    is_letter_by_letter = plain(piece[:longest]) == word[:longest]
    return longest if is_letter_by_letter else len(piece)
