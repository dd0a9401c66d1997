from typing import Any

from django import forms
from django.http import Http404
from django.utils import timezone

from exercises.models import Prescription
from portal.accounts.models import Member
from tracking.looking_back import is_taken
from tracking.models import Tick
from tracking.models.tick import MOST_TICKS

ON, OFF = "on", "off"


class TickForm(forms.Form):
    """One box of the day: which, and whether it is ticked. A repeat changes nothing."""

    entry = forms.UUIDField()
    exercise = forms.IntegerField(min_value=1)
    number = forms.IntegerField(min_value=1, max_value=MOST_TICKS)
    day = forms.DateField()
    want = forms.ChoiceField(choices=[(ON, ON), (OFF, OFF)])

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        self.member = member
        super().__init__(*args, **kwargs)

    def clean_day(self) -> object:
        """It may be replayed late, but says itself for which day it is."""
        day = self.cleaned_data["day"]
        if not is_taken(day):
            raise forms.ValidationError("")
        return day

    @property
    def wants_off(self) -> bool:
        return bool(self.cleaned_data["want"] == OFF)

    def prescription(self) -> Prescription:
        """Only what the member's own program offers for any time can be ticked."""
        offered = Prescription.objects.for_member_pages().filter(
            any_time=True,
            exercise=self.cleaned_data["exercise"],
            phase__program__enrollments__member=self.member,
        )
        found = offered.first()
        if found is None:
            raise Http404
        return found

    def boxes(self) -> "Any":
        data = self.cleaned_data
        mine = Tick.objects.for_member(self.member).on(data["day"])
        return mine.filter(exercise=data["exercise"], number=data["number"])

    def earlier(self) -> Tick | None:
        """The tick of that box, of this form or of another device."""
        tick: Tick | None = self.boxes().first()
        return tick

    def repeats(self, _earlier: Tick) -> bool:
        return True

    def create(self) -> Tick:
        dose, data = self.prescription(), self.cleaned_data
        tick = Tick(
            pk=data["entry"],
            member=self.member,
            exercise=dose.exercise,
            title=dose.exercise.title,
            number=data["number"],
            minutes=dose.minutes,
            ticked_on=data["day"],
            ticked_at=timezone.now(),
        )
        tick.save(force_insert=True)
        return tick

    def untick(self) -> None:
        self.boxes().delete()
