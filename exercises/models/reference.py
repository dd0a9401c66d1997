from typing import Self

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class ReferenceQuerySet(models.QuerySet["Reference"]):
    def for_list(self) -> Self:
        return self.fetch_mode(models.FETCH_RAISE)


class InSciatica(models.TextChoices):
    YES = "yes", _("yes")
    PARTLY = "partly", _("in part")
    NO = "no", _("no")


class Reference(models.Model):
    """One publication. Content cites it by its key."""

    class Kind(models.TextChoices):
        GUIDELINE = "guideline", _("Guideline")
        REVIEW = "systematic-review", _("Review of studies")
        TRIAL = "randomised-trial", _("Randomized trial")
        COHORT = "cohort", _("Study that follows people over time")
        LABORATORY = "laboratory", _("Laboratory study")
        CASES = "case-series", _("Study of a series of people")
        ADVICE = "advice-page", _("Advice page")
        OTHER = "other", _("Other")

    class Checked(models.TextChoices):
        ABSTRACT = "abstract", _("The summary was read")
        PART = "part", _("Part of it was read")
        COPY = "copy", _("Read in a copy or a summary by others")
        NOT_SEEN = "not-seen", _("Not read yet")

    key = models.SlugField(_("key"), max_length=40, unique=True)
    authors = models.CharField(_("authors"), max_length=400)
    title = models.CharField(_("title"), max_length=400, blank=True)
    source = models.CharField(_("published in"), max_length=240)
    year = models.PositiveSmallIntegerField(_("year"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    doi = models.CharField(
        "DOI",
        max_length=120,
        blank=True,
        validators=[
            RegexValidator(r"^10\.\d{4,9}/\S+$", _("A DOI looks like 10.1000/182."))
        ],
    )
    pmid = models.CharField(
        "PMID",
        max_length=12,
        blank=True,
        validators=[RegexValidator(r"^\d{1,9}$", _("A PMID is a number."))],
    )
    url = models.URLField(_("address"), blank=True)
    population = models.CharField(_("who was studied"), max_length=240, blank=True)
    in_sciatica = models.CharField(
        _("studied in sciatica?"), max_length=8, choices=InSciatica
    )
    funding = models.CharField(_("who paid for it"), max_length=240, blank=True)
    found = models.TextField(_("what it found"), help_text=_("In your own words."))
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    checked_how = models.CharField(
        _("how it was checked"), max_length=10, choices=Checked, blank=True
    )
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        ordering = ["authors", "year", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(year__gte=1900, year__lte=2100),
                name="reference_year",
                violation_error_message=_("The year has 4 digits, such as 2004."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.authors} ({self.year})"

    def get_absolute_url(self) -> str:
        return reverse("exercises:reference_detail", args=[self.key])

    @property
    def outside_address(self) -> str:
        return f"https://doi.org/{self.doi}" if self.doi else self.url
