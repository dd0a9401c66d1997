"""What was done of one exercise, and how it went: in the quick log and on edit pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BaseForm, BoundField
from django.forms.boundfield import BoundWidget
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from exercises.models import Dose
from tracking.models import ExerciseLog
from tracking.models.exercise_log import (
    MOST_HOLD_SECONDS,
    MOST_MINUTES,
    MOST_REPS,
    MOST_SETS,
)


@dataclass(frozen=True)
class Amount:
    """One number: its field here, its column, and the words for it."""

    name: str
    column: str
    short: StrOrPromise
    label: StrOrPromise
    most: int
    wrong: StrOrPromise

    @property
    def prescribed(self) -> str:
        return self.column.removesuffix("_done")


AMOUNTS = (
    Amount(
        "sets",
        "sets_done",
        _("Sets"),
        _("%(exercise)s: sets done"),
        MOST_SETS,
        _("Enter a whole number from 0 to 20."),
    ),
    Amount(
        "reps",
        "reps_done",
        _("Repeats in a set"),
        _("%(exercise)s: repeats in a set"),
        MOST_REPS,
        _("Enter a whole number from 0 to 200."),
    ),
    Amount(
        "hold",
        "hold_seconds_done",
        _("Hold, seconds"),
        _("%(exercise)s: seconds held"),
        MOST_HOLD_SECONDS,
        _("Enter whole seconds, from 0 to 1200."),
    ),
    Amount(
        "minutes",
        "minutes_done",
        _("Minutes"),
        _("%(exercise)s: minutes done"),
        MOST_MINUTES,
        _("Enter whole minutes, from 0 to 480."),
    ),
)
SETS = AMOUNTS[0]
ANSWERS: tuple[tuple[str, StrOrPromise, Any], ...] = (
    ("rating", _("%(exercise)s: how was it?"), ExerciseLog.Rating),
    ("leg_response", _("%(exercise)s: leg pain after it"), ExerciseLog.LegResponse),
    (
        "reach_response",
        _("%(exercise)s: how far down after it"),
        ExerciseLog.ReachResponse,
    ),
)
SHORT_ANSWERS = (_("How was it?"), _("Leg pain after it"), _("How far down after it"))


NUMBERS = tuple(amount.column for amount in AMOUNTS)
TOLD = (*NUMBERS, *(name for name, _label, _choices in ANSWERS))


@dataclass(frozen=True)
class ShownField:
    """A field, and its label without the name of the exercise."""

    short: StrOrPromise
    field: BoundField


@dataclass(frozen=True)
class LogRow:
    """One exercise on a page: its numbers, how it went, and a box where it has one."""

    title: str
    dose: str
    amounts: list[ShownField]
    answers: list[ShownField]
    box: BoundWidget | None = None
    said: str = ""

    @property
    def is_open(self) -> bool:
        """The optional part, when something chosen in it would not be seen."""
        return not self.said and any(shown.field.value() for shown in self.answers)


def log_row(form: BaseForm, key: object, title: str, dose: str, **more: Any) -> LogRow:
    amounts, answers = shown_amounts(form, key), shown_answers(form, key)
    return LogRow(title, dose, amounts, answers, **more)


def amounts_of(dose: Dose | ExerciseLog) -> list[Amount]:
    """The numbers that a dose is made of: minutes alone, or sets with what they hold."""
    if dose.minutes:
        return [AMOUNTS[3]]
    parts = [(AMOUNTS[1], dose.reps and dose.reps > 1), (AMOUNTS[2], dose.hold_seconds)]
    return [SETS, *(amount for amount, is_part in parts if is_part)]


def amounts_of_log(log: ExerciseLog) -> list[Amount]:
    """Sets always, for 0 means not done; then what was prescribed or noted."""
    planned = amounts_of(log)
    return [
        amount
        for amount in AMOUNTS
        if amount is SETS
        or amount in planned
        or getattr(log, amount.column) is not None
    ]


def stored(key: object, values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a log as first values of these fields."""
    numbers = {f"{a.name}_{key}": values.get(a.column) for a in AMOUNTS}
    answers = {f"{name}_{key}": values.get(name) for name, *_rest in ANSWERS}
    return numbers | answers


def number_field(
    amount: Amount, title: str, initial: int | None, *, required: bool = False
) -> forms.IntegerField:
    return forms.IntegerField(
        label=str(amount.label) % {"exercise": title},
        initial=initial,
        required=required,
        min_value=0,
        max_value=amount.most,
        widget=forms.NumberInput(attrs={"data-step": "1", "inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), amount.wrong
        ),
    )


def answer_fields(title: str, key: object) -> Iterator[tuple[str, forms.ChoiceField]]:
    """Each can stay open: nothing is ticked, and nothing has to be."""
    for name, label, choices in ANSWERS:
        yield (
            f"{name}_{key}",
            forms.ChoiceField(
                label=str(label) % {"exercise": title},
                choices=choices.choices,
                required=False,
                widget=forms.RadioSelect,
            ),
        )


def shown_amounts(form: BaseForm, key: object) -> list[ShownField]:
    names = [(a.short, f"{a.name}_{key}") for a in AMOUNTS]
    return [ShownField(short, form[n]) for short, n in names if n in form.fields]


def shown_answers(form: BaseForm, key: object) -> list[ShownField]:
    names = [f"{name}_{key}" for name, _label, _choices in ANSWERS]
    pairs = zip(SHORT_ANSWERS, names, strict=True)
    return [ShownField(short, form[name]) for short, name in pairs]


def told(cleaned: dict[str, Any], key: object) -> dict[str, Any]:
    """The columns of a log that these fields fill; a field that was not shown, none."""
    numbers = {
        amount.column: cleaned[f"{amount.name}_{key}"]
        for amount in AMOUNTS
        if f"{amount.name}_{key}" in cleaned
    }
    answers = {name: cleaned.get(f"{name}_{key}", "") for name, *_rest in ANSWERS}
    return numbers | answers
