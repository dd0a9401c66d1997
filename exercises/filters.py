from collections.abc import Iterable

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from exercises.models import Exercise
from exercises.models.exercise import ExerciseQuerySet

STAGES = [
    ("calm", _("Calm")),
    ("restore", _("Restore")),
    ("strengthen", _("Strengthen")),
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


class ExerciseFilter(forms.Form):
    """What a visitor wants to see in the library. A wrong value is left out."""

    q = forms.CharField(
        label=_("Search by name"),
        required=False,
        max_length=80,
        widget=forms.SearchInput(attrs={"enterkeyhint": "search"}),
    )
    kind = choice(_("Kind"), Exercise.Kind.choices)
    position = choice(_("Position"), Exercise.Position.choices)
    direction = choice(_("Direction"), Exercise.Direction.choices)
    stage = choice(_("Stage"), STAGES)

    def narrow(self, exercises: ExerciseQuerySet) -> ExerciseQuerySet:
        self.is_valid()  # fills cleaned_data, where a wrong value is missing
        wanted = {name: value for name, value in self.cleaned_data.items() if value}
        stage, words = wanted.pop("stage", ""), wanted.pop("q", "")
        exercises = exercises.filter(**wanted, stages__contains=stage)
        for word in words.split():
            exercises = exercises.filter(has_word(word))
        return exercises


def has_word(word: str) -> Q:
    fields = ("title", "also_known_as", "summary")
    return Q.create([(f"{field}__icontains", word) for field in fields], Q.OR)
