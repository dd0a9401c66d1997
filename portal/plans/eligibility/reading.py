"""A file, read line by line: rows that are right, and what is wrong with the others.

What is wrong is told by line and column, never by what stands there.
"""

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from portal.plans.eligibility.columns import LOOKS_LIKE_SSN
from portal.plans.eligibility.identity import Identity, plain_date, plain_id, plain_zip

ENDS = {"term", "terminate", "024"}
ACTIONS = {"", "add", "change", "reinstate", "021", "001", "025", "030", *ENDS}
EMPLOYEE = {"18", "s", "self", "employee", "subscriber"}
LONGEST = 200
IS_SSN, SURPLUS = "is a Social Security number", "surplus"  # of a whole line
NUL = "\0"  # PostgreSQL keeps none
ZIP_DIGITS = 5


class Wrong(NamedTuple):
    line: int
    column: str
    reason: str


class Person(NamedTuple):
    """One line of the file."""

    who: Identity
    email: str
    plan_code: str
    is_family: bool
    starts_on: dt.date
    ends_on: dt.date | None


class WrongLineError(Exception):
    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column, self.reason = column, reason


@dataclass(frozen=True)
class Line:
    """The fields of one line by our names."""

    fields: Mapping[str, str]
    effective_on: dt.date

    def get(self, name: str) -> str:
        return self.fields.get(name, "").replace(NUL, "").strip()

    def needed(self, name: str) -> str:
        value = self.get(name)
        if not value:
            raise WrongLineError(name, _("It is empty."))
        if len(value) > LONGEST:
            raise WrongLineError(name, _("It is too long."))
        return value

    def day(self, name: str) -> dt.date:
        try:
            return plain_date(self.needed(name))
        except ValueError as error:
            raise WrongLineError(name, _("It is not a date.")) from error

    @property
    def number(self) -> str:
        """The person's own number, else the one they share in the family."""
        return self.get("member_id") or self.get("subscriber_id")

    def check_number(self) -> None:
        if LOOKS_LIKE_SSN.search(self.number) or self.get(IS_SSN):
            reason = _("It looks like a Social Security number. Send another number.")
            raise WrongLineError("member_id", reason)
        by_zip = self.get("first_name") and len(plain_zip(self.get("zip_code")))
        if not plain_id(self.number) and by_zip != ZIP_DIGITS:
            reason = _("It is empty, and there is no first name with a ZIP code.")
            raise WrongLineError("member_id", reason)

    def email(self) -> str:
        email = self.get("email").lower()
        if email:
            try:
                validate_email(email)
            except ValidationError as error:
                raise WrongLineError("email", _("It is no address.")) from error
        return email

    def who(self) -> Identity:
        self.check_number()
        return Identity(
            last_name=self.needed("last_name"),
            birth_date=self.day("birth_date"),
            first_name=self.get("first_name"),
            member_id=self.number,
            zip_code=self.get("zip_code"),
            suffix=plain_id(self.get("suffix")),
        )

    def dates(self) -> tuple[dt.date, dt.date | None]:
        start = self.day("starts_on")
        end = self.day("ends_on") if self.get("ends_on") else None
        action = self.get("action").casefold()
        if action not in ACTIONS:
            raise WrongLineError("action", _("It is none of the known actions."))
        if action in ENDS and end is None:
            end = self.effective_on
        if end and end < start:
            raise WrongLineError("ends_on", _("It is before the first day covered."))
        return start, end

    def is_family(self) -> bool:
        kind = (self.get("relationship") or self.get("record_type")).casefold()
        return bool(kind) and kind not in EMPLOYEE

    def person(self) -> Person:
        if self.get(SURPLUS):
            raise WrongLineError("", _("It has more cells than there are headings."))
        start, end = self.dates()
        return Person(
            self.who(),
            self.email(),
            self.get("plan_code")[:40],
            self.is_family(),
            start,
            end,
        )


def headings_of(lines: Iterable[str]) -> list[str]:
    """The first line. Raises ValueError when there is none."""
    for row in csv.reader(lines, strict=True):
        if NUL in "".join(row):
            raise ValueError
        return [heading.strip().lstrip("\ufeff") for heading in row]
    raise ValueError


def mapped_rows(
    lines: Iterable[str], mapping: Mapping[str, str]
) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each line by our names, with its number in the file."""
    rows = csv.reader(lines, strict=True)
    headings = [heading.strip().lstrip("\ufeff") for heading in next(rows)]
    places = {name: headings.index(theirs) for name, theirs in mapping.items()}
    for row in rows:
        if any(row):
            surplus = {SURPLUS: "yes"} if any(row[len(headings) :]) else {}
            yield rows.line_num, {**fields_at(row, places), **surplus}


def fields_at(row: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    return {name: row[at] for name, at in places.items() if at < len(row)}


def people(
    rows: Iterable[tuple[int, Mapping[str, str]]], effective_on: dt.date
) -> Iterator[Person | Wrong]:
    for number, fields in rows:
        try:
            yield Line(fields, effective_on).person()
        except WrongLineError as wrong:
            yield Wrong(number, wrong.column, wrong.reason)
