from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from exercises.admin.archive import MovesContent
from exercises.admin.content import ContentAdmin, ContentForm
from exercises.admin.dose import DOSE_FIELDS
from exercises.admin.parts import StackedPart, TabularPart
from exercises.admin.statement import StatementInline
from exercises.admin.stills import ChosenByLooking, FigureFromList
from exercises.admin.ticked import TickedField
from exercises.filters import STAGES
from exercises.models import Caution, Exercise, Step, Variation


class StepInline(ChosenByLooking, StackedPart):
    model = Step
    verbose_name_plural = _("Steps")
    fields = [("text", "order"), "frame", "caption"]


class VariationInline(FigureFromList, StackedPart):
    model = Variation
    fk_name = "owner"
    verbose_name_plural = _("Easier and harder ways")
    ordering = ["kind", "order", "pk"]
    fields = [("kind", "order"), "text", "exercise", "figure"]
    autocomplete_fields = ["exercise"]


class CautionInline(TabularPart):
    model = Caution
    verbose_name_plural = _("When to stop, when to ask first, what not to do")
    ordering = ["kind", "order", "pk"]
    fields = ["order", "kind", "text"]


class ExerciseForm(ContentForm):
    stages = TickedField(_("Stages"), STAGES)
    gear = TickedField(
        _("What the library finds it by"),
        Exercise.Gear.choices,
        _("Tick nothing where nothing is needed."),
    )


@admin.register(Exercise)
class ExerciseAdmin(MovesContent, ChosenByLooking, ContentAdmin[Exercise]):
    form = ExerciseForm
    change_form_template = "admin/exercises/change_form_with_stills.html"
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
                    "gear",
                ]
            },
        ),
        (
            _("Figure"),
            {
                "fields": ["figure", "look", "picture"],
                "description": _(
                    "The drawn movement and the person who does it. The steps below "
                    "show its start and its finish once you have saved."
                ),
            },
        ),
        (_("How much"), {"fields": [*DOSE_FIELDS, "dose_note"]}),
        (_("Text"), {"fields": ["body"]}),
        ContentAdmin.REVIEW,
        ContentAdmin.ABOUT,
    ]
