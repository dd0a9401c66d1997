import datetime as dt
import uuid
from collections.abc import Collection
from itertools import starmap
from typing import Any, Self

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from portal.accounts.models import Member
from tracking.farthest_point import FarthestPoint
from tracking.models.exercise_session import ExerciseSession
from tracking.progress import Noted

WORST = 10


def score(label: StrOrPromise) -> models.PositiveSmallIntegerField[int, int]:
    return models.PositiveSmallIntegerField(
        label,
        validators=[MaxValueValidator(WORST, _("Choose a number from 0 to 10."))],
    )


def within(field: str, highest: int, sentence: StrOrPromise) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__gte": 0, f"{field}__lte": highest}),
        name=f"symptom_report_{field}_0_to_{highest}",
        violation_error_message=sentence,
    )


class SymptomReportQuerySet(models.QuerySet["SymptomReport"]):
    def for_member(self, member: Member) -> Self:
        """Without those deleted, alone or with their session."""
        return self.kept().filter(member=member, session__deleted_at=None)

    def kept(self) -> Self:
        return self.filter(deleted_at=None)

    def with_deleted(self, member: Member) -> Self:
        return self.filter(member=member).select_related("session")

    def deleted_by(self, member: Member) -> Self:
        """Those the member can still bring back."""
        return self.filter(member=member, deleted_at__isnull=False)

    def check_ins_on(self, days: Collection[dt.date]) -> Self:
        return self.filter(session=None, reported_on__in=days).fetch_mode(
            models.FETCH_RAISE
        )

    def days_of(self, member: Member) -> models.QuerySet[Any, Any]:
        """The days with a session or a check-in, newest first."""
        sessions = ExerciseSession.objects.for_member(member).order_by()
        check_ins = self.for_member(member).filter(session=None).order_by()
        return (
            sessions.values_list("performed_on", flat=True)
            .union(check_ins.values_list("reported_on", flat=True))
            .order_by("-performed_on")
        )

    def felt_between(self, first: dt.date, last: dt.date) -> dict[str, int]:
        """On how many days of these each feeling was noted, and how many were noted."""
        days = models.Count("reported_on", distinct=True)
        counts = {
            name: models.Count(
                "reported_on", distinct=True, filter=models.Q(**{name: True})
            )
            for name in ("tingling", "numbness", "weakness")
        }
        rows = self.filter(reported_on__range=(first, last)).order_by()
        return rows.aggregate(noted=days, **counts)

    def noted(self) -> list[Noted]:
        """The worst of each day, oldest first: what the charts need."""
        rows = self.order_by("reported_on").values_list("reported_on")
        worst = (models.Max(score) for score in ("back", "leg", "left", "right"))
        return list(starmap(Noted, rows.annotate(*worst)))


class SymptomReport(models.Model):
    """How back and leg feel at one moment, and how far down each side it reaches."""

    class Moment(models.TextChoices):
        BEFORE = "before", _("Before a session")
        AFTER = "after", _("After a session")
        AFTER_10_MINUTES = "after-10", _("10 minutes after a session")
        NEXT_MORNING = "morning", _("The morning after a session")
        CHECK_IN = "check-in", _("Check-in")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="symptom_reports",
    )
    session = models.ForeignKey(
        ExerciseSession,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="symptom_reports",
    )
    moment = models.CharField(max_length=10, choices=Moment, default=Moment.CHECK_IN)
    reported_on = models.DateField()
    reported_at = models.DateTimeField()
    back = score(_("back"))
    leg = score(_("leg"))
    places = models.JSONField(_("places"), default=list)
    left = models.PositiveSmallIntegerField(_("left side"), choices=FarthestPoint)
    right = models.PositiveSmallIntegerField(_("right side"), choices=FarthestPoint)
    tingling = models.BooleanField(_("tingling"), default=False)
    numbness = models.BooleanField(_("numbness"), default=False)
    weakness = models.BooleanField(_("weakness"), default=False)
    note = models.TextField(_("note"), blank=True, max_length=2000)
    version = models.PositiveIntegerField(default=1)
    deleted_at = models.DateTimeField(null=True, blank=True)
    # Set when it was noted, made worse or brought back later than `reported_at`.
    raised_at = models.DateTimeField(null=True, blank=True)

    objects = SymptomReportQuerySet.as_manager()

    class Meta:
        ordering = ["-reported_at", "-pk"]
        indexes = [
            # All that the charts read, so that they never touch the rows themselves.
            models.Index(
                fields=[
                    "member",
                    "reported_on",
                    "leg",
                    "back",
                    "left",
                    "right",
                    "session",
                ],
                condition=models.Q(deleted_at=None),
                name="report_by_day",
            )
        ]
        constraints = [
            within("back", WORST, _("Choose a number from 0 to 10 for your back.")),
            within("leg", WORST, _("Choose a number from 0 to 10 for your leg.")),
            within("left", FarthestPoint.FOOT.value, _("Choose a place on the left.")),
            within(
                "right", FarthestPoint.FOOT.value, _("Choose a place on the right.")
            ),
            models.CheckConstraint(
                condition=models.Q(moment="check-in", session=None)
                | (~models.Q(moment="check-in") & models.Q(session__isnull=False)),
                name="symptom_report_moment_fits_session",
                violation_error_message=_(
                    "A report before or after belongs to a session."
                ),
            ),
            models.UniqueConstraint(
                fields=["session", "moment"],
                condition=models.Q(deleted_at=None),
                name="symptom_report_moment_once",
                violation_error_message=_("This session already has that report."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("tracking:symptom_report_edit", args=[self.pk])

    @property
    def farthest(self) -> int:
        return max(self.left, self.right)

    @property
    def place(self) -> str:
        """The farthest point in words, with its side below the back."""
        if self.farthest <= FarthestPoint.LOWER_BACK:
            return str(FarthestPoint(self.farthest).label)
        where = FarthestPoint(self.farthest).label
        if self.left == self.right:
            return _("%(place)s, both sides") % {"place": where}
        side = _("left") if self.left > self.right else _("right")
        return _("%(side)s %(place)s") % {"side": side, "place": where}
