"""What a member is asked before joining, one form a page."""

from typing import Any

from django import forms
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from exercises.models import Program
from portal.accounts.forms import TERMS_VERSION
from portal.accounts.models import Consent, Member
from tracking.gate import hold
from tracking.models import Enrollment, Intake

Direction = Intake.Direction


class ConsentForm(forms.Form):
    """Without it, nothing about health is kept."""

    agrees = forms.BooleanField(
        label=_("Keep the notes I make about my pain and my sessions."),
        help_text=_(
            "You can change or delete each one. A clinician of this site reads the "
            "last 7 days only when a safety answer needs a check, and you see it."
        ),
        error_messages={
            "required": _("Without this, there is nothing to show you. Tick to go on.")
        },
    )

    @transaction.atomic
    def save(self, member: Member) -> None:
        hold(member)
        given = {"kind": Consent.Kind.HEALTH, "version": TERMS_VERSION}
        if not Consent.objects.for_member(member).filter(**given).exists():
            Consent.objects.create(member=member, **given)


class DirectionForm(forms.Form):
    direction = forms.ChoiceField(
        label=_("Which way of bending eases your leg?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one. “I am not sure” is always all right.")
        },
    )

    def __init__(self, *args: Any, tried: StrOrPromise = "", **kwargs: Any) -> None:
        """`tried` is what the last choice says; without it there is none."""
        super().__init__(*args, **kwargs)
        known = [c for c in Direction.choices if c[0] != Direction.TRIED]
        field = self.fields["direction"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # it is, above
        field.choices = [*known, (Direction.TRIED.value, tried)] if tried else known


class TrackForm(forms.ModelForm[Enrollment]):
    """Which way of bending eases the leg now. It decides about the next session."""

    class Meta:
        model = Enrollment
        fields = ["track"]
        labels = {"track": _("Which way of bending eases your leg?")}
        widgets = {"track": forms.RadioSelect}


class ProgramForm(forms.Form):
    program = forms.ModelChoiceField(
        label=_("Which program?"),
        queryset=Program.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "required": _("Choose a program."),
            "invalid_choice": _("Choose a program from the list."),
        },
    )

    def __init__(
        self, *args: Any, programs: models.QuerySet[Program], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["program"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  # it is, above
        field.queryset = programs
