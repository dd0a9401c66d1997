"""What the page of a stop says: what to do now, and easier ways to do it."""

from django.conf import settings
from django.utils.translation import gettext as _

from exercises.models import Variation
from exercises.pages.exercise import VariationBlock, variation_block
from tracking.models import StopEvent
from tracking.stop_rules import Event, advise


def advice_of(stop: StopEvent) -> str:
    if stop.event in set(Event):
        site = settings.SITE_NAME
        return advise(Event(stop.event), stop.happened_at, site=site).what
    return _(
        "A bit more pain is all right when it goes back to your usual within 24 hours. "
        "Go on gently, with fewer repeats. Or leave this one for today."
    )


def easier_ways(stop: StopEvent) -> list[VariationBlock]:
    """None where the page sends the member to get help."""
    if stop.asks_for_safety or stop.event == StopEvent.Event.REPEATS:
        return []
    exercise = stop.log.exercise
    easier = exercise.variations.filter(kind=Variation.Kind.EASIER)
    return [variation_block(e, exercise) for e in easier.select_related("exercise")]
