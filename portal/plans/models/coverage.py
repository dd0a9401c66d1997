import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from portal.plans.models.benefit import Benefit


class CoverageQuerySet(models.QuerySet["Coverage"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member).select_related("benefit__sponsor")

    def running_on(self, day: dt.date) -> Self:
        return self.filter(ended_on=None, benefit__starts_on__lte=day).filter(
            models.Q(benefit__ends_on=None) | models.Q(benefit__ends_on__gte=day)
        )


class Coverage(models.Model):
    """A member's verified link to a benefit."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="coverages"
    )
    benefit = models.ForeignKey(
        Benefit, on_delete=models.PROTECT, related_name="coverages"
    )
    verified_at = models.DateTimeField(db_default=Now())
    ended_on = models.DateField(null=True, blank=True)
    # Which row of the eligibility file it stands on, as that row's hash.
    person = models.CharField(max_length=64, blank=True, editable=False)
    key_id = models.CharField(max_length=12, blank=True, editable=False)
    plan_code = models.CharField(max_length=40, blank=True, editable=False)
    ended_by_file = models.BooleanField(default=False, editable=False)
    # That the benefit has ended. It may be prolonged, and end again.
    told_on = models.DateField(null=True, editable=False)

    objects = CoverageQuerySet.as_manager()

    class Meta:
        ordering = ["-verified_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "benefit"],
                condition=models.Q(ended_on=None),
                name="coverage_once",
                violation_error_message=_("You already have this coverage."),
            ),
            models.UniqueConstraint(
                fields=["benefit", "person"],
                condition=models.Q(ended_on=None) & ~models.Q(person=""),
                name="coverage_one_account_a_person",
                violation_error_message=_("Another account has this coverage."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("plans:coverage_detail", args=[self.pk])

    def is_over_on(self, day: dt.date) -> bool:
        last = self.benefit.ends_on
        return bool(self.ended_on) or (last is not None and last < day)
