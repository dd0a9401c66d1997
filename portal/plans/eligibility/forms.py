import csv
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from portal.plans.eligibility.columns import COLUMNS, guessed, missing, refusal
from portal.plans.eligibility.staging import stage
from portal.plans.eligibility.upload import headings_in, is_x12, rows_in
from portal.plans.models import EligibilityFile

MOST_BYTES = 300 * 1024 * 1024
PREFIX = "column_"


class UploadForm(forms.ModelForm[EligibilityFile]):
    """A file to be checked. When a column is not known by its heading, it asks."""

    upload = forms.FileField(
        label=_("file"),
        help_text=_(
            "CSV in UTF-8 with a line of headings, or X12 834. Never with Social"
            " Security numbers, sex, pay or anything about health."
        ),
        error_messages={"required": _("Choose a file.")},
    )

    class Meta:
        model = EligibilityFile
        fields = ["sponsor", "kind", "effective_on"]
        widgets: dict[str, Any] = {
            "sponsor": AutocompleteSelect(
                EligibilityFile._meta.get_field("sponsor"), admin.site
            ),
            "kind": forms.RadioSelect,
            "effective_on": forms.DateInput(attrs={"type": "date"}),
        }
        error_messages: dict[str, Any] = {
            "sponsor": {"required": _("Choose the sponsor whose people are in it.")},
            "kind": {"required": _("Choose what the file holds.")},
            "effective_on": {"required": _("Enter the day it is as of.")},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds: Any = self.fields["kind"]
        kinds.choices = EligibilityFile.Kind.choices
        self.fields["effective_on"].initial = timezone.localdate
        self.mapping: dict[str, str] = {}

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        upload = data.get("upload")
        if upload is None:
            return data
        if upload.size > MOST_BYTES:
            self.add_error("upload", now("It is larger than 300 MB."))
        elif not is_x12(upload):
            self.clean_headings(upload)
        return data

    def clean_headings(self, upload: Any) -> None:
        try:
            headings = [heading for heading in headings_in(upload) if heading]
        except (ValueError, csv.Error):
            self.add_error("upload", now("It is no CSV file in UTF-8."))
            return
        for heading in headings:
            if why := refusal(heading):
                told = now("No file may have the column “%(column)s”: %(why)s.")
                self.add_error("upload", told % {"column": heading[:80], "why": why})
        self.mapping = self.mapped(headings)
        if lacking := missing(self.mapping):
            self.ask(headings)
            names = ", ".join(str(COLUMNS[name][0]) for name in lacking)
            told = now("Say which column holds: %(names)s. Then choose the file again.")
            self.add_error(None, told % {"names": names})

    def mapped(self, headings: list[str]) -> dict[str, str]:
        """By heading, else as in the sponsor's last file, else as chosen here."""
        last = EligibilityFile.objects.filter(
            sponsor=self.cleaned_data.get("sponsor")
        ).exclude(mapping={})
        before: dict[str, str] = last.values_list("mapping", flat=True).first() or {}
        chosen = {
            name: self.data[PREFIX + name]
            for name in COLUMNS
            if self.data.get(PREFIX + name)
        }
        found = {**before, **guessed(headings), **chosen}
        return {name: theirs for name, theirs in found.items() if theirs in headings}

    def ask(self, headings: list[str]) -> None:
        choices = [("", now("not in this file")), *((h, h) for h in headings)]
        for name, (words, _others) in COLUMNS.items():
            self.fields[PREFIX + name] = forms.ChoiceField(
                label=words,
                choices=choices,
                required=False,
                initial=self.mapping.get(name, ""),
            )
        filled = {PREFIX + name: theirs for name, theirs in self.mapping.items()}
        self.data = {**filled, **self.data.dict()}  # type: ignore[attr-defined]  # a QueryDict

    def save(self, commit: bool = True) -> EligibilityFile:
        file = super().save(commit=False)
        file.mapping = self.mapping
        return stage(file, rows_in(self.cleaned_data["upload"], self.mapping))
