from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _


class KeepsShippedRows[Row: models.Model](admin.ModelAdmin[Row]):
    """Rows from files keep their name and stay: a deleted one would come back."""

    name_field = "slug"

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        fields = [*super().get_readonly_fields(request, obj), "origin"]
        return [*fields, self.name_field] if obj and obj.loaded_digest else fields

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj and obj.loaded_digest:
            return False
        return super().has_delete_permission(request, obj)

    @admin.display(description=_("origin"))
    def origin(self, obj: Any) -> str:
        if not obj.loaded_digest:
            return now("Written here.")
        return now(
            "It came with the product. Once you change it, updates leave it alone. "
            "It cannot be deleted, because the next update would bring it back."
        )
