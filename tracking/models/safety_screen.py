import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from tracking.models.stop_event import StopEvent


class SafetyScreenQuerySet(models.QuerySet["SafetyScreen"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)

    def with_stops(self) -> Self:
        """Whether a stop for a warning sign came after it."""
        stops = StopEvent.objects.asking_for_safety(models.OuterRef("asked_at"))
        mine = stops.filter(log__session__member=models.OuterRef("member"))
        return self.annotate(
            stopped_since=models.Exists(mine.filter(log__session__deleted_at=None))
        )

    def between(self, first: dt.date, last: dt.date) -> Self:
        return self.filter(asked_on__range=(first, last)).defer("answers")

    def locked_by(self, today: dt.date) -> Self:
        """Those that paused the exercises, whether they still do or not."""
        return self.filter(outcome__in=SafetyScreen.LOCKING, asked_on__lte=today).defer(
            "answers"
        )

    def still_locked(self) -> Self:
        return self.filter(outcome__in=SafetyScreen.LOCKING, cleared_at=None)


class SafetyScreen(models.Model):
    """The questions as worded that day, the answers, and what follows from them."""

    class Kind(models.TextChoices):
        FULL = "full", _("All questions")
        SHORT = "short", _("The short check")

    class Outcome(models.TextChoices):
        CLEAR = "clear", _("Carry on")
        SEE_FIRST = "see-first", _("Talk with a clinician first")
        SAME_DAY = "same-day", _("Call a doctor today")
        EMERGENCY = "emergency", _("Get help now")

    LOCKING = (Outcome.SAME_DAY, Outcome.EMERGENCY)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="safety_screens",
    )
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.FULL)
    asked_at = models.DateTimeField()
    asked_on = models.DateField()
    answers = models.JSONField()
    precautions = models.JSONField(default=list)
    outcome = models.CharField(max_length=10, choices=Outcome)
    assessed_on = models.DateField(_("date you were checked"), null=True, blank=True)
    assessed_by = models.CharField(_("who checked you"), max_length=120, blank=True)
    cleared_at = models.DateTimeField(null=True, blank=True)
    cleared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="cleared_screens",
    )

    stopped_since = False  # what `with_stops` found

    objects = SafetyScreenQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(assessed_by="", assessed_on=None)
                | (~models.Q(assessed_by="") & models.Q(assessed_on__isnull=False)),
                name="safety_screen_assessment_whole",
                violation_error_message=_(
                    "Enter both who checked you and on which day."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(cleared_at=None)
                | models.Q(cleared_at__gte=models.F("asked_at")),
                name="safety_screen_cleared_after_asked",
                violation_error_message=_("A lock is cleared after it was set."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("tracking:safety_screen_detail", args=[self.pk])

    @property
    def is_locked(self) -> bool:
        return self.outcome in self.LOCKING and self.cleared_at is None

    def last_paused_day(self, today: dt.date) -> dt.date:
        if self.cleared_at is None:
            return today
        return max(self.asked_on, timezone.localdate(self.cleared_at))

    @property
    def by_key(self) -> dict[str, dict[str, str | int]]:
        return {given["key"]: given for given in self.answers}

    @property
    def plain_answers(self) -> dict[str, str]:
        return {given["key"]: given["answer"] for given in self.answers}

    @property
    def worded_answers(self) -> list[dict[str, str]]:
        """Each question in the words of that day, with its answer in words."""
        labels = {"yes": _("Yes"), "no": _("No"), "not-sure": _("Not sure")}
        return [
            {"wording": a["wording"], "label": str(labels[a["answer"]])}
            for a in self.answers
        ]

    def clear(self, by: Member, at: dt.datetime | None = None) -> None:
        """Lift the lock; the answers stay as they were given."""
        self.cleared_at, self.cleared_by = at or timezone.now(), by
        self.save(update_fields=["cleared_at", "cleared_by"])
