"""The frames of a movement as layers of SVG text.

What stays the same in all frames is drawn once; what changes is drawn once a frame, in
groups that the stylesheet shows one after the other. All still pictures are read from
the same layers.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from exercises.figures.body import SideBody
from exercises.figures.movement import FINISH, Movement
from exercises.figures.part import Part
from exercises.figures.props import passed
from exercises.figures.skeleton import SLENDER, Build
from exercises.figures.solving import Joints, solve

FRAMES = 9
LAST = FRAMES - 1
FLIPPED = '<g class="f f'


def shares(movement: Movement) -> list[float]:
    """How far along each frame is; one frame for a movement that is held."""
    if not movement.moves:
        return [0.0]
    evenly = [index / LAST for index in range(FRAMES)]
    return evenly[:-1] if movement.cycle else [eased(share) for share in evenly]


def eased(share: float) -> float:
    """Slow at both ends."""
    return share * share * (3 - 2 * share)


def frame_number(movement: Movement, frame: int) -> int:
    """Which of the frames shows the start, or the finish."""
    if frame != FINISH or not movement.moves:
        return 0
    return FRAMES // 2 if movement.cycle else LAST


def layers(movement: Movement, build: Build = SLENDER) -> list[str]:
    frames = [list(scene(movement, share, build)) for share in shares(movement)]
    return list(_layers(list(zip(*frames, strict=True)), len(frames)))


def scene(movement: Movement, share: float, build: Build) -> Iterator[str]:
    """The body, between the things behind it and those before it."""
    if movement.turned:
        yield from map(_path, movement.turned.parts_at(share, build))
        return
    joints = solve(movement.pose_at(share))
    strength = share if movement.moves else 1.0
    yield from (passed(thing, share, movement.view) for thing in movement.passing)
    yield from (thing.draw(joints) for thing in movement.behind)
    yield from map(_path, SideBody(joints, build, movement.effort, strength).parts())
    yield from (thing.draw(joints) for thing in movement.before)


def body(joints: Joints, build: Build = SLENDER) -> list[str]:
    return [_path(part) for part in SideBody(joints, build).parts()]


def _path(part: Part) -> str:
    return f'<path class="{part.classes}" d="{part.path}"/>'


def _layers(parts: list[Sequence[str]], count: int) -> Iterator[str]:
    for is_still, run in groupby(parts, key=lambda part: len(set(part)) == 1):
        group = list(run)
        if is_still:
            yield "".join(part[0] for part in group)
        else:
            for index in range(count):
                yield _flipped(index, "".join(part[index] for part in group))


def _flipped(index: int, drawing: str) -> str:
    return f'{FLIPPED}{index}">{drawing}</g>'


def one_frame(drawing: Sequence[str], index: int) -> str:
    """What the layers show at one frame."""
    wanted = _flipped(index, "").removesuffix("</g>")
    return "".join(
        layer.removeprefix(wanted).removesuffix("</g>")
        for layer in drawing
        if layer.startswith(wanted) or not layer.startswith(FLIPPED)
    )
