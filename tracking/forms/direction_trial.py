from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tracking.direction import Moment, Reading, later_from
from tracking.forms.symptom_report import score_field
from tracking.models import DirectionTrial, FarthestPoint
from tracking.trying import take_reading

PLACES = [(str(value), capfirst(label)) for value, label in FarthestPoint.choices]


class ReadingForm(forms.Form):
    """The leg at one moment. It names the moment, so that a repeat changes nothing."""

    moment = forms.ChoiceField(
        choices=[(m.value, m.value) for m in Moment], widget=forms.HiddenInput
    )
    leg = score_field(
        _("Your leg, 0 to 10"),
        _("The worse leg, from buttock to foot."),
        _("Choose a number from 0 to 10 for your leg."),
    )
    place = forms.TypedChoiceField(
        label=_("How far down do you feel it?"),
        help_text=_("Pain, tingling or numbness. The lowest place counts."),
        choices=PLACES,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how far down you feel it.")},
    )

    def __init__(self, *args: Any, trial: DirectionTrial, **kwargs: Any) -> None:
        self.trial = trial
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any] | None:
        ready = later_from(self.trial)
        is_later = self.cleaned_data.get("moment") == Moment.LATER
        if is_later and timezone.now() < ready:
            at = time_format(timezone.localtime(ready), "P")
            raise forms.ValidationError(
                _("The 10 minutes are not over. Answer from %(time)s on."),
                params={"time": at},
            )
        return self.cleaned_data

    def save(self) -> None:
        data = self.cleaned_data
        seen = Reading(data["leg"], data["place"])
        take_reading(self.trial, Moment(data["moment"]), seen)
