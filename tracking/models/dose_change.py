import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Self

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from exercises.models import Exercise, Phase, Prescription
from portal.accounts.models import Member
from tracking.models.enrollment import Enrollment
from tracking.models.exercise_session import ExerciseSession


class DoseChangeQuerySet(models.QuerySet["DoseChange"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(enrollment__member=member)

    def for_list(self) -> Self:
        return self.select_related("phase").fetch_mode(models.FETCH_RAISE)

    def for_detail(self) -> Self:
        return self.select_related("phase", "enrollment").fetch_mode(models.FETCH_RAISE)

    def of(self, enrollment: Enrollment) -> Self:
        """Of the phase that runs, and not undone."""
        return self.filter(
            enrollment=enrollment, phase=enrollment.phase_id, undone_at=None
        )

    def of_running(self, member: Member) -> Self:
        """Of the phase that runs, of whichever program the member follows."""
        running = Enrollment.objects.for_member(member).running()
        return self.filter(
            enrollment__in=running,
            phase=models.F("enrollment__phase"),
            undone_at=None,
        )

    def in_force(self, day: dt.date) -> Self:
        """Oldest first: the newest of each amount that lasts, and those for a time.

        So a long history costs no more than a short one.
        """
        lasting = self.filter(
            until=None,
            exercise=models.OuterRef("exercise"),
            field=models.OuterRef("field"),
        ).order_by("-made_at", "-pk")
        return self.filter(
            models.Q(until__gte=day)
            | models.Q(until=None, pk=models.Subquery(lasting.values("pk")[:1]))
        ).order_by("made_at", "pk")


class DoseChange(models.Model):
    """One amount of one exercise went up or down: by which rule, and after what."""

    class Field(models.TextChoices):
        SETS = "sets", _("sets")
        REPS = "reps", _("repeats")
        HOLD = "hold_seconds", _("hold")
        MINUTES = "minutes", _("minutes")

    class Rule(models.TextChoices):
        EASY = "easy-3-times", _("Easy 3 times")
        PAINFUL = "painful", _("Painful")
        MOVED_DOWN = "moved-down", _("Moved down the leg")
        STOPPED = "stopped", _("Stopped")
        LEG_MORE = "leg-more-twice", _("More leg pain, 2 times")
        HARD = "hard-twice", _("Hard, 2 times")
        LEG_PAIN = "back-leg-pain", _("A step back: leg pain")
        FURTHER_DOWN = "back-further-down", _("A step back: further down")
        MORNING = "back-morning", _("A step back: a worse morning")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enrollment = models.ForeignKey(
        Enrollment, on_delete=models.CASCADE, related_name="dose_changes"
    )
    phase = models.ForeignKey(
        Phase, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    exercise = models.ForeignKey(
        Exercise, on_delete=models.PROTECT, related_name="dose_changes"
    )
    prescription = models.ForeignKey(
        Prescription, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    session = models.ForeignKey(
        ExerciseSession,
        on_delete=models.SET_NULL,
        null=True,
        related_name="dose_changes",
    )
    title = models.CharField(max_length=120)
    sides = models.PositiveSmallIntegerField(default=1)
    amounts = models.JSONField()
    field = models.CharField(max_length=12, choices=Field)
    from_value = models.PositiveSmallIntegerField()
    to_value = models.PositiveSmallIntegerField()
    rule = models.CharField(max_length=20, choices=Rule)
    made_on = models.DateField()
    made_at = models.DateTimeField()
    until = models.DateField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = DoseChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "title", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(from_value=models.F("to_value")),
                name="dose_change_changes",
                violation_error_message=_("The dose stays the same."),
            ),
            models.CheckConstraint(
                condition=models.Q(until=None)
                | models.Q(
                    until__gte=models.F("made_on"), to_value__lt=models.F("from_value")
                ),
                name="dose_change_for_a_time_goes_down",
                violation_error_message=_("Only a step back is for a time."),
            ),
            models.UniqueConstraint(
                fields=["session", "exercise"],
                condition=models.Q(until=None),
                name="dose_change_once_a_session",
                violation_error_message=_("This session changed that dose already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("tracking:dose_change_detail", args=[self.pk])

    def undo(self) -> None:
        """Undoing twice keeps the first moment."""
        if self.undone_at is None:
            self.undone_at = timezone.now()
            self.save(update_fields=["undone_at"])

    def decides_on(self, day: dt.date) -> bool:
        """Whether undoing it changes a dose: no later change has taken its place."""
        in_force = DoseChange.objects.of(self.enrollment).in_force(day)
        return in_force.filter(pk=self.pk).exists()

    @property
    def is_up(self) -> bool:
        return self.to_value > self.from_value

    @property
    def amounts_after(self) -> dict[str, int]:
        return {**self.amounts, self.field: self.to_value}


def by_exercise(changes: Iterable[DoseChange]) -> dict[int, list[DoseChange]]:
    found: dict[int, list[DoseChange]] = {}
    for change in changes:
        found.setdefault(change.exercise_id, []).append(change)
    return found
