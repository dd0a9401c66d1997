from functools import partial
from pathlib import PurePosixPath
from typing import Any, Self
from uuid import uuid4

from django.contrib.auth.models import AnonymousUser
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from exercises.models.content import Content
from portal.accounts.models import Member

FOLDER = "pictures"


def random_name(picture: "Picture", sent_name: str) -> str:
    """Nothing of the name that was sent: it may say who or where."""
    return f"{FOLDER}/{uuid4().hex}.webp"


class PictureQuerySet(models.QuerySet["Picture"]):
    def for_reader(self, reader: Member | AnonymousUser) -> Self:
        """Those of published exercises; all for whoever may see them in the admin."""
        if reader.is_active and reader.has_perm("exercises.view_picture"):
            return self
        return self.filter(
            exercises__status=Content.Status.PUBLISHED, exercises__draft_of=None
        ).distinct()


class Picture(models.Model):
    """A photo or drawing that staff uploaded, for an exercise without a figure."""

    class Licence(models.TextChoices):
        OURS = "ours", _("Made by us")
        PERMISSION = "permission", _("Used with written permission")
        PUBLIC_DOMAIN = "public-domain", _("Public domain")
        CC0 = "cc0", _("CC0 1.0")
        CC_BY = "cc-by", _("CC BY 4.0")
        CC_BY_SA = "cc-by-sa", _("CC BY-SA 4.0")

    file = models.FileField(_("picture"), upload_to=random_name)
    width = models.PositiveSmallIntegerField(editable=False)
    height = models.PositiveSmallIntegerField(editable=False)
    description = models.CharField(
        _("what it shows"),
        max_length=240,
        help_text=_("The position in words, for people who cannot see it."),
    )
    author = models.CharField(_("who made it"), max_length=120)
    licence = models.CharField(_("licence"), max_length=16, choices=Licence)
    source = models.URLField(_("where it comes from"), blank=True, max_length=300)
    people_agreed = models.BooleanField(
        _("Nobody in it can be recognized, or they agreed in writing."),
        default=False,
    )
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-added_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(description="") & ~models.Q(author=""),
                name="picture_described",
                violation_error_message=_(
                    "A picture needs words for what it shows, and who made it."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(people_agreed=True),
                name="picture_people_agreed",
                violation_error_message=_(
                    "A picture needs the agreement of whoever can be recognized in it."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.description

    def save(self, *args: Any, **kwargs: Any) -> None:
        before = type(self).objects.filter(pk=self.pk).values_list("file", flat=True)
        earlier = list(before)
        super().save(*args, **kwargs)
        for name in earlier:
            transaction.on_commit(partial(forget, name))

    @property
    def name(self) -> str:
        """By what a file of content names it."""
        return PurePosixPath(str(self.file)).stem

    @name.setter
    def name(self, name: str) -> None:
        self.file.name = f"{FOLDER}/{name}.webp"


@receiver(post_delete, sender=Picture)
def forget_file(instance: Picture, **_signal: object) -> None:
    transaction.on_commit(partial(forget, str(instance.file)))


def forget(name: str) -> None:
    """Deletes a file that no row names any more."""
    if not Picture.objects.filter(file=name).exists():
        default_storage.delete(name)
