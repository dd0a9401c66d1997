"""What a sentence says, and what it denies: a "not" reaches to the next subject."""

import re
from collections.abc import Iterator

NEGATION = re.compile(
    r"\b(?:no|not(?! only\b)|never|nobody|none|nothing|neither|nor"
    r"|cannot|without)\b|n['’]t\b",
    re.IGNORECASE,
)
# A new subject ends the reach of a "not": "It does not hurt, and it cures" is caught.
CLAUSE_END = re.compile(
    r"[;:]\s|,?\s+but\s|[,–—]\s*(?:yet|and yet)\s"
    r"|,\s+(?:(?:and|so|because)\s+)?"
    r"(?=(?:it|this|that|they|these|you|your|we|our|exercise|stepwell)\b)",
    re.IGNORECASE,
)
# Words between two halves of a claim, as long as none of them denies it.
GAP = r"(?:(?!\b(?:not|no|never|cannot|nor)\b|n['’]t\b).){0,50}?"


def clauses(sentence: str) -> Iterator[str]:
    """The sentence, cut where the reach of a negation ends."""
    start = 0
    for end in CLAUSE_END.finditer(sentence):
        yield sentence[start : end.start()]
        start = end.end()
    yield sentence[start:]


def asserted(clause: str, pattern: re.Pattern[str]) -> Iterator[str]:
    """The words that match, unless the clause has denied them before."""
    for match in pattern.finditer(clause):
        if not NEGATION.search(clause, 0, match.start()):
            yield match[0]
