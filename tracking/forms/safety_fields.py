"""The fields of a safety screen, from the wordings that staff keep."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from exercises.models import SafetyQuestion
from tracking.safety import (
    ANSWER_CHOICES,
    NO_PRECAUTION,
    PRECAUTION_KEYS,
    PRECAUTION_NOT_SURE,
)

PREFIX = "precaution_"
PRECAUTIONS = "precautions"


def answer_field(question: SafetyQuestion, number: int) -> forms.ChoiceField:
    """The number tells one sentence from another where several are missing."""
    choose = _now("Question %(number)s: choose yes, no or not sure.")
    missing = choose % {"number": number}
    return forms.ChoiceField(
        label=f"{number}. {question.text}",
        help_text=question.hint,
        choices=ANSWER_CHOICES,
        widget=forms.RadioSelect(attrs={"class": "answers"}),
        error_messages={"required": missing, "invalid_choice": missing},
    )


def precautions_of(questions: Iterable[SafetyQuestion]) -> dict[str, SafetyQuestion]:
    """The wordings of what to know beforehand, by the key of the rule."""
    found = {q.key.removeprefix(PREFIX): q for q in questions}
    return {key: found[key] for key in PRECAUTION_KEYS if key in found}


def with_its_name(question: SafetyQuestion) -> str:
    """What doctors call it stands in the hint."""
    return f"{question.text} ({question.hint})" if question.hint else question.text


def precautions_field(
    wordings: dict[str, SafetyQuestion],
) -> forms.MultipleChoiceField:
    missing = _("Tick what fits you, “None of these” or “Not sure”.")
    return forms.MultipleChoiceField(
        label=_("Do any of these fit you?"),
        choices=[
            *((key, with_its_name(question)) for key, question in wordings.items()),
            (NO_PRECAUTION, _("None of these")),
            (PRECAUTION_NOT_SURE, _("Not sure")),
        ],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": missing, "invalid_choice": missing},
    )


def assessment_fields() -> dict[str, forms.Field]:
    """Whether these are needed depends on the answers, so the form asks for them."""
    return {
        "assessed_by": forms.CharField(
            label=_("Who checked you?"),
            help_text=_("For example: the ER, or the name of your doctor."),
            max_length=120,
            required=False,
        ),
        "assessed_on": forms.DateField(
            label=_("On which day?"),
            required=False,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"invalid": _("Enter the day like this: 2026-11-23.")},
        ),
    }
