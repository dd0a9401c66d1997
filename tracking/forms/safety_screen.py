import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from exercises.models import SafetyQuestion
from portal.accounts.models import Member
from tracking.models import SafetyScreen
from tracking.safety import ANSWER_CHOICES, CAUDA_EQUINA, outcome


class SafetyScreenForm(forms.Form):
    """The questions in today's wording. Nothing is answered beforehand."""

    entry = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, member: Member, lock: SafetyScreen | None, **kwargs: Any
    ) -> None:
        self.member, self.lock = member, lock
        kwargs.setdefault("initial", {"entry": uuid.uuid4()})
        super().__init__(*args, **kwargs)
        self.questions = list(SafetyQuestion.objects.for_screen())
        for question in self.questions:
            self.fields[question.key] = self.question_field(question)
        if lock:
            self.add_assessment_fields()

    def question_field(self, question: SafetyQuestion) -> forms.ChoiceField:
        return forms.ChoiceField(
            label=question.text,
            help_text=question.hint,
            choices=ANSWER_CHOICES,
            widget=forms.RadioSelect,
            error_messages={"required": _("Choose yes, no or not sure.")},
        )

    def add_assessment_fields(self) -> None:
        self.fields["assessed_by"] = forms.CharField(
            label=_("Who checked you?"),
            help_text=_("For example: the ER, or the name of your doctor."),
            max_length=120,
            error_messages={"required": _("Say who checked you since then.")},
        )
        self.fields["assessed_on"] = forms.DateField(
            label=_("On which day?"),
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={
                "required": _("Enter the day when you were checked."),
                "invalid": _("Enter the day like this: 2026-11-23."),
            },
        )

    def clean_assessed_on(self) -> object:
        day = self.cleaned_data["assessed_on"]
        if self.lock and day < self.lock.asked_on:
            raise forms.ValidationError(
                _("That was before your answers. A new check is needed.")
            )
        if day > timezone.localdate():
            raise forms.ValidationError(_("That day has not come yet."))
        return day

    def answers(self) -> list[dict[str, Any]]:
        """Each answer with the wording it was given to, in the order asked."""
        return [
            {
                "key": q.key,
                "answer": self.cleaned_data[q.key],
                "wording": q.text,
                "version": q.version,
            }
            for q in self.questions
        ]

    def plain_answers(self) -> dict[str, str]:
        return {key: self.cleaned_data.get(key, "") for key in CAUDA_EQUINA}

    def earlier(self) -> SafetyScreen | None:
        return (
            SafetyScreen.objects.for_member(self.member)
            .filter(pk=self.cleaned_data["entry"])
            .first()
        )

    def repeats(self, earlier: SafetyScreen) -> bool:
        return bool(earlier.answers == self.answers())

    def create(self) -> SafetyScreen:
        screen = SafetyScreen(
            pk=self.cleaned_data["entry"],
            member=self.member,
            asked_at=timezone.now(),
            asked_on=timezone.localdate(),
            answers=self.answers(),
            outcome=outcome(self.plain_answers()),
            assessed_on=self.cleaned_data.get("assessed_on"),
            assessed_by=self.cleaned_data.get("assessed_by", ""),
        )
        screen.save(force_insert=True)
        return screen
