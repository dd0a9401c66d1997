import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracking.models import Enrollment, PhaseMove
from tracking.moving import NotYet, move_on
from tracking.phases import Check


class PhaseMoveForm(forms.Form):
    """The member agrees to move on, and says what only they can say."""

    entry = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, enrollment: Enrollment, checks: list[Check], **kwargs: Any
    ) -> None:
        self.enrollment = enrollment
        kwargs.setdefault("initial", {"entry": uuid.uuid4()})
        super().__init__(*args, **kwargs)
        for check in checks:
            if check.is_asked:
                self.fields[check.key] = forms.BooleanField(
                    label=check.words,
                    error_messages={"required": _("Tick this to move on.")},
                )

    def earlier(self) -> PhaseMove | None:
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
