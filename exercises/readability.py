"""Reading age by the Automated Readability Index, which needs no word lists."""

import re
from collections.abc import Iterator

CITATION = re.compile(r"\[@[\w-]+\]")
NO_SENTENCE = re.compile(r"^(?:#+ |:::).*$", re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
LIST_MARK = re.compile(r"^\s*(?:[-*]|\d+\.)\s+", re.MULTILINE)
PARAGRAPH_END = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)*]*(?:\s*\[@[\w-]+\])*\s+")
WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")

YEARS_BEFORE_FIRST_GRADE = 5


def sentences(text: str) -> list[str]:
    """Plain sentences of Markdown prose, without headings, citations or marks."""
    found = (CITATION.sub("", each) for each in cited_sentences(text))
    return [" ".join(sentence.split()) for sentence in found]


def cited_sentences(text: str) -> list[str]:
    """The same with their citations; one behind the full stop belongs to what it follows."""
    blocks = PARAGRAPH_END.split(NO_SENTENCE.sub("\n", text))
    plain = (LINK.sub(r"\1", LIST_MARK.sub("", block)) for block in blocks)
    flat = (" ".join(block.replace("**", "").split()) for block in plain)
    parts = (part for block in flat for part in _parts(block))
    return [part for part in parts if WORD.search(CITATION.sub("", part))]


def _parts(block: str) -> Iterator[str]:
    start = 0
    for end in SENTENCE_END.finditer(block):
        yield block[start : end.end()].rstrip()
        start = end.end()
    yield block[start:]


def words(text: str) -> list[str]:
    return WORD.findall(text)


def reading_age(text: str) -> float:
    """Age in years at which most people can read this; 0 for an empty text."""
    found = sentences(text)
    tokens = [word for sentence in found for word in words(sentence)]
    if not tokens:
        return 0.0
    characters = sum(character.isalnum() for word in tokens for character in word)
    return _grade(characters, len(tokens), len(found)) + YEARS_BEFORE_FIRST_GRADE


def _grade(characters: int, word_count: int, sentence_count: int) -> float:
    letters_per_word = characters / word_count
    words_per_sentence = word_count / sentence_count
    return 4.71 * letters_per_word + 0.5 * words_per_sentence - 21.43
