import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from exercises.models import Program
from portal.plans.models.sponsor import Sponsor, SponsorDomain

ALWAYS = models.Q(asks_last_name=True, asks_birth_date=True)
ONE_OF = models.Q(asks_member_id=True) | models.Q(asks_zip=True, asks_first_name=True)


class Benefit(models.Model):
    """What a sponsor offers: which program, when, to whom, at what cost."""

    class State(models.TextChoices):
        RUNNING = "running", _("Covers the program")
        SOME = "some", _("Depends on your plan")
        COMING = "coming", _("Starts later")
        ENDED = "ended", _("Ended")

    class Verification(models.TextChoices):
        NONE = "none", _("The person confirms it")
        CODE = "code", _("An invitation code")
        DOMAIN = "domain", _("An e-mail address of the sponsor")
        FILE = "file", _("The eligibility file")

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
    covers_dependants = models.BooleanField(
        _("adults in the family can join"),
        default=False,
        help_text=_("Each one has an account of their own."),
    )
    minimum_age = models.PositiveSmallIntegerField(_("minimum age"), default=18)
    verification = models.CharField(
        _("how it is checked"), max_length=8, choices=Verification
    )
    code = models.CharField(_("invitation code"), max_length=40, blank=True)
    asks_first_name = models.BooleanField(_("first name"), default=False)
    asks_last_name = models.BooleanField(_("last name"), default=False)
    asks_birth_date = models.BooleanField(_("date of birth"), default=False)
    asks_member_id = models.BooleanField(_("member ID"), default=False)
    asks_zip = models.BooleanField(_("ZIP code"), default=False)
    asks_relationship = models.BooleanField(
        _("employee or family"),
        default=False,
        help_text=_("Whether they are the employee or a family member."),
    )
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
            models.CheckConstraint(
                condition=~models.Q(verification="file") | (ALWAYS & ONE_OF),
                name="benefit_asks_enough",
                violation_error_message=_(
                    "An eligibility file needs last name, date of birth, and the member"
                    " ID, or the first name and the ZIP code."
                ),
            ),
            models.UniqueConstraint(
                fields=["sponsor", "program", "starts_on"],
                name="benefit_once_a_start",
                violation_error_message=_(
                    "This sponsor already offers that program from that day."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.cost_line

    def clean(self) -> None:
        by_domain = self.verification == self.Verification.DOMAIN
        if by_domain and not SponsorDomain.objects.filter(sponsor=self.sponsor_id):
            told = _("Save the sponsor's e-mail domains first: nobody could pass.")
            raise ValidationError({"verification": told})

    def state_on(self, day: dt.date) -> State:
        if day < self.starts_on:
            return self.State.COMING
        if self.ends_on and day > self.ends_on:
            return self.State.ENDED
        return self.State.SOME if self.options.all() else self.State.RUNNING

    def rank_on(self, day: dt.date) -> tuple[int, int]:
        """The smaller, the nearer: of those that come, the first; else the latest."""
        order = (self.State.RUNNING, self.State.SOME, self.State.COMING)
        state, start = self.state_on(day), self.starts_on.toordinal()
        rank = order.index(state) if state in order else len(order)
        return rank, start if state == self.State.COMING else -start

    @property
    def groups(self) -> list[str]:
        return [line for line in self.who_can_join.splitlines() if line.strip()]

    @property
    def asks_for_name(self) -> bool:
        return self.asks_first_name or self.asks_last_name

    @property
    def goes_by_zip(self) -> bool:
        """A ZIP code finds nobody without a first name."""
        return self.asks_zip and self.asks_first_name

    @property
    def included_plans(self) -> list[str]:
        return [option.name for option in self.options.all() if option.is_included]


class PlanOption(models.Model):
    """A plan that people may have, where a benefit is only for some of them."""

    benefit = models.ForeignKey(
        Benefit, on_delete=models.CASCADE, related_name="options"
    )
    name = models.CharField(_("plan option"), max_length=120)
    code = models.CharField(
        _("plan code"),
        max_length=40,
        blank=True,
        help_text=_("As in the eligibility file."),
    )
    is_included = models.BooleanField(_("included"), default=True)

    class Meta:
        verbose_name = _("plan option")
        verbose_name_plural = _("plan options")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["benefit", "name"],
                name="plan_option_once",
                violation_error_message=_("This plan option is already listed."),
            )
        ]

    def __str__(self) -> str:
        return self.name
