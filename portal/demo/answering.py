"""Safety answers of the demo's people, as the page would keep them."""

import datetime as dt

from django.utils import timezone

from exercises.models import SafetyQuestion
from portal.accounts.models import Member
from tracking.forms.safety_fields import PREFIX
from tracking.models import SafetyScreen
from tracking.raising import record
from tracking.safety import FULL, PRECAUTION_KEYS, SHORT, Answer, outcome

Kind = SafetyScreen.Kind
MORNING, EVENING = dt.time(7), dt.time(20)
FULL_PAGE = (*FULL, *(PREFIX + key for key in PRECAUTION_KEYS))


def answer(
    member: Member, at: dt.datetime, kind: Kind = Kind.FULL, **raised: str
) -> SafetyScreen:
    """No to everything but what is raised. A locking answer raises its alert."""
    asked = FULL if kind == Kind.FULL else SHORT
    page = FULL_PAGE if kind == Kind.FULL else SHORT
    wordings = SafetyQuestion.objects.for_screen().filter(key__in={*page, *raised})
    plain = {q.key: raised.get(q.key, Answer.NO.value) for q in wordings}
    return record(
        SafetyScreen(
            member=member,
            kind=kind,
            asked_at=at,
            asked_on=timezone.localtime(at, member.zone).date(),
            outcome=outcome(plain, asked),
            answers=[
                {
                    "key": q.key,
                    "answer": plain[q.key],
                    "wording": q.text,
                    "version": q.version,
                }
                for q in wordings
            ],
        )
    )


def answer_safely(member: Member, first: dt.date, last: dt.date) -> None:
    """All questions on the first day, then the short check once a week."""
    answer(member, dt.datetime.combine(first, MORNING, tzinfo=member.zone))
    weeks = (last - first).days // 7
    for back in range(weeks, -1, -1):
        at = dt.datetime.combine(last, EVENING, tzinfo=member.zone)
        answer(member, at - dt.timedelta(weeks=back), Kind.SHORT)
