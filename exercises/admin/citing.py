from typing import Any

from django import forms
from django.utils.translation import gettext as now

from exercises.evidence import unknown_citations
from exercises.prose import AT_MOST


class CitesKnown(forms.ModelForm[Any]):
    """A text that cites what is not there is refused, with the line."""

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, str):
                self.check_text(name, value)
        return data

    def check_text(self, name: str, text: str) -> None:
        if len(text) > AT_MOST:
            words = {"count": AT_MOST}
            self.add_error(name, now("At most %(count)s letters.") % words)
            return
        for sentence in unknown_citations(text):
            self.add_error(name, sentence)
