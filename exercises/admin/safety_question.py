from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from exercises.admin.widths import WIDE
from exercises.admin.workflow import WorkflowAdmin
from exercises.models import SafetyQuestion


@admin.register(SafetyQuestion)
class SafetyQuestionAdmin(WorkflowAdmin[SafetyQuestion]):
    """Staff change the words. What a question means, its key, belongs to the code."""

    list_display = ["text", "status", "key", "version", "language"]
    actions = ["send_to_review", "publish"]
    list_filter = ["status", "topic"]
    show_facets = admin.ShowFacets.ALWAYS
    formfield_overrides = WIDE
    readonly_fields = ["key", "topic", "order", "language", "version"]
    fieldsets = [
        (
            None,
            {
                "fields": ["text", "hint"],
                "description": _(
                    "Keep the meaning: yes is always the answer that asks for care. "
                    "Words that go live get a new version, and old answers keep theirs."
                ),
            },
        ),
        (_("Fixed"), {"fields": ["key", "topic", "order", "language", "version"]}),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
