import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from tracking.models.exercise_session import ExerciseSession

WORST = 10


class FarthestPoint(models.IntegerChoices):
    """How far down one side it reaches: 0 is nowhere, 6 is the foot."""

    NONE = 0, _("nowhere")
    LOWER_BACK = 1, _("lower back")
    BUTTOCK = 2, _("buttock")
    THIGH = 3, _("thigh")
    KNEE = 4, _("knee")
    LOWER_LEG = 5, _("lower leg")
    FOOT = 6, _("foot")


def score(label: object) -> models.PositiveSmallIntegerField[int, int]:
    return models.PositiveSmallIntegerField(
        label,
        validators=[MaxValueValidator(WORST, _("Choose a number from 0 to 10."))],
    )


def within(field: str, highest: int, sentence: object) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__gte": 0, f"{field}__lte": highest}),
        name=f"symptom_report_{field}_0_to_{highest}",
        violation_error_message=sentence,
    )


class SymptomReportQuerySet(models.QuerySet["SymptomReport"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)

    def since(self, day: dt.date | None) -> Self:
        return self if day is None else self.filter(reported_on__gte=day)

    def newest_first(self) -> Self:
        return self.order_by("-reported_at", "-pk")


class SymptomReport(models.Model):
    """How back and leg feel at one moment, and how far down each side it reaches."""

    class Moment(models.TextChoices):
        BEFORE = "before", _("Before a session")
        AFTER = "after", _("After a session")
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

    objects = SymptomReportQuerySet.as_manager()

    class Meta:
        ordering = ["-reported_at", "-pk"]
        indexes = [
            models.Index(
                fields=["member", "reported_on", "leg", "back"], name="report_by_day"
            )
        ]
        constraints = [
            within("back", WORST, _("Choose a number from 0 to 10 for your back.")),
            within("leg", WORST, _("Choose a number from 0 to 10 for your leg.")),
            within("left", FarthestPoint.FOOT, _("Choose a place on the left.")),
            within("right", FarthestPoint.FOOT, _("Choose a place on the right.")),
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
