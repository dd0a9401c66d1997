from collections.abc import Iterator
from contextlib import contextmanager


class RefusedError(ValueError):
    """A sentence about a value, and the keys that lead to it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.keys: list[str] = []

    def __str__(self) -> str:
        sentence = super().__str__()
        return f"{', '.join(self.keys)}: {sentence}" if self.keys else sentence


class ContentError(Exception):
    """What is wrong with the files, one line each."""


@contextmanager
def within(key: str) -> Iterator[None]:
    """Names the key that a refusal comes from."""
    try:
        yield
    except RefusedError as refusal:
        refusal.keys.insert(0, key)
        raise


def refuse_unknown(given: object, known: list[str]) -> dict[str, object]:
    """The mapping itself, when it holds known keys only."""
    if not isinstance(given, dict):
        raise RefusedError("It takes keys with values.")
    for key in given:
        if key not in known:
            raise RefusedError(f'It has no key "{key}". It takes: {", ".join(known)}.')
    return given
