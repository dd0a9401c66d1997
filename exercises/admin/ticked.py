from collections.abc import Iterable
from typing import Any

from django import forms
from django_stubs_ext import StrOrPromise


def split(value: Any) -> list[str]:
    words = value.split(",") if isinstance(value, str) else value or []
    return [word.strip() for word in words if word.strip()]


class TickedField(forms.MultipleChoiceField):
    """Boxes to tick, for a text with commas between."""

    widget = forms.CheckboxSelectMultiple

    def __init__(
        self,
        label: StrOrPromise,
        choices: Iterable[tuple[str, StrOrPromise]],
        help_text: StrOrPromise = "",
    ) -> None:
        super().__init__(
            label=label, choices=[*choices], required=False, help_text=help_text
        )

    def prepare_value(self, value: Any) -> list[str]:
        return split(value)

    def clean(self, value: Any) -> str:
        return ", ".join(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return split(initial) != split(data)
