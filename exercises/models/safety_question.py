from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class SafetyQuestionQuerySet(models.QuerySet["SafetyQuestion"]):
    def for_screen(self) -> Self:
        """All of them, in the order asked: a form takes those it needs."""
        return self.order_by("order", "pk")


class SafetyQuestion(models.Model):
    """The wording of a question whose meaning, its key, belongs to the code."""

    class Topic(models.TextChoices):
        CAUDA_EQUINA = "cauda-equina", _("Nerves at the base of the spine")
        STRENGTH = "strength", _("Strength")
        INJURY = "injury", _("Injury")
        ILLNESS = "illness", _("Feeling ill")
        OTHER = "other", _("Other signs")
        FOLLOW_UP = "follow-up", _("One more question")
        PRECAUTION = "precaution", _("Good to know beforehand")

    key = models.SlugField(_("key"), max_length=30, unique=True, editable=False)
    topic = models.CharField(_("topic"), max_length=20, choices=Topic)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    language = models.CharField(_("language"), max_length=8, default="en")
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    text = models.TextField(_("question"))
    hint = models.CharField(_("hint"), max_length=240, blank=True)
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

    objects = SafetyQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("safety question")
        verbose_name_plural = _("safety questions")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.text
