from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from exercises.models.workflow import Workflow, WorkflowQuerySet


class SafetyQuestionQuerySet(WorkflowQuerySet["SafetyQuestion"]):
    def for_screen(self) -> Self:
        """All of them, in the order asked: a form takes those it needs."""
        return self.published().order_by("order", "pk")


class SafetyQuestion(Workflow):
    """The wording of a question whose meaning, its key, belongs to the code."""

    class Topic(models.TextChoices):
        CAUDA_EQUINA = "cauda-equina", _("Nerves at the base of the spine")
        STRENGTH = "strength", _("Strength")
        INJURY = "injury", _("Injury")
        ILLNESS = "illness", _("Feeling ill")
        OTHER = "other", _("Other signs")
        FOLLOW_UP = "follow-up", _("One more question")
        PRECAUTION = "precaution", _("Good to know beforehand")

    status = models.CharField(
        _("status"),
        max_length=12,
        choices=Workflow.Status,
        default=Workflow.Status.PUBLISHED,  # the code asks it, so it is never away
    )
    key = models.SlugField(_("key"), max_length=30, editable=False)
    topic = models.CharField(_("topic"), max_length=20, choices=Topic)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    language = models.CharField(_("language"), max_length=8, default="en")
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    text = models.TextField(_("question"))
    hint = models.CharField(_("hint"), max_length=240, blank=True)
    objects = SafetyQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("safety question")
        verbose_name_plural = _("safety questions")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["key"],
                condition=models.Q(draft_of=None),
                name="safetyquestion_key_once",
                violation_error_message=_("This key is already in use."),
            ),
            *Workflow.Meta.constraints,
        ]

    def __str__(self) -> str:
        return self.text
