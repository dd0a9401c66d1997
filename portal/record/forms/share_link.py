import datetime as dt
import uuid
from typing import Any

from django import forms
from django.contrib.auth.hashers import make_password
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from portal.record.models import ShareLink
from portal.record.models.share_link import digest_of, new_passcode, new_token
from tracking.periods import REPORT_PERIODS
from tracking.report import SECTIONS

DAYS = {"1": _("1 day"), "7": _("7 days"), "30": _("30 days")}
SEPARATORS = str.maketrans("", "", " -")


def chosen_first() -> dict[str, Any]:
    return {
        "entry": uuid.uuid4(),
        "period": REPORT_PERIODS[0].key,
        "sections": list(SECTIONS),
        "days": "7",
    }


class ShareLinkForm(forms.Form):
    """For whom, what it shows, and for how long. Sent twice, it makes one link."""

    entry = forms.UUIDField(widget=forms.HiddenInput)
    recipient = forms.CharField(
        label=_("Who is it for?"),
        help_text=_("Only you see this name, like: Dr Reyes."),
        max_length=80,
        error_messages={
            "required": _("Write who it is for."),
            "max_length": _("Write it in 80 letters or fewer."),
        },
    )
    period = forms.ChoiceField(
        label=_("Which time does it show?"),
        help_text=_("Up to the day on which it is opened."),
        choices=[(period.key, period.label) for period in REPORT_PERIODS],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a time.")},
    )
    sections = forms.MultipleChoiceField(
        label=_("What is in it?"),
        choices=list(SECTIONS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least 1 part.")},
    )
    days = forms.ChoiceField(
        label=_("How long does the link work?"),
        help_text=_("You can turn it off at any time before."),
        choices=list(DAYS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how long it works.")},
    )

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        self.member = member
        self.token, self.code = new_token(), new_passcode()
        kwargs.setdefault("initial", chosen_first())
        super().__init__(*args, **kwargs)

    def chosen(self) -> dict[str, Any]:
        names = ("recipient", "period", "sections")
        return {name: self.cleaned_data[name] for name in names}

    def earlier(self) -> ShareLink | None:
        mine = ShareLink.objects.for_member(self.member)
        return mine.filter(pk=self.cleaned_data["entry"]).first()

    def repeats(self, earlier: ShareLink) -> bool:
        return all(getattr(earlier, k) == v for k, v in self.chosen().items())

    def create(self) -> ShareLink:
        """The address and the passcode are known to this form alone, and only now."""
        now = timezone.now()
        link = ShareLink(
            pk=self.cleaned_data["entry"],
            member=self.member,
            token_digest=digest_of(self.token),
            passcode=make_password(self.code),
            made_at=now,
            expires_at=now + dt.timedelta(days=int(self.cleaned_data["days"])),
            **self.chosen(),
        )
        link.save(force_insert=True)
        return link

    def made(self, link: ShareLink) -> bool:
        """Whether it was this form that made it, and not the same one before."""
        return link.token_digest == digest_of(self.token)


class PasscodeForm(forms.Form):
    """What opens a shared report; spaces and dashes do not matter."""

    passcode = forms.CharField(
        label=_("Passcode"),
        help_text=_("8 digits. The person who sent you the link has it."),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}
        ),
        error_messages={
            "required": _("Enter the passcode."),
            "max_length": _("The passcode has 8 digits."),
        },
    )

    def clean_passcode(self) -> str:
        typed: str = self.cleaned_data["passcode"]
        return typed.translate(SEPARATORS)

    def refuse(self) -> None:
        self.add_error("passcode", _("That passcode is not right."))
