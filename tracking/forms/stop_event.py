import uuid
from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext_lazy as _

from tracking.conflict import Conflict
from tracking.forms.symptom_report import PlaceForm, score_field
from tracking.models import ExerciseLog, StopEvent
from tracking.stop_rules import Event, Reading
from tracking.stopping import (
    GO_ON,
    event_of,
    leave_exercise,
    look_after_rest,
    rests_until,
    start_of,
)

NONE = "none"
SIGNS = [
    (Event.NEURO.value, _("New numbness or weakness in a leg")),
    (Event.SHARP.value, _("Sharp, shooting or electric pain")),
    (
        Event.SAFETY.value,
        _("Chest pain, feeling faint, short of breath, or trouble peeing or pooping"),
    ),
    (NONE, _("None of these")),
]


class StopForm(PlaceForm):
    """How it is now, right after the member stopped an exercise."""

    entry = forms.UUIDField(widget=forms.HiddenInput)
    sign = forms.MultipleChoiceField(
        label=_("Is one of these new?"),
        choices=SIGNS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick what is new, or “None of these”.")},
    )
    pain = score_field(
        _("How strong is it now, 0 to 10?"),
        _("In your back or your leg, whichever is worse."),
        _("Choose a number from 0 to 10 for the pain now."),
    )

    field_order = ["entry", "sign", "place", "pain"]

    def __init__(self, *args: Any, log: ExerciseLog, **kwargs: Any) -> None:
        self.log = log
        kwargs.setdefault("initial", {"entry": uuid.uuid4()})
        super().__init__(*args, **kwargs)

    def clean_sign(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["sign"]
        if NONE in chosen and len(chosen) > 1:
            raise forms.ValidationError(
                _("Tick what is new, or “None of these”, but not both.")
            )
        return chosen

    @property
    def now(self) -> Reading:
        return Reading(self.cleaned_data["pain"], self.reach)

    def earlier(self) -> StopEvent | None:
        mine = StopEvent.objects.with_deleted(self.log.session.member)
        return mine.filter(pk=self.cleaned_data["entry"]).first()

    def repeats(self, earlier: StopEvent) -> bool:
        return earlier.log_id == self.log.pk and earlier.now == self.now

    def create(self) -> StopEvent:
        now, at = self.now, timezone.now()
        start = start_of(self.log, now)
        event = event_of(self.cleaned_data["sign"], start, now)
        stop = StopEvent(
            pk=self.cleaned_data["entry"],
            log=self.log,
            event=event,
            happened_at=at,
            until=rests_until(event, at),
            pain_before=start.pain,
            left_before=start.reach.left,
            right_before=start.reach.right,
            pain=now.pain,
            left=now.reach.left,
            right=now.reach.right,
        )
        stop.save(force_insert=True)
        if event not in GO_ON:
            leave_exercise(self.log)
        return stop


class RestForm(PlaceForm):
    """Where it is felt after the rest. It is asked once, and not before its time."""

    def __init__(self, *args: Any, stop: StopEvent, **kwargs: Any) -> None:
        self.stop = stop
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        until = self.stop.until
        if self.stop.checked_at is None and until and timezone.now() < until:
            raise forms.ValidationError(
                _("Rest until %(time)s first. Then say how it is.")
                % {"time": time_format(timezone.localtime(until))}
            )
        return self.cleaned_data

    @transaction.atomic
    def save(self) -> None:
        """Raises Conflict when the first answer was another one."""
        after = self.reach
        look_after_rest(self.stop, after)
        self.stop.refresh_from_db()
        first = (self.stop.left_after, self.stop.right_after)
        if first != (after.left, after.right):
            raise Conflict(self.stop, self)
