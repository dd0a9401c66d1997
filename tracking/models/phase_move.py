import uuid
from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from exercises.models import Phase
from portal.accounts.models import Member
from tracking.models.enrollment import Enrollment


class PhaseMoveQuerySet(models.QuerySet["PhaseMove"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(enrollment__member=member)

    def for_page(self) -> Self:
        return self.select_related("enrollment")


class PhaseMove(models.Model):
    """From one phase to the next: the member agreed, after these rules were met."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enrollment = models.ForeignKey(
        Enrollment, on_delete=models.CASCADE, related_name="phase_moves"
    )
    from_phase = models.ForeignKey(
        Phase, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    to_phase = models.ForeignKey(
        Phase, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    from_title = models.CharField(max_length=60)
    to_title = models.CharField(max_length=60)
    from_since = models.DateField()
    agreed_on = models.DateField()
    agreed_at = models.DateTimeField()
    met = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = PhaseMoveQuerySet.as_manager()

    class Meta:
        ordering = ["-agreed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agreed_on__gte=models.F("from_since")),
                name="phase_move_after_its_phase_began",
                violation_error_message=_("The move is before the phase began."),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("tracking:phase_move_detail", args=[self.pk])
