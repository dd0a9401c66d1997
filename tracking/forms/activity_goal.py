import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from tracking.forms.symptom_report import score_field
from tracking.models import ActivityGoal
from tracking.models.activity_goal import MOST_GOALS
from tracking.models.goal_score import note_scores


def free_places(goals: Iterable[ActivityGoal]) -> list[int]:
    """The places in a member's list that hold no activity."""
    taken = {goal.order for goal in goals if goal.ended_on is None}
    return [n for n in range(1, MOST_GOALS + 1) if n not in taken]


class ActivityGoalForm(forms.ModelForm[ActivityGoal]):
    """Something the member wants to do again, and how well it goes now."""

    score = score_field(
        _("How well can you do it now?"),
        _("0 means you cannot do it. 10 means as well as before."),
        _("Choose a number from 0 to 10."),
    )

    class Meta:
        model = ActivityGoal
        fields = ["text", "score"]
        labels = {"text": _("What do you want to do again?")}
        help_texts = {"text": _("In your own words, like: walk the dog for an hour.")}
        error_messages = {
            "text": {
                "required": _("Write what you want to do again."),
                "max_length": _("Write it in 120 letters or fewer."),
            }
        }

    @transaction.atomic
    def save(self, commit: bool = True) -> ActivityGoal:
        """A new score stands beside the earlier ones, under its day."""
        goal: ActivityGoal = super().save(commit)
        if "score" in self.changed_data:
            note_scores({goal: goal.score}, timezone.localdate())
        return goal


class AddActivityGoalForm(ActivityGoalForm):
    """One more activity, 3 at most. Sent twice, it makes one."""

    entry = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        self.member = member
        self.goals: list[ActivityGoal] = []
        kwargs.setdefault("initial", {"entry": uuid.uuid4()})
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        if (
            "entry" in self.cleaned_data
            and not self.earlier()
            and not free_places(self.goals)
        ):
            raise forms.ValidationError(
                _("You have 3 activities. Remove one to add another.")
            )
        return data

    def earlier(self) -> ActivityGoal | None:
        """Looks at all of the member's activities, for what comes next needs them."""
        self.goals = list(ActivityGoal.objects.for_member(self.member))
        entry = self.cleaned_data["entry"]
        return next((goal for goal in self.goals if goal.pk == entry), None)

    def repeats(self, earlier: ActivityGoal) -> bool:
        data = self.cleaned_data
        return (earlier.text, earlier.score) == (data["text"], data["score"])

    def create(self) -> ActivityGoal:
        goal = ActivityGoal(
            pk=self.cleaned_data["entry"],
            member=self.member,
            order=free_places(self.goals)[0],
            text=self.cleaned_data["text"],
            score=self.cleaned_data["score"],
            set_on=timezone.localdate(),
        )
        goal.save(force_insert=True)
        note_scores({goal: goal.score}, goal.set_on)
        return goal


class TakeUpForm(forms.Form):
    """The button that takes up again what was laid aside, where a place is free."""

    def __init__(self, *args: Any, goal: ActivityGoal, **kwargs: Any) -> None:
        self.goal = goal
        super().__init__(*args, **kwargs)

    def clean(self) -> None:
        if self.goal.ended_on and not self.places():
            raise forms.ValidationError(
                _("You have 3 activities. Lay one aside to take this up again.")
            )

    def places(self) -> list[int]:
        mine = ActivityGoal.objects.for_member(self.goal.member)
        return free_places(mine.running())

    def save(self) -> None:
        if self.goal.ended_on:
            self.goal.ended_on = None
            self.goal.order = self.places()[0]
            self.goal.save(update_fields=["ended_on", "order"])


class RemoveActivityGoalForm(forms.Form):
    """The button beside an activity."""

    remove = forms.UUIDField()

    def save(self, member: Member) -> None:
        """Removing twice is as good as once."""
        mine = ActivityGoal.objects.for_member(member)
        mine.filter(pk=self.cleaned_data["remove"]).delete()
