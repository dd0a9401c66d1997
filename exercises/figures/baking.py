"""Every figure as a file, so that no request has to work out where a knee is."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from exercises.figures.flipbook import FLIPPED, layers
from exercises.figures.movement import Movement
from exercises.figures.movements import MOVEMENTS
from exercises.figures.pen import number
from exercises.figures.props import ground

BAKED = Path(__file__).parent / "baked"
HEADER = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}">'


@cache
def drawing_of(key: str) -> list[str]:
    """The ground and the body of a movement: all of its frames, in layers.

    A movement that nobody has baked yet is drawn on the spot.
    """
    file = BAKED / f"{key}.svg"
    text = file.read_text() if file.exists() else bake(MOVEMENTS[key])
    return text.splitlines()[1:-1]


def bake(movement: Movement) -> str:
    view = " ".join(map(number, movement.view))
    lines = [HEADER.format(view), *_drawing(movement), "</svg>"]
    return "\n".join(lines) + "\n"


def _drawing(movement: Movement) -> Iterator[str]:
    below = ground(movement)
    first, *rest = layers(movement)
    if first.startswith(FLIPPED):
        yield from (below, first, *rest)
    else:
        yield from (below + first, *rest)


def bake_all() -> int:
    """Writes the files, removes those of movements that are gone, and counts."""
    BAKED.mkdir(exist_ok=True)
    for stale in BAKED.glob("*.svg"):
        if stale.stem not in MOVEMENTS:
            stale.unlink()
    for key, movement in MOVEMENTS.items():
        (BAKED / f"{key}.svg").write_text(bake(movement))
    return len(MOVEMENTS)
