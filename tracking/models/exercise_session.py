import datetime as dt
import uuid
from collections.abc import Collection
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models.functions import NullIf
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from tracking.models.enrollment import Enrollment

if TYPE_CHECKING:
    from tracking.models.exercise_log import ExerciseLog


def own_logs() -> "models.QuerySet[ExerciseLog]":
    from tracking.models.exercise_log import ExerciseLog  # it imports this one

    return ExerciseLog.objects.filter(session=models.OuterRef("pk")).order_by()


def counts_as_done() -> models.Q:
    """It ended, and something of it was done: to leave everything out is no session."""
    return models.Q(
        models.Exists(own_logs().filter(sets_done__gt=0)), finished_at__isnull=False
    )


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

    def shares_done(self) -> list[tuple[dt.date, int | None]]:
        """Percent of the sets done of each session; one that counts is whole."""
        sets = NullIf(models.Sum("sets"), 0)
        part = models.Sum("sets_done") * 100 / sets
        parts = own_logs().values("session").annotate(part=part).values("part")
        share = models.Case(
            models.When(counts_as_done(), then=models.Value(100)),
            default=models.Subquery(parts),
            output_field=models.IntegerField(),
        )
        return list(self.order_by().values_list("performed_on", share))

    def with_counts(self) -> Self:
        """Each says whether it `counts` as done."""
        return self.annotate(counts=counts_as_done())

    def done(self) -> Self:
        return self.filter(counts_as_done())

    def done_on(self, day: dt.date) -> Self:
        return self.done().filter(performed_on=day)

    def for_list(self) -> Self:
        return self.prefetch_related("logs", self.kept_reports()).fetch_mode(
            models.FETCH_RAISE
        )

    def for_page(self) -> Self:
        return self.prefetch_related("logs__exercise", self.kept_reports())

    def for_report(self) -> Self:
        return self.prefetch_related(self.kept_reports())

    def for_edit(self) -> Self:
        return self.prefetch_related("logs").fetch_mode(models.FETCH_RAISE)

    def for_summary(self) -> Self:
        return self.for_page().prefetch_related(
            "logs__swapped_from", "logs__stop_events"
        )

    def kept_reports(self) -> "models.Prefetch[str]":
        """So that `symptom_reports.all()` leaves out those deleted."""
        from tracking.models.symptom_report import SymptomReport  # it imports this one

        return models.Prefetch("symptom_reports", SymptomReport.objects.kept())


class ExerciseSession(models.Model):
    """One time through. It keeps what was prescribed that day."""

    class Source(models.TextChoices):
        PLAYER = "player", _("with the player")
        BY_HAND = "by-hand", _("noted by hand")

    class Kind(models.TextChoices):
        FULL = "full", _("The whole session")
        SHORT = "short", _("The short version")
        GENTLE = "gentle", _("The gentle set")

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
    kind = models.CharField(max_length=6, choices=Kind, default=Kind.FULL)
    performed_on = models.DateField(_("day"))
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    source = models.CharField(max_length=8, choices=Source, default=Source.PLAYER)
    note = models.TextField(_("note"), blank=True, max_length=2000)
    version = models.PositiveIntegerField(default=1)
    deleted_at = models.DateTimeField(null=True, blank=True)

    counts: bool  # from `with_counts`

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
