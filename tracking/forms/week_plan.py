from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from tracking.models import WeekPlan

NOT_SURE = "not-sure"
DAYS = [(str(number), name) for number, name in WEEKDAYS.items()]


class WeekPlanForm(forms.Form):
    """The days of a session, and the habit that it comes after."""

    weekdays = forms.MultipleChoiceField(
        label=_("On which days?"),
        choices=[*DAYS, (NOT_SURE, _("I am not sure yet"))],
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick at least 1 day, or “I am not sure yet”."),
        },
    )
    habit = forms.CharField(
        label=_("What does it come after? (optional)"),
        help_text=_(
            "Something you do anyway, like: after the morning coffee. It helps you "
            "to think of it."
        ),
        required=False,
        max_length=120,
        error_messages={"max_length": _("Write it in 120 letters or fewer.")},
    )

    def __init__(self, *args: Any, plan: WeekPlan | None, **kwargs: Any) -> None:
        kwargs.setdefault("initial", self.filled(plan))
        super().__init__(*args, **kwargs)

    def filled(self, plan: WeekPlan | None) -> dict[str, Any]:
        if plan is None:
            return {}
        days = [str(number) for number in plan.weekdays]
        return {"weekdays": days or [NOT_SURE], "habit": plan.habit}

    def clean_weekdays(self) -> list[int]:
        chosen: list[str] = self.cleaned_data["weekdays"]
        if NOT_SURE in chosen and len(chosen) > 1:
            raise forms.ValidationError(
                _("Tick days, or “I am not sure yet”, but not both.")
            )
        return sorted(int(day) for day in chosen if day != NOT_SURE)

    def save(self, member: Member) -> WeekPlan:
        plan, _created = WeekPlan.objects.update_or_create(
            member=member, defaults=self.cleaned_data
        )
        return plan
