from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from exercises.admin.guarding import GuardedForm
from exercises.admin.origin import KeepsShippedRows
from exercises.admin.roles import Status
from exercises.admin.widths import WIDE
from exercises.admin.workflow import WorkflowAdmin
from exercises.models import Content

# What the buttons of the way write, and nobody by hand.
KEPT = ["status", "publish_on", "reviewed_by", "reviewed_on", "review_due_on"]


class ContentForm(GuardedForm):
    class Meta:
        widgets = {"summary": AdminTextareaWidget(attrs={"rows": 3})}

    def validate_constraints(self) -> None:
        """All of them: Django skips those that name a column the form has not."""
        try:
            self.instance.validate_constraints()
        except ValidationError as error:
            self.add_error(None, error)


class ContentAdmin[Row: Content](WorkflowAdmin[Row], KeepsShippedRows[Row]):
    """Pages that readers see. Authors write, others review and publish."""

    form = ContentForm
    list_display = ["title", "status", "language", "reviewed_on", "changed_at"]
    list_filter = ["status", "language"]
    search_fields = ["title", "slug", "summary"]
    show_facets = admin.ShowFacets.ALWAYS
    save_on_top = True
    formfield_overrides = WIDE

    TITLE: Any = (None, {"fields": ["title", "slug", "status", "summary"]})
    REVIEW: Any = (
        _("Review by a clinician"),
        {
            "fields": [("reviewed_by", "reviewed_on"), "review_due_on", "publish_on"],
            "description": _(
                "The button “Approve” fills this in. Until then the page says that no "
                "clinician has reviewed it."
            ),
        },
    )
    ABOUT: Any = (
        _("About this page"),
        {"fields": ["language", "origin", "changed_at"]},
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        fields = [*super().get_readonly_fields(request, obj), "changed_at", *KEPT]
        has_address = obj and (obj.draft_of_id or obj.is_live)
        return [*fields, "slug"] if has_address else fields

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: Any = None
    ) -> dict[str, Any]:
        return {} if obj else {"slug": ["title"]}

    def view_on_site(self, obj: Any) -> str | None:
        return obj.get_absolute_url() if obj.status == Status.PUBLISHED else None
