import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from exercises.models import Phase, Prescription, Program, Track
from portal.accounts.models import Member


class EnrollmentQuerySet(models.QuerySet["Enrollment"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)

    def running(self) -> Self:
        return self.filter(ended_on=None)

    def for_page(self) -> Self:
        return self.select_related("program", "phase")

    def for_today(self) -> Self:
        return self.running().for_page()


class Enrollment(models.Model):
    """A member following a program, on one track, in one phase of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="enrollments"
    )
    program = models.ForeignKey(
        Program, on_delete=models.PROTECT, related_name="enrollments"
    )
    phase = models.ForeignKey(
        Phase, on_delete=models.PROTECT, related_name="enrollments"
    )
    track = models.CharField(max_length=12, choices=Track, default=Track.NO_DIRECTION)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    objects = EnrollmentQuerySet.as_manager()

    class Meta:
        ordering = ["-started_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member"],
                condition=models.Q(ended_on=None),
                name="enrollment_one_at_a_time",
                violation_error_message=_("You already follow a program."),
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None)
                | models.Q(ended_on__gte=models.F("started_on")),
                name="enrollment_ends_after_start",
                violation_error_message=_("The end is before the start."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("tracking:enrollment_detail", args=[self.pk])

    def week_on(self, day: dt.date) -> int:
        """Week 1 begins on the day of joining."""
        return max(0, (day - self.started_on).days) // 7 + 1

    def all_prescriptions_on(self, day: dt.date) -> models.QuerySet[Prescription]:
        """Of the session and of any time, for this track and week."""
        return (
            self.phase.prescriptions.for_track(self.track)
            .for_week(self.week_on(day))
            .for_member_pages()
        )

    def prescriptions_on(self, day: dt.date) -> models.QuerySet[Prescription]:
        return self.all_prescriptions_on(day).filter(any_time=False)

    def leave(self, day: dt.date) -> None:
        """End it; what was logged stays. Leaving twice keeps the first day."""
        if self.ended_on is None:
            self.ended_on = max(day, self.started_on)
            self.save(update_fields=["ended_on"])
