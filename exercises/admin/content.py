from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from exercises.admin.origin import KeepsShippedRows
from exercises.admin.review import TakesReviewOff
from exercises.admin.roles import PUBLIC_STEPS, Status, may_publish, may_review
from exercises.admin.status import StatusActions
from exercises.admin.widths import WIDE
from exercises.models import Content

REVIEW = ["reviewed_by", "reviewed_on", "review_due_on"]


class ContentForm(forms.ModelForm[Any]):
    class Meta:
        widgets = {"summary": AdminTextareaWidget(attrs={"rows": 3})}

    def validate_constraints(self) -> None:
        """All of them: Django skips those that name a column the form has not."""
        try:
            self.instance.validate_constraints()
        except ValidationError as error:
            self.add_error(None, error)


class ContentAdmin[Row: Content](
    StatusActions[Row], TakesReviewOff[Row], KeepsShippedRows[Row]
):
    """Pages that readers see. Authors write; publishers say what is public."""

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
            "fields": [("reviewed_by", "reviewed_on"), "review_due_on"],
            "description": _(
                "Until both are filled in, the page says that no "
                "clinician has reviewed it."
            ),
        },
    )
    ABOUT: Any = (
        _("About this page"),
        {"fields": ["language", "origin", "changed_at"]},
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        fields = [*super().get_readonly_fields(request, obj), "changed_at"]
        if not may_review(request):
            fields += REVIEW
        if obj and obj.status in PUBLIC_STEPS:
            fields += ["slug"] if may_publish(request) else ["slug", "status"]
        return fields

    def formfield_for_choice_field(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "status" and not may_publish(request):
            kwargs["choices"] = [c for c in Status.choices if c[0] not in PUBLIC_STEPS]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: Any = None
    ) -> dict[str, Any]:
        return {} if obj else {"slug": ["title"]}

    def view_on_site(self, obj: Any) -> str | None:
        return obj.get_absolute_url() if obj.status == Status.PUBLISHED else None
