import uuid
from typing import Any

from django import forms
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from exercises.models import Program, Track
from portal.accounts.forms import TERMS_VERSION
from portal.accounts.models import Consent, Member
from tracking.models import Enrollment


class EnrollmentForm(forms.Form):
    """Joining a program that the member's coverage opens."""

    entry = forms.UUIDField(widget=forms.HiddenInput)
    program = forms.ModelChoiceField(
        label=_("Which program?"),
        queryset=Program.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose a program.")},
    )
    track = forms.ChoiceField(
        label=_("Which way of bending eases your leg?"),
        help_text=_("If you do not know, choose the last one. You can change it."),
        choices=Track,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one. The last one is always all right.")},
    )
    agrees = forms.BooleanField(
        label=_("Keep the notes I make about my pain and my sessions."),
        help_text=_("Only you can read them. You can change or delete each one."),
        error_messages={
            "required": _("Without this, there is nothing to show you. Tick to go on.")
        },
    )

    def __init__(
        self,
        *args: Any,
        member: Member,
        programs: models.QuerySet[Program],
        **kwargs: Any,
    ) -> None:
        self.member = member
        kwargs.setdefault("initial", {"entry": uuid.uuid4()})
        super().__init__(*args, **kwargs)
        field = self.fields["program"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  # it is, above
        field.queryset = programs

    def running(self) -> Enrollment | None:
        return Enrollment.objects.for_member(self.member).running().first()

    def clean(self) -> dict[str, Any] | None:
        running = self.running()
        if running and running.pk != self.cleaned_data.get("entry"):
            raise forms.ValidationError(
                _("You already follow a program. Leave it first, on your account page.")
            )
        return self.cleaned_data

    def earlier(self) -> Enrollment | None:
        mine = Enrollment.objects.for_member(self.member)
        return mine.filter(pk=self.cleaned_data["entry"]).first()

    def repeats(self, earlier: Enrollment) -> bool:
        data = self.cleaned_data
        return (earlier.program, earlier.track) == (data["program"], data["track"])

    @transaction.atomic
    def create(self) -> Enrollment:
        program = self.cleaned_data["program"]
        enrollment = Enrollment(
            pk=self.cleaned_data["entry"],
            member=self.member,
            program=program,
            phase=program.phases.first(),
            track=self.cleaned_data["track"],
            started_on=timezone.localdate(),
        )
        enrollment.save(force_insert=True)
        Consent.objects.get_or_create(
            member=self.member, kind=Consent.Kind.HEALTH, version=TERMS_VERSION
        )
        return enrollment
