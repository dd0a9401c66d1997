from typing import Self

from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from portal.plans.models.benefit import Benefit

CODE_LENGTH = 12
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # without letters that look alike


def new_code() -> str:
    return get_random_string(CODE_LENGTH, ALPHABET)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def running(self) -> Self:
        day = timezone.localdate()
        return self.filter(models.Q(ends_on=None) | models.Q(ends_on__gte=day))

    def for_page(self) -> Self:
        return self.select_related("benefit__sponsor", "benefit__program")


class Invitation(models.Model):
    """A link, a code and a QR code that lead past the search, to one benefit."""

    benefit = models.ForeignKey(
        Benefit, on_delete=models.CASCADE, related_name="invitations"
    )
    code = models.CharField(
        _("code"), max_length=40, unique=True, default=new_code, editable=False
    )
    label = models.CharField(
        _("what it is for"),
        max_length=80,
        help_text=_("Letter of January, poster in the lunch room."),
    )
    stands_for_code = models.BooleanField(
        _("stands for the invitation code"),
        default=False,
        help_text=_("Whoever opens it need not type the benefit's code."),
    )
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    made_at = models.DateTimeField(_("made"), db_default=Now())

    objects = InvitationQuerySet.as_manager()
    whole_address = ""  # with the site's; the admin tells

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return reverse("plans:join", args=[self.code])
