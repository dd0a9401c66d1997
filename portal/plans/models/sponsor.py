import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.db.models.query import RawQuerySet

    from portal.plans.models.benefit import Benefit

LINK_CODE_LENGTH = 22
RESULTS = """
    SELECT s.*, EXISTS (
        SELECT 1 FROM plans_sponsor_health_plans h
        JOIN plans_sponsor p ON p.id = h.to_sponsor_id AND p.is_searchable
        JOIN plans_benefit b ON b.sponsor_id = p.id
        WHERE h.from_sponsor_id = s.id AND b.starts_on <= %s
        AND (b.ends_on IS NULL OR b.ends_on >= %s)
    ) AS has_plans
    FROM plans_sponsor s WHERE s.is_searchable AND s.id IN ({})
"""
RESERVED_ADDRESSES = ("ask",)


def new_link_code() -> str:
    return get_random_string(LINK_CODE_LENGTH)


class SponsorQuerySet(models.QuerySet["Sponsor"]):
    def searchable(self) -> Self:
        return self.filter(is_searchable=True)

    def with_plans_on(self, day: dt.date) -> Self:
        """Whether one of the health plans that its people may have has a benefit."""
        through = self.model.health_plans.through._default_manager  # noqa: SLF001  # documented
        running = through.filter(
            models.Q(to_sponsor__benefits__ends_on=None)
            | models.Q(to_sponsor__benefits__ends_on__gte=day),
            from_sponsor=models.OuterRef("pk"),
            to_sponsor__is_searchable=True,
            to_sponsor__benefits__starts_on__lte=day,
        )
        return self.annotate(has_plans=models.Exists(running))

    def for_results(self, pks: Sequence[int]) -> "RawQuerySet[Sponsor]":
        """Those open to search, in no order, with what `with_plans_on` tells of today.

        In SQL: for Django to put it together takes 3 times as long as to answer it.
        """
        day, places = timezone.localdate(), ", ".join(["%s"] * len(pks))
        ready = self.fetch_mode(models.FETCH_RAISE).prefetch_related(
            "benefits__options"
        )
        return ready.raw(RESULTS.format(places), [day, day, *pks])

    def for_page(self) -> Self:
        return (
            self.with_plans_on(timezone.localdate())
            .select_related("parent")
            .prefetch_related("benefits__program", "benefits__options", "domains")
            .fetch_mode(models.FETCH_RAISE)
        )

    def plans_of(self, employer: "Sponsor", day: dt.date) -> Self:
        """The health plans of an employer that have a benefit on a day."""
        running = self.filter(
            models.Q(benefits__ends_on=None) | models.Q(benefits__ends_on__gte=day),
            benefits__starts_on__lte=day,
        )
        return running.searchable().filter(employers=employer).distinct()


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
    parent = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("parent company"),
    )
    health_plans = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="employers",
        limit_choices_to={"kind": Kind.HEALTH_PLAN},
        verbose_name=_("health plans that its people may have"),
    )
    is_searchable = models.BooleanField(
        _("found by search"),
        default=True,
        help_text=_("When off, only people who have its link can see it."),
    )
    link_code = models.CharField(
        _("code in its link"),
        max_length=40,
        blank=True,
        default=new_link_code,
        help_text=_("Opens a sponsor that search does not find."),
    )
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = SponsorQuerySet.as_manager()
    has_plans = False  # with_plans_on tells

    class Meta:
        verbose_name = _("sponsor")
        verbose_name_plural = _("sponsors")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(slug__in=RESERVED_ADDRESSES),
                name="sponsor_address_free",
                violation_error_message=_("This address is taken by a page."),
            ),
            models.CheckConstraint(
                condition=models.Q(parent=None) | ~models.Q(parent=models.F("id")),
                name="sponsor_not_its_own_parent",
                violation_error_message=_("A sponsor is not its own parent."),
            ),
            models.CheckConstraint(
                condition=models.Q(is_searchable=True) | ~models.Q(link_code=""),
                name="sponsor_link_code_given",
                violation_error_message=_(
                    "Without search it needs a code in its link."
                ),
            ),
            models.UniqueConstraint(
                fields=["link_code"],
                condition=~models.Q(link_code=""),
                name="sponsor_link_code_once",
                violation_error_message=_("Another sponsor has this code."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("plans:sponsor_detail", args=[self.slug])

    def benefit_on(self, day: dt.date) -> "Benefit | None":
        """The benefit to speak of: one that runs, else the next, else the last."""
        ranked = sorted(self.benefits.all(), key=lambda b: b.rank_on(day))
        return ranked[0] if ranked else None


class SponsorAlias(models.Model):
    """Another name people search by: one it also uses, or one it had."""

    sponsor = models.ForeignKey(
        Sponsor, on_delete=models.CASCADE, related_name="aliases"
    )
    name = models.CharField(_("also called"), max_length=160)
    is_former = models.BooleanField(_("former name"), default=False)

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


class SponsorDomain(models.Model):
    """What stands after the @ in the e-mail addresses of its people."""

    sponsor = models.ForeignKey(
        Sponsor, on_delete=models.CASCADE, related_name="domains"
    )
    domain = models.CharField(
        _("e-mail domain"),
        max_length=120,
        validators=[
            RegexValidator(
                r"^[a-z0-9-]+(\.[a-z0-9-]+)+\Z",
                _("Small letters, with a dot, without @: example.org"),
            )
        ],
        help_text="example.org",
    )

    class Meta:
        verbose_name = _("e-mail domain")
        verbose_name_plural = _("e-mail domains")
        ordering = ["domain", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sponsor", "domain"],
                name="sponsor_domain_once",
                violation_error_message=_("This sponsor already has that domain."),
            )
        ]

    def __str__(self) -> str:
        return self.domain
