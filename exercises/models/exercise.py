from collections.abc import Sequence
from typing import Self

from django.db import models
from django.db.models import Case, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from exercises.models.content import Content, ContentQuerySet
from exercises.models.dose import SECONDS_A_REP, Dose
from exercises.models.picture import Picture


class ExerciseQuerySet(ContentQuerySet["Exercise"]):
    def for_list(self) -> Self:
        return (
            self.published()
            .select_related("picture")
            .prefetch_related("statements")
            .fetch_mode(models.FETCH_RAISE)
        )

    def within(self, minutes: int) -> Self:
        """Those that take so long at most: `Dose.seconds` in the database's words."""
        hold, rest = Coalesce("hold_seconds", 0), Coalesce("rest_seconds", 0)
        work = Coalesce("reps", 1) * (hold + SECONDS_A_REP) + rest
        sides = Case(When(sides=Exercise.Sides.EACH, then=2), default=1)
        by_sets = Coalesce("sets", 1) * sides * work
        takes = Coalesce(models.F("minutes") * 60, by_sets)
        return self.alias(takes=takes).filter(takes__lte=minutes * 60)

    def for_home(self, slugs: Sequence[str]) -> list["Exercise"]:
        """Those that are published, in the order given."""
        rows = self.published().select_related("picture").filter(slug__in=slugs)
        found = {row.slug: row for row in rows}
        return [found[slug] for slug in slugs if slug in found]

    def for_page(self) -> Self:
        return (
            self.select_related("picture")
            .prefetch_related(
                "steps", "variations__exercise", "cautions", "statements__references"
            )
            .fetch_mode(models.FETCH_RAISE)
        )


class Exercise(Content, Dose):
    """An exercise or a stretch: steps, dose, limits and evidence."""

    class Kind(models.TextChoices):
        EXERCISE = "exercise", _("Exercise")
        STRETCH = "stretch", _("Stretch")

    class Direction(models.TextChoices):
        EXTENSION = "extension", _("Bends you backward")
        FLEXION = "flexion", _("Bends you forward")
        NEUTRAL = "neutral", _("Neither way")

    class Position(models.TextChoices):
        FRONT = "front", _("Lying on your front")
        BACK = "back", _("Lying on your back")
        SIDE = "side", _("Lying on your side")
        HANDS_KNEES = "hands-knees", _("On hands and knees")
        STANDING = "standing", _("Standing")
        SITTING = "sitting", _("Sitting")

    class Gear(models.TextChoices):
        MAT = "mat", _("A mat or a firm bed")
        CHAIR = "chair", _("A chair")
        WALL = "wall", _("A wall, counter or table")
        STRAP = "strap", _("A strap or towel")
        STICK = "stick", _("A stick or broom handle")

    class Sides(models.TextChoices):
        BOTH = "both", _("Both sides together")
        EACH = "each", _("One side at a time")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    also_known_as = models.CharField(
        _("also known as"),
        max_length=240,
        blank=True,
        help_text=_("Other names, with commas between."),
    )
    direction = models.CharField(_("direction"), max_length=12, choices=Direction)
    position = models.CharField(_("position"), max_length=12, choices=Position)
    sides = models.CharField(_("sides"), max_length=8, choices=Sides)
    stages = models.CharField(
        _("stages"),
        max_length=60,
        blank=True,
        help_text=_("calm, restore, strengthen: with commas between."),
    )
    equipment = models.CharField(_("what you need"), max_length=160, blank=True)
    gear = models.CharField(
        _("what the library finds it by"),
        max_length=60,
        blank=True,
        help_text=_("Tick nothing where nothing is needed."),
    )
    figure = models.CharField(_("figure"), max_length=30, blank=True)
    look = models.CharField(
        _("person in the figure"),
        max_length=1,
        blank=True,
        choices=[("b", "B"), ("c", "C")],
    )
    picture = models.ForeignKey(
        Picture,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="exercises",
        verbose_name=_("uploaded picture"),
        help_text=_("Shown where the exercise has no figure."),
    )
    dose_note = models.CharField(_("about the dose"), max_length=240, blank=True)

    objects = ExerciseQuerySet.as_manager()

    class Meta(Content.Meta):
        verbose_name = _("exercise")
        verbose_name_plural = _("exercises")
        constraints = [*Content.Meta.constraints, *Dose.Meta.constraints]

    def get_absolute_url(self) -> str:
        return reverse("exercises:exercise_detail", args=[self.slug])

    @property
    def number_of_sides(self) -> int:
        return 2 if self.sides == self.Sides.EACH else 1

    @property
    def whole_minutes(self) -> int:
        return self.rounded_minutes(self.number_of_sides)


class ExercisePart(models.Model):
    """A row that belongs to an exercise and has a place in an order."""

    order = models.PositiveSmallIntegerField(_("order"), default=0)
    text = models.TextField(_("text"))

    class Meta:
        abstract = True
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.text


class Step(ExercisePart):
    """One thing to do. With a frame, the picture beside it shows it."""

    exercise = models.ForeignKey(
        Exercise, on_delete=models.CASCADE, related_name="steps"
    )
    frame = models.PositiveSmallIntegerField(
        _("picture"),
        null=True,
        blank=True,
        choices=[(0, _("Start")), (1, _("Finish"))],
    )
    caption = models.CharField(_("caption of the picture"), max_length=160, blank=True)

    class Meta(ExercisePart.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")


class Variation(ExercisePart):
    """An easier or a harder way."""

    class Kind(models.TextChoices):
        EASIER = "easier", _("Easier")
        HARDER = "harder", _("Harder")

    owner = models.ForeignKey(
        Exercise, on_delete=models.CASCADE, related_name="variations"
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    exercise = models.ForeignKey(
        Exercise,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="variation_of",
        limit_choices_to={"draft_of": None},
        verbose_name=_("another exercise"),
    )
    figure = models.CharField(
        _("figure"),
        max_length=30,
        blank=True,
        help_text=_("Left empty, the figure of the other exercise is shown."),
    )

    class Meta(ExercisePart.Meta):
        verbose_name = _("easier or harder way")
        verbose_name_plural = _("easier and harder ways")


class Caution(ExercisePart):
    """When to stop, when to ask first, and what not to do."""

    class Kind(models.TextChoices):
        STOP = "stop-if", _("Stop if")
        ASK = "ask-first", _("Ask a clinician first if")
        DO_NOT = "do-not", _("Do not")

    exercise = models.ForeignKey(
        Exercise, on_delete=models.CASCADE, related_name="cautions"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)

    class Meta(ExercisePart.Meta):
        verbose_name = _("caution")
        verbose_name_plural = _("cautions")
