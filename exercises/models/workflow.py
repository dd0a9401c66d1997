from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class WorkflowQuerySet[Row: "Workflow"](models.QuerySet[Row]):
    def published(self) -> Self:
        return self.filter(status=Workflow.Status.PUBLISHED, draft_of=None)

    def due(self, day: object) -> Self:
        """Those that a publisher gave a date, and the date has come."""
        return self.filter(status=Workflow.Status.IN_REVIEW, publish_on__lte=day)


class Workflow(models.Model):
    """From a draft to a page: its state, who wrote it, its review, its origin."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        IN_REVIEW = "in-review", _("In review")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    status = models.CharField(
        _("status"), max_length=12, choices=Status, default=Status.DRAFT
    )
    draft_of = models.OneToOneField(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="working_draft",
        verbose_name=_("draft of"),
    )
    earlier_drafts = models.JSONField(default=list, blank=True, editable=False)
    writers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("written by"),
    )
    publish_on = models.DateField(_("publish on"), null=True, blank=True)
    reviewed_by = models.CharField(
        _("reviewed by"),
        max_length=120,
        blank=True,
        help_text=_("Name and credentials of the clinician who checked it."),
    )
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    review_due_on = models.DateField(_("next review"), null=True, blank=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reviewed_by="", reviewed_on=None)
                | (~models.Q(reviewed_by="") & models.Q(reviewed_on__isnull=False)),
                name="%(class)s_review_whole",
                violation_error_message=_(
                    "A review needs both who checked it and when."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(draft_of=None)
                | models.Q(status__in=["draft", "in-review"]),
                name="%(class)s_draft_not_public",
                violation_error_message=_(
                    "A working draft goes live through the page it is a draft of."
                ),
            ),
        ]

    @property
    def is_live(self) -> bool:
        """Readers meet it, or have met it: it is changed through a working draft."""
        return self.status in {self.Status.PUBLISHED, self.Status.WITHDRAWN}

    @property
    def is_review_overdue(self) -> bool:
        due = self.review_due_on
        return due is not None and due < timezone.localdate()
