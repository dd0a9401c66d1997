"""Rows that are written on the page of the row they belong to."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import (
    AdminIntegerFieldWidget,
    RelatedFieldWidgetWrapper,
)
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from exercises.admin.citing import CitesKnown
from exercises.admin.widths import IN_ROWS, IN_TABLES


class PartForm(CitesKnown):
    order = forms.IntegerField(
        label=_("Order"),
        required=False,
        min_value=0,
        max_value=999,
        help_text=_("Leave it empty to put this last."),
        widget=AdminIntegerFieldWidget(attrs={"size": 4}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.initial["order"] = self.instance.order = None


class PartFormSet(forms.BaseInlineFormSet[Any, Any, Any]):
    """Rows without an order go after the last one."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """In a table only the column has a name: each field gets its own."""
        super().add_fields(form, index)
        for field in form.fields.values():
            if field.label:
                field.widget.attrs.setdefault("aria-label", str(field.label))

    def save_new(self, form: Any, commit: bool = True) -> Any:
        self.place(form.instance)
        return super().save_new(form, commit)

    def save_existing(self, form: Any, obj: Any, commit: bool = True) -> Any:
        self.place(form.instance)
        return super().save_existing(form, obj, commit)

    def place(self, row: Any) -> None:
        if row.order is None:
            orders = [form.instance.order for form in self.forms]
            row.order = 1 + max((n for n in orders if n is not None), default=0)


class Part(admin.options.InlineModelAdmin[Any, Any]):
    """Whoever may change a row may take it away: it is part of a text."""

    form = PartForm
    formset = PartFormSet
    extra = 1

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        """A red cross beside a choice would delete the exercise, not the row."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False
        return field

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)


class TabularPart(Part, admin.TabularInline[Any, Any]):
    formfield_overrides = IN_TABLES


class StackedPart(Part, admin.StackedInline[Any, Any]):
    formfield_overrides = IN_ROWS
