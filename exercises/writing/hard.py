"""How hard a text is to read: its length and its age."""

from collections.abc import Iterator

from exercises.readability import reading_age, sentences, words

LONGEST_SENTENCE = 20
LONGEST_STEP = 20
OLDEST = 11.0
# The index counts letters and words: of a few words it says nothing.
FEWEST_WORDS = 30


def long_sentences(text: str) -> Iterator[tuple[str, int]]:
    for sentence in sentences(text):
        count = len(words(sentence))
        if count > LONGEST_SENTENCE:
            yield sentence, count


def age_of(text: str) -> float | None:
    """Nothing for a text that is too short to have one."""
    count = sum(len(words(sentence)) for sentence in sentences(text))
    return reading_age(text) if count >= FEWEST_WORDS else None
