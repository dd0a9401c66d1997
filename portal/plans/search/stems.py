"""Beginnings of words. Two words with one slip between them share one of these keys."""

LONGEST_STEM = 6
SHORTEST = 3


def one_left_out(stem: str) -> set[str]:
    return {stem[:n] + stem[n + 1 :] for n in range(len(stem))}


def keys_of(stem: str) -> set[str]:
    return {stem} | one_left_out(stem)


def stems_of(word: str) -> set[str]:
    """Its beginnings of 4 to 6 letters; a shorter word as it is."""
    lengths = range(min(len(word), 4), min(len(word), LONGEST_STEM) + 1)
    return {word[:length] for length in lengths if length >= SHORTEST}
