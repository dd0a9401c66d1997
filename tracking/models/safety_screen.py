import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member


class SafetyScreenQuerySet(models.QuerySet["SafetyScreen"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)


class SafetyScreen(models.Model):
    """The questions as worded that day, the answers, and what follows from them."""

    class Outcome(models.TextChoices):
        CLEAR = "clear", _("Carry on")
        EMERGENCY = "emergency", _("Get help now")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="safety_screens",
    )
    asked_at = models.DateTimeField()
    asked_on = models.DateField()
    answers = models.JSONField()
    outcome = models.CharField(max_length=10, choices=Outcome)
    assessed_on = models.DateField(_("date you were checked"), null=True, blank=True)
    assessed_by = models.CharField(_("who checked you"), max_length=120, blank=True)

    objects = SafetyScreenQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(assessed_by="", assessed_on=None)
                | (~models.Q(assessed_by="") & models.Q(assessed_on__isnull=False)),
                name="safety_screen_assessment_whole",
                violation_error_message=_(
                    "Enter both who checked you and on which day."
                ),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("tracking:safety_screen_detail", args=[self.pk])

    @property
    def worded_answers(self) -> list[dict[str, str]]:
        """Each question in the words of that day, with its answer in words."""
        labels = {"yes": _("Yes"), "no": _("No"), "not-sure": _("Not sure")}
        return [
            {"wording": a["wording"], "label": str(labels[a["answer"]])}
            for a in self.answers
        ]

    @property
    def is_locked(self) -> bool:
        return self.outcome != self.Outcome.CLEAR
