from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from exercises.admin.content import ContentAdmin, ContentForm
from exercises.admin.dose import DOSE_FIELDS
from exercises.admin.parts import StackedPart, TabularPart
from exercises.admin.stages import StagesField
from exercises.admin.statement import StatementInline
from exercises.figures import figure_choices
from exercises.models import Caution, Exercise, Step, Variation


class StepInline(TabularPart):
    model = Step
    verbose_name_plural = _("Steps")
    fields = ["order", "text", "frame", "caption"]


class VariationInline(StackedPart):
    model = Variation
    fk_name = "owner"
    verbose_name_plural = _("Easier and harder ways")
    ordering = ["kind", "order", "pk"]
    fields = [("kind", "order"), "text", "exercise"]
    autocomplete_fields = ["exercise"]


class CautionInline(TabularPart):
    model = Caution
    verbose_name_plural = _("When to stop, when to ask first, what not to do")
    ordering = ["kind", "order", "pk"]
    fields = ["order", "kind", "text"]


class ExerciseForm(ContentForm):
    figure = forms.ChoiceField(
        label=_("Figure"), required=False, help_text=_("The drawn movement.")
    )
    stages = StagesField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "figure" in self.fields:
            choices = [("", _("No figure")), *figure_choices()]
            self.fields["figure"].choices = choices  # type: ignore[attr-defined]


@admin.register(Exercise)
class ExerciseAdmin(ContentAdmin[Exercise]):
    form = ExerciseForm
    list_display = ["title", "kind", "direction", "status", "changed_at"]
    list_filter = ["status", "kind", "direction", "position", "language"]
    search_fields = ["title", "slug", "also_known_as", "summary"]
    inlines = [StepInline, VariationInline, CautionInline, StatementInline]
    fieldsets = [
        ContentAdmin.TITLE,
        (
            _("What kind of movement"),
            {
                "fields": [
                    ("kind", "direction"),
                    ("position", "sides"),
                    "stages",
                    "also_known_as",
                    "equipment",
                    ("figure", "look"),
                ]
            },
        ),
        (_("How much"), {"fields": [*DOSE_FIELDS, "dose_note"]}),
        (_("Text"), {"fields": ["body"]}),
        ContentAdmin.REVIEW,
        ContentAdmin.ABOUT,
    ]
