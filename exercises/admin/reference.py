from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from exercises.admin.addresses import change_address
from exercises.admin.checklist import HasChecklist
from exercises.admin.citing import CitesKnown
from exercises.admin.history import HasHistory
from exercises.admin.origin import KeepsShippedRows
from exercises.admin.pasting import PastesReferences
from exercises.admin.widths import WIDE
from exercises.evidence import citing_pages
from exercises.history import recorded, remember_first
from exercises.models import Reference
from exercises.writing.forbidden import forbidden_in


class ReferenceForm(CitesKnown):
    """A reference has no way: once saved it is public, so saving is refused."""

    def clean_found(self) -> str:
        text: str = self.cleaned_data["found"]
        errors = [f"“{words}” {claim.reason}" for claim, words in forbidden_in(text)]
        if errors:
            raise ValidationError(errors)
        return text


@admin.register(Reference)
class ReferenceAdmin(
    HasHistory[Reference],
    HasChecklist[Reference],
    PastesReferences,
    KeepsShippedRows[Reference],
):
    form = ReferenceForm
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
        (_("Where it is cited"), {"fields": ["cited_by"]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Texts cite the key, so it stays."""
        fields = [*super().get_readonly_fields(request, obj), "cited_by"]
        return [*fields, "key"] if obj else fields

    @admin.display(description=_("cited by"))
    def cited_by(self, reference: Reference) -> SafeString:
        pages = citing_pages(reference) if reference.pk else []
        lines = [
            (change_address(page), page, page.get_status_display()) for page in pages
        ]
        if not lines:
            return SafeString(now("No page cites it."))
        return format_html_join(", ", '<a href="{}">{}</a> ({})', lines)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What is cited stays, or texts would point at nothing."""
        if obj is not None and citing_pages(obj):
            return False
        return super().has_delete_permission(request, obj)

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kw: Any
    ) -> Any:
        if request.method != "POST":
            return super().changeform_view(request, object_id, *args, **kw)
        row = self.get_object(request, object_id) if object_id else None
        if row:
            remember_first(row)
        with recorded(request.user):  # type: ignore[arg-type]  # staff are members
            return super().changeform_view(request, object_id, *args, **kw)
