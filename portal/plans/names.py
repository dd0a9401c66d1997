"""Names as people type them, made comparable."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

LEGAL_FORM = re.compile(r"co(mpany)?|corp(oration)?|inc(orporated)?|ll[cp]|ltd|limited")
LEGAL_FORMS = ("company", "corporation", "incorporated", "llc", "llp", "ltd", "limited")
AND = "and"
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
    """The words that count: initials joined; no "and", no legal form at the end."""
    words = INITIALS.sub(r"\1", " ".join(plain(name).split())).split()
    words = [word for word in words if word != AND] or words
    while words and LEGAL_FORM.fullmatch(words[-1]) and len("".join(words[:-1])) > 1:
        words.pop()
    return words


def may_be_left_out(word: str) -> bool:
    """Half of a word that names are compared without."""
    return any(whole.startswith(word) for whole in (AND, *LEGAL_FORMS))


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
