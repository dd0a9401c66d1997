import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from exercises.models import Exercise
from portal.accounts.models import Member

MOST_TICKS = 12


class TickQuerySet(models.QuerySet["Tick"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)

    def on(self, day: dt.date) -> Self:
        return self.filter(ticked_on=day)


class Tick(models.Model):
    """An exercise for any time of the day, ticked off: the first, the second time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="ticks"
    )
    exercise = models.ForeignKey(
        Exercise, on_delete=models.PROTECT, related_name="ticks"
    )
    title = models.CharField(max_length=120)
    number = models.PositiveSmallIntegerField(default=1)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    ticked_on = models.DateField()
    ticked_at = models.DateTimeField()

    objects = TickQuerySet.as_manager()

    class Meta:
        ordering = ["-ticked_on", "exercise", "number", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "ticked_on", "exercise", "number"],
                name="tick_once",
                violation_error_message=_("That is ticked already."),
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1, number__lte=MOST_TICKS),
                name="tick_number_1_to_12",
                violation_error_message=_("That is more than 12 times a day."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("tracking:tick_detail", args=[self.pk])
