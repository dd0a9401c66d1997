import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from portal.accounts.models import Member

DAYS_TO_CHANGE_ONES_MIND = 14


def due_at() -> dt.datetime:
    return timezone.now() + dt.timedelta(days=DAYS_TO_CHANGE_ONES_MIND)


class ErasureQuerySet(models.QuerySet["Erasure"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)

    def due(self, now: dt.datetime) -> Self:
        return self.filter(due_at__lte=now)


class Erasure(models.Model):
    """A member has asked to be erased, and may still change their mind."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="erasure"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=due_at)

    objects = ErasureQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def receipt_url(self) -> str:
        return reverse("record:erasure_receipt", args=[self.pk])


class ErasureReceipt(models.Model):
    """That a record was erased, and how much it held. It says nothing about whose."""

    id = models.UUIDField(primary_key=True, editable=False)
    erased_at = models.DateTimeField(default=timezone.now)
    counts = models.JSONField(default=dict)

    def __str__(self) -> str:
        return str(self.pk)
