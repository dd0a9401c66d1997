import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member


class FlareQuerySet(models.QuerySet["Flare"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)

    def declared_by(self, day: dt.date) -> Self:
        """Those begun on that day or before, the newest first."""
        return self.filter(declared_on__lte=day)

    def between(self, first: dt.date, last: dt.date) -> Self:
        """For the charts: what touches these days."""
        open_or_later = models.Q(ended_on=None) | models.Q(ended_on__gte=first)
        return self.filter(open_or_later, declared_on__lte=last)


class Flare(models.Model):
    """Too sore, says the member: some gentle days, until it is better."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="flares"
    )
    declared_on = models.DateField()
    declared_at = models.DateTimeField()
    gentle_until = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    objects = FlareQuerySet.as_manager()

    class Meta:
        ordering = ["-declared_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member"],
                condition=models.Q(ended_on=None),
                name="flare_one_at_a_time",
                violation_error_message=_("Your flare is noted already."),
            ),
            models.CheckConstraint(
                condition=models.Q(gentle_until__gte=models.F("declared_on")),
                name="flare_gentle_after_start",
                violation_error_message=_("The gentle days end before they begin."),
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None)
                | models.Q(ended_on__gte=models.F("declared_on")),
                name="flare_ends_after_start",
                violation_error_message=_("The end is before the start."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("tracking:flare_detail", args=[self.pk])

    def last_day(self, today: dt.date) -> dt.date:
        """What is over without a word was over after its gentle days."""
        if self.ended_on is not None:
            return max(self.declared_on, self.ended_on - dt.timedelta(days=1))
        return min(today, self.gentle_until)

    def end(self, day: dt.date) -> None:
        """Ending twice keeps the first day."""
        if self.ended_on is None:
            self.ended_on = max(day, self.declared_on)
            self.save(update_fields=["ended_on"])
