import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from tracking.conflict import deleted_part
from tracking.forms.done_fields import (
    AMOUNTS,
    ANSWERS,
    SETS,
    TOLD,
    LogRow,
    amounts_of,
    answer_fields,
    log_row,
    number_field,
    stored,
    told,
)
from tracking.looking_back import is_taken
from tracking.models import Enrollment, ExerciseSession
from tracking.quick_log import Doable, Known, Noted, known_about, log_session

OLDEST_DAYS = 365
DAY = dt.timedelta(days=1)
TODAY, YESTERDAY, OTHER = "today", "yesterday", "other"
WHEN = [
    (TODAY, _("Today")),
    (YESTERDAY, _("Yesterday")),
    (OTHER, _("Another day")),
]
LIKE_THIS = _("Enter the day, like this: 2026-11-23.")


class QuickLogForm(forms.Form):
    """What was done on a day. Doses stand as prescribed; how it went stays open."""

    entry = forms.UUIDField(widget=forms.HiddenInput)
    today = forms.DateField(widget=forms.HiddenInput)
    did = forms.MultipleChoiceField(
        label=_("What did you do?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick what you did."),
            "invalid_choice": _("One of these exercises is not there any more."),
        },
    )
    when = forms.ChoiceField(
        label=_("When?"),
        choices=WHEN,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the day.")},
    )
    day = forms.DateField(
        label=_("Which day?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": LIKE_THIS},
    )
    note = forms.CharField(
        label=_("Note (optional)"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self,
        *args: Any,
        member: Member,
        enrollment: Enrollment | None,
        doables: Sequence[Doable],
        **kwargs: Any,
    ) -> None:
        self.member, self.enrollment, self.doables = member, enrollment, doables
        self.known: Known | None = None
        super().__init__(*args, **kwargs)
        self.fields["did"].choices = [(d.key, d.exercise.title) for d in doables]  # type: ignore[attr-defined]  # it is the field above
        for doable in doables:
            self.add_fields_of(doable)

    def add_fields_of(self, doable: Doable) -> None:
        title, dose = doable.exercise.title, doable.dose
        for amount in amounts_of(dose):
            low = getattr(dose, amount.prescribed)
            field = number_field(amount, title, low or 1 if amount is SETS else low)
            self.fields[f"{amount.name}_{doable.key}"] = field
        self.fields |= dict(answer_fields(title, doable.key))

    @property
    def log_rows(self) -> list[LogRow]:
        return [
            log_row(self, d.key, d.exercise.title, d.dose_words, box=box)
            for d, box in zip(self.doables, self["did"], strict=True)
        ]

    def clean_today(self) -> dt.date:
        day: dt.date = self.cleaned_data["today"]
        if not is_taken(day):
            raise forms.ValidationError(
                _("This page is more than a week old. Open it again.")
            )
        return day

    def clean(self) -> None:
        self.forget_what_was_not_done()
        for key in self.cleaned_data.get("did", ()):
            self.check_sets(key)
        if {"today", "when"} <= self.cleaned_data.keys() and "day" not in self.errors:
            self.check_day()
        if not self.errors:
            self.look_for_a_twin()

    def forget_what_was_not_done(self) -> None:
        """Numbers beside a box that is not ticked say nothing."""
        did = set(self["did"].data or ())
        for doable in self.doables:
            if doable.key not in did:
                for name in [*(a.name for a in AMOUNTS), *(a[0] for a in ANSWERS)]:
                    self.errors.pop(f"{name}_{doable.key}", None)

    def check_sets(self, key: str) -> None:
        name = f"{SETS.name}_{key}"
        is_asked = name in self.fields and name not in self.errors
        if is_asked and not self.cleaned_data.get(name):
            self.add_error(name, _("Enter 1 set or more, or take the tick away."))

    def check_day(self) -> None:
        today, when = self.cleaned_data["today"], self.cleaned_data["when"]
        day = self.cleaned_data.get("day")
        if when != OTHER:
            day = today if when == TODAY else today - DAY
        elif day is None:
            self.add_error("day", LIKE_THIS)
        elif day > max(today, timezone.localdate()):
            self.add_error("day", _("That day has not come yet."))
        elif (timezone.localdate() - day).days > OLDEST_DAYS:
            self.add_error("day", _("That is more than a year ago."))
        self.cleaned_data["performed_on"] = day

    def look_for_a_twin(self) -> None:
        numbers = [doable.exercise.pk for doable in self.done]
        entry, day = self.cleaned_data["entry"], self.cleaned_data["performed_on"]
        self.known = known_about(self.member, entry, day, numbers)
        if self.has_twin and "twice" not in self.data:
            raise forms.ValidationError(
                _("You have a session with these exercises on that day already.")
            )

    @property
    def has_twin(self) -> bool:
        known = self.known
        return known is not None and known.twin is not None and not known.has_entry

    @property
    def done(self) -> list[Doable]:
        did = self.cleaned_data["did"]
        return [doable for doable in self.doables if doable.key in did]

    def noted(self) -> list[Noted]:
        return [
            Noted(doable, told(self.cleaned_data, doable.key)) for doable in self.done
        ]

    def earlier(self) -> ExerciseSession | None:
        """The check above has looked; only a second look asks the database again."""
        known, self.known = self.known, None
        if known and not known.has_entry:
            return None
        mine = ExerciseSession.objects.with_deleted(self.member)
        return mine.filter(pk=self.cleaned_data["entry"]).first()

    def repeats(self, earlier: ExerciseSession) -> bool:
        now = {str(log.exercise_id): log for log in earlier.logs.all()}
        data = self.cleaned_data
        if deleted_part(earlier) or now.keys() != set(data["did"]):
            return False
        same = (earlier.performed_on, earlier.note) == (
            data["performed_on"],
            data["note"],
        )
        return same and all(
            getattr(now[one.doable.key], column) == value
            for one in self.noted()
            for column, value in one.told.items()
        )

    def create(self) -> ExerciseSession:
        return log_session(
            member=self.member,
            enrollment=self.enrollment,
            entry=self.cleaned_data["entry"],
            day=self.cleaned_data["performed_on"],
            note=self.cleaned_data["note"],
            noted=self.noted(),
        )

    def as_stored(self, row: ExerciseSession) -> "QuickLogForm":
        """The same fields with what is saved, to stand beside what was sent."""
        logs = list(row.logs.select_related("exercise"))
        mine = {doable.key for doable in self.doables}
        more = [Doable(g.exercise) for g in logs if str(g.exercise_id) not in mine]
        initial = when_of(row.performed_on, self.cleaned_data["today"])
        initial |= {"note": row.note, "did": [str(log.exercise_id) for log in logs]}
        for log in logs:
            initial |= stored(log.exercise_id, {c: getattr(log, c) for c in TOLD})
        return QuickLogForm(
            member=self.member,
            enrollment=self.enrollment,
            doables=[*self.doables, *more],
            initial=initial,
        )


def when_of(day: dt.date, today: dt.date) -> dict[str, Any]:
    """The choice that names this day."""
    if day == today:
        return {"when": TODAY}
    return {"when": YESTERDAY if day == today - DAY else OTHER, "day": day}


def first_values(day: dt.date) -> dict[str, Any]:
    today = timezone.localdate()
    return {"entry": uuid.uuid4(), "today": today, **when_of(day, today)}
