import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from tracking.models.safety_screen import SafetyScreen


class SafetyAlertQuerySet(models.QuerySet["SafetyAlert"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)

    def still_open(self) -> Self:
        return self.filter(closed_at=None)

    def for_queue(self) -> Self:
        """The worst first, then the oldest."""
        return self.for_list().order_by(
            models.Case(
                models.When(severity=SafetyAlert.Severity.EMERGENCY, then=0), default=1
            ),
            "raised_at",
            "pk",
        )

    def closed(self) -> Self:
        """The latest to be closed first."""
        rows = self.for_list().exclude(closed_at=None)
        return rows.order_by("-closed_at", "pk")

    def for_list(self) -> Self:
        return self.select_related("owner").fetch_mode(models.FETCH_RAISE)

    def for_page(self) -> Self:
        return self.select_related(
            "member", "owner", "screen__cleared_by", "closed_by"
        ).fetch_mode(models.FETCH_RAISE)


class SafetyAlert(models.Model):
    """A member's answer that a clinician looks at: whose it is, and how it ended."""

    class Severity(models.TextChoices):
        EMERGENCY = "emergency", _("Emergency")
        SAME_DAY = "same-day", _("Same day")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="safety_alerts",
    )
    screen = models.OneToOneField(
        SafetyScreen, on_delete=models.CASCADE, related_name="alert"
    )
    severity = models.CharField(max_length=10, choices=Severity)
    raised_at = models.DateTimeField(default=timezone.now)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="owned_alerts",
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="closed_alerts",
    )
    closing_note = models.TextField(_("how it ended"), blank=True, max_length=2000)

    objects = SafetyAlertQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_at=None) | ~models.Q(closing_note=""),
                name="safety_alert_closed_with_a_note",
                violation_error_message=_("Say how it ended before you close it."),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("tracking:alert_detail", args=[self.pk])

    @property
    def number(self) -> str:
        """Short enough to say on the phone, and it tells nothing about the member."""
        return str(self.pk)[:8].upper()


class AlertNote(models.Model):
    """What a clinician did about an alert."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    alert = models.ForeignKey(
        SafetyAlert, on_delete=models.CASCADE, related_name="notes"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="alert_notes",
    )
    written_at = models.DateTimeField(default=timezone.now)
    text = models.TextField(_("note"), max_length=2000)

    class Meta:
        ordering = ["written_at", "pk"]

    def __str__(self) -> str:
        return str(self.pk)
