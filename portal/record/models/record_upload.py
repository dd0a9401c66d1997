import datetime as dt
import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from portal.accounts.models import Member

KEPT = dt.timedelta(days=1)


class RecordUploadQuerySet(models.QuerySet["RecordUpload"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)

    def too_old(self, now: dt.datetime) -> Self:
        return self.filter(sent_at__lt=now - KEPT)


class RecordUpload(models.Model):
    """A record in a file, waiting for its owner's yes. It is emptied once it is in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="record_uploads",
    )
    sent_at = models.DateTimeField(default=timezone.now)
    content: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    summary: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    brought_in_at = models.DateTimeField(null=True, blank=True)

    objects = RecordUploadQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "pk"]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("record:record_import_detail", args=[self.pk])
