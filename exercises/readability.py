"""Reading age by the Automated Readability Index, which needs no word lists."""

import re

CITATION = re.compile(r"\[@[a-z0-9-]+\]")
HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
LIST_MARK = re.compile(r"^\s*(?:[-*]|\d+\.)\s+", re.MULTILINE)
PARAGRAPH_END = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)*]*\s+")
WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")

YEARS_BEFORE_FIRST_GRADE = 5


def sentences(text: str) -> list[str]:
    """Plain sentences of Markdown prose, without headings, citations or marks."""
    blocks = PARAGRAPH_END.split(HEADING.sub("\n", CITATION.sub("", text)))
    plain = (LINK.sub(r"\1", LIST_MARK.sub("", block)) for block in blocks)
    flat = (" ".join(block.replace("**", "").split()) for block in plain)
    parts = (part for block in flat for part in SENTENCE_END.split(block))
    return [part for part in parts if WORD.search(part)]


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
