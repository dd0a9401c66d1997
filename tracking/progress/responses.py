"""What the member said after each exercise. Session-wide numbers play no part."""

from collections.abc import Iterable
from dataclasses import dataclass

ENOUGH_ANSWERS = 5

type Counts = tuple[int, int, int]


@dataclass(frozen=True)
class Response:
    """The answers about one exercise: better, the same, worse, of two questions."""

    title: str
    leg: Counts = (0, 0, 0)
    reach: Counts = (0, 0, 0)

    @property
    def n(self) -> int:
        return max(sum(self.leg), sum(self.reach))


def is_enough(counts: Counts) -> bool:
    return sum(counts) >= ENOUGH_ANSWERS


def in_order(responses: Iterable[Response]) -> tuple[Response, ...]:
    """Those answered most first; of a tie, by their titles."""
    answered = [response for response in responses if response.n]
    return tuple(sorted(answered, key=lambda r: (-r.n, r.title)))
