"""Finding one person in the file in effect, and what follows for a benefit.

The work is the same whether somebody is found or not: 3 hashes and 3 queries.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from portal.plans.eligibility.identity import (
    Identity,
    hashes,
    plain_id,
    plain_name,
    plain_zip,
)
from portal.plans.eligibility.keys import key_of, newest_key
from portal.plans.models import Benefit, EligibilityFile, EligibilityRecord


class Outcome(StrEnum):
    """The best comes first."""

    ELIGIBLE = "eligible"
    NOT_YET = "not yet"
    ENDED = "ended"
    NOT_INCLUDED = "not included"
    UNDER_AGE = "under age"
    NOT_CONFIRMED = "not confirmed"
    TOO_MANY = "too many"


ORDER = tuple(Outcome)


@dataclass(frozen=True)
class Found:
    outcome: Outcome
    record: EligibilityRecord | None
    by_number: bool
    file_has_emails: bool
    email: str = ""  # the one on file, never one that was typed


def is_by_number(who: Identity) -> bool:
    return bool(plain_id(who.member_id))


def is_enough(who: Identity) -> bool:
    """An empty number or an empty ZIP code is none that a row could share."""
    by_zip = plain_zip(who.zip_code) and plain_name(who.first_name)
    return bool(plain_name(who.last_name)) and bool(is_by_number(who) or by_zip)


def look_for(
    who: Identity, benefit: Benefit, day: dt.date, *, is_family: bool | None = None
) -> Found:
    """`is_family` is None where the benefit does not ask."""
    file = EligibilityFile.objects.in_effect(benefit.sponsor_id).first()
    number = file.pk if file else None
    key = (key_of(file.key_id) if file else None) or newest_key()
    found = hashes(key, benefit.sponsor_id, who)
    by_number = is_by_number(who)
    column, value = ("by_id", found.by_id) if by_number else ("by_zip", found.by_zip)
    rows = EligibilityRecord.objects.filter(file=number, key_id=key.id)
    records = list(rows.filter(**{column: value}))
    has_emails = rows.exclude(email="").exists()
    if not is_enough(who):
        records = []
    if is_family is not None:
        records = [record for record in records if record.is_family == is_family]
    outcome, record = best(records, benefit, who.birth_date, day)
    email = key.open(record.email) if record else ""
    return Found(outcome, record, by_number, has_emails, email)


def best(
    records: Sequence[EligibilityRecord], benefit: Benefit, born: dt.date, day: dt.date
) -> tuple[Outcome, EligibilityRecord | None]:
    outcomes = [(outcome_of(r, benefit, born, day), r) for r in records]
    return min(
        outcomes,
        key=lambda pair: ORDER.index(pair[0]),
        default=(Outcome.NOT_CONFIRMED, None),
    )


def outcome_of(
    record: EligibilityRecord, benefit: Benefit, born: dt.date, day: dt.date
) -> Outcome:
    if age_on(day, born) < benefit.minimum_age:
        return Outcome.UNDER_AGE
    if not is_included(record, benefit):
        return Outcome.NOT_INCLUDED
    if record.runs_on(day):
        return Outcome.ELIGIBLE
    return Outcome.NOT_YET if record.starts_on > day else Outcome.ENDED


def is_included(record: EligibilityRecord, benefit: Benefit) -> bool:
    if record.is_family and not benefit.covers_dependants:
        return False
    codes = {o.code.casefold(): o.is_included for o in benefit.options.all() if o.code}
    return not codes or codes.get(record.plan_code.casefold(), False)


def age_on(day: dt.date, born: dt.date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
