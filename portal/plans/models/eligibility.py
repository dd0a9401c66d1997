import datetime as dt
import uuid
from typing import Self

from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.plans.models.sponsor import Sponsor

HASH_LENGTH = 64


class EligibilityFileQuerySet(models.QuerySet["EligibilityFile"]):
    def in_effect(self, sponsor: int) -> Self:
        return self.filter(sponsor=sponsor, state=EligibilityFile.State.IN_EFFECT)


class EligibilityFile(models.Model):
    """One file of a sponsor: all of its people as of a day. One is in effect."""

    class Kind(models.TextChoices):
        FULL = "full", _("Everybody: who is not in it is no longer covered")
        CHANGES = "changes", _("Changes only: everybody else stays as they are")

    class State(models.TextChoices):
        READING = "reading", _("Being read")
        REFUSED = "refused", _("Refused: nothing was changed")
        READY = "ready", _("Checked: it waits to be used")
        IN_EFFECT = "in effect", _("In effect")
        REPLACED = "replaced", _("Replaced by a later file")
        UNDONE = "undone", _("Undone")

    sponsor = models.ForeignKey(
        Sponsor, on_delete=models.CASCADE, related_name="eligibility_files"
    )
    kind = models.CharField(_("what it holds"), max_length=8, choices=Kind)
    effective_on = models.DateField(_("as of"))
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.READING
    )
    former = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="later",
        verbose_name=_("the file before it"),
    )
    key_id = models.CharField(max_length=12, editable=False)
    mapping = models.JSONField(_("columns"), default=dict, editable=False)
    moved = models.JSONField(default=dict, editable=False)
    wrong = models.JSONField(default=list, editable=False)
    wrong_count = models.PositiveIntegerField(_("lines refused"), default=0)
    people_count = models.PositiveIntegerField(_("people"), default=0)
    new_count = models.PositiveIntegerField(_("new"), default=0)
    gone_count = models.PositiveIntegerField(_("no longer in it"), default=0)
    uploaded_at = models.DateTimeField(_("uploaded"), db_default=Now())
    used_at = models.DateTimeField(_("put into effect"), null=True, editable=False)

    objects = EligibilityFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("eligibility file")
        verbose_name_plural = _("eligibility files")
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sponsor"],
                condition=models.Q(state="in effect"),
                name="eligibility_file_one_in_effect",
                violation_error_message=_("Another file is in effect."),
            )
        ]

    def __str__(self) -> str:
        return _("File of %(day)s") % {"day": self.effective_on.isoformat()}

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY

    @property
    def is_early(self) -> bool:
        """Used before its day, it would end the coverage of who leaves on that day."""
        return self.effective_on > timezone.localdate()

    @property
    def is_in_effect(self) -> bool:
        return self.state == self.State.IN_EFFECT


class EligibilityRecordQuerySet(models.QuerySet["EligibilityRecord"]):
    def in_effect(self, sponsor: int) -> Self:
        state = EligibilityFile.State.IN_EFFECT
        return self.filter(file__sponsor=sponsor, file__state=state)


class EligibilityRecord(models.Model):
    """One person's row in a file. Names, birth dates and numbers are hashes."""

    file = models.ForeignKey(
        EligibilityFile, on_delete=models.CASCADE, related_name="records"
    )
    key_id = models.CharField(max_length=12)
    person = models.CharField(max_length=HASH_LENGTH)
    by_id = models.CharField(max_length=HASH_LENGTH)
    by_zip = models.CharField(max_length=HASH_LENGTH)
    email = models.TextField(blank=True)  # shut with the same key
    plan_code = models.CharField(max_length=40, blank=True)
    is_family = models.BooleanField(default=False)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    objects = EligibilityRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("eligibility record")
        verbose_name_plural = _("eligibility records")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["file", "by_id"], name="eligibility_by_id"),
            models.Index(fields=["file", "by_zip"], name="eligibility_by_zip"),
            models.Index(fields=["file", "person"], name="eligibility_by_person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="eligibility_record_ends_after_start",
                violation_error_message=_("It ends before it starts."),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def runs_on(self, day: dt.date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or self.ends_on >= day)


class CheckAttempt(models.Model):
    """One try to be found in a file: when, at which sponsor, and nothing of who."""

    class Outcome(models.TextChoices):
        STARTED = "started", _("Not finished")
        CONFIRMED = "confirmed", _("Confirmed")
        NOT_CONFIRMED = "not confirmed", _("Could not confirm")
        TOO_MANY = "too many", _("Too many tries")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sponsor = models.ForeignKey(
        Sponsor, on_delete=models.CASCADE, related_name="check_attempts"
    )
    at = models.DateTimeField(_("when"))
    address = models.CharField(max_length=HASH_LENGTH)
    person = models.CharField(max_length=HASH_LENGTH)
    held = models.CharField(max_length=HASH_LENGTH)
    outcome = models.CharField(
        _("outcome"), max_length=14, choices=Outcome, default=Outcome.STARTED
    )

    class Meta:
        verbose_name = _("check attempt")
        verbose_name_plural = _("check attempts")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["address", "at"], name="check_attempt_by_address"),
            models.Index(fields=["sponsor", "at"], name="check_attempt_by_sponsor"),
            models.Index(fields=["person", "at"], name="check_attempt_by_person"),
            models.Index(fields=["held", "at"], name="check_attempt_by_held"),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} {self.at:%Y-%m-%d %H:%M}"
