"""Every figure as a file, so that no request has to work out where a knee is."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from exercises.figures.flipbook import FLIPPED, layers
from exercises.figures.movement import Movement
from exercises.figures.movements import MOVEMENTS
from exercises.figures.pen import number
from exercises.figures.props import ground
from exercises.figures.skeleton import BUILDS, SLENDER, Build

BAKED = Path(__file__).parent / "baked"
HEADER = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{}">'


@cache
def drawing_of(key: str, build: Build = SLENDER) -> list[str]:
    """The ground and the body of a movement: all of its frames, in layers.

    A movement that nobody has baked yet is drawn on the spot.
    """
    file = BAKED / build.name / f"{key}.svg"
    text = file.read_text() if file.exists() else bake(MOVEMENTS[key], build)
    return text.splitlines()[1:-1]


def bake(movement: Movement, build: Build) -> str:
    view = " ".join(map(number, movement.view))
    lines = [HEADER.format(view), *_drawing(movement, build), "</svg>"]
    return "\n".join(lines) + "\n"


def _drawing(movement: Movement, build: Build) -> Iterator[str]:
    below = ground(movement)
    first, *rest = layers(movement, build)
    if first.startswith(FLIPPED):
        yield from (below, first, *rest)
    else:
        yield from (below + first, *rest)


def bake_all() -> int:
    """Writes the files, removes those of movements that are gone, and counts."""
    for build in BUILDS:
        folder = BAKED / build.name
        folder.mkdir(parents=True, exist_ok=True)
        for file in folder.glob("*.svg"):
            if file.stem not in MOVEMENTS:
                file.unlink()
        for key, movement in MOVEMENTS.items():
            (folder / f"{key}.svg").write_text(bake(movement, build))
    return len(MOVEMENTS)
