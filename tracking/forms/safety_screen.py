import datetime as dt
import json
import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from exercises.models import SafetyQuestion
from portal.accounts.models import Member
from tracking.asking import Asked
from tracking.forms.safety_fields import (
    PRECAUTIONS,
    PREFIX,
    answer_field,
    assessment_fields,
    precautions_field,
    precautions_of,
)
from tracking.forms.safety_pages import InPages
from tracking.models import SafetyScreen
from tracking.raising import record
from tracking.safety import (
    FOLLOW_UPS,
    NO_PRECAUTION,
    PRECAUTION_NOT_SURE,
    Answer,
    follow_ups_for,
    outcome,
)

NEEDED: dict[str, StrOrPromise] = {
    "assessed_by": _("Say who checked you since then."),
    "assessed_on": _("Enter the day when you were checked."),
}


class SafetyScreenForm(InPages):
    """The questions in today's wording. Nothing is answered beforehand.

    It has one page, or two where answers call for a follow-up: then the first answers
    go along hidden, and are checked again.
    """

    entry = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, member: Member, asked: Asked, **kwargs: Any) -> None:
        self.member, self.asked, self.is_tried = member, asked, False
        kwargs.setdefault("initial", {"entry": uuid.uuid4()})
        super().__init__(*args, **kwargs)
        self.questions = {q.key: q for q in SafetyQuestion.objects.for_screen()}
        self.add_first_page()
        self.follow_ups = self.called_for()
        self.add_follow_ups()

    def add_first_page(self) -> None:
        shipped = [key for key in self.asked.keys if key in self.questions]
        for number, key in enumerate(shipped, 1):
            self.fields[key] = answer_field(self.questions[key], number)
        self.wordings = {}
        if not self.asked.is_short:
            self.wordings = precautions_of(self.questions.values())
        if self.wordings:
            self.fields[PRECAUTIONS] = precautions_field(self.wordings)
        if self.asked.can_clear:
            self.fields |= assessment_fields()

    def called_for(self) -> list[str]:
        given = {key: self.data.get(key, "") for key in self.asked.keys}
        return [key for key in follow_ups_for(given) if key in self.questions]

    def add_follow_ups(self) -> None:
        """Only a page that showed them can be told that an answer is missing."""
        for number, key in enumerate(self.follow_ups, 1):
            self.fields[key] = answer_field(self.questions[key], number)
            self.fields[key].required = "page" in self.data

    def clean_precautions(self) -> list[str]:
        chosen: list[str] = self.cleaned_data[PRECAUTIONS]
        if NO_PRECAUTION in chosen and len(chosen) > 1:
            raise forms.ValidationError(
                _("Tick what fits you, or “None of these”, but not both.")
            )
        return [key for key in chosen if key != NO_PRECAUTION]

    def clean_assessed_on(self) -> dt.date | None:
        day: dt.date | None = self.cleaned_data["assessed_on"]
        lock = self.asked.lock
        if day and lock and day < timezone.localdate(lock.asked_at):
            raise forms.ValidationError(
                _("That was before your answers. A new check is needed.")
            )
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("That day has not come yet."))
        return day

    def clean(self) -> None:
        if self.asked.lock and not self.surely_locks:
            self.ask_for_a_check()
        if self.has_first_errors:
            for key in self.follow_ups:
                self.errors.pop(key, None)

    def ask_for_a_check(self) -> None:
        """Only for answers that would open the lock: a worse sign needs none."""
        if not self.asked.can_clear:
            self.add_error(None, _("Your earlier answers are less than 1 hour old."))
            return
        for name, sentence in NEEDED.items():
            if name not in self.errors and not self.cleaned_data.get(name):
                self.add_error(name, sentence)

    @property
    def surely_locks(self) -> bool:
        if self.has_first_errors:
            return False
        later = dict.fromkeys(self.follow_ups, Answer.NO.value)
        found = outcome({**later, **self.plain_answers()}, self.asked.keys)
        return found in SafetyScreen.LOCKING

    @property
    def is_complete(self) -> bool:
        return all(self.cleaned_data.get(key) for key in self.follow_ups)

    def plain_answers(self) -> dict[str, str]:
        keys = (*self.asked.keys, *FOLLOW_UPS)
        given = {key: self.cleaned_data.get(key) for key in keys}
        return {key: answer for key, answer in given.items() if answer}

    def precautions(self) -> list[str]:
        """Where no wording is shipped, nobody was asked: not sure, then."""
        if self.asked.is_short:
            return []
        chosen: list[str] = self.cleaned_data.get(PRECAUTIONS, [PRECAUTION_NOT_SURE])
        return chosen

    def precaution_answers(self) -> dict[str, str]:
        chosen = self.precautions()
        rest = Answer.NOT_SURE if PRECAUTION_NOT_SURE in chosen else Answer.NO
        return {
            f"{PREFIX}{key}": (Answer.YES if key in chosen else rest).value
            for key in self.wordings
        }

    def answers(self) -> list[dict[str, Any]]:
        """Each answer with the wording it was given to, in the order asked."""
        given = {**self.plain_answers(), **self.precaution_answers()}
        return [
            {
                "key": key,
                "answer": answer,
                "wording": self.questions[key].text,
                "version": self.questions[key].version,
            }
            for key, answer in given.items()
        ]

    def outcome(self) -> SafetyScreen.Outcome:
        return outcome(self.plain_answers(), self.asked.keys, self.precautions())

    def earlier(self) -> SafetyScreen | None:
        """What was asked has looked already; a second look asks the database again."""
        found = self.look_again() if self.is_tried else self.asked.earlier
        self.is_tried = True
        if found and self.adds_a_lock(found):
            self.cleaned_data["entry"] = self.next_entry()
            found = self.look_again()
        return found

    def look_again(self) -> SafetyScreen | None:
        mine = SafetyScreen.objects.for_member(self.member)
        return mine.filter(pk=self.cleaned_data["entry"]).first()

    def adds_a_lock(self, earlier: SafetyScreen) -> bool:
        """Changed answers of a form sent before: those that lock are never put off."""
        return self.outcome() in SafetyScreen.LOCKING and not self.repeats(earlier)

    def next_entry(self) -> uuid.UUID:
        """The same for the same answers, so that sending them twice stays harmless."""
        given = json.dumps(self.plain_answers(), sort_keys=True)
        return uuid.uuid5(self.cleaned_data["entry"], given)

    def repeats(self, earlier: SafetyScreen) -> bool:
        given = {**self.plain_answers(), **self.precaution_answers()}
        return earlier.plain_answers == given

    def create(self) -> SafetyScreen:
        return record(
            SafetyScreen(
                pk=self.cleaned_data["entry"],
                member=self.member,
                kind=self.asked.kind,
                asked_at=timezone.now(),
                asked_on=timezone.localdate(),
                answers=self.answers(),
                precautions=self.precautions(),
                outcome=self.outcome(),
                **self.assessment(),
            ),
            clears=self.asked.lock,
        )

    def assessment(self) -> dict[str, Any]:
        """Both or neither, as they belong together."""
        given = {name: self.cleaned_data.get(name) for name in NEEDED}
        return given if all(given.values()) else {}
