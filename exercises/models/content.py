from django.db import models
from django.utils.translation import gettext_lazy as _

from exercises.models.workflow import Workflow, WorkflowQuerySet


class ContentQuerySet[ContentRow: "Content"](WorkflowQuerySet[ContentRow]):
    pass


class Content(Workflow):
    """What staff write and readers see, at an address of its own."""

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(_("address"), max_length=60)
    language = models.CharField(_("language"), max_length=8, default="en")
    summary = models.TextField(_("summary"), help_text=_("One or two sentences."))
    body = models.TextField(
        _("text"),
        blank=True,
        help_text=_("Markdown. Cite a reference by its key: [@long2004]."),
    )

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
            *Workflow.Meta.constraints,
        ]

    def __str__(self) -> str:
        return self.title
