import uuid
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from tracking.farthest_point import FarthestPoint


def leg() -> "models.PositiveSmallIntegerField[int | None, int | None]":
    return models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(10)]
    )


def place() -> "models.PositiveSmallIntegerField[int | None, int | None]":
    return models.PositiveSmallIntegerField(
        null=True, blank=True, choices=FarthestPoint
    )


class DirectionTrialQuerySet(models.QuerySet["DirectionTrial"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)


class DirectionTrial(models.Model):
    """One small set one way, and the leg before, right after and 10 minutes later."""

    class Movement(models.TextChoices):
        BACKWARD = "backward", _("Bending backward")
        FORWARD = "forward", _("One knee to the chest")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="direction_trials",
    )
    movement = models.CharField(max_length=8, choices=Movement)
    tried_at = models.DateTimeField()
    leg_before = leg()
    place_before = place()
    leg_after = leg()
    place_after = place()
    leg_later = leg()
    place_later = place()

    objects = DirectionTrialQuerySet.as_manager()

    class Meta:
        ordering = ["-tried_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(**{f"{name}__isnull": True})
                | models.Q(**{f"{name}__lte": highest}),
                name=f"direction_trial_{name}",
                violation_error_message=_("Choose a number from the list."),
            )
            for name, highest in (
                ("leg_before", 10),
                ("leg_after", 10),
                ("leg_later", 10),
                ("place_before", 6),
                ("place_after", 6),
                ("place_later", 6),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("tracking:direction_trial_detail", args=[self.pk])
