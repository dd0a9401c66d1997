"""What search looks names up in: kept by `search.indexing`, written by nobody else."""

from django.db import models

from portal.plans.models.sponsor import Sponsor

LONGEST_WORD = 80
LONGEST_NAME = 340


class SearchName(models.Model):
    """One name a sponsor is found by, made plain; only of sponsors open to search.

    Its text indexes and, on SQLite, its triggers are made by a migration by hand:
    a change of this table has to make them again.
    """

    sponsor = models.ForeignKey(
        Sponsor, on_delete=models.CASCADE, related_name="search_names"
    )
    plain = models.CharField(max_length=LONGEST_NAME)
    acronym = models.CharField(max_length=20, blank=True)
    shown = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.plain


class SearchWord(models.Model):
    """One word of the directory, and in how many names it stands."""

    text = models.CharField(max_length=LONGEST_WORD, primary_key=True)
    stem = models.CharField(max_length=6)
    names = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["stem"], name="search_word_stem")]

    def __str__(self) -> str:
        return self.text


class SearchSlip(models.Model):
    """The beginning of a word as it is, and with one letter left out."""

    pk = models.CompositePrimaryKey("key", "stem")
    key = models.CharField(max_length=6)
    stem = models.CharField(max_length=6)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.key}: {self.stem}"
