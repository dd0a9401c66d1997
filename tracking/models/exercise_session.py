import datetime as dt
import uuid
from collections.abc import Collection
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from exercises.models import Exercise
from portal.accounts.models import Member
from tracking.models.enrollment import Enrollment

MOST_SETS = 20


class ExerciseSessionQuerySet(models.QuerySet["ExerciseSession"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member, deleted_at=None)

    def with_deleted(self, member: Member) -> Self:
        return self.filter(member=member)

    def deleted_by(self, member: Member) -> Self:
        """Those the member can still bring back."""
        return self.filter(member=member, deleted_at__isnull=False)

    def on(self, days: Collection[dt.date]) -> Self:
        return self.filter(performed_on__in=days)

    def between(self, first: dt.date, last: dt.date) -> Self:
        return self.filter(performed_on__range=(first, last))

    def for_list(self) -> Self:
        return self.prefetch_related("logs", self.kept_reports()).fetch_mode(
            models.FETCH_RAISE
        )

    def for_page(self) -> Self:
        return self.prefetch_related("logs__exercise", self.kept_reports())

    def kept_reports(self) -> "models.Prefetch[str]":
        """So that `symptom_reports.all()` leaves out those deleted."""
        from tracking.models.symptom_report import SymptomReport  # it imports this one

        return models.Prefetch("symptom_reports", SymptomReport.objects.kept())


class ExerciseSession(models.Model):
    """One time through. It keeps what was prescribed that day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="exercise_sessions",
    )
    enrollment = models.ForeignKey(
        Enrollment,
        on_delete=models.SET_NULL,
        null=True,
        related_name="exercise_sessions",
    )
    phase_title = models.CharField(max_length=60, blank=True)
    performed_on = models.DateField(_("day"))
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(_("note"), blank=True, max_length=2000)
    version = models.PositiveIntegerField(default=1)
    deleted_at = models.DateTimeField(null=True, blank=True)

    objects = ExerciseSessionQuerySet.as_manager()

    class Meta:
        ordering = ["-performed_on", "-started_at", "-pk"]
        indexes = [models.Index(fields=["member", "performed_on"], name="by_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(finished_at=None)
                | models.Q(finished_at__gte=models.F("started_at")),
                name="exercise_session_ends_after_start",
                violation_error_message=_("The end is before the start."),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("tracking:session_detail", args=[self.pk])


class ExerciseLogQuerySet(models.QuerySet["ExerciseLog"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(session__member=member, session__deleted_at=None)

    def for_play(self, session: uuid.UUID) -> Self:
        return self.filter(session=session).select_related("session", "exercise")


class ExerciseLog(models.Model):
    """One exercise of a session: the dose as prescribed, and what was done."""

    class State(models.TextChoices):
        TO_DO = "to-do", _("to do")
        DONE = "done", _("done")
        PARTLY = "partly", _("partly done")
        SKIPPED = "skipped", _("skipped")

    class SkipReason(models.TextChoices):
        HURT = "hurt", _("It hurt")
        TIRED = "tired", _("Too tired")
        TIME = "time", _("No time")
        UNSURE = "unsure", _("Not sure how")
        OTHER = "other", _("Something else")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(
        ExerciseSession, on_delete=models.CASCADE, related_name="logs"
    )
    position = models.PositiveSmallIntegerField()
    exercise = models.ForeignKey(
        Exercise, on_delete=models.PROTECT, related_name="exercise_logs"
    )
    title = models.CharField(max_length=120)
    sets = models.PositiveSmallIntegerField(default=1)
    reps = models.PositiveSmallIntegerField(null=True, blank=True)
    hold_seconds = models.PositiveSmallIntegerField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    sides = models.PositiveSmallIntegerField(default=1)
    sets_done = models.PositiveSmallIntegerField(
        _("sets done"),
        default=0,
        validators=[MaxValueValidator(MOST_SETS, _("That is more than 20 sets."))],
    )
    state = models.CharField(
        _("state"), max_length=8, choices=State, default=State.TO_DO
    )
    skip_reason = models.CharField(max_length=8, choices=SkipReason, blank=True)

    objects = ExerciseLogQuerySet.as_manager()

    class Meta:
        ordering = ["session", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "position"],
                name="exercise_log_position_once",
                violation_error_message=_("This place in the session is taken."),
            ),
            models.CheckConstraint(
                condition=models.Q(sets_done__lte=MOST_SETS),
                name="exercise_log_sets_done",
                violation_error_message=_("That is more than 20 sets."),
            ),
            models.CheckConstraint(
                condition=models.Q(skip_reason="") | models.Q(state="skipped"),
                name="exercise_log_reason_fits_state",
                violation_error_message=_("A reason goes with a skipped exercise."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("tracking:session_play", args=[self.session_id, self.position])

    @property
    def sets_left(self) -> int:
        return max(0, self.sets - self.sets_done)

    @property
    def next_set(self) -> int:
        return self.sets_done + 1

    @property
    def set_numbers(self) -> range:
        return range(1, self.sets + 1)

    def set_sets(self, done: int) -> None:
        """State how many sets were done; the state follows."""
        self.sets_done = done
        if done:
            self.state = self.State.PARTLY if self.sets_left else self.State.DONE
            self.skip_reason = ""
        elif self.state != self.State.TO_DO:
            self.state = self.State.SKIPPED

    def skip(self, reason: str) -> None:
        self.state = self.State.PARTLY if self.sets_done else self.State.SKIPPED
        self.skip_reason = "" if self.sets_done else reason
