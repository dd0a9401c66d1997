"""The questions of a check, one a page. Each form keeps what it asked as plain text."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from portal.plans.eligibility.identity import plain_id, plain_zip
from portal.plans.models import Benefit

OLDEST = 120
ZIP_DIGITS = 5


def text_input(autocomplete: str, **attrs: str) -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": autocomplete, **attrs})


class Question(forms.Form):
    name = ""

    def __init__(self, *args: Any, benefit: Benefit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.benefit = benefit

    def answers(self) -> dict[str, str]:
        return {name: str(value) for name, value in self.cleaned_data.items()}


class WhoForm(Question):
    name = "who"
    is_family = forms.ChoiceField(
        label=_("The coverage is"),
        choices=[
            ("", _("Mine: I work there, or the plan is in my name")),
            ("yes", _("A family member's: I am on their plan")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )


class NameForm(Question):
    name = "name"
    first_name = forms.CharField(
        label=_("First name"),
        max_length=100,
        widget=text_input("given-name", spellcheck="false"),
        error_messages={"required": _("Enter your first name.")},
    )
    last_name = forms.CharField(
        label=_("Last name"),
        max_length=100,
        widget=text_input("family-name", spellcheck="false"),
        error_messages={"required": _("Enter your last name.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.benefit.asks_first_name:
            del self.fields["first_name"]


def part(
    label: Any, low: int, high: int, autocomplete: str, said: Any
) -> forms.IntegerField:
    wrong = ("required", "invalid", "min_value", "max_value")
    return forms.IntegerField(
        label=label,
        min_value=low,
        max_value=high,
        widget=text_input(autocomplete, inputmode="numeric", maxlength="4"),
        error_messages=dict.fromkeys(wrong, said),
    )


class BirthForm(Question):
    name = "birth"
    month = part(
        _("Month"), 1, 12, "bday-month", _("Enter the month as a number from 1 to 12.")
    )
    day = part(
        _("Day"), 1, 31, "bday-day", _("Enter the day as a number from 1 to 31.")
    )
    year = part(
        _("Year"), 1900, 9999, "bday-year", _("Enter the year with all 4 digits.")
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if len(data) == len(self.fields):
            self.clean_date(data)
        return data

    def clean_date(self, data: dict[str, Any]) -> None:
        today = timezone.localdate()
        try:
            born = dt.date(data["year"], data["month"], data["day"])
        except ValueError as error:
            raise ValidationError(now("There is no such date.")) from error
        if born > today or today.year - born.year > OLDEST:
            raise ValidationError(now("Check the year."))

    def answers(self) -> dict[str, str]:
        data = self.cleaned_data
        born = dt.date(data["year"], data["month"], data["day"])
        return {"birth_date": born.isoformat()}


class CardForm(Question):
    name = "card"
    member_id = forms.CharField(
        label=_("Member ID"),
        help_text=_("It stands on your card. Spaces and dashes do not matter."),
        max_length=60,
        widget=text_input("off", spellcheck="false", autocapitalize="characters"),
        error_messages={"required": _("Enter the number on your card.")},
    )

    def clean_member_id(self) -> str:
        number: str = self.cleaned_data["member_id"]
        if not plain_id(number):
            raise ValidationError(now("Enter the number on your card."))
        return number


class ZipForm(Question):
    name = "zip"
    zip_code = forms.CharField(
        label=_("ZIP code"),
        help_text=_("Of your home address, 5 digits."),
        max_length=12,
        widget=text_input("postal-code", inputmode="numeric"),
        error_messages={"required": _("Enter your ZIP code.")},
    )

    def clean_zip_code(self) -> str:
        code: str = self.cleaned_data["zip_code"]
        if len(plain_zip(code)) != ZIP_DIGITS:
            raise ValidationError(now("A ZIP code has 5 digits."))
        return code


class EmailForm(Question):
    name = "email"
    email = forms.EmailField(
        label=_("Your e-mail address there"),
        help_text=_("We send a code to it, and nothing else."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Enter your e-mail address there.")},
    )

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).lower()
        domains = [row.domain for row in self.benefit.sponsor.domains.all()]
        if email.rpartition("@")[2] not in domains:
            told = now("The address ends with @%(domains)s.")
            raise ValidationError(told % {"domains": now(" or @").join(domains)})
        return email


class CodeForm(Question):
    name = "code"
    code = forms.CharField(
        label=_("Code from the e-mail"),
        max_length=12,
        widget=text_input("one-time-code", inputmode="numeric"),
        error_messages={"required": _("Enter the 6 digits from the e-mail.")},
    )


def questions_of(benefit: Benefit, answers: dict[str, str]) -> list[type[Question]]:
    if benefit.verification == Benefit.Verification.DOMAIN:
        return [EmailForm]
    asked: list[type[Question]] = [WhoForm] if benefit.asks_relationship else []
    asked += [NameForm, BirthForm]
    has_no_card = not benefit.asks_member_id or answers.get("without_card")
    return [*asked, ZipForm if benefit.goes_by_zip and has_no_card else CardForm]
