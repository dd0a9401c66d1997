"""What a clinician can do about an alert. Each form is one button of the page.

A form is checked and saved while its member is held, so that of two clinicians the
second is told, and nothing is written over.
"""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from portal.accounts.looking import note_change
from portal.accounts.models import Member
from tracking.care import name_of
from tracking.models import AlertNote, SafetyAlert

TOO_LATE = "too-late"


def note_field(label: StrOrPromise, missing: StrOrPromise) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": missing},
    )


class AlertForm(forms.Form):
    """One deed: `do` names it in the page, `what` in the member's record."""

    do = ""
    what: StrOrPromise = ""
    done: StrOrPromise = ""

    def __init__(
        self, *args: Any, alert: SafetyAlert, by: Member, **kwargs: Any
    ) -> None:
        self.alert, self.by = alert, by
        super().__init__(*args, **kwargs)

    def refuse(self, sentence: str) -> None:
        self.add_error(None, forms.ValidationError(sentence, code=TOO_LATE))

    @property
    def is_too_late(self) -> bool:
        return self.has_error(NON_FIELD_ERRORS, TOO_LATE)

    @property
    def is_repeat(self) -> bool:
        """Sent before with the same content: it is done already."""
        return False

    @property
    def typed(self) -> str:
        """Words that must not be lost when the form came too late."""
        return ""

    def act(self) -> None:
        raise NotImplementedError

    def save(self) -> None:
        if self.is_repeat:
            return
        self.act()
        note_change(member=self.alert.member, actor=self.by, what=str(self.what))


class TakeForm(AlertForm):
    do = "take"
    what = _("Safety alert: taken on")
    done = _("This alert is yours now.")

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    sure = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sure"].label = _now("I take it over from %(name)s.") % {
            "name": name_of(self.alert.owner)
        }

    @property
    def is_repeat(self) -> bool:
        return self.alert.owner_id == self.by.pk

    def clean(self) -> None:
        name = {"name": name_of(self.alert.owner)}
        if self.alert.closed_at:
            self.refuse(_now("This alert is closed. Nobody needs to take it."))
        elif self.alert.owner_id is None or self.is_repeat:
            return
        elif self.cleaned_data.get("seen") != str(self.alert.owner_id):
            self.refuse(_now("%(name)s took this alert just before you.") % name)
        elif not self.cleaned_data.get("sure"):
            self.add_error(
                "sure",
                _now("%(name)s has this alert. Tick the box to take it over.") % name,
            )

    def act(self) -> None:
        self.alert.owner = self.by
        self.alert.save(update_fields=["owner"])


class NoteForm(AlertForm):
    do = "note"
    what = _("Safety alert: note added")
    done = _("The note is saved.")

    entry = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    text = note_field(_("What you did or learned"), _("Write the note first."))

    @property
    def key(self) -> uuid.UUID:
        """The same words, sent again from the same page, make no second note."""
        words = f"{self.alert.pk} {self.by.pk} {self.cleaned_data['text']}"
        return uuid.uuid5(self.cleaned_data["entry"], words)

    @property
    def is_repeat(self) -> bool:
        return AlertNote.objects.filter(pk=self.key).exists()

    def act(self) -> None:
        text = self.cleaned_data["text"]
        AlertNote.objects.create(
            pk=self.key, alert=self.alert, author=self.by, text=text
        )


class LiftForm(AlertForm):
    do = "lift"
    what = _("Safety alert: exercises opened again")
    done = _("The lock is lifted.")

    @property
    def is_repeat(self) -> bool:
        return self.alert.screen.cleared_by_id == self.by.pk

    def clean(self) -> None:
        screen = self.alert.screen
        if not (screen.is_locked or self.is_repeat):
            self.refuse(
                _now("%(name)s lifted this lock before you.")
                % {"name": name_of(screen.cleared_by)}
            )

    def act(self) -> None:
        self.alert.screen.clear(self.by)


class CloseForm(AlertForm):
    do = "close"
    what = _("Safety alert: closed")
    done = _("The alert is closed.")

    closing_note = note_field(
        _("How it ended"), _("Say how it ended before you close it.")
    )

    @property
    def typed(self) -> str:
        return str(self.data.get("closing_note", "")).strip()

    @property
    def is_repeat(self) -> bool:
        same = self.alert.closing_note == self.cleaned_data.get("closing_note")
        return self.alert.closed_by_id == self.by.pk and same

    def clean(self) -> None:
        if self.alert.closed_at and not self.is_repeat:
            self.refuse(
                _now("%(name)s closed this alert before you.")
                % {"name": name_of(self.alert.closed_by)}
            )

    def act(self) -> None:
        self.alert.closed_at, self.alert.closed_by = timezone.now(), self.by
        self.alert.closing_note = self.cleaned_data["closing_note"]
        self.alert.save(update_fields=["closed_at", "closed_by", "closing_note"])


ALERT_FORMS: tuple[type[AlertForm], ...] = (TakeForm, NoteForm, LiftForm, CloseForm)
