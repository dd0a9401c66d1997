"""From where a body is seen. Far things are not smaller: lengths can be compared."""

import math
from dataclasses import dataclass

from exercises.figures.plane import Point
from exercises.figures.solid.space import Vector

MIDDLE = Point(200, 236)


@dataclass(frozen=True, slots=True)
class Camera:
    """Yaw 0 looks from the side, 90 from the right end; pitch 90 looks from above."""

    yaw: float = 0.0
    pitch: float = 0.0
    origin: Point = MIDDLE

    @property
    def right(self) -> Vector:
        yaw = math.radians(self.yaw)
        return Vector(math.cos(yaw), 0, -math.sin(yaw))

    @property
    def toward(self) -> Vector:
        """The direction from the scene to the reader."""
        yaw, pitch = math.radians(self.yaw), math.radians(self.pitch)
        level = math.cos(pitch)
        return Vector(math.sin(yaw) * level, math.sin(pitch), math.cos(yaw) * level)

    @property
    def up(self) -> Vector:
        return self.toward.cross(self.right)

    def shown(self, spot: Vector) -> Point:
        """Where a spot is on the page."""
        along = self.shown_direction(spot)
        return self.origin.shifted(along)

    def shown_direction(self, direction: Vector) -> Point:
        return Point(direction.dot(self.right), -direction.dot(self.up))

    def nearness(self, spot: Vector) -> float:
        return spot.dot(self.toward)
