import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Self

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models.functions import Coalesce, RowNumber
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from exercises.models import Exercise, Prescription
from portal.accounts.models import Member
from tracking.models.enrollment import Enrollment
from tracking.models.exercise_session import ExerciseSession
from tracking.progress.responses import Response

MOST_SETS = 20
MOST_REPS = 200
MOST_HOLD_SECONDS = 1200
MOST_MINUTES = 480


def done(
    label: StrOrPromise, most: int
) -> models.PositiveSmallIntegerField[int | None, int | None]:
    """What was really done of a dose; empty while nobody has said so."""
    return models.PositiveSmallIntegerField(
        label, null=True, blank=True, validators=[MaxValueValidator(most)]
    )


def at_most(field: str, most: int, sentence: StrOrPromise) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=models.Q(**{field: None}) | models.Q(**{f"{field}__lte": most}),
        name=f"exercise_log_{field}",
        violation_error_message=sentence,
    )


class ExerciseLogQuerySet(models.QuerySet["ExerciseLog"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(session__member=member, session__deleted_at=None)

    def of_session(self, session: uuid.UUID) -> Self:
        return self.filter(session=session)

    def responses(self, first: dt.date, last: dt.date) -> list[Response]:
        """How often each answer was given about each exercise."""
        log = self.model
        answers = [("leg_response", str(value)) for value in log.LegResponse]
        answers += [("reach_response", str(value)) for value in log.ReachResponse]
        counts = {
            f"{field}_{value}": models.Count("pk", filter=models.Q(**{field: value}))
            for field, value in answers
        }
        rows = (
            self.filter(session__performed_on__range=(first, last))
            .exclude(leg_response="", reach_response="")
            .order_by()
            .values_list("exercise__title", "exercise")
            .annotate(**counts)
        )
        return [
            Response(title, (less, same, more), (up, stayed, down))
            for title, _pk, less, same, more, up, stayed, down in rows
        ]

    def for_dosing(self, enrollment: Enrollment, since: dt.date) -> Self:
        """With what decides about doses."""
        logs = self.done_in([enrollment], since)
        return logs.select_related("session", "prescription", "exercise")

    def done_in(self, enrollments: Iterable[Enrollment], since: dt.date) -> Self:
        """What was done in finished sessions, the newest first."""
        return (
            self.filter(
                session__enrollment__in=enrollments,
                session__performed_on__gte=since,
                session__finished_at__isnull=False,
                session__deleted_at=None,
            )
            .exclude(session__kind=ExerciseSession.Kind.GENTLE)
            .exclude(state__in=[ExerciseLog.State.TO_DO, ExerciseLog.State.SKIPPED])
            .order_by("-session__started_at", "-session_id", "position")
        )

    def with_times(self) -> Self:
        """Numbers the times through each exercise, from the newest: 1, 2, 3."""
        newest = ("-session__started_at", "-session_id", "position")
        number = models.Window(
            RowNumber(), partition_by=models.F("exercise"), order_by=newest
        )
        return self.annotate(times=number)

    def last_of_running(self, member: Member, since: dt.date) -> Self:
        """The last time through each exercise in the phase the member is in."""
        began = Coalesce(
            "session__enrollment__phase_since", "session__enrollment__started_on"
        )
        running = Enrollment.objects.for_member(member).running()
        logs = self.done_in(running, since).filter(session__performed_on__gte=began)
        return logs.with_times().filter(times=1)

    def for_play(self, session: uuid.UUID) -> Self:
        """Each names the stop that holds the whole session up, where there is one."""
        from tracking.models.stop_event import StopEvent  # it imports this one

        stops = StopEvent.objects.in_session(session).holding_up()
        return (
            self.filter(session=session)
            .annotate(held_up_by=models.Subquery(stops.values("pk")[:1]))
            .select_related(
                "session__enrollment__phase", "exercise__picture", "prescription"
            )
        )


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

    class Rating(models.TextChoices):
        EASY = "easy", _("Easy")
        RIGHT = "right", _("About right")
        HARD = "hard", _("Hard")
        PAINFUL = "painful", _("Painful")

    class LegResponse(models.TextChoices):
        LESS = "less", _("Less")
        SAME = "same", _("The same")
        MORE = "more", _("More")

    class ReachResponse(models.TextChoices):
        UP = "up", _("Moved up, toward the back")
        SAME = "same", _("Stayed where it was")
        DOWN = "down", _("Moved down the leg")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(
        ExerciseSession, on_delete=models.CASCADE, related_name="logs"
    )
    position = models.PositiveSmallIntegerField()
    exercise = models.ForeignKey(
        Exercise, on_delete=models.PROTECT, related_name="exercise_logs"
    )
    prescription = models.ForeignKey(
        Prescription,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="exercise_logs",
    )
    swapped_from = models.ForeignKey(
        Exercise,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="exercise_logs_swapped",
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
    reps_done = done(_("repeats done"), MOST_REPS)
    hold_seconds_done = done(_("seconds held"), MOST_HOLD_SECONDS)
    minutes_done = done(_("minutes done"), MOST_MINUTES)
    state = models.CharField(
        _("state"), max_length=8, choices=State, default=State.TO_DO
    )
    skip_reason = models.CharField(max_length=8, choices=SkipReason, blank=True)
    swap_reason = models.CharField(max_length=8, choices=SkipReason, blank=True)
    rating = models.CharField(_("how it was"), max_length=8, choices=Rating, blank=True)
    leg_response = models.CharField(
        _("leg pain"), max_length=4, choices=LegResponse, blank=True
    )
    reach_response = models.CharField(
        _("how far down"), max_length=4, choices=ReachResponse, blank=True
    )

    moved_on = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    held_up_by: uuid.UUID | None = None  # from `for_play`

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
            models.CheckConstraint(
                condition=models.Q(swap_reason="")
                | models.Q(swapped_from__isnull=False),
                name="exercise_log_reason_fits_swap",
                violation_error_message=_("A reason goes with a swapped exercise."),
            ),
            at_most(
                "reps_done", MOST_REPS, _("That is more than 200 repeats in a set.")
            ),
            at_most(
                "hold_seconds_done",
                MOST_HOLD_SECONDS,
                _("That is more than 20 minutes for one hold."),
            ),
            at_most("minutes_done", MOST_MINUTES, _("That is more than 8 hours.")),
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
    def is_over(self) -> bool:
        """Nothing of it is left, or the member has gone on from it."""
        return self.moved_on or self.state in (self.State.DONE, self.State.SKIPPED)

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

    def do_as_planned(self) -> None:
        """All of the dose was done."""
        self.reps_done, self.minutes_done = self.reps, self.minutes
        self.hold_seconds_done = self.hold_seconds
        self.set_sets(self.sets)

    def begin_anew(self) -> None:
        """Nothing of it is done yet."""
        self.state, self.skip_reason, self.moved_on = self.State.TO_DO, "", False
        self.sets_done, self.reps_done = 0, None
        self.hold_seconds_done, self.minutes_done = None, None
        self.rating = self.leg_response = self.reach_response = ""

    def skip(self, reason: str) -> None:
        self.state = self.State.PARTLY if self.sets_done else self.State.SKIPPED
        self.skip_reason = "" if self.sets_done else reason
        self.moved_on = True
