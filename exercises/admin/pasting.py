from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from exercises import bibliography
from exercises.models import Reference


class PasteForm(forms.Form):
    text = forms.CharField(
        label=_("BibTeX, RIS or CSL-JSON"),
        widget=forms.Textarea(attrs={"rows": 14, "cols": 80}),
        help_text=_("What a library, PubMed or a reference manager exports."),
    )

    def clean_text(self) -> list[dict[str, str]]:
        try:
            return bibliography.read(self.cleaned_data["text"])
        except bibliography.UnreadableError as error:
            raise forms.ValidationError(str(error)) from error


class PastesReferences(admin.ModelAdmin[Reference]):
    """A pasted reference fills the form; what it found is written by a person."""

    change_list_template = "admin/exercises/reference_list.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.paste_view)
        mine = path("paste/", view, name="exercises_reference_paste")
        return [mine, *super().get_urls()]

    def paste_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = PasteForm(request.POST or None)
        found = form.cleaned_data["text"] if form.is_valid() else []
        rows = [(values, form_address(values), standing(values)) for values in found]
        if len(rows) == 1 and rows[0][2] is None:
            return HttpResponseRedirect(rows[0][1])
        context = {
            **self.admin_site.each_context(request),
            "title": now("Paste references"),
            "opts": self.opts,
            "form": form,
            "rows": rows,
        }
        status = 422 if form.errors else 200
        template = "admin/exercises/reference_paste.html"
        return TemplateResponse(request, template, context, status=status)


def form_address(values: dict[str, str]) -> str:
    told = {name: value for name, value in values.items() if value}
    return f"{reverse('admin:exercises_reference_add')}?{urlencode(told)}"


def standing(values: dict[str, str]) -> Any:
    """The reference that is here already, by what names it in the world."""
    for name in ("doi", "pmid", "key"):
        row = (
            Reference.objects.filter(**{name: values[name]}).first()
            if values[name]
            else None
        )
        if row:
            return row
    return None
