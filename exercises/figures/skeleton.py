"""Sizes of the drawn body.

Lengths are shares of standing height after Drillis and Contini (1966), as given in
Winter, Biomechanics and Motor Control of Human Movement. The trunk is cut into three
pieces so that it can bend; thicknesses are drawn by eye.
"""

from dataclasses import dataclass
from itertools import pairwise
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


class Girth(NamedTuple):
    """The trunk at a share of its length: behind and before its middle line, and half
    its width."""

    share: float
    back: float
    front: float
    side: float

    def toward(self, other: "Girth", share: float) -> "Girth":
        pairs = zip(self, other, strict=True)
        return Girth(*(one + (end - one) * share for one, end in pairs))


@dataclass(frozen=True, slots=True)
class Build:
    """How thick a body is. All builds have the same bones, so that poses fit all."""

    name: str
    radius: Radii
    trunk: tuple[Girth, ...]

    def girth(self, share: float) -> Girth:
        """At a share of the way from the hips to the nape, 0 to 1."""
        pairs = pairwise(self.trunk)
        low, high = next(pair for pair in pairs if share <= pair[1].share)
        part = (share - low.share) / (high.share - low.share)
        return low.toward(high, part * part * (3 - 2 * part))


LENGTH = Lengths()


def _girths(*rows: tuple[float, float, float, float]) -> tuple[Girth, ...]:
    """From shares of standing height."""
    return tuple(Girth(row[0], *(part * HEIGHT for part in row[1:])) for row in rows)


SLENDER = Build(
    name="slender",
    radius=Radii(),
    trunk=_girths(
        (0.00, 0.056, 0.048, 0.086),
        (0.18, 0.060, 0.054, 0.086),
        (0.42, 0.046, 0.052, 0.074),
        (0.66, 0.060, 0.060, 0.092),
        (0.86, 0.052, 0.048, 0.112),
        (1.00, 0.030, 0.030, 0.062),
    ),
)
BROAD = Build(
    name="broad",
    radius=Radii(
        shoulder=0.041 * HEIGHT,
        elbow=0.031 * HEIGHT,
        wrist=0.022 * HEIGHT,
        hip=0.066 * HEIGHT,
        waist=0.062 * HEIGHT,
        knee=0.046 * HEIGHT,
        ankle=0.030 * HEIGHT,
        face=0.052 * HEIGHT,
    ),
    trunk=_girths(
        (0.00, 0.062, 0.060, 0.100),
        (0.18, 0.064, 0.072, 0.102),
        (0.42, 0.054, 0.076, 0.100),
        (0.66, 0.064, 0.070, 0.106),
        (0.86, 0.055, 0.052, 0.120),
        (1.00, 0.033, 0.033, 0.066),
    ),
)
BUILDS = (SLENDER, BROAD)
RADIUS = SLENDER.radius
