"""The checklist on a change page: what the saved text still needs, and where."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse

from exercises.models import GuideSection, Phase, Picture
from exercises.readability import reading_age
from exercises.writing import BLOCKING, Finding, Kind, findings
from exercises.writing.hard import OLDEST
from exercises.writing.texts import as_saved, texts_of

# Rows that are written on a change page of their own.
OPENED: tuple[type[models.Model], ...] = (GuideSection, Phase, Picture)

type Addresses = dict[tuple[type[models.Model], Any, str], str]


@dataclass(frozen=True)
class Line:
    """One kind of finding, with each place where it was found."""

    kind: Kind
    found: list[tuple[Finding, str]]

    @property
    def blocks(self) -> bool:
        return self.kind in BLOCKING


@dataclass(frozen=True)
class Checklist:
    to_mend: list[Line]
    fine: list[Kind]
    age: int
    oldest: int = int(OLDEST)

    @property
    def blocking(self) -> int:
        return sum(len(line.found) for line in self.to_mend if line.blocks)

    @property
    def others(self) -> int:
        return sum(len(line.found) for line in self.to_mend if not line.blocks)


def checklist(row: Any, addresses: Addresses) -> Checklist:
    saved = as_saved(row)
    placed = [(one, address_of(one, addresses)) for one in findings(saved)]
    by_kind = {kind: [pair for pair in placed if pair[0].kind == kind] for kind in Kind}
    text = "\n\n".join(each.words for each in texts_of(saved))
    return Checklist(
        to_mend=[Line(kind, found) for kind, found in by_kind.items() if found],
        fine=[kind for kind, found in by_kind.items() if not found],
        age=max(round(reading_age(text)), 0),
    )


def address_of(finding: Finding, addresses: Addresses) -> str:
    """The field on this page, or the page on which its row is written."""
    place = finding.place
    here = addresses.get((type(place.row), place.row.pk, place.field))
    return here or away(place.row, place.field)


def away(row: Any, field: str) -> str:
    if isinstance(row, OPENED):
        name = f"admin:exercises_{row._meta.model_name}_change"
        return f"{reverse(name, args=[row.pk])}#id_{field}"
    owner = getattr(row, "section", None) or getattr(row, "phase", None)
    if owner:
        name = f"admin:exercises_{owner._meta.model_name}_change"
        return f"{reverse(name, args=[owner.pk])}#checklist"
    return ""


def on_this_page(context: Any) -> Addresses:
    return {
        (type(form.instance), form.instance.pk, name): f"#{form[name].auto_id}"
        for form in forms_of(context)
        for name in form.fields
    }


def forms_of(context: Any) -> Iterator[Any]:
    yield context["adminform"].form
    for inline in context["inline_admin_formsets"]:
        yield from inline.formset.forms


class HasChecklist[Row: models.Model](admin.ModelAdmin[Row]):
    change_form_template = "admin/exercises/checked_change_form.html"

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        row = context.get("original")
        if row is not None:
            context["checklist"] = checklist(row, on_this_page(context))
        return super().render_change_form(request, context, *args, **kwargs)
