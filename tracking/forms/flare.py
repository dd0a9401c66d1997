import datetime as dt
import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from tracking.flaring import FlareNow, declare
from tracking.models import Flare

GENTLE_DAYS = [
    (1, _("Just today")),
    (2, _("Today and tomorrow")),
    (3, _("3 days")),
]
AS_USUAL = (0, _("Not gentle: I carry on as usual"))


class FlareForm(forms.Form):
    """Too sore today: for how long the gentle set takes over."""

    entry = forms.UUIDField(widget=forms.HiddenInput)
    days = forms.TypedChoiceField(
        label=_("How long do you want it gentle?"),
        help_text=_("You can end it sooner, or choose again."),
        choices=GENTLE_DAYS,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how long you want it gentle.")},
    )

    def __init__(
        self, *args: Any, member: Member, now: FlareNow | None = None, **kwargs: Any
    ) -> None:
        """`now` is the flare that is on; one from the numbers can be waved off."""
        self.member, self.now = member, now
        kwargs.setdefault("initial", {"entry": uuid.uuid4()})
        super().__init__(*args, **kwargs)
        if now and now.row is None:
            field = self.fields["days"]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101  # it is, above
            field.choices = [*GENTLE_DAYS, AS_USUAL]

    def earlier(self) -> Flare | None:
        mine = Flare.objects.for_member(self.member)
        return mine.filter(pk=self.cleaned_data["entry"]).first()

    def repeats(self, earlier: Flare) -> bool:
        days = (earlier.gentle_until - earlier.declared_on).days + 1
        return self.cleaned_data["days"] in {days, int(AS_USUAL[0])}

    def create(self) -> Flare:
        today, days = timezone.localdate(), self.cleaned_data["days"]
        flare = Flare(
            pk=self.cleaned_data["entry"],
            member=self.member,
            declared_on=today,
            declared_at=timezone.now(),
            gentle_until=today + dt.timedelta(days=max(days, 1) - 1),
            ended_on=None if days else today,
        )
        return declare(flare)
