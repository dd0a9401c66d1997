from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from exercises.models.content import Content, ContentQuerySet
from exercises.models.dose import Dose
from exercises.models.exercise import Exercise
from exercises.models.guide import Guide
from exercises.moving_on import MoveOnRule, check_rules, rules_in


class Track(models.TextChoices):
    EXTENSION = "extension", _("Bending backward helps")
    FLEXION = "flexion", _("Bending forward helps")
    NO_DIRECTION = "no-direction", _("No clear direction")


class ProgramQuerySet(ContentQuerySet["Program"]):
    def for_page(self) -> Self:
        return self.prefetch_related(
            "phases__prescriptions__exercise__picture"
        ).fetch_mode(models.FETCH_RAISE)

    def for_sheet(self) -> Self:
        exercise = "phases__prescriptions__exercise"
        return self.for_page().prefetch_related(
            f"{exercise}__steps",
            f"{exercise}__cautions",
            f"{exercise}__statements__references",
        )


class Program(Content):
    """Weeks of exercises in phases, with rules to move on."""

    weeks = models.PositiveSmallIntegerField(_("weeks"))
    guide = models.ForeignKey(
        Guide,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="programs",
        limit_choices_to={"draft_of": None},
    )

    objects = ProgramQuerySet.as_manager()

    class Meta(Content.Meta):
        verbose_name = _("program")
        verbose_name_plural = _("programs")

    def get_absolute_url(self) -> str:
        return reverse("exercises:program_detail", args=[self.slug])


class Phase(models.Model):
    """A stage of a program. Ranges are low and high ends; minutes are a session's."""

    program = models.ForeignKey(
        Program, on_delete=models.CASCADE, related_name="phases"
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    slug = models.SlugField(_("key"), max_length=30)
    title = models.CharField(_("title"), max_length=60)
    aim = models.CharField(_("aim"), max_length=200)
    first_week = models.PositiveSmallIntegerField(_("first week"))
    last_week = models.PositiveSmallIntegerField(_("last week"))
    max_weeks = models.PositiveSmallIntegerField(_("at most, weeks"))
    days_per_week = models.PositiveSmallIntegerField(
        _("days a week"), validators=[MinValueValidator(1), MaxValueValidator(7)]
    )
    days_per_week_to = models.PositiveSmallIntegerField(
        _("days a week, up to"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(7)],
    )
    sessions_per_day = models.PositiveSmallIntegerField(
        _("sessions a day"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(6)],
    )
    sessions_per_day_to = models.PositiveSmallIntegerField(
        _("sessions a day, up to"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(6)],
    )
    minutes = models.PositiveSmallIntegerField(_("minutes a session"))
    minutes_to = models.PositiveSmallIntegerField(
        _("minutes, up to"), null=True, blank=True
    )
    minimum_days = models.PositiveSmallIntegerField(_("at least, days"), default=7)
    move_on = models.TextField(
        _("when to move on"),
        blank=True,
        validators=[check_rules],
        help_text=_(
            "One rule on each line: its key, a colon, its words. Change the words as "
            "you like. The key says how the rule is checked."
        ),
    )
    if_not = models.CharField(_("if not"), max_length=240, blank=True)

    class Meta:
        verbose_name = _("phase")
        verbose_name_plural = _("phases")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["program", "slug"],
                name="phase_slug_once",
                violation_error_message=_("This program already has that phase."),
            ),
            models.CheckConstraint(
                condition=models.Q(last_week__gte=models.F("first_week")),
                name="phase_weeks_in_order",
                violation_error_message=_("The last week is before the first week."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def rules(self) -> list[MoveOnRule]:
        return rules_in(self.move_on)


class PrescriptionQuerySet(models.QuerySet["Prescription"]):
    def for_track(self, track: str) -> Self:
        return self.filter(**{f"for_{Track(track).name.lower()}": True})

    def for_week(self, week: int) -> Self:
        return self.filter(
            models.Q(from_week=None) | models.Q(from_week__lte=max(week, 1))
        )

    def for_member_pages(self) -> Self:
        return self.filter(exercise__status=Content.Status.PUBLISHED).select_related(
            "exercise__picture"
        )


class Prescription(Dose):
    """One exercise with its dose, in one phase, for some tracks or for all."""

    phase = models.ForeignKey(
        Phase, on_delete=models.CASCADE, related_name="prescriptions"
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    exercise = models.ForeignKey(
        Exercise,
        on_delete=models.PROTECT,
        related_name="prescriptions",
        limit_choices_to={"draft_of": None},
    )
    for_extension = models.BooleanField(Track.EXTENSION.label, default=True)
    for_flexion = models.BooleanField(Track.FLEXION.label, default=True)
    for_no_direction = models.BooleanField(Track.NO_DIRECTION.label, default=True)
    any_time = models.BooleanField(
        _("any time of the day"),
        default=False,
        help_text=_("Ticked off on the day's page, outside a session."),
    )
    from_week = models.PositiveSmallIntegerField(_("from week"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=240, blank=True)
    only_if = models.CharField(_("only if"), max_length=240, blank=True)

    objects = PrescriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("prescription")
        verbose_name_plural = _("prescriptions")
        ordering = ["order", "pk"]
        constraints = [
            *Dose.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(for_extension=True)
                | models.Q(for_flexion=True)
                | models.Q(for_no_direction=True),
                name="prescription_has_a_track",
                violation_error_message=_("Choose at least one track."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.exercise)

    @property
    def tracks(self) -> list[Track]:
        return [t for t in Track if getattr(self, f"for_{t.name.lower()}")]

    @property
    def session_minutes(self) -> int:
        return self.rounded_minutes(self.exercise.number_of_sides)
