import datetime as dt
import hashlib
import secrets
import uuid
from typing import Self

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member

MOST_TRIES = 10
TOKEN_BYTES = 32
PASSCODE_DIGITS = 8


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def new_passcode() -> str:
    return f"{secrets.randbelow(10**PASSCODE_DIGITS):0{PASSCODE_DIGITS}}"


def digest_of(token: str) -> str:
    """A token has 256 random bits: no slow hash is needed to hide it."""
    return hashlib.sha256(token.encode()).hexdigest()


class ShareLinkQuerySet(models.QuerySet["ShareLink"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)

    def open_at(self, now: dt.datetime) -> Self:
        """Neither ended, nor turned off, nor closed by too many wrong passcodes."""
        return self.filter(expires_at__gt=now, revoked_at=None, tries_left__gt=0)

    def with_token(self, token: str) -> Self:
        return self.filter(token_digest=digest_of(token)).select_related("member")


class ShareLink(models.Model):
    """An address that shows a member's report, with a passcode and for some days.

    Neither the address nor the passcode can be read from the row.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="share_links"
    )
    recipient = models.CharField(_("who it is for"), max_length=80)
    period = models.CharField(max_length=12)
    sections = models.JSONField(default=list)
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    passcode = models.CharField(max_length=128, editable=False)
    tries_left = models.PositiveSmallIntegerField(default=MOST_TRIES)
    made_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    opened = models.PositiveIntegerField(default=0)
    last_opened_at = models.DateTimeField(null=True, blank=True)

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("made_at")),
                name="share_link_ends_after_it_is_made",
                violation_error_message=_("The end is before the start."),
            ),
            models.CheckConstraint(
                condition=models.Q(tries_left__lte=MOST_TRIES),
                name="share_link_tries_10_at_most",
                violation_error_message=_("A link has 10 tries at most."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("record:share_detail", args=[self.pk])

    @property
    def is_open(self) -> bool:
        ended = self.expires_at <= timezone.now()
        return not (ended or self.revoked_at or self.is_locked)

    @property
    def is_locked(self) -> bool:
        """Closed for good by too many wrong passcodes."""
        return self.tries_left == 0

    def revoke(self) -> None:
        """Turn it off. Turning it off twice keeps the first moment."""
        if self.revoked_at is None:
            self.revoked_at = timezone.now()
            self.save(update_fields=["revoked_at"])

    def matches(self, passcode: str) -> bool:
        return check_password(passcode, self.passcode)
