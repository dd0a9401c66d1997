from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from portal.plans.checking.joining import SeesForm, note_what_is_seen
from portal.plans.checking.questions import text_input
from portal.plans.invitation import TooManyTriesError, is_right_code
from portal.plans.joining import end_coverage, give_coverage
from portal.plans.models import Benefit, Coverage, SponsorRequest

MOST_REQUESTS_A_DAY = 1_000


class JoinForm(SeesForm):
    """What a benefit asks before it gives a Coverage."""

    field_order = ("is_included", "code", "agrees")

    def __init__(
        self, *args: Any, member: Member, benefit: Benefit, **kwargs: Any
    ) -> None:
        super().__init__(*args, sponsor=benefit.sponsor, **kwargs)
        self.member = member
        self.benefit = benefit

    def save(self) -> Coverage:
        coverage = give_coverage(member=self.member, benefit=self.benefit)
        note_what_is_seen(self.member, self.benefit.sponsor)
        return coverage


class ConfirmForm(JoinForm):
    is_included = forms.BooleanField(
        label=_("I am one of the people who can join."),
        error_messages={"required": _("Tick the box if you are one of them.")},
    )


class CodeForm(JoinForm):
    code = forms.CharField(
        label=_("Invitation code"),
        help_text=_("Small or capital letters are fine. Spaces do not matter."),
        max_length=80,
        error_messages={"required": _("Enter the code from your invitation.")},
        widget=text_input("off", autocapitalize="characters", spellcheck="false"),
    )

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        try:
            right = is_right_code(member=self.member, benefit=self.benefit, typed=code)
        except TooManyTriesError as error:
            raise ValidationError(
                _("That makes 10 wrong codes. Wait 1 hour, then try again.")
            ) from error
        if not right:
            raise ValidationError(
                _("That is not the code. Look at your invitation and try again.")
            )
        return code


FORMS: dict[str, type[JoinForm]] = {
    Benefit.Verification.NONE: ConfirmForm,
    Benefit.Verification.CODE: CodeForm,
}


class AskForm(forms.ModelForm[SponsorRequest]):
    """Sent twice, it is stored once: it brings its own number."""

    id = forms.UUIDField(widget=forms.HiddenInput)

    class Meta:
        model = SponsorRequest
        fields = ["name", "email"]
        labels = {
            "name": _("Name of the employer or plan"),
            "email": _("E-mail (optional)"),
        }
        help_texts = {"email": _("We write once, with the answer. Then we delete it.")}
        error_messages = {"name": {"required": _("Enter the name to check.")}}
        widgets = {
            "name": forms.TextInput(
                attrs={"class": "input", "autocomplete": "organization"}
            ),
            "email": forms.EmailInput(
                attrs={"class": "input", "autocomplete": "email"}
            ),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        today = SponsorRequest.objects.filter(asked_on=timezone.localdate())
        if today.count() >= MOST_REQUESTS_A_DAY:
            raise ValidationError(
                _("Very many people have asked today. Try again tomorrow.")
            )
        return cleaned

    def save(self, commit: bool = True) -> SponsorRequest:
        request, _is_new = SponsorRequest.objects.get_or_create(
            pk=self.cleaned_data["id"],
            defaults={
                "name": self.cleaned_data["name"],
                "email": self.cleaned_data["email"],
                "asked_on": timezone.localdate(),
            },
        )
        return request


class LeaveForm(forms.Form):
    is_sure = forms.BooleanField(
        label=_("Yes, I want to leave this coverage."),
        error_messages={"required": _("Tick the box if you want to leave.")},
    )

    def __init__(self, *args: Any, coverage: Coverage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.coverage = coverage

    def save(self) -> None:
        end_coverage(coverage=self.coverage, day=timezone.localdate())
