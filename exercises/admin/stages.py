from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from exercises.shipping.shapes import STAGES

LABELS = {
    "calm": _("Calm"),
    "restore": _("Restore"),
    "strengthen": _("Strengthen"),
}


def split(value: Any) -> list[str]:
    words = value.split(",") if isinstance(value, str) else value or []
    return [word.strip() for word in words if word.strip()]


class StagesField(forms.MultipleChoiceField):
    """Boxes to tick, for a text with commas between."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self) -> None:
        super().__init__(
            label=_("Stages"),
            choices=[(stage, LABELS[stage]) for stage in STAGES],
            required=False,
        )

    def prepare_value(self, value: Any) -> list[str]:
        return split(value)

    def clean(self, value: Any) -> str:
        return ", ".join(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return split(initial) != split(data)
