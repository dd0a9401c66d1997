"""Sizes of the drawn body.

Lengths are shares of standing height after Drillis and Contini (1966), as given in
Winter, Biomechanics and Motor Control of Human Movement. The trunk is cut into three
pieces so that it can bend; thicknesses are drawn by eye.
"""

from dataclasses import dataclass
from typing import NamedTuple

HEIGHT = 300.0


@dataclass(frozen=True, slots=True)
class Lengths:
    pelvis: float = 0.060 * HEIGHT
    lumbar: float = 0.095 * HEIGHT
    thorax: float = 0.150 * HEIGHT
    neck: float = 0.060 * HEIGHT
    head: float = 0.056 * HEIGHT
    upper_arm: float = 0.172 * HEIGHT
    forearm: float = 0.150 * HEIGHT
    hand: float = 0.045 * HEIGHT
    thigh: float = 0.240 * HEIGHT
    shank: float = 0.235 * HEIGHT
    foot: float = 0.115 * HEIGHT

    @property
    def leg(self) -> float:
        return self.thigh + self.shank


@dataclass(frozen=True, slots=True)
class Radii:
    shoulder: float = 0.036 * HEIGHT
    elbow: float = 0.027 * HEIGHT
    wrist: float = 0.020 * HEIGHT
    fingertip: float = 0.0136 * HEIGHT
    hip: float = 0.058 * HEIGHT
    waist: float = 0.050 * HEIGHT
    knee: float = 0.040 * HEIGHT
    ankle: float = 0.027 * HEIGHT
    heel: float = 0.0206 * HEIGHT
    toe: float = 0.014 * HEIGHT
    face: float = 0.049 * HEIGHT
    skull: float = 0.064 * HEIGHT


class Depth(NamedTuple):
    """Half the thickness of the trunk, behind and before its middle line."""

    share: float
    back: float
    front: float


LENGTH = Lengths()
RADIUS = Radii()

TRUNK = (
    Depth(0.00, 0.056 * HEIGHT, 0.048 * HEIGHT),
    Depth(0.18, 0.060 * HEIGHT, 0.054 * HEIGHT),
    Depth(0.42, 0.046 * HEIGHT, 0.052 * HEIGHT),
    Depth(0.66, 0.060 * HEIGHT, 0.060 * HEIGHT),
    Depth(0.86, 0.052 * HEIGHT, 0.048 * HEIGHT),
    Depth(1.00, 0.030 * HEIGHT, 0.030 * HEIGHT),
)
