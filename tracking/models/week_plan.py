import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member


class WeekPlanQuerySet(models.QuerySet["WeekPlan"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)


class WeekPlan(models.Model):
    """The weekdays a member chose (0 is Monday), and the habit a session hangs on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="week_plan"
    )
    weekdays = models.JSONField(default=list)
    habit = models.CharField(_("habit"), max_length=120, blank=True)

    objects = WeekPlanQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("tracking:week_plan_edit", args=[self.pk])

    @property
    def days(self) -> str:
        """The weekdays in words; nothing when the member is not sure yet."""
        return ", ".join(str(WEEKDAYS[number]) for number in self.weekdays)
