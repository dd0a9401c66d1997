"""What stands behind /care/: who gets in, and what a clinician sees of one alert."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, cast

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from portal.accounts.http import MemberRequest
from portal.accounts.models import Member
from tracking.forms.safety_fields import PREFIX
from tracking.models import SafetyAlert, SafetyScreen, SymptomReport
from tracking.safety import FOLLOW_UPS, PRECAUTION_NOT_SURE, RULES, Answer

MINUTE = dt.timedelta(minutes=1)
WEEK = dt.timedelta(days=7)
ASKED = [key for rule in RULES for key in (rule.key, rule.follow_up) if key]
WORST_FIRST = (Answer.YES, Answer.NOT_SURE, Answer.NO)


def only_clinicians[**Args](
    view: Callable[Concatenate[MemberRequest, Args], HttpResponse],
) -> Callable[Concatenate[MemberRequest, Args], HttpResponse]:
    """To everybody else there is no such page, superusers included."""

    @wraps(view)
    def guarded(
        request: MemberRequest, *args: Args.args, **kwargs: Args.kwargs
    ) -> HttpResponse:
        if not request.user.is_clinician:
            raise Http404
        return view(request, *args, **kwargs)

    return cast("Callable[Concatenate[MemberRequest, Args], HttpResponse]", guarded)


def name_of(person: Member | None) -> str:
    """Clinicians go by their names among themselves."""
    if person is None:
        return _("A person whose account is gone")
    return person.get_full_name() or person.email


def ago(moment: dt.datetime) -> str:
    """How long it has been, in one unit: "3 hours ago"."""
    now = timezone.now()
    if now - moment < MINUTE:
        return _("just now")
    return _("%(age)s ago") % {"age": timesince(moment, now, depth=1)}


@dataclass(frozen=True)
class Answered:
    """One question in the words of that day, and its answer."""

    key: str
    wording: str
    label: str
    answer: Answer

    @property
    def is_raised(self) -> bool:
        return self.answer is not Answer.NO

    @property
    def is_plain_no(self) -> bool:
        """Nothing follows from it, and it follows from nothing that was raised."""
        return not self.is_raised and self.key not in FOLLOW_UPS

    @property
    def place(self) -> tuple[int, int]:
        """The worst first, then as asked. A column of JSON may lose the order."""
        asked = ASKED.index(self.key) if self.key in ASKED else len(ASKED)
        return WORST_FIRST.index(self.answer), asked


def in_words(screen: SafetyScreen) -> list[Answered]:
    pairs = zip(screen.plain_answers.items(), screen.worded_answers, strict=True)
    return [
        Answered(key, worded["wording"], worded["label"], Answer(answer))
        for (key, answer), worded in pairs
    ]


def answered(screen: SafetyScreen) -> list[Answered]:
    """What to know beforehand is told apart."""
    found = [one for one in in_words(screen) if not one.key.startswith(PREFIX)]
    return sorted(found, key=lambda one: one.place)


def precaution_words(screen: SafetyScreen) -> list[str]:
    """Those that fit, in the words of that day."""
    worded = {one.key.removeprefix(PREFIX): one.wording for one in in_words(screen)}
    worded[PRECAUTION_NOT_SURE] = _("Not sure")
    return [worded.get(key, key) for key in screen.precautions]


def latest_reports(member: Member) -> list[SymptomReport]:
    """Those of the last 7 days, newest first."""
    after = timezone.localdate() - WEEK
    reports = SymptomReport.objects.for_member(member)
    return list(reports.filter(reported_on__gt=after))


def newer_screen(alert: SafetyAlert) -> SafetyScreen | None:
    """What the member has answered since, if anything: it decides, not this one."""
    screens = SafetyScreen.objects.for_member(alert.member).select_related("alert")
    return screens.filter(asked_at__gt=alert.screen.asked_at).first()
