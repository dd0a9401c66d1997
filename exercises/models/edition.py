from django.db import models
from django.utils.translation import gettext_lazy as _


class Edition(models.Model):
    """One row: a token for the content as it stands, replaced by each change.

    Random, so that a restored backup never meets a token it had before.
    """

    token = models.UUIDField(_("token"))

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    def __str__(self) -> str:
        return str(self.token)
