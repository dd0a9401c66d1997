"""Fields that are chosen by looking: radio buttons with a still on each."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib.admin.options import BaseModelAdmin
from django.db import models
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from exercises.figures import MOVEMENTS, figure_choices
from exercises.models import PausedMovement

PEOPLE = {
    "": _("Teal shirt, brown hair"),
    "b": _("Orange shirt, hair in a bun"),
    "c": _("Plum shirt, gray hair, broader"),
}


class StillTiles(forms.RadioSelect):
    """The stills stand once on the page (`admin/exercises/stills.html`).

    A tile shows the one whose id is the field's name and the tile's value.
    """

    template_name = "admin/exercises/still_tiles.html"

    def __init__(self, stills: str, *, folded: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.stills, self.folded = stills, folded

    def optgroups(self, name: str, value: list[str], attrs: Any = None) -> list[Any]:
        """A choice that is gone stays in sight until another one is made."""
        groups = list(super().optgroups(name, value, attrs))
        for gone in {*value} - {str(choice) for choice, _label in self.flat()} - {""}:
            label = now("“%(key)s” is no longer drawn") % {"key": gone}
            place = len(groups)
            option = self.create_option(
                name, gone, label, selected=True, index=place, attrs=attrs
            )
            groups.append((None, [option], place))
        return groups

    def flat(self) -> Iterable[tuple[Any, Any]]:
        for value, label in self.choices:
            yield from label if isinstance(label, list | tuple) else [(value, label)]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        options = [one for _name, group, _place in widget["optgroups"] for one in group]
        chosen = [one for one in options if one["selected"]]
        widget |= {"stills": self.stills, "folded": self.folded, "chosen": chosen[:1]}
        return context


def figure_field(
    db_field: models.Field[Any, Any], widget: forms.Widget | None = None
) -> forms.Field:
    pauses_first = db_field.model is PausedMovement and db_field.name == "figure"
    return forms.ChoiceField(
        label=capfirst(db_field.verbose_name),
        required=False,
        choices=lambda: grouped(pauses_first=pauses_first),
        widget=widget or StillTiles("figure", folded=True),
        help_text=db_field.help_text,
        error_messages={
            "invalid_choice": _(
                "The figure “%(value)s” is no longer drawn. Choose another one, "
                "or none."
            )
        },
    )


def grouped(*, pauses_first: bool) -> list[tuple[Any, Any]]:
    """Every figure; those with a pause sign apart, for they show what to leave."""
    choices: dict[bool, list[tuple[str, str]]] = {False: [], True: []}
    for key, title in figure_choices():
        choices[MOVEMENTS[key].pause is not None].append((key, title))
    names = {False: _("To do"), True: _("To leave for now")}
    order = sorted(choices, reverse=pauses_first)
    groups = [(names[each], choices[each]) for each in order if choices[each]]
    return [("", _("No figure")), *groups]


def look_field(db_field: models.Field[Any, Any]) -> forms.Field | None:
    named = {**PEOPLE, **{k: PEOPLE.get(k, v) for k, v in db_field.flatchoices}}
    return db_field.formfield(choices=named.items(), widget=StillTiles("look"))


def frame_field(db_field: models.Field[Any, Any]) -> forms.Field | None:
    named = [("", _("No picture")), *db_field.flatchoices]
    return db_field.formfield(choices=named, widget=StillTiles("frame"))


CHOSEN_BY_LOOKING: dict[str, Callable[[Any], forms.Field | None]] = {
    "figure": figure_field,
    "look": look_field,
    "frame": frame_field,
}


class ChosenByLooking(BaseModelAdmin[Any]):
    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        make = CHOSEN_BY_LOOKING.get(db_field.name)
        if make:
            return make(db_field)
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class FigureFromList(BaseModelAdmin[Any]):
    """For rows of which a page holds many: tiles for each would make it heavy."""

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name in {"figure", "instead_figure"}:
            return figure_field(db_field, forms.Select())
        return super().formfield_for_dbfield(db_field, request, **kwargs)
