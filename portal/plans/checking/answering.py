"""When all questions are answered: count the try, look, and say what follows."""

import datetime as dt

from django.utils import timezone

from portal.plans.checking import attempts
from portal.plans.checking.codes import is_right, make_code
from portal.plans.checking.matching import Found, Outcome, look_for
from portal.plans.checking.state import Check
from portal.plans.eligibility.identity import Identity
from portal.plans.eligibility.keys import newest_key
from portal.plans.models import Benefit, CheckAttempt

Tried = CheckAttempt.Outcome


def conclude(check: Check) -> None:
    """A match by number is told at once; one by ZIP code waits for a code or a person."""
    if check.benefit.verification == Benefit.Verification.DOMAIN:
        conclude_by_email(check)
        return
    attempt = begin(check, check.who)
    found = look_for(
        check.who, check.benefit, timezone.localdate(), is_family=check.is_family
    )
    if attempt.outcome == Tried.TOO_MANY:
        check.tell(Outcome.TOO_MANY)
        return
    is_proven = found.record is not None and found.by_number
    attempts.end(attempt, Tried.CONFIRMED if is_proven else Tried.NOT_CONFIRMED)
    check.note(found)
    if found.by_number:
        check.tell()
    elif found.file_has_emails:
        await_code(check, attempt, found.email)
    else:
        check.tell(Outcome.NOT_CONFIRMED)


def conclude_by_email(check: Check) -> None:
    email = check.answers["email"]
    attempt = begin(check, Identity(email, dt.date.min))
    if attempt.outcome == Tried.TOO_MANY:
        check.tell(Outcome.TOO_MANY)
        return
    attempts.end(attempt, Tried.NOT_CONFIRMED)
    person = newest_key().hash("email", check.benefit.sponsor_id, email)
    check.note(Found(Outcome.ELIGIBLE, None, by_number=False, file_has_emails=True))
    check.kept["found"]["person"] = person
    await_code(check, attempt, email)


def await_code(check: Check, attempt: CheckAttempt, email: str) -> None:
    check.kept |= {"code": make_code(email), "attempt": str(attempt.pk)}


def begin(check: Check, who: Identity) -> CheckAttempt:
    address = attempts.address_of(check.request)
    return attempts.begin(sponsor=check.benefit.sponsor, address=address, who=who)


def try_code(check: Check, typed: str) -> bool:
    """Whether it was right, or the last try."""
    code = check.code
    assert code is not None  # noqa: S101  # the page is only shown with one
    if is_right(code, typed):
        attempts.confirm(check.kept["attempt"])
        check.tell()
        return True
    if code["tries_left"] <= 0:
        check.tell(Outcome.NOT_CONFIRMED)
        return True
    return False
