from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from exercises.invisible import visible
from exercises.models import Exercise
from exercises.models.exercise import ExerciseQuerySet

STAGES = [
    ("calm", _("Calm")),
    ("restore", _("Restore")),
    ("strengthen", _("Strengthen")),
]
NOTHING = "nothing"
GEAR = [(NOTHING, _("Nothing")), *Exercise.Gear.choices]
MINUTES = [
    ("2", _("2 minutes or less")),
    ("5", _("5 minutes or less")),
    ("10", _("10 minutes or less")),
]


def choice(
    label: StrOrPromise, choices: Iterable[tuple[str, StrOrPromise]]
) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        required=False,
        choices=[("", _("All")), *choices],
        error_messages={
            "invalid_choice": _("That choice is not in this list, so it was left out.")
        },
    )


class Words(forms.SearchInput):
    """What is typed comes back in the page, so it may hold nothing that breaks it."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        value = super().value_from_datadict(data, files, name)
        return value and visible(value)


class ExerciseFilter(forms.Form):
    """What a visitor wants to see in the library. A wrong value is left out."""

    q = forms.CharField(
        label=_("Search by name"),
        required=False,
        max_length=80,
        widget=Words(attrs={"enterkeyhint": "search"}),
    )
    kind = choice(_("Kind"), Exercise.Kind.choices)
    position = choice(_("Position"), Exercise.Position.choices)
    direction = choice(_("Direction"), Exercise.Direction.choices)
    stage = choice(_("Stage"), STAGES)
    gear = choice(_("You need"), GEAR)
    minutes = choice(_("It takes"), MINUTES)

    @property
    def wanted(self) -> dict[str, str]:
        """By the name of its field; without what was left open or left out."""
        self.is_valid()  # fills cleaned_data, where a wrong value is missing
        return {name: value for name, value in self.cleaned_data.items() if value}

    def narrow(
        self, exercises: ExerciseQuerySet, *, without: str = ""
    ) -> ExerciseQuerySet:
        for name, value in self.wanted.items():
            if name != without:
                exercises = NARROW.get(name, by_column(name))(exercises, value)
        return exercises


def by_column(name: str) -> "Narrow":
    return lambda exercises, value: exercises.filter(**{name: value})


def by_words(exercises: ExerciseQuerySet, words: str) -> ExerciseQuerySet:
    for word in words.split():
        exercises = exercises.filter(has_word(word))
    return exercises


def by_gear(exercises: ExerciseQuerySet, gear: str) -> ExerciseQuerySet:
    if gear == NOTHING:
        return exercises.filter(gear="")
    return exercises.filter(gear__contains=gear)


def has_word(word: str) -> Q:
    fields = ("title", "also_known_as", "summary")
    return Q.create([(f"{field}__icontains", word) for field in fields], Q.OR)


type Narrow = Callable[[ExerciseQuerySet, str], ExerciseQuerySet]

NARROW: dict[str, Narrow] = {
    "q": by_words,
    "stage": lambda exercises, stage: exercises.filter(stages__contains=stage),
    "gear": by_gear,
    "minutes": lambda exercises, minutes: exercises.within(int(minutes)),
}
