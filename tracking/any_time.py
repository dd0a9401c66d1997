"""The boxes for any time of the day: one for each time, and which are ticked."""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from exercises.models import Prescription
from tracking.models import Tick
from tracking.models.tick import MOST_TICKS


@dataclass(frozen=True)
class Box:
    """One box. Its UUID is the tick's, so that a form sent twice makes one."""

    dose: Prescription
    number: int
    of: int
    day: dt.date
    tick: Tick | None
    entry: uuid.UUID = field(default_factory=uuid.uuid4)

    @property
    def which(self) -> str:
        """Nothing where once is all."""
        if self.of == 1:
            return ""
        if self.number > self.of:
            return _("once more")
        return _("%(n)s of %(of)s") % {"n": self.number, "of": self.of}


@dataclass(frozen=True)
class AnyTime:
    """One exercise with its boxes."""

    dose: Prescription
    boxes: list[Box]


def boxes_of(dose: Prescription, ticks: Iterable[Tick], day: dt.date) -> Iterator[Box]:
    """As many as the low end says; then one more at a time, up to the high end."""
    ticked = {t.number: t for t in ticks if t.exercise_id == dose.exercise_id}
    low = dose.times_per_day or 1
    high = min(dose.times_per_day_to or low, MOST_TICKS)
    shown = max([low, *ticked])
    if len(ticked) >= shown:
        shown = min(shown + 1, max(high, shown))
    for number in range(1, shown + 1):
        yield Box(dose, number, low, day, ticked.get(number))


def any_time_of(
    doses: Iterable[Prescription], ticks: Iterable[Tick], day: dt.date
) -> list[AnyTime]:
    every = list(ticks)
    return [AnyTime(dose, list(boxes_of(dose, every, day))) for dose in doses]
