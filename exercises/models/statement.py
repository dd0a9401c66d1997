from django.db import models
from django.utils.translation import gettext_lazy as _

from exercises.models.exercise import Exercise
from exercises.models.guide import GuideSection
from exercises.models.reference import InSciatica, Reference

__all__ = ["Certainty", "InSciatica", "Statement"]


class Certainty(models.TextChoices):
    HIGH = "high", _("High")
    MODERATE = "moderate", _("Moderate")
    LOW = "low", _("Low")
    VERY_LOW = "very-low", _("Very low")


class Statement(models.Model):
    """One claim, how sure it is, whether sciatica was studied, and by whom."""

    exercise = models.ForeignKey(
        Exercise,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="statements",
    )
    section = models.ForeignKey(
        GuideSection,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="statements",
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    text = models.TextField(_("statement"))
    certainty = models.CharField(
        _("certainty"),
        max_length=10,
        choices=Certainty,
        blank=True,
        help_text=_("Leave empty only for a plain fact that promises no benefit."),
    )
    in_sciatica = models.CharField(
        _("studied in sciatica?"), max_length=8, choices=InSciatica, blank=True
    )
    references = models.ManyToManyField(
        Reference, blank=True, related_name="statements", verbose_name=_("references")
    )
    source_note = models.CharField(_("where it is from"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(exercise=None, section__isnull=False)
                | models.Q(exercise__isnull=False, section=None),
                name="statement_has_one_owner",
                violation_error_message=_(
                    "A statement belongs to one exercise or to one guide section."
                ),
            )
        ]

    def __str__(self) -> str:
        return self.text
