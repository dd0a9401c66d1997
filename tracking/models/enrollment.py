import datetime as dt
import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from exercises.models import Phase, Prescription, Program, Track
from portal.accounts.models import Member
from tracking.models.look_back import LookBack
from tracking.models.week_plan import WeekPlan


class EnrollmentQuerySet(models.QuerySet["Enrollment"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)

    def running(self) -> Self:
        return self.filter(ended_on=None)

    def for_page(self) -> Self:
        return self.select_related("program", "phase")

    def for_today(self) -> Self:
        return self.running().for_outlook()

    def for_outlook(self) -> Self:
        """With the plan of the week as well."""
        return self.for_page().with_outlook().select_related("member__week_plan")

    def with_outlook(self) -> Self:
        """With the phase to come and the last look back."""
        onward = Phase.objects.filter(
            program=models.OuterRef("program"),
            order__gt=models.OuterRef("phase__order"),
        )
        looks = LookBack.objects.filter(member=models.OuterRef("member"))
        answered = looks.answered()
        return self.annotate(
            next_phase=models.Subquery(onward.values("pk")[:1]),
            next_phase_title=models.Subquery(onward.values("title")[:1]),
            looked_back_on=models.Subquery(looks.values("noted_on")[:1]),
            walk_minutes=models.Subquery(answered.values("walk_minutes")[:1]),
            sit_minutes=models.Subquery(answered.values("sit_minutes")[:1]),
        )


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
    phase_since = models.DateField(null=True, blank=True)
    shown_plan = models.JSONField(default=dict)

    objects = EnrollmentQuerySet.as_manager()

    # What `for_outlook` finds.
    next_phase: int | None = None
    next_phase_title: str | None = None
    looked_back_on: dt.date | None = None
    walk_minutes: int | None = None
    sit_minutes: int | None = None

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

    @cached_property
    def week_plan(self) -> "WeekPlan | None":
        return getattr(self.member, "week_plan", None)

    @property
    def phase_began(self) -> dt.date:
        return self.phase_since or self.started_on

    def week_on(self, day: dt.date) -> int:
        """Week 1 begins on the day of joining."""
        return max(0, (day - self.started_on).days) // 7 + 1

    def phase_prescriptions(self) -> models.QuerySet[Prescription]:
        """Of the session and of any time, for this track, in whichever week."""
        return self.phase.prescriptions.for_track(self.track).for_member_pages()

    def gentle_prescriptions(self) -> models.QuerySet[Prescription]:
        """The gentle set comes from the first phase, which is made to settle a leg."""
        first = Phase.objects.filter(program=self.program_id).values("pk")[:1]
        mine = Prescription.objects.for_track(self.track).for_member_pages()
        return mine.filter(phase__in=first)

    def is_for(self, dose: Prescription) -> bool:
        """Whether this track has it."""
        return bool(getattr(dose, f"for_{Track(self.track).name.lower()}"))

    def all_prescriptions_on(self, day: dt.date) -> models.QuerySet[Prescription]:
        mine = self.phase.prescriptions.for_track(self.track).for_member_pages()
        return mine.for_week(self.week_on(day))

    def prescriptions_on(self, day: dt.date) -> models.QuerySet[Prescription]:
        return self.all_prescriptions_on(day).filter(any_time=False)

    def show_plan(self, plan: dict[str, Any]) -> None:
        """What the member has seen of the live program, to tell what changed."""
        if self.shown_plan != plan:
            self.shown_plan = plan
            self.save(update_fields=["shown_plan"])

    def leave(self, day: dt.date) -> None:
        """End it; what was logged stays. Leaving twice keeps the first day."""
        if self.ended_on is None:
            self.ended_on = max(day, self.started_on)
            self.save(update_fields=["ended_on"])
