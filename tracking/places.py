"""The 11 places of the body map, and the farthest point per side that they mean."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from tracking.models import FarthestPoint

BACK = "back"
NOWHERE = "none"
STEPS = (
    FarthestPoint.BUTTOCK,
    FarthestPoint.THIGH,
    FarthestPoint.KNEE,
    FarthestPoint.LOWER_LEG,
    FarthestPoint.FOOT,
)
SIDES = (("l", _("left")), ("r", _("right")))


@dataclass(frozen=True)
class Place:
    key: str
    side: str
    row: int
    name: str


def key(side: str, row: int) -> str:
    return f"{side}{row}"


def on_side(side: str) -> list[Place]:
    """Top to bottom; row 1 is the buttock."""
    return [
        Place(key(side, row), side, row, str(point.label))
        for row, point in enumerate(STEPS, 1)
    ]


def choices() -> Iterable[tuple[str, str]]:
    yield BACK, str(_("lower back"))
    for side, name in SIDES:
        for place in on_side(side):
            yield place.key, f"{name} {place.name}"
    yield NOWHERE, str(_("nowhere right now"))


def farthest(places: Collection[str], side: str) -> FarthestPoint:
    reached = [point for row, point in enumerate(STEPS, 1) if key(side, row) in places]
    if reached:
        return max(reached)
    return FarthestPoint.LOWER_BACK if BACK in places else FarthestPoint.NONE
