import datetime as dt
import uuid
from typing import Any

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from portal.accounts.models import Member
from tracking import places
from tracking.conflict import Conflict, deleted_part
from tracking.models import ExerciseSession, SymptomReport
from tracking.revising import MovedOn, change_report
from tracking.stop_rules import Reach

SCORES = [(n, str(n)) for n in range(11)]
FEELINGS = [
    ("tingling", _("Tingling")),
    ("numbness", _("Numbness")),
    ("weakness", _("Weakness")),
    ("none", _("None of these")),
]
MOST_VERSIONS = 2**31 - 1
OLDEST, NEWEST = dt.timedelta(days=7), dt.timedelta(days=1)


def score_field(
    label: StrOrPromise, hint: StrOrPromise, missing: StrOrPromise
) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        help_text=hint,
        choices=SCORES,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": missing, "invalid_choice": missing},
    )


def version_field() -> forms.IntegerField:
    """What an edit form was filled from, so that no other change is lost."""
    wrong = _("This page is out of date. Open it again.")
    return forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=1,
        max_value=MOST_VERSIONS,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), wrong
        ),
    )


def day_field() -> forms.DateField:
    """The member's own day, from who sends a form later; empty means today."""
    wrong = _("This was noted too long ago to be saved from here.")
    return forms.DateField(
        widget=forms.HiddenInput, required=False, error_messages={"invalid": wrong}
    )


class PlaceForm(forms.Form):
    """The body map: where it is felt. Nothing is ticked before the member ticks it."""

    place = forms.MultipleChoiceField(
        label=_("Where do you feel it?"),
        help_text=_("Tick each place, or tap the picture. It shows you from behind."),
        choices=places.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick each place where you feel it, or “Nowhere right now”.")
        },
    )

    def clean_place(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["place"]
        if places.NOWHERE in chosen and len(chosen) > 1:
            raise forms.ValidationError(
                _("Tick places, or “Nowhere right now”, but not both.")
            )
        return chosen

    @property
    def reach(self) -> Reach:
        chosen = self.cleaned_data["place"]
        return Reach(places.farthest(chosen, "l"), places.farthest(chosen, "r"))


class SymptomReportForm(PlaceForm):
    """How back and leg feel now. Nothing is ticked before the member ticks it."""

    entry = forms.UUIDField(widget=forms.HiddenInput)
    version = version_field()
    day = day_field()
    back = score_field(
        _("Your back, 0 to 10"),
        _("Pain in your lower back now."),
        _("Choose a number from 0 to 10 for your back."),
    )
    leg = score_field(
        _("Your leg, 0 to 10"),
        _("The worse leg, from buttock to foot."),
        _("Choose a number from 0 to 10 for your leg."),
    )
    feeling = forms.MultipleChoiceField(
        label=_("Anything else in a leg?"),
        choices=FEELINGS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick what you feel in a leg, or “None of these”.")
        },
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
        session: ExerciseSession | None = None,
        moment: SymptomReport.Moment = SymptomReport.Moment.CHECK_IN,
        report: SymptomReport | None = None,
        **kwargs: Any,
    ) -> None:
        self.member, self.session, self.moment = member, session, moment
        self.report = report
        kwargs.setdefault("initial", self.filled(report))
        super().__init__(*args, **kwargs)
        for name in ("entry", "day") if report else ("version",):
            del self.fields[name]

    def filled(self, report: SymptomReport | None) -> dict[str, Any]:
        if report is None:
            return {"entry": uuid.uuid4()}
        version = {"version": report.version, "note": report.note}
        return same_answers(report) | version

    def clean_day(self) -> dt.date:
        today = timezone.localdate()
        day: dt.date = self.cleaned_data["day"] or today
        if not -OLDEST <= day - today <= NEWEST:
            raise forms.ValidationError(self.fields["day"].error_messages["invalid"])
        return day

    def clean_feeling(self) -> list[str]:
        felt: list[str] = self.cleaned_data["feeling"]
        if "none" in felt and len(felt) > 1:
            raise forms.ValidationError(
                _("Tick what you feel, or “None of these”, but not both.")
            )
        return felt

    def content(self) -> dict[str, Any]:
        """The columns that these answers fill."""
        data = self.cleaned_data
        return {
            "places": data["place"],
            "left": places.farthest(data["place"], "l"),
            "right": places.farthest(data["place"], "r"),
            "back": data["back"],
            "leg": data["leg"],
            **{key: key in data["feeling"] for key, _label in FEELINGS[:-1]},
            "note": data["note"],
        }

    @property
    def session_number(self) -> uuid.UUID | None:
        return self.session.pk if self.session else None

    def earlier(self) -> SymptomReport | None:
        """What this form made before, or what the session has of this moment.

        What was deleted since counts as well: sending a form again brings nothing back.
        """
        same = models.Q(pk=self.cleaned_data["entry"])
        if self.session_number:
            same |= models.Q(
                session=self.session_number, moment=self.moment, deleted_at=None
            )
        reports = SymptomReport.objects.with_deleted(self.member).filter(same)
        return reports.order_by(models.F("deleted_at").asc(nulls_first=True)).first()

    def repeats(self, earlier: SymptomReport) -> bool:
        place = (self.session_number, self.moment)
        if deleted_part(earlier) or (earlier.session_id, earlier.moment) != place:
            return False
        return all(getattr(earlier, k) == v for k, v in self.content().items())

    def create(self) -> SymptomReport:
        return self.create_as(self.cleaned_data["entry"])

    def create_as(self, pk: uuid.UUID) -> SymptomReport:
        report = SymptomReport(
            pk=pk,
            member=self.member,
            session=self.session,
            moment=self.moment,
            reported_on=self.cleaned_data["day"],
            reported_at=timezone.now(),
            **self.content(),
        )
        report.save(force_insert=True)
        return report

    def change(self) -> None:
        """Raises Conflict when the report changed while the form was open."""
        assert self.report is not None  # noqa: S101  # only an edit page calls this
        try:
            change_report(self.report, self.cleaned_data["version"], self.content())
        except MovedOn:
            raise Conflict(self.report, self) from None

    def as_saved(self, row: SymptomReport) -> "SymptomReportForm":
        return SymptomReportForm(member=self.member, report=row)


def same_answers(report: SymptomReport) -> dict[str, Any]:
    """The form's answers of an earlier report, without its note."""
    felt = [key for key, _label in FEELINGS[:-1] if getattr(report, key)]
    return {
        "place": report.places,
        "back": report.back,
        "leg": report.leg,
        "feeling": felt or ["none"],
    }
