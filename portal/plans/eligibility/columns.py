"""Which column of a file holds what, and which columns no file may have."""

import re
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from portal.plans.names import plain

# Our name, what staff read, and what other systems call it.
COLUMNS: Mapping[str, tuple[StrOrPromise, tuple[str, ...]]] = {
    "action": (_("action: add, change, term, reinstate"), ("action", "maintenance")),
    "record_type": (_("S for the employee, D for family"), ("record type",)),
    "relationship": (
        _("relationship"),
        ("relationship", "relationship code", "relation"),
    ),
    "plan_code": (_("plan code"), ("plan code", "plan", "plan id")),
    "member_id": (
        _("member ID"),
        ("member id", "member number", "employee id", "card number"),
    ),
    "subscriber_id": (_("subscriber ID"), ("subscriber id", "subscriber number")),
    "suffix": (_("person suffix"), ("person suffix", "suffix", "person code")),
    "first_name": (_("first name"), ("first name", "given name", "firstname")),
    "last_name": (
        _("last name"),
        ("last name", "surname", "family name", "lastname"),
    ),
    "birth_date": (
        _("date of birth"),
        ("dob", "date of birth", "birth date", "birthdate"),
    ),
    "zip_code": (_("ZIP code"), ("zip", "zip code", "postal code")),
    "email": (_("e-mail"), ("email", "e mail", "email address")),
    "starts_on": (
        _("first day covered"),
        ("coverage start", "effective date", "start date"),
    ),
    "ends_on": (
        _("last day covered"),
        ("coverage end", "termination date", "end date", "term date"),
    ),
}
NEEDED = ("last_name", "birth_date", "starts_on")

MONEY = _("what people earn is not ours to know")
HEALTH = _("an eligibility file holds nothing about health")
REFUSED: Sequence[tuple[re.Pattern[str], StrOrPromise]] = (
    (
        re.compile(r"\b(ssn|ss n|soc(ial)? sec\w*|national id|tax ?id|sin)\b"),
        _("send another number instead of the Social Security number"),
    ),
    (re.compile(r"\b(sex|gender)\b"), _("the program does not depend on it")),
    (
        re.compile(r"\b(salary|wages?|income|pay ?rate|compensation|earnings)\b"),
        MONEY,
    ),
    (
        re.compile(
            r"\b(diag\w*|icd\w*|cpt|ndc|drg|claims?|procedures?|medications?|drugs?"
            r"|disab\w*|condition|health status|smok\w*|tobacco|bmi|weight|height)\b"
        ),
        HEALTH,
    ),
)
LOOKS_LIKE_SSN = re.compile(r"\d{3}[- ]\d{2}[- ]\d{4}")


def plain_heading(heading: str) -> str:
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    return " ".join(plain(apart).split())


def refusal(heading: str) -> StrOrPromise | None:
    """Why no file may have this column; None when it may."""
    words = plain_heading(heading)
    return next((why for shape, why in REFUSED if shape.search(words)), None)


def guessed(headings: Sequence[str]) -> dict[str, str]:
    """Our name of each column to the file's, where its heading says it."""
    known = {plain_heading(h): h for h in reversed(headings)}
    found = {}
    for name, (_words, others) in COLUMNS.items():
        own = (plain_heading(name), *others)
        match = next((known[words] for words in own if words in known), None)
        if match is not None:
            found[name] = match
    return found


def missing(mapping: Mapping[str, str]) -> list[str]:
    """What a file cannot do without, by our names."""
    lacking = [name for name in NEEDED if name not in mapping]
    has_id = "member_id" in mapping or "subscriber_id" in mapping
    if not has_id and not {"first_name", "zip_code"} <= set(mapping):
        lacking.append("member_id")
    return lacking
