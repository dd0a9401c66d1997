import datetime as dt
import uuid
from typing import Any

from django import forms
from django.db import models
from django.forms import BoundField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from portal.accounts.models import Member
from tracking.conflict import Conflict
from tracking.forms.symptom_report import score_field, version_field
from tracking.looking_back import (
    change_look_back,
    is_taken,
    look_back_at,
    monday_of,
)
from tracking.models import ActivityGoal, GoalScore, LookBack
from tracking.models.look_back import MOST_MINUTES
from tracking.revising import MovedOn

NUMBERS = ("walk_minutes", "sit_minutes")


def minutes_field(label: StrOrPromise, hint: StrOrPromise) -> forms.IntegerField:
    wrong = _("Enter whole minutes, from 0 to 480.")
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=False,
        min_value=0,
        max_value=MOST_MINUTES,
        widget=forms.NumberInput(attrs={"data-step": "5", "inputmode": "numeric"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
    )


class LookBackForm(forms.Form):
    """The last 7 days in 2 numbers, and each goal from 0 to 10. All can stay empty."""

    entry = forms.UUIDField(widget=forms.HiddenInput)
    day = forms.DateField(widget=forms.HiddenInput)
    version = version_field()
    walk_minutes = minutes_field(
        _("Your longest walk without a stop, in minutes"),
        _("About right is fine. Leave it empty if you are not sure."),
    )
    sit_minutes = minutes_field(
        _("Your longest time of sitting in comfort, in minutes"),
        _("At a table, in a car or on a couch."),
    )

    def __init__(
        self, *args: Any, member: Member, row: LookBack | None = None, **kwargs: Any
    ) -> None:
        self.member, self.row = member, row
        self.skipped: LookBack | None = None
        self.goals = list(ActivityGoal.objects.for_member(member).running())
        kwargs.setdefault("initial", self.filled(row))
        super().__init__(*args, **kwargs)
        for name in ("entry", "day") if row else ("version",):
            del self.fields[name]
        for goal in self.goals:
            self.fields[f"goal_{goal.pk}"] = self.goal_field(goal)

    def filled(self, row: LookBack | None) -> dict[str, Any]:
        if row is None:
            return {"entry": uuid.uuid4(), "day": timezone.localdate()}
        saved = {name: getattr(row, name) for name in ("version", *NUMBERS)}
        return saved | {f"goal_{pk}": score for pk, score in self.noted(row).items()}

    def noted(self, row: LookBack) -> dict[uuid.UUID, int]:
        """The score of each goal that was noted with it."""
        scores = GoalScore.objects.for_member(self.member).on(row.noted_on)
        return dict(scores.values_list("goal", "score"))

    def goal_field(self, goal: ActivityGoal) -> forms.TypedChoiceField:
        before = _("0 means you cannot do it. 10 means as well as before.")
        field = score_field(goal.text, before, _("Choose a number from 0 to 10."))
        field.required, field.empty_value = False, None
        return field

    @property
    def goal_fields(self) -> list[BoundField]:
        return [self[f"goal_{goal.pk}"] for goal in self.goals]

    def clean_day(self) -> dt.date:
        day: dt.date = self.cleaned_data["day"]
        if not is_taken(day) and self.known() is None:
            raise forms.ValidationError(
                _("This page is more than a week old. Open it again.")
            )
        return day

    def clean(self) -> None:
        given = [value for name, value in self.cleaned_data.items() if name in NUMBERS]
        if not self.errors and not self.scores() and set(given) <= {None}:
            raise forms.ValidationError(
                _("Fill in 1 answer or more, or skip this week.")
            )

    def numbers(self) -> dict[str, int | None]:
        return {name: self.cleaned_data.get(name) for name in NUMBERS}

    def scores(self) -> dict[ActivityGoal, int]:
        given = {g: self.cleaned_data.get(f"goal_{g.pk}") for g in self.goals}
        return {goal: score for goal, score in given.items() if score is not None}

    def known(self) -> LookBack | None:
        """Of this form, or of its week."""
        same = models.Q(pk=self.cleaned_data.get("entry"))
        if day := self.cleaned_data.get("day"):
            same |= models.Q(week=monday_of(day))
        return LookBack.objects.for_member(self.member).filter(same).first()

    def earlier(self) -> LookBack | None:
        """A week that was skipped can still be filled in."""
        self.skipped = found = self.known()
        return found if found and not found.skipped else None

    def repeats(self, earlier: LookBack) -> bool:
        now = {name: getattr(earlier, name) for name in NUMBERS}
        noted = self.noted(earlier)
        same = all(noted.get(goal.pk) == s for goal, s in self.scores().items())
        return now == self.numbers() and same

    def create(self) -> LookBack:
        day, numbers = self.cleaned_data["day"], self.numbers()
        if row := self.skipped:
            columns = {"noted_on": day, **numbers}
            change_look_back(row, row.version, self.scores(), **columns)
            return row
        row = LookBack(
            pk=self.cleaned_data["entry"],
            member=self.member,
            week=monday_of(day),
            noted_on=day,
            **numbers,
        )
        return look_back_at(row, self.scores())

    def change(self) -> None:
        """Raises Conflict when it changed while the form was open."""
        assert self.row is not None  # noqa: S101  # only its page calls this
        version = self.cleaned_data["version"]
        try:
            change_look_back(self.row, version, self.scores(), **self.numbers())
        except MovedOn:
            raise Conflict(self.row, self) from None
