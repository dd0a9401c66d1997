from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from exercises.admin.content import ContentAdmin
from exercises.admin.dose import DOSE_FIELDS
from exercises.admin.parts import PartForm, PartFormSet, StackedPart
from exercises.admin.widths import WIDE
from exercises.admin.workflow import Recorded
from exercises.models import Content, Phase, Prescription, Program
from exercises.models.dose import RANGES

DOSE = [name for each in RANGES for name in (each, f"{each}_to")]
PHASE_FIELDS: list[Any] = [
    "title",
    ("slug", "order"),
    "aim",
    ("first_week", "last_week", "max_weeks"),
    ("days_per_week", "days_per_week_to"),
    ("sessions_per_day", "sessions_per_day_to"),
    ("minutes", "minutes_to", "minimum_days"),
]


class PhaseInline(admin.StackedInline[Phase, Program]):
    model = Phase
    form = PartForm
    formset = PartFormSet
    extra = 0
    show_change_link = True
    formfield_overrides = WIDE
    verbose_name_plural = _("Phases: save, then open one to choose its exercises")
    fields = PHASE_FIELDS


@admin.register(Program)
class ProgramAdmin(ContentAdmin[Program]):
    inlines = [PhaseInline]
    fieldsets = [
        ContentAdmin.TITLE,
        (_("Text"), {"fields": ["weeks", "guide", "body"]}),
        ContentAdmin.REVIEW,
        ContentAdmin.ABOUT,
    ]


class PrescriptionForm(PartForm):
    """A new row without a dose gets the one of its exercise."""

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        exercise = self.cleaned_data.get("exercise")
        is_empty = all(self.cleaned_data.get(name) is None for name in DOSE)
        if self.instance.pk is None and exercise and is_empty:
            self.cleaned_data |= {name: getattr(exercise, name) for name in DOSE}
        return data


class PrescriptionInline(StackedPart):
    model = Prescription
    form = PrescriptionForm
    verbose_name_plural = _(
        "Exercises of this phase: without a dose, that of the exercise"
    )
    autocomplete_fields = ["exercise"]
    fields = [
        ("exercise", "order"),
        ("for_extension", "for_flexion", "for_no_direction", "any_time"),
        *DOSE_FIELDS,
        "from_week",
        "only_if",
        "note",
    ]


@admin.register(Phase)
class PhaseAdmin(Recorded[Phase]):
    """Opened from its program, and kept out of the list of everything."""

    list_display = ["title", "program", "first_week", "last_week"]
    list_filter = ["program"]
    list_select_related = ["program"]
    search_fields = ["title", "aim"]
    show_facets = admin.ShowFacets.ALWAYS
    readonly_fields = ["program"]
    formfield_overrides = WIDE
    fields = ["program", *PHASE_FIELDS, "move_on", "if_not"]
    inlines = [PrescriptionInline]

    def page_of(self, row: Any) -> Content:
        program: Content = row.program
        return program

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
