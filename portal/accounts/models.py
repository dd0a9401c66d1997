import uuid
import zoneinfo
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AbstractUser, UserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower, Now
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from portal.accounts.roles import CLINICIAN


def default_time_zone() -> str:
    return str(settings.TIME_ZONE)


def validate_time_zone(name: str) -> None:
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("Choose a time zone from the list."))


class MemberManager(UserManager["Member"]):
    def _create(self, email: str, password: str | None, **fields: Any) -> "Member":
        member = self.model(email=self.normalize_email(email).lower(), **fields)
        member.set_password(password)
        member.save(using=self._db)
        return member

    def create_user(  # type: ignore[override]  # there is no username to pass
        self, email: str, password: str | None = None, **fields: Any
    ) -> "Member":
        return self._create(email, password, **fields)

    def create_superuser(  # type: ignore[override]  # there is no username to pass
        self, email: str, password: str | None = None, **fields: Any
    ) -> "Member":
        return self._create(
            email, password, **{"is_staff": True, "is_superuser": True, **fields}
        )


class Member(AbstractUser):
    """A person with an account: who they are, and nothing about their health."""

    username = None  # type: ignore[assignment]  # people sign in by e-mail
    email = models.EmailField(_("email"), unique=True)
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        default=default_time_zone,
        validators=[validate_time_zone],
    )
    language = models.CharField(_("language"), max_length=8, default="en")

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[MemberManager] = MemberManager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="member_email_once",
                violation_error_message=_("This email already has an account."),
            )
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        return zoneinfo.ZoneInfo(self.time_zone)

    @property
    def called(self) -> str:
        """The first name, or nothing: an e-mail is no way to greet a person."""
        return self.first_name.strip()

    @cached_property
    def is_clinician(self) -> bool:
        """Only the group makes one: a superuser is none."""
        return self.groups.filter(name=CLINICIAN).exists()


class ConsentQuerySet(models.QuerySet["Consent"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member)


class Consent(models.Model):
    """What a member agreed to, in which wording, and when."""

    class Kind(models.TextChoices):
        TERMS = "terms", _("Terms of use and privacy notice")
        ADULT = "adult", _("Aged 18 or over")
        HEALTH = "health", _("Keeping notes about my health")
        SPONSOR = "sponsor", _("What my sponsor sees")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="consents"
    )
    kind = models.CharField(max_length=12, choices=Kind)
    version = models.CharField(max_length=12)
    about = models.CharField(max_length=160, blank=True)  # the sponsor, as it was named
    given_at = models.DateTimeField(db_default=Now())

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "-given_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.title} {self.version}"

    def get_absolute_url(self) -> str:
        return reverse("accounts:consent_detail", args=[self.pk])

    @property
    def title(self) -> str:
        if self.about:
            return now("What %(name)s sees") % {"name": self.about}
        return self.get_kind_display()


class AccessEntryQuerySet(models.QuerySet["AccessEntry"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member).select_related("actor")


class AccessEntry(models.Model):
    """One look at, or change to, a member's record by somebody else."""

    class Action(models.TextChoices):
        VIEWED = "viewed", _("Looked at")
        CHANGED = "changed", _("Changed")
        EXPORTED = "exported", _("Exported")
        SHARED = "shared", _("Shared")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="access_entries",
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="accesses",
    )
    action = models.CharField(max_length=12, choices=Action)
    what = models.CharField(max_length=120)
    at = models.DateTimeField(db_default=Now())

    objects = AccessEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.what}"

    def get_absolute_url(self) -> str:
        return reverse("accounts:access_entry_detail", args=[self.pk])
