import zoneinfo
from typing import Any, cast

from allauth.account.forms import SignupForm
from django import forms
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Consent, Member

TERMS_VERSION = "2026-11"


def time_zone_choices() -> list[tuple[str, str]]:
    names = sorted(zoneinfo.available_timezones())
    return [(name, name.replace("_", " ")) for name in names if "/" in name]


class SignUpForm(SignupForm):
    first_name = forms.CharField(
        label=_("What do we call you? (optional)"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    time_zone = forms.ChoiceField(
        label=_("Your time zone"),
        help_text=_("So that a new day begins when yours does."),
        choices=time_zone_choices,
        initial=lambda: settings.TIME_ZONE,
    )
    is_adult = forms.BooleanField(
        label=_("I am 18 or over."),
        error_messages={"required": _("You need to be 18 or over to join.")},
    )
    agrees = forms.BooleanField(
        label=_("I have read the privacy page, and I agree to it."),
        error_messages={"required": _("Tick the box if you agree to the page.")},
    )

    field_order = ["first_name", "email", "password1", "time_zone", "is_adult"]

    @transaction.atomic
    def save(self, request: HttpRequest) -> Member:
        member = cast("Member", super().save(request))
        Consent.objects.bulk_create(
            Consent(member=member, kind=kind, version=TERMS_VERSION)
            for kind in (Consent.Kind.ADULT, Consent.Kind.TERMS)
        )
        return member


class ProfileForm(forms.ModelForm[Member]):
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zone_choices)

    class Meta:
        model = Member
        fields = ["first_name", "time_zone"]
        labels = {"first_name": _("What do we call you?")}
        widgets: dict[str, Any] = {
            "first_name": forms.TextInput(attrs={"autocomplete": "given-name"})
        }
