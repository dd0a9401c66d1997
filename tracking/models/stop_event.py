import datetime as dt
import uuid
from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from tracking.farthest_point import FarthestPoint
from tracking.models.exercise_log import ExerciseLog
from tracking.stop_rules import SKIP_DIRECTION, Event, Reach, Reading

ENDING = (Event.SAFETY, Event.NEURO, Event.PERSISTS, Event.REPEATS)
ASKS_FOR_SAFETY = (Event.SAFETY, Event.NEURO)


def farthest() -> "models.PositiveSmallIntegerField[int, int]":
    return models.PositiveSmallIntegerField(choices=FarthestPoint)


class StopEventQuerySet(models.QuerySet["StopEvent"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(log__session__member=member, log__session__deleted_at=None)

    def with_deleted(self, member: Member) -> Self:
        return self.filter(log__session__member=member)

    def for_page(self) -> Self:
        return self.select_related("log__session", "log__exercise")

    def for_report(self, first: dt.date, last: dt.date) -> Self:
        days = self.filter(log__session__performed_on__range=(first, last))
        return days.select_related("log__session").fetch_mode(models.FETCH_RAISE)

    def in_session(self, session: uuid.UUID | models.OuterRef) -> Self:
        return self.filter(log__session=session)

    def ending(self) -> Self:
        return self.filter(event__in=ENDING)

    def holding_up(self) -> Self:
        """What ended its session, or waits for a look after the rest."""
        return self.filter(event__in=(*ENDING, Event.FURTHER_DOWN))

    def asking_for_safety(self, since: dt.datetime | models.OuterRef) -> Self:
        return self.filter(event__in=ASKS_FOR_SAFETY, happened_at__gt=since)

    def still_down(self, log: ExerciseLog) -> Self:
        """Where this exercise left it further down, in other sessions."""
        stayed = self.filter(event__in=(Event.PERSISTS, Event.REPEATS), lifted_at=None)
        others = stayed.exclude(log__session=log.session_id)
        return others.filter(log__exercise=log.exercise_id)

    def holding(self, now: dt.datetime) -> Self:
        """What is taken out, or left out for a day. A rest not looked at counts."""
        taken_out = models.Q(event=Event.REPEATS, lifted_at=None)
        stayed = models.Q(event__in=(Event.PERSISTS, Event.REPEATS), until__gt=now)
        unknown = models.Q(
            event=Event.FURTHER_DOWN, happened_at__gt=now - SKIP_DIRECTION
        )
        return self.filter(taken_out | stayed | unknown)


class StopEvent(models.Model):
    """One exercise stopped because it hurt more, and what the stop rules made of it."""

    class Event(models.TextChoices):
        SAFETY = Event.SAFETY.value, _("a warning sign")
        NEURO = Event.NEURO.value, _("new numbness or weakness")
        SHARP = Event.SHARP.value, _("sharp pain")
        FURTHER_DOWN = Event.FURTHER_DOWN.value, _("it moved down")
        SETTLED = Event.SETTLED.value, _("it moved down and went back")
        PERSISTS = Event.PERSISTS.value, _("it moved down and stayed there")
        REPEATS = Event.REPEATS.value, _("it stayed down in 2 sessions")
        RED = Event.RED.value, _("much more pain")
        MORE = "more", _("a bit more pain")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    log = models.ForeignKey(
        ExerciseLog, on_delete=models.CASCADE, related_name="stop_events"
    )
    event = models.CharField(_("what happened"), max_length=16, choices=Event)
    happened_at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    pain_before = models.PositiveSmallIntegerField()
    left_before, right_before = farthest(), farthest()
    pain = models.PositiveSmallIntegerField(_("pain"))
    left, right = farthest(), farthest()
    checked_at = models.DateTimeField(null=True, blank=True)
    left_after = models.PositiveSmallIntegerField(
        choices=FarthestPoint, null=True, blank=True
    )
    right_after = models.PositiveSmallIntegerField(
        choices=FarthestPoint, null=True, blank=True
    )
    lifted_at = models.DateTimeField(null=True, blank=True)

    objects = StopEventQuerySet.as_manager()

    class Meta:
        ordering = ["-happened_at", "-pk"]
        indexes = [models.Index(fields=["event", "happened_at"], name="stop_by_event")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pain__lte=10, pain_before__lte=10),
                name="stop_event_pain_0_to_10",
                violation_error_message=_("Choose a number from 0 to 10."),
            ),
            models.CheckConstraint(
                condition=models.Q(checked_at=None, left_after=None, right_after=None)
                | models.Q(
                    checked_at__isnull=False,
                    left_after__isnull=False,
                    right_after__isnull=False,
                ),
                name="stop_event_check_whole",
                violation_error_message=_("Say for both sides how it is after a rest."),
            ),
            models.CheckConstraint(
                condition=models.Q(lifted_at=None) | models.Q(event=Event.REPEATS),
                name="stop_event_lifts_what_is_taken_out",
                violation_error_message=_("Only what was taken out is given back."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("tracking:stop_event_detail", args=[self.pk])

    @property
    def ends_session(self) -> bool:
        return self.event in ENDING

    @property
    def asks_for_safety(self) -> bool:
        return self.event in ASKS_FOR_SAFETY

    @property
    def before(self) -> Reading:
        return Reading(self.pain_before, Reach(self.left_before, self.right_before))

    @property
    def now(self) -> Reading:
        return Reading(self.pain, Reach(self.left, self.right))
