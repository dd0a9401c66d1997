from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from exercises.admin.origin import KeepsShippedRows
from exercises.admin.widths import WIDE
from exercises.models import Reference


@admin.register(Reference)
class ReferenceAdmin(KeepsShippedRows[Reference]):
    name_field = "key"
    list_display = ["authors", "year", "key", "kind", "in_sciatica", "checked_how"]
    list_filter = ["kind", "in_sciatica", "checked_how"]
    search_fields = ["key", "authors", "title", "source", "found"]
    formfield_overrides = WIDE
    show_facets = admin.ShowFacets.ALWAYS
    fieldsets = [
        (None, {"fields": ["key", "authors", "title", "source", "year"]}),
        (_("Where to find it"), {"fields": ["doi", "pmid", "url"]}),
        (
            _("What it is"),
            {"fields": [("kind", "in_sciatica"), "population", "found", "funding"]},
        ),
        (_("How it was checked"), {"fields": ["checked_how", "checked_on", "origin"]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Texts cite the key, so it stays."""
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "key"] if obj else fields
