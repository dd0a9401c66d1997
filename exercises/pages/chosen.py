"""What a visitor chose in the library, and the way back from each choice."""

from dataclasses import dataclass

from django.forms import ChoiceField
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from exercises.filters import ExerciseFilter
from exercises.models import Exercise


@dataclass(frozen=True)
class Chosen:
    """One choice, the address without it, and what it would show there."""

    words: str
    url: str
    found: int = 0


def chosen(filters: ExerciseFilter) -> list[Chosen]:
    return [
        Chosen(words(filters, name), address(filters, without=name))
        for name in filters.wanted
    ]


def ways_back(filters: ExerciseFilter) -> list[Chosen]:
    """Where nothing fits: the choices that are worth letting go of."""
    ways = [
        Chosen(
            words(filters, name),
            address(filters, without=name),
            filters.narrow(Exercise.objects.published(), without=name).count(),
        )
        for name in filters.wanted
    ]
    return [way for way in ways if way.found]


def words(filters: ExerciseFilter, name: str) -> str:
    field, value = filters.fields[name], filters.wanted[name]
    if not isinstance(field, ChoiceField):
        return _("Words: %(words)s") % {"words": value}
    label = dict(field.choices)[value]  # type: ignore[arg-type]  # never grouped here
    return f"{field.label}: {label}"


def address(filters: ExerciseFilter, *, without: str = "") -> str:
    """The page with these choices and nothing else: to keep, to share, to go back."""
    kept = {name: value for name, value in filters.wanted.items() if name != without}
    page = reverse("exercises:exercise_list")
    return f"{page}?{urlencode(kept)}" if kept else page
