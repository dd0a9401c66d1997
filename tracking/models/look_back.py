import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from portal.accounts.models import Member

MOST_MINUTES = 480


def minutes(
    label: StrOrPromise,
) -> models.PositiveSmallIntegerField[int | None, int | None]:
    return models.PositiveSmallIntegerField(
        label,
        null=True,
        blank=True,
        validators=[MaxValueValidator(MOST_MINUTES, _("That is more than 8 hours."))],
    )


def at_most_8_hours(field: str) -> models.CheckConstraint:
    within = models.Q(**{field: None}) | models.Q(**{f"{field}__lte": MOST_MINUTES})
    return models.CheckConstraint(
        condition=within,
        name=f"look_back_{field}",
        violation_error_message=_("That is more than 8 hours."),
    )


class LookBackQuerySet(models.QuerySet["LookBack"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)

    def answered(self) -> Self:
        return self.filter(skipped=False)

    def latest_answered(self, first: dt.date) -> "LookBack | None":
        return self.answered().filter(noted_on__gte=first).first()


class LookBack(models.Model):
    """How far a member could walk and sit in a week, or that they skipped it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="look_backs"
    )
    week = models.DateField(_("week"), help_text=_("Its Monday."))
    noted_on = models.DateField(_("day"))
    walk_minutes = minutes(_("longest walk without a stop, in minutes"))
    sit_minutes = minutes(_("longest time of sitting in comfort, in minutes"))
    skipped = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    objects = LookBackQuerySet.as_manager()

    class Meta:
        ordering = ["-week", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "week"],
                name="look_back_once_a_week",
                violation_error_message=_("You have looked back at this week."),
            ),
            models.CheckConstraint(
                condition=models.Q(skipped=False)
                | models.Q(walk_minutes=None, sit_minutes=None),
                name="look_back_skipped_without_numbers",
                violation_error_message=_("A week that was skipped has no numbers."),
            ),
            models.CheckConstraint(
                condition=models.Q(noted_on__gte=models.F("week")),
                name="look_back_noted_from_its_monday_on",
                violation_error_message=_("That week has not begun yet."),
            ),
            at_most_8_hours("walk_minutes"),
            at_most_8_hours("sit_minutes"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("tracking:look_back_edit", args=[self.pk])
