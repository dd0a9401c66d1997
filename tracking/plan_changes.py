"""What staff changed in the live program since a member last started a session."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from exercises.dose_words import in_sets
from exercises.models import Prescription
from tracking.dosing import STEPS
from tracking.models import Enrollment

type Plan = dict[str, Any]


def plan_of(enrollment: Enrollment, doses: Iterable[Prescription]) -> Plan:
    """All of the phase for this track, as JSON keeps it."""
    return {
        "phase": enrollment.phase_id,
        "track": enrollment.track,
        "exercises": {dose.exercise.slug: as_shown(dose) for dose in doses},
    }


def as_shown(dose: Prescription) -> Plan:
    low = {name: getattr(dose, name) for name in STEPS}
    return {
        "title": dose.exercise.title,
        **low,
        **{f"{name}_to": getattr(dose, f"{name}_to") for name in STEPS},
    }


@dataclass(frozen=True)
class PlanChange:
    """What came, what went, and what has another dose: in words."""

    came: tuple[str, ...]
    went: tuple[str, ...]
    redosed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.redosed)

    @property
    def sentences(self) -> list[str]:
        return list(self.said())

    def said(self) -> Iterator[str]:
        if self.came:
            yield _("New: %(exercises)s.") % {"exercises": listed(self.came)}
        if self.went:
            yield _("No longer in it: %(exercises)s.") % {
                "exercises": listed(self.went)
            }
        yield from self.redosed


def listed(titles: Iterable[str]) -> str:
    return get_text_list(list(titles), _("and"))


def changed(shown: Plan, now: Plan) -> PlanChange:
    """Nothing where another phase or track was shown: the member knows of that."""
    same = all(shown.get(key) == now[key] for key in ("phase", "track"))
    before, after = (shown.get("exercises", {}), now["exercises"]) if same else ({}, {})
    return PlanChange(
        tuple(after[slug]["title"] for slug in after if slug not in before),
        tuple(before[slug]["title"] for slug in before if slug not in after),
        tuple(
            redosed(before[slug], after[slug])
            for slug in after
            if slug in before and before[slug] != after[slug]
        ),
    )


def redosed(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    words = {
        "exercise": after["title"],
        "before": amount(before),
        "after": amount(after),
    }
    if words["before"] == words["after"]:
        return _("%(exercise)s: its dose was changed a little.") % words
    return _("%(exercise)s: now %(after)s, before %(before)s.") % words


def amount(dose: Mapping[str, Any]) -> str:
    return in_sets(dose["minutes"], dose["sets"], dose["reps"])
