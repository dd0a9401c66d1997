"""One outline, with the classes that give it its color."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    classes: str
    path: str
