"""What a step of a session sends: done as planned, a set, what was done, or left."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db import models, transaction
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from exercises.models import Exercise
from tracking.forms.symptom_report import version_field
from tracking.models import ExerciseLog
from tracking.models.exercise_log import (
    MOST_HOLD_SECONDS,
    MOST_MINUTES,
    MOST_REPS,
    MOST_SETS,
)
from tracking.revising import DONE, PLANNED, MovedOn, note_progress
from tracking.swapping import Way, swap

ANSWERS = ("rating", "leg_response", "reach_response")
STEP = (*DONE, "version")


def optional(
    label: StrOrPromise, choices: type[models.TextChoices]
) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=choices, required=False, widget=forms.RadioSelect
    )


def on_version(data: QueryDict | None, log: ExerciseLog) -> QueryDict:
    typed = data.copy() if data is not None else QueryDict(mutable=True)
    typed["version"] = str(log.version)
    return typed


class StepForm(forms.Form):
    """One exercise. It holds all that it needs, so that it can be sent later as well.

    The button says what was done. A set names its number, so that a repeat counts once;
    everything else names the version it was filled from.
    """

    PLANNED, SET, ACTUAL = "planned", "set", "actual"
    DOSE = (
        ("sets_done", "sets", _("Sets"), MOST_SETS),
        ("reps_done", "reps", _("Repeats in a set"), MOST_REPS),
        ("hold_seconds_done", "hold_seconds", _("Hold, in seconds"), MOST_HOLD_SECONDS),
        ("minutes_done", "minutes", _("Minutes"), MOST_MINUTES),
    )

    version = version_field()
    deed = forms.ChoiceField(
        choices=[(deed, deed) for deed in (PLANNED, SET, ACTUAL)],
        error_messages={"required": _("Say what you did.")},
        widget=forms.HiddenInput,
    )
    set_number = forms.IntegerField(
        min_value=1, max_value=MOST_SETS, required=False, widget=forms.HiddenInput
    )
    rating = optional(_("How was it?"), ExerciseLog.Rating)
    leg_response = optional(_("Your leg pain is now"), ExerciseLog.LegResponse)
    reach_response = optional(_("Where you feel it"), ExerciseLog.ReachResponse)

    def __init__(self, *args: Any, log: ExerciseLog, **kwargs: Any) -> None:
        self.log = log
        told = {name: getattr(log, name) for name in ANSWERS}
        kwargs.setdefault("initial", {"version": log.version, **told})
        super().__init__(*args, **kwargs)
        for done, planned, label, most in self.DOSE:
            if getattr(log, planned) or planned == "sets":
                self.fields[done] = self.amount(done, planned, label, most)

    def amount(
        self, done: str, planned: str, label: StrOrPromise, most: int
    ) -> forms.IntegerField:
        wrong = _("Enter a whole number from 1 to %(most)s.") % {"most": most}
        return forms.IntegerField(
            label=label,
            initial=getattr(self.log, done) or getattr(self.log, planned),
            min_value=1,
            max_value=most,
            required=self.data.get("deed") == self.ACTUAL,
            error_messages=dict.fromkeys(
                ("required", "invalid", "min_value", "max_value"), wrong
            ),
        )

    def over(self, data: QueryDict | None) -> "StepForm":
        """What was sent, over the version that is saved now."""
        return StepForm(on_version(data, self.log), log=self.log)

    @property
    def amounts(self) -> list[forms.BoundField]:
        return [self[done] for done, *_more in self.DOSE if done in self.fields]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("deed") == self.SET and not data.get("set_number"):
            self.add_error("set_number", _("This page is out of date. Open it again."))
        return data

    @transaction.atomic
    def save(self) -> ExerciseLog:
        """Raises MovedOn when another device noted something else in the meantime."""
        log, data = self.log, self.cleaned_data
        note_progress(log.session_id)
        log.refresh_from_db(fields=STEP)
        was = self.noted()
        if data["deed"] == self.SET:
            self.count_set(data["set_number"])
        else:
            self.state(data)
            if self.noted() == was:
                return log
            if data["version"] != log.version:
                log.refresh_from_db(fields=STEP)
                raise MovedOn
            log.version += 1
        log.save(update_fields=STEP)
        return log

    def noted(self) -> list[object]:
        return [getattr(self.log, name) for name in DONE]

    def count_set(self, number: int) -> None:
        log = self.log
        log.set_sets(max(log.sets_done, number))
        log.moved_on = False
        for name in ANSWERS:
            setattr(log, name, self.cleaned_data[name] or getattr(log, name))

    def state(self, data: dict[str, Any]) -> None:
        log = self.log
        if data["deed"] == self.PLANNED:
            log.do_as_planned()
        else:
            for amount in self.amounts:
                setattr(log, amount.name, data[amount.name])
            log.set_sets(log.sets_done)
        log.moved_on = True
        for name in ANSWERS:
            setattr(log, name, data[name])


class SkipForm(forms.Form):
    """Leave an exercise, or do an allowed one instead. Both ask why."""

    SKIP = "skip"

    version = version_field()
    reason = forms.ChoiceField(
        label=_("Why?"),
        choices=ExerciseLog.SkipReason,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one reason.")},
    )
    instead = forms.CharField(
        widget=forms.HiddenInput,
        error_messages={"required": _("Choose what to do instead, or skip it.")},
    )

    def __init__(
        self, *args: Any, log: ExerciseLog, ways: Sequence[Way], **kwargs: Any
    ) -> None:
        self.log, self.current = log, log.exercise
        self.ways = {way.exercise.slug: way for way in ways}
        kwargs.setdefault("initial", {"version": log.version})
        super().__init__(*args, **kwargs)

    def over(self, data: QueryDict | None) -> "SkipForm":
        """What was sent, over the version that is saved now."""
        ways = list(self.ways.values())
        return SkipForm(on_version(data, self.log), log=self.log, ways=ways)

    def clean_instead(self) -> str:
        slug: str = self.cleaned_data["instead"]
        known = {self.SKIP, self.current.slug, *self.ways}
        if slug not in known:
            raise forms.ValidationError(_("That exercise is not for you now."))
        return slug

    @property
    def chosen(self) -> Exercise:
        slug = self.cleaned_data["instead"]
        return self.ways[slug].exercise if slug in self.ways else self.current

    @property
    def is_swap(self) -> bool:
        return bool(self.cleaned_data["instead"] != self.SKIP)

    @transaction.atomic
    def save(self) -> ExerciseLog:
        """Raises MovedOn when another device noted something else in the meantime."""
        log, data = self.log, self.cleaned_data
        columns = (*PLANNED, *STEP)
        note_progress(log.session_id)
        log.refresh_from_db(fields=columns)
        if self.is_done():
            return log
        if data["version"] != log.version:
            raise MovedOn
        if self.is_swap:
            swap(log, self.ways[data["instead"]], data["reason"])
        else:
            log.skip(data["reason"])
        log.version += 1
        log.save(update_fields=columns)
        return log

    def is_done(self) -> bool:
        """Sent before, with the same outcome."""
        log = self.log
        if self.is_swap:
            return log.exercise_id == self.chosen.pk
        return log.moved_on and log.skip_reason == self.cleaned_data["reason"]
