from django.db import models
from django.utils.translation import gettext_lazy as _


class DirectoryImport(models.Model):
    """One file that changed the directory, and what stood there before."""

    class Kind(models.TextChoices):
        SPONSORS = "sponsors", _("Sponsors")
        BENEFITS = "benefits", _("Benefits")

    kind = models.CharField(_("of"), max_length=8, choices=Kind, default=Kind.SPONSORS)
    file_name = models.CharField(_("file"), max_length=200)
    imported_at = models.DateTimeField(_("imported"), auto_now_add=True)
    made = models.JSONField(default=list)
    before = models.JSONField(default=list)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    class Meta:
        verbose_name = _("import of the directory")
        verbose_name_plural = _("imports of the directory")
        ordering = ["-imported_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name
