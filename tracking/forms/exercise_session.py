import uuid
from typing import Any

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from tracking.conflict import Conflict
from tracking.finishing import change_doses_after
from tracking.forms.done_fields import (
    SETS,
    TOLD,
    LogRow,
    amounts_of_log,
    answer_fields,
    log_row,
    number_field,
    stored,
    told,
)
from tracking.forms.symptom_report import SymptomReportForm, version_field
from tracking.models import ExerciseLog, ExerciseSession, SymptomReport
from tracking.moments import window_of
from tracking.revising import MovedOn, change_session
from tracking.starting import start_session
from tracking.stop_rules import Reach, Reading
from tracking.wording import response_words, start_words

OLDEST_DAYS = 365


class StartForm(SymptomReportForm):
    """The report before a session; its UUID is the session's."""

    kind = forms.ChoiceField(
        choices=ExerciseSession.Kind, required=False, widget=forms.HiddenInput
    )

    def __init__(
        self, *args: Any, member: Member, kind: str = "", **kwargs: Any
    ) -> None:
        super().__init__(
            *args, member=member, moment=SymptomReport.Moment.BEFORE, **kwargs
        )
        self.initial["kind"] = kind if kind in ExerciseSession.Kind else ""
        self.is_tried = False

    @property
    def session_number(self) -> uuid.UUID:
        number: uuid.UUID = self.cleaned_data["entry"]
        return number

    def earlier(self) -> SymptomReport | None:
        """Starting finds out by itself whether the UUID is taken."""
        if not self.is_tried:
            self.is_tried = True
            return None
        reports = SymptomReport.objects.with_deleted(self.member)
        mine = reports.filter(session=self.session_number, moment=self.moment)
        return mine.order_by(models.F("deleted_at").asc(nulls_first=True)).first()

    @property
    def reading(self) -> Reading:
        said = self.content()
        pain = max(said["back"], said["leg"])
        return Reading(pain, Reach(said["left"], said["right"]))

    def create(self) -> SymptomReport:
        self.session = start_session(
            member=self.member,
            entry=self.cleaned_data["entry"],
            day=self.cleaned_data["day"],
            kind=self.cleaned_data["kind"] or ExerciseSession.Kind.FULL,
            reading=self.reading,
        )
        return self.create_as(uuid.uuid4())


class FinishForm(SymptomReportForm):
    """The report after a session. Saving it ends the session."""

    def __init__(
        self, *args: Any, member: Member, session: ExerciseSession, **kwargs: Any
    ) -> None:
        super().__init__(
            *args,
            member=member,
            session=session,
            moment=SymptomReport.Moment.AFTER,
            **kwargs,
        )

    def create(self) -> SymptomReport:
        assert self.session is not None  # noqa: S101  # given above
        if self.session.finished_at is None:
            self.session.finished_at = timezone.now()
            self.session.save(update_fields=["finished_at"])
        report = super().create()
        change_doses_after(self.session)
        return report


class LaterForm(SymptomReportForm):
    """The report 10 minutes after a session, or on the morning after."""

    def __init__(
        self,
        *args: Any,
        session: ExerciseSession,
        moment: SymptomReport.Moment,
        **kwargs: Any,
    ) -> None:
        self.window = window_of(session, moment)
        super().__init__(*args, session=session, moment=moment, **kwargs)

    def clean(self) -> dict[str, Any]:
        now = timezone.now()
        in_time = self.window is not None and self.window.is_taken(now)
        if "entry" in self.cleaned_data and not in_time and self.earlier() is None:
            raise forms.ValidationError(_("It is not the time for this report."))
        return self.cleaned_data


class BesideForm(SymptomReportForm):
    """The report before or after a session, noted when the session stands already."""

    def create_as(self, pk: uuid.UUID) -> SymptomReport:
        session = self.session
        assert session is not None  # noqa: S101  # its view gives it
        is_before = self.moment is SymptomReport.Moment.BEFORE
        ended_at = session.finished_at or session.started_at
        report = SymptomReport(
            pk=pk,
            member=self.member,
            session=session,
            moment=self.moment,
            reported_on=session.performed_on,
            reported_at=session.started_at if is_before else ended_at,
            raised_at=timezone.now(),
            **self.content(),
        )
        report.save(force_insert=True)
        return report


class ExerciseSessionForm(forms.ModelForm[ExerciseSession]):
    """Put right what was noted: the day, what was done of each exercise, the note."""

    version = version_field()

    class Meta:
        model = ExerciseSession
        fields = ["performed_on", "note"]
        labels = {"performed_on": _("Day"), "note": _("Note (optional)")}
        widgets = {
            "performed_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "note": forms.Textarea(attrs={"rows": 3}),
        }
        error_messages = {
            "performed_on": {
                "required": _("Enter the day, like this: 2026-11-23."),
                "invalid": _("Enter the day, like this: 2026-11-23."),
            }
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.instance.version
        self.logs = list(self.instance.logs.all())
        for log in self.logs:
            self.add_fields_of(log)

    def add_fields_of(self, log: ExerciseLog) -> None:
        for amount in amounts_of_log(log):
            self.fields[f"{amount.name}_{log.position}"] = number_field(
                amount, log.title, None, required=amount is SETS
            )
        self.fields |= dict(answer_fields(log.title, log.position))
        known = stored(log.position, {name: getattr(log, name) for name in TOLD})
        self.initial = {**known, **self.initial}

    @property
    def log_rows(self) -> list[LogRow]:
        return [self.row_of(log) for log in self.logs]

    def row_of(self, log: ExerciseLog) -> LogRow:
        said = "" if self.is_bound else response_words(log)
        dose = start_words(log, log.sides)
        return log_row(self, log.position, log.title, dose, said=said)

    def clean_performed_on(self) -> object:
        day = self.cleaned_data["performed_on"]
        today = timezone.localdate()
        # After a journey west, a day that was noted may be tomorrow here.
        if day > today and day != self.initial.get("performed_on"):
            raise forms.ValidationError(_("That day has not come yet."))
        if (today - day).days > OLDEST_DAYS:
            raise forms.ValidationError(_("That is more than a year ago."))
        return day

    def change(self) -> None:
        """Raises Conflict when the session changed while the form was open."""
        data = self.cleaned_data
        logs = {log.position: told(data, log.position) for log in self.logs}
        try:
            change_session(
                self.instance,
                data["version"],
                performed_on=data["performed_on"],
                note=data["note"],
                logs=logs,
            )
        except MovedOn:
            raise Conflict(self.instance, self) from None

    def as_saved(self, row: ExerciseSession) -> "ExerciseSessionForm":
        return ExerciseSessionForm(instance=row)
