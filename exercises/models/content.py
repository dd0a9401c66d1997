from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContentQuerySet[ContentRow: "Content"](models.QuerySet[ContentRow]):
    def published(self) -> Self:
        return self.filter(status=Content.Status.PUBLISHED, draft_of=None)


class Content(models.Model):
    """What staff write and readers see: its state, its review and its origin."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        IN_REVIEW = "in-review", _("In review")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(_("address"), max_length=60)
    language = models.CharField(_("language"), max_length=8, default="en")
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
    )
    summary = models.TextField(_("summary"), help_text=_("One or two sentences."))
    body = models.TextField(
        _("text"),
        blank=True,
        help_text=_("Markdown. Cite a reference by its key: [@long2004]."),
    )
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
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                condition=models.Q(draft_of=None),
                name="%(class)s_slug_once",
                violation_error_message=_("This address is already in use."),
            ),
            models.CheckConstraint(
                condition=models.Q(reviewed_by="", reviewed_on=None)
                | (~models.Q(reviewed_by="") & models.Q(reviewed_on__isnull=False)),
                name="%(class)s_review_whole",
                violation_error_message=_(
                    "A review needs both who checked it and when."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title
