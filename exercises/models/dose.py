import math

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

RANGES = (
    "sets",
    "reps",
    "hold_seconds",
    "rest_seconds",
    "minutes",
    "times_per_day",
    "days_per_week",
)
SECONDS_A_REP = 4  # moving there and back, without haste


def at_least(low: int, high: int) -> list[MinValueValidator | MaxValueValidator]:
    return [MinValueValidator(low), MaxValueValidator(high)]


def small(
    label: StrOrPromise, low: int = 0, high: int = 600
) -> "models.PositiveSmallIntegerField[int | None, int | None]":
    return models.PositiveSmallIntegerField(
        label, null=True, blank=True, validators=at_least(low, high)
    )


class Dose(models.Model):
    """How much: each pair is a range that starts at its low end. Seconds, minutes."""

    sets = small(_("sets"), 1, 20)
    sets_to = small(_("sets, up to"), 1, 20)
    reps = small(_("repeats"), 1, 100)
    reps_to = small(_("repeats, up to"), 1, 100)
    hold_seconds = small(_("hold, seconds"), 0, 600)
    hold_seconds_to = small(_("hold, up to"), 0, 600)
    rest_seconds = small(_("rest, seconds"), 0, 600)
    rest_seconds_to = small(_("rest, up to"), 0, 600)
    minutes = small(_("minutes"), 1, 240)
    minutes_to = small(_("minutes, up to"), 1, 240)
    times_per_day = small(_("times a day"), 1, 12)
    times_per_day_to = small(_("times a day, up to"), 1, 12)
    days_per_week = small(_("days a week"), 1, 7)
    days_per_week_to = small(_("days a week, up to"), 1, 7)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(**{f"{name}_to": None})
                | models.Q(**{f"{name}_to__gte": models.F(name)}),
                name=f"%(class)s_{name}_range",
                violation_error_message=_("The end of a range is below its start."),
            )
            for name in RANGES
        ]

    def span(self, name: str) -> str:
        """ "5 to 10", "5" or "": a range in words."""
        low, high = getattr(self, name), getattr(self, f"{name}_to")
        if low is None:
            return ""
        if high in (None, low):
            return str(low)
        return _("%(low)s to %(high)s") % {"low": low, "high": high}

    def seconds(self, sides: int) -> int:
        """How long the low end takes, rests included."""
        if self.minutes:
            return self.minutes * 60
        work = (self.reps or 1) * ((self.hold_seconds or 0) + SECONDS_A_REP)
        return (self.sets or 1) * sides * (work + (self.rest_seconds or 0))

    def rounded_minutes(self, sides: int) -> int:
        return max(1, math.ceil(self.seconds(sides) / 60))
