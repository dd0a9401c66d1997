import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracking.models import Enrollment, PhaseMove
from tracking.moving import NotYet, move_on
from tracking.phases import ASKED


class PhaseMoveForm(forms.Form):
    """The member agrees to move on, and says what only they can say."""

    entry = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, enrollment: Enrollment, **kwargs: Any) -> None:
        self.enrollment, self.is_tried = enrollment, False
        kwargs.setdefault("initial", {"entry": uuid.uuid4()})
        super().__init__(*args, **kwargs)
        for rule in enrollment.phase.rules:
            if rule.key in ASKED:
                self.fields[rule.key] = forms.BooleanField(
                    label=rule.words,
                    error_messages={"required": _("Tick this to move on.")},
                )

    def earlier(self) -> PhaseMove | None:
        """Moving on finds out by itself whether the UUID is taken."""
        if not self.is_tried:
            self.is_tried = True
            return None
        return PhaseMove.objects.filter(
            enrollment=self.enrollment, pk=self.cleaned_data["entry"]
        ).first()

    def repeats(self, _earlier: PhaseMove) -> bool:
        return True

    def create(self) -> PhaseMove:
        return move_on(
            self.enrollment.member, self.enrollment.pk, self.cleaned_data["entry"]
        )

    def refuse(self, _reason: NotYet) -> None:
        self.add_error(None, _("It is not time to move on yet. See what is missing."))
