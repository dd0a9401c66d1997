"""Two editors, one page: who saves second is told, and sees both versions."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as now

from exercises.admin.citing import CitesKnown
from exercises.comparing import Change, changes
from exercises.history import latest_by

HIDDEN = {"csrfmiddlewaretoken", "_seen"}


class GuardedForm(CitesKnown):
    outdated = False

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        if self.outdated:
            self.add_error(None, now("This page was saved after you opened it."))
        return data


class Guarded[Row: models.Model](admin.ModelAdmin[Row]):
    form = GuardedForm

    def page_of(self, row: Any) -> Any:
        return row

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kw: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **kw)
        values = {"outdated": bool(obj and self.is_outdated(request, obj))}
        return type(form.__name__, (form,), values)

    def is_outdated(self, request: HttpRequest, obj: Any) -> bool:
        seen = request.POST.get("_seen")
        if request.method != "POST" or not seen:
            return False
        page = self.page_of(obj)
        held = type(page).objects.select_for_update().values_list("changed_at")
        return stamp(held.get(pk=page.pk)[0]) != seen

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        form = context["adminform"].form
        row = form.instance if form.instance.pk else None
        if row:
            context["seen"] = stamp(self.page_of(row).changed_at)
        if getattr(form, "outdated", False):
            context["by"] = latest_by(self.page_of(row))
            context["differences"] = differences(context)
        return super().render_change_form(request, context, *args, **kwargs)

    def gone(self, request: HttpRequest) -> HttpResponse:
        """What was typed for a draft that went live, or away, in the meantime."""
        typed = [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if value.strip() and name not in HIDDEN and not name.endswith("_FORMS")
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": now("This draft is no longer there"),
            "opts": self.opts,
            "typed": typed,
        }
        template = "admin/exercises/gone.html"
        return TemplateResponse(request, template, context, status=409)


def stamp(changed_at: Any) -> str:
    return str(changed_at.isoformat())


def differences(context: Any) -> list[Change]:
    found = dict(of_form(context["adminform"].form, ""))
    for inline in context["inline_admin_formsets"]:
        noun = capfirst(inline.opts.verbose_name)
        for number, form in enumerate(inline.formset.forms, start=1):
            found |= of_form(form, f"{noun} {number}: ")
    return changes(found)


def of_form(form: Any, place: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for bound in (form[name] for name in form.changed_data):
        theirs, mine = said(bound, bound.initial), said(bound, bound.data)
        if theirs != mine:
            yield f"{place}{bound.label}", (theirs, mine)


def said(bound: Any, value: Any) -> str:
    value = bound.field.prepare_value(value)
    values = value if isinstance(value, list | tuple) else [value]
    told = {str(key): str(label) for key, label in flat(bound.field)}
    return ", ".join(told.get(str(one), str(one)) for one in values if one is not None)


def flat(field: Any) -> Iterator[tuple[Any, Any]]:
    for key, label in getattr(field, "choices", ()):
        yield from label if isinstance(label, list | tuple) else [(key, label)]
