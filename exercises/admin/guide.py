from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from exercises.admin.content import ContentAdmin
from exercises.admin.parts import (
    Part,
    PartForm,
    PartFormSet,
    StackedPart,
    TabularPart,
)
from exercises.admin.statement import StatementInline
from exercises.admin.stills import FigureFromList
from exercises.admin.widths import IN_TABLES, WIDE
from exercises.admin.workflow import Recorded
from exercises.models import (
    Content,
    Guide,
    GuideSection,
    HelpItem,
    PausedMovement,
    SectionExercise,
)


class SectionInline(admin.TabularInline[GuideSection, Guide]):
    model = GuideSection
    form = PartForm
    formset = PartFormSet
    formfield_overrides = IN_TABLES
    extra = 1
    show_change_link = True
    verbose_name_plural = _("Sections: save, then open one to write its text")
    fields = ["order", "heading", "anchor", "kind"]


@admin.register(Guide)
class GuideAdmin(ContentAdmin[Guide]):
    inlines = [SectionInline]
    fieldsets = [
        ContentAdmin.TITLE,
        (_("Text"), {"fields": ["minutes", "body"]}),
        ContentAdmin.REVIEW,
        ContentAdmin.ABOUT,
    ]


class SectionExerciseInline(TabularPart):
    model = SectionExercise
    verbose_name_plural = _("Exercise cards")
    fields = ["order", "exercise"]
    autocomplete_fields = ["exercise"]


class HelpItemInline(TabularPart):
    model = HelpItem
    verbose_name_plural = _("Signs that ask for a clinician")
    ordering = ["-level", "order", "pk"]
    formfield_overrides = {
        models.CharField: {"widget": forms.Textarea(attrs={"rows": 2, "cols": 40})}
    }
    fields = ["order", "level", "text"]


class PausedMovementInline(FigureFromList, StackedPart):
    model = PausedMovement
    verbose_name_plural = _("Movements to pause")
    fields = [
        "name",
        "figure",
        "why",
        "instead",
        "instead_exercise",
        "instead_figure",
        "bring_back",
        "order",
    ]
    autocomplete_fields = ["instead_exercise"]


PARTS_OF: dict[str, list[type[Part]]] = {
    GuideSection.Kind.EXERCISES: [SectionExerciseInline],
    GuideSection.Kind.HELP: [HelpItemInline],
    GuideSection.Kind.PAUSES: [PausedMovementInline],
}


@admin.register(GuideSection)
class GuideSectionAdmin(Recorded[GuideSection]):
    """Opened from its guide, and kept out of the list of everything."""

    list_display = ["heading", "guide", "kind", "order"]
    list_filter = ["guide", "kind"]
    list_select_related = ["guide"]
    search_fields = ["heading", "body"]
    show_facets = admin.ShowFacets.ALWAYS
    readonly_fields = ["guide", "kind"]
    formfield_overrides = WIDE
    fields = ["guide", "kind", "heading", ("anchor", "order"), "body"]

    def get_inlines(self, request: HttpRequest, obj: Any = None) -> Any:
        return [StatementInline, *PARTS_OF.get(obj.kind, [])] if obj else []

    def page_of(self, row: Any) -> Content:
        guide: Content = row.guide
        return guide

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
