import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from exercises.models import Program
from portal.accounts.models import Member


class IntakeQuerySet(models.QuerySet["Intake"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)

    def answer(self, member: Member, **answers: Any) -> None:
        """Keep these answers beside those given before."""
        self.update_or_create(member=member, defaults=answers)


class Intake(models.Model):
    """What a member answers on the way in and no other row keeps; joining ends it."""

    class Direction(models.TextChoices):
        BACKWARD = "backward", _("I know: bending backward")
        FORWARD = "forward", _("I know: bending forward")
        NEITHER = "neither", _("I know: neither of them")
        NOT_SURE = "not-sure", _("I am not sure")
        TRIED = "tried", _("As it was when I tried it")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="intake"
    )
    direction = models.CharField(max_length=8, choices=Direction, blank=True)
    goals_later = models.BooleanField(default=False)
    program = models.ForeignKey(
        Program,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="intakes",
    )

    objects = IntakeQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.pk)
