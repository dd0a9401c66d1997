"""A movement in space, with the camera that looks at it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from exercises.figures.part import Part
from exercises.figures.pose import mix
from exercises.figures.skeleton import SLENDER, Build
from exercises.figures.solid.body import Placed, Side, SolidBody
from exercises.figures.solid.camera import Camera
from exercises.figures.solid.pose import SolidPose
from exercises.figures.solid.solving import SolidJoints, solve_solid


class SolidThing(Protocol):
    """Furniture, or something that the body holds, in space."""

    def placed(self, joints: SolidJoints, camera: Camera) -> Iterator[Placed]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """`far_side` is the side of the body that is drawn paler."""

    camera: Camera
    frames: tuple[SolidPose, ...] = field(repr=False)
    far_side: Side = ""
    ground: tuple[SolidThing, ...] = ()
    things: tuple[SolidThing, ...] = ()

    def pose_at(self, share: float) -> SolidPose:
        along = share * (len(self.frames) - 1)
        before = min(int(along), max(0, len(self.frames) - 2))
        after = min(before + 1, len(self.frames) - 1)
        return mix(self.frames[before], self.frames[after], along - before)

    def parts_at(self, share: float, build: Build = SLENDER) -> list[Part]:
        joints = solve_solid(self.pose_at(share))
        body = SolidBody(joints, self.camera, self.far_side, build)
        below = [each for thing in self.ground for each in self._placed(thing, joints)]
        around = [each for thing in self.things for each in self._placed(thing, joints)]
        sorted_by_depth = sorted(
            [*body.placed(), *around], key=lambda each: each.nearness
        )
        return [part for each in [*below, *sorted_by_depth] for part in each.parts]

    def _placed(self, thing: SolidThing, joints: SolidJoints) -> Iterator[Placed]:
        return thing.placed(joints, self.camera)
