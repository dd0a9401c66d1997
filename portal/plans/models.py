import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from exercises.models import Program
from portal.accounts.models import Member


class SponsorQuerySet(models.QuerySet["Sponsor"]):
    def searchable(self) -> Self:
        return self.filter(is_searchable=True)

    def for_results(self) -> Self:
        return (
            self.searchable()
            .prefetch_related("aliases", "benefits")
            .fetch_mode(models.FETCH_RAISE)
        )

    def for_page(self) -> Self:
        return (
            self.searchable()
            .prefetch_related("benefits__program")
            .fetch_mode(models.FETCH_RAISE)
        )


class Sponsor(models.Model):
    """An employer, health plan, union or university that may offer a program."""

    class Kind(models.TextChoices):
        EMPLOYER = "employer", _("Employer")
        HEALTH_PLAN = "health-plan", _("Health plan")
        UNION = "union", _("Union")
        UNIVERSITY = "university", _("College or university")

    name = models.CharField(_("name"), max_length=160)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    places = models.CharField(
        _("places"), max_length=160, blank=True, help_text=_("Ohio and Indiana")
    )
    is_searchable = models.BooleanField(
        _("found by search"),
        default=True,
        help_text=_("When off, only people who have its link can see it."),
    )
    search_words = models.TextField(editable=False, default="")
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = SponsorQuerySet.as_manager()

    class Meta:
        verbose_name = _("sponsor")
        verbose_name_plural = _("sponsors")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("plans:sponsor_detail", args=[self.slug])

    def benefit_on(self, day: dt.date) -> "Benefit | None":
        """The benefit to speak of: one that runs, else the next, else the last."""
        ranked = sorted(self.benefits.all(), key=lambda b: b.rank_on(day))
        return ranked[0] if ranked else None


class SponsorAlias(models.Model):
    """Another name people search by."""

    sponsor = models.ForeignKey(
        Sponsor, on_delete=models.CASCADE, related_name="aliases"
    )
    name = models.CharField(_("also called"), max_length=160)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sponsor", "name"],
                name="sponsor_alias_once",
                violation_error_message=_("This sponsor already has that name."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Benefit(models.Model):
    """What a sponsor offers: which program, when, to whom, at what cost."""

    class State(models.TextChoices):
        RUNNING = "running", _("Covers the program")
        SOME = "some", _("Covers some plans")
        COMING = "coming", _("Starts later")
        ENDED = "ended", _("Ended")

    class Verification(models.TextChoices):
        NONE = "none", _("The person confirms it")
        CODE = "code", _("An invitation code")

    sponsor = models.ForeignKey(
        Sponsor, on_delete=models.CASCADE, related_name="benefits"
    )
    program = models.ForeignKey(
        Program, on_delete=models.PROTECT, related_name="benefits"
    )
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    cost_line = models.CharField(
        _("what a member pays"),
        max_length=160,
        help_text=_("You pay $0 for the 12-week sciatica program."),
    )
    payer_line = models.CharField(
        _("who pays"), max_length=200, blank=True, help_text=_("Your employer pays.")
    )
    who_can_join = models.TextField(
        _("who can join"), help_text=_("One group on each line.")
    )
    only_some_plans = models.CharField(
        _("only with these plan options"), max_length=200, blank=True
    )
    minimum_age = models.PositiveSmallIntegerField(_("minimum age"), default=18)
    verification = models.CharField(
        _("how it is checked"), max_length=8, choices=Verification
    )
    code = models.CharField(_("invitation code"), max_length=40, blank=True)
    checked_on = models.DateField(_("last checked"))

    class Meta:
        verbose_name = _("benefit")
        verbose_name_plural = _("benefits")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="benefit_ends_after_start",
                violation_error_message=_("The end is before the start."),
            ),
            models.CheckConstraint(
                condition=models.Q(minimum_age__gte=18),
                name="benefit_adults_only",
                violation_error_message=_("The program is for people of 18 and over."),
            ),
            models.CheckConstraint(
                condition=~models.Q(verification="code") | ~models.Q(code=""),
                name="benefit_code_given",
                violation_error_message=_("Enter the code that people will type."),
            ),
        ]

    def __str__(self) -> str:
        return self.cost_line

    def state_on(self, day: dt.date) -> State:
        if day < self.starts_on:
            return self.State.COMING
        if self.ends_on and day > self.ends_on:
            return self.State.ENDED
        return self.State.SOME if self.only_some_plans else self.State.RUNNING

    def rank_on(self, day: dt.date) -> int:
        order = (self.State.RUNNING, self.State.SOME, self.State.COMING)
        state = self.state_on(day)
        return order.index(state) if state in order else len(order)

    @property
    def groups(self) -> list[str]:
        return [line for line in self.who_can_join.splitlines() if line.strip()]


class CoverageQuerySet(models.QuerySet["Coverage"]):
    def for_member(self, member: Member) -> Self:
        return self.filter(member=member).select_related("benefit__sponsor")

    def running_on(self, day: dt.date) -> Self:
        return self.filter(ended_on=None, benefit__starts_on__lte=day).filter(
            models.Q(benefit__ends_on=None) | models.Q(benefit__ends_on__gte=day)
        )


class Coverage(models.Model):
    """A member's verified link to a benefit."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="coverages"
    )
    benefit = models.ForeignKey(
        Benefit, on_delete=models.PROTECT, related_name="coverages"
    )
    verified_at = models.DateTimeField(db_default=Now())
    ended_on = models.DateField(null=True, blank=True)

    objects = CoverageQuerySet.as_manager()

    class Meta:
        ordering = ["-verified_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "benefit"],
                condition=models.Q(ended_on=None),
                name="coverage_once",
                violation_error_message=_("You already have this coverage."),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        return reverse("plans:coverage_detail", args=[self.pk])
