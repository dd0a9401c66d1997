"""The text as readers will see it, beside the box in which it is written."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from exercises import prose
from exercises.evidence import unknown_citations
from exercises.footnotes import Footnotes
from exercises.models import Reference
from exercises.writing import of_words
from exercises.writing.texts import Nature


class ShowsProse[Row: models.Model](admin.ModelAdmin[Row]):
    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.prose_view)
        name = f"exercises_{self.opts.model_name}_prose"
        return [path("prose/", view, name=name), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        name = f"admin:exercises_{self.opts.model_name}_prose"
        context["prose_address"] = reverse(name)
        context["references"] = Reference.objects.order_by("key")
        return super().render_change_form(request, context, *args, **kwargs)

    @method_decorator(require_POST)
    def prose_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        text = request.POST.get("text", "")
        footnotes = Footnotes.for_texts([text])
        context: dict[str, Any] = {
            "html": prose.render(text, footnotes),
            "notes": footnotes.notes(),
            "problems": unknown_citations(text),
            "findings": of_words(text, nature(request.POST.get("field", ""))),
        }
        return render(request, "admin/exercises/prose.html", context)


def nature(field: str) -> Nature:
    """A statement has its references in a field of their own."""
    return Nature.STATEMENT if field.startswith("statements") else Nature.PROSE
