from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from exercises.models.content import Content, ContentQuerySet
from exercises.models.exercise import Exercise


class GuideQuerySet(ContentQuerySet["Guide"]):
    def for_page(self) -> Self:
        return self.prefetch_related(
            "sections__statements__references",
            "sections__help_items",
            "sections__pauses__instead_exercise",
            "sections__section_exercises__exercise__statements",
            "sections__section_exercises__exercise__picture",
        ).fetch_mode(models.FETCH_RAISE)


class Guide(Content):
    """A public page for one condition."""

    minutes = models.PositiveSmallIntegerField(_("minutes to read"), default=10)

    objects = GuideQuerySet.as_manager()

    class Meta(Content.Meta):
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    def get_absolute_url(self) -> str:
        return reverse("exercises:guide_detail", args=[self.slug])


class GuideSection(models.Model):
    """One part of a guide, with what its kind asks for beside the text."""

    class Kind(models.TextChoices):
        TEXT = "text", _("Text and statements")
        HELP = "help", _("When to get help")
        EXERCISES = "exercises", _("Exercise cards")
        PAUSES = "pauses", _("Movements to pause")
        LADDER = "ladder", _("How far down the leg")
        COVERAGE = "coverage", _("Coverage search")
        EVIDENCE = "evidence", _("List of references")

    guide = models.ForeignKey(Guide, on_delete=models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    anchor = models.SlugField(_("anchor"), max_length=30)
    heading = models.CharField(_("heading"), max_length=80)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.TEXT)
    body = models.TextField(_("text"), blank=True, help_text=_("Markdown."))

    class Meta:
        verbose_name = _("guide section")
        verbose_name_plural = _("guide sections")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["guide", "anchor"],
                name="guide_section_anchor_once",
                violation_error_message=_("This guide already has that anchor."),
            )
        ]

    def __str__(self) -> str:
        return self.heading


class SectionExercise(models.Model):
    section = models.ForeignKey(
        GuideSection, on_delete=models.CASCADE, related_name="section_exercises"
    )
    exercise = models.ForeignKey(
        Exercise, on_delete=models.PROTECT, limit_choices_to={"draft_of": None}
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("exercise of this section")
        verbose_name_plural = _("exercises of this section")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return str(self.order)


class HelpItem(models.Model):
    """A sign that asks for a clinician. Emergencies stand in the product itself."""

    class Level(models.TextChoices):
        URGENT = "urgent", _("Today")
        ROUTINE = "routine", _("Talk with a clinician")

    section = models.ForeignKey(
        GuideSection, on_delete=models.CASCADE, related_name="help_items"
    )
    level = models.CharField(_("level"), max_length=8, choices=Level)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    text = models.CharField(_("text"), max_length=200)

    class Meta:
        verbose_name = _("sign")
        verbose_name_plural = _("signs")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.text


class PausedMovement(models.Model):
    """A movement to leave for now, what to do instead, and when to bring it back."""

    section = models.ForeignKey(
        GuideSection, on_delete=models.CASCADE, related_name="pauses"
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    name = models.CharField(_("movement"), max_length=160)
    why = models.CharField(_("why"), max_length=240)
    instead = models.CharField(_("instead"), max_length=200)
    instead_exercise = models.ForeignKey(
        Exercise,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        limit_choices_to={"draft_of": None},
        verbose_name=_("exercise instead"),
    )
    bring_back = models.CharField(_("bring it back"), max_length=200)
    figure = models.CharField(_("figure of the movement"), max_length=30, blank=True)
    instead_figure = models.CharField(
        _("figure of what to do instead"),
        max_length=30,
        blank=True,
        help_text=_("Left empty, the figure of the exercise instead is shown."),
    )

    class Meta:
        verbose_name = _("movement to pause")
        verbose_name_plural = _("movements to pause")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name
