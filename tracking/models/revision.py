import datetime as dt
import uuid
from collections.abc import Collection
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from portal.accounts.models import Member
from tracking.models.exercise_session import ExerciseSession
from tracking.models.symptom_report import SymptomReport


class RevisionQuerySet(models.QuerySet["Revision"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)

    def for_page(self) -> Self:
        return self.select_related("report__session", "session")

    def of(self, rows: Collection[uuid.UUID]) -> Self:
        """Of these reports and sessions."""
        return self.filter(models.Q(report__in=rows) | models.Q(session__in=rows))

    def of_deleted(self, since: dt.datetime) -> Self:
        """Of what was deleted since then; a report goes with its deleted session."""
        report = models.Q(
            report__deleted_at__gte=since, report__session__deleted_at=None
        )
        return self.filter(report | models.Q(session__deleted_at__gte=since))


class Revision(models.Model):
    """What stood in a report or a session before it was changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="revisions"
    )
    report = models.ForeignKey(
        SymptomReport,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="revisions",
    )
    session = models.ForeignKey(
        ExerciseSession,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="revisions",
    )
    saved_at = models.DateTimeField(default=timezone.now)
    content = models.JSONField()

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(report=None, session__isnull=False)
                | models.Q(report__isnull=False, session=None),
                name="revision_of_one_thing",
                violation_error_message="A revision belongs to one report or session.",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("tracking:revision_detail", args=[self.pk])

    @property
    def row(self) -> SymptomReport | ExerciseSession:
        """What it belongs to."""
        row = self.report or self.session
        assert row is not None  # noqa: S101  # a constraint says so
        return row

    @property
    def row_id(self) -> uuid.UUID | None:
        return self.report_id or self.session_id
