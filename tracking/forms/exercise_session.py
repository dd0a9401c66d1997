import uuid
from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from tracking.forms.symptom_report import SymptomReportForm
from tracking.models import ExerciseLog, ExerciseSession, SymptomReport
from tracking.models.exercise_session import MOST_SETS
from tracking.starting import start_session

OLDEST_DAYS = 365


class StartForm(SymptomReportForm):
    """The report before a session; its UUID is the session's."""

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(
            *args, member=member, moment=SymptomReport.Moment.BEFORE, **kwargs
        )

    def earlier(self) -> SymptomReport | None:
        reports = SymptomReport.objects.for_member(self.member)
        return reports.filter(
            session=self.cleaned_data["entry"], moment=self.moment
        ).first()

    def create(self) -> SymptomReport:
        self.session = start_session(
            member=self.member,
            entry=self.cleaned_data["entry"],
            day=timezone.localdate(),
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

    def earlier(self) -> SymptomReport | None:
        assert self.session is not None  # noqa: S101  # given above
        return self.session.symptom_reports.filter(moment=self.moment).first()

    def create(self) -> SymptomReport:
        assert self.session is not None  # noqa: S101  # given above
        self.session.finished_at = timezone.now()
        self.session.save(update_fields=["finished_at"])
        return super().create()


class PlayForm(forms.Form):
    """One set done. It names the set, so that a repeat changes nothing."""

    set_number = forms.IntegerField(
        min_value=1, max_value=MOST_SETS, widget=forms.HiddenInput
    )

    def save(self, log: ExerciseLog) -> None:
        log.set_sets(max(log.sets_done, self.cleaned_data["set_number"]))
        log.save(update_fields=["sets_done", "state", "skip_reason"])


class SkipForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Why skip it?"),
        choices=ExerciseLog.SkipReason,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one reason.")},
    )

    def save(self, log: ExerciseLog) -> None:
        log.skip(self.cleaned_data["reason"])
        log.save(update_fields=["state", "skip_reason"])


class ExerciseSessionForm(forms.ModelForm[ExerciseSession]):
    """Put right what was noted: the day, the sets of each exercise, the note."""

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
        self.logs = list(self.instance.logs.all())
        for log in self.logs:
            self.fields[f"sets_{log.position}"] = self.sets_field(log)

    def sets_field(self, log: ExerciseLog) -> forms.IntegerField:
        wrong = _("Enter a whole number from 0 to 20.")
        return forms.IntegerField(
            label=_("%(exercise)s: sets done") % {"exercise": log.title},
            initial=log.sets_done,
            min_value=0,
            max_value=MOST_SETS,
            error_messages=dict.fromkeys(
                ("required", "invalid", "min_value", "max_value"), wrong
            ),
        )

    def clean_performed_on(self) -> object:
        day = self.cleaned_data["performed_on"]
        today = timezone.localdate()
        if day > today:
            raise forms.ValidationError(_("That day has not come yet."))
        if (today - day).days > OLDEST_DAYS:
            raise forms.ValidationError(_("That is more than a year ago."))
        return day

    @transaction.atomic
    def save(self, commit: bool = True) -> ExerciseSession:
        session = super().save(commit)
        session.symptom_reports.update(reported_on=session.performed_on)
        for log in self.logs:
            log.set_sets(self.cleaned_data[f"sets_{log.position}"])
        ExerciseLog.objects.bulk_update(
            self.logs, ["sets_done", "state", "skip_reason"]
        )
        return session
