"""What people looked for and did not find. Nothing here says who they were."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class UnmatchedSearch(models.Model):
    """Words that led to no sponsor, and how often in one week."""

    words = models.CharField(_("searched for"), max_length=100)
    week = models.DateField(_("week from"))
    times = models.PositiveIntegerField(_("times"), default=1)

    class Meta:
        verbose_name = _("search without a match")
        verbose_name_plural = _("searches without a match")
        ordering = ["-week", "-times", "words"]
        constraints = [
            models.UniqueConstraint(
                fields=["words", "week"],
                name="unmatched_search_once_a_week",
                violation_error_message=_("These words are already counted."),
            )
        ]

    def __str__(self) -> str:
        return self.words


class SponsorRequest(models.Model):
    """A visitor asks a person to check a name; the e-mail is theirs to leave out."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name of the employer or plan"), max_length=160)
    email = models.EmailField(_("e-mail"), blank=True)
    asked_on = models.DateField(_("asked on"))
    answered_on = models.DateField(_("answered on"), null=True, blank=True)

    class Meta:
        verbose_name = _("name to check")
        verbose_name_plural = _("names to check")
        ordering = ["answered_on", "-asked_on", "pk"]

    def __str__(self) -> str:
        return self.name
