import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from portal.plans.models.benefit import Benefit


class HelpRequestQuerySet(models.QuerySet["HelpRequest"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member).select_related("benefit__sponsor")

    def still_open(self) -> Self:
        return self.filter(state=HelpRequest.State.OPEN)


class HelpRequest(models.Model):
    """A member asks the coverage officer to look at a check that went nowhere."""

    class State(models.TextChoices):
        OPEN = "open", _("Waiting")
        RESOLVED = "resolved", _("Resolved: covered")
        DECLINED = "declined", _("Declined")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="help_requests"
    )
    benefit = models.ForeignKey(
        Benefit, on_delete=models.CASCADE, related_name="help_requests"
    )
    message = models.TextField(_("message"), max_length=1000, blank=True)
    person = models.CharField(max_length=64, blank=True, editable=False)
    key_id = models.CharField(max_length=12, blank=True, editable=False)
    state = models.CharField(
        _("state"), max_length=8, choices=State, default=State.OPEN
    )
    answer = models.TextField(_("answer to the member"), max_length=1000, blank=True)
    asked_at = models.DateTimeField(_("asked"), db_default=Now())
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)

    objects = HelpRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("help request")
        verbose_name_plural = _("help requests")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "benefit"],
                condition=models.Q(state="open"),
                name="help_request_one_open",
                violation_error_message=_("You have asked already."),
            ),
            models.CheckConstraint(
                condition=models.Q(state="open") | ~models.Q(answer=""),
                name="help_request_answered_in_words",
                violation_error_message=_("Write the member an answer."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("plans:help_request_detail", args=[self.pk])

    @property
    def matches_the_file(self) -> bool:
        """By name, date of birth and ZIP code, which alone gives no coverage."""
        return bool(self.person)
