"""The demo's people. Their passwords are made on the spot and kept in one file."""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import Group

from portal.accounts.forms import TERMS_VERSION
from portal.accounts.models import Consent, Member
from portal.accounts.roles import (
    AUTHOR,
    CLINICIAN,
    COVERAGE_OFFICER,
    PUBLISHER,
    REVIEWER,
)

OWNER_ONLY = 0o600


@dataclass(frozen=True)
class Person:
    role: str
    email: str
    name: str
    is_staff: bool = False
    is_superuser: bool = False
    group: str = ""


PEOPLE = (
    Person("ada, 8 weeks of history", "ada@demo.example", "Ada"),
    Person("bea, new", "bea@demo.example", "Bea"),
    Person("eve, no program", "eve@demo.example", "Eve"),
    Person("noa, can move on", "noa@demo.example", "Noa"),
    Person("ivo, locked", "ivo@demo.example", "Ivo"),
    Person("clinician", "clinician@demo.example", "Cleo", group=CLINICIAN),
    Person("author", "author@demo.example", "Ari", is_staff=True, group=AUTHOR),
    Person("reviewer", "reviewer@demo.example", "Rin", is_staff=True, group=REVIEWER),
    Person(
        "publisher", "publisher@demo.example", "Pia", is_staff=True, group=PUBLISHER
    ),
    Person(
        "coverage officer",
        "officer@demo.example",
        "Olu",
        is_staff=True,
        group=COVERAGE_OFFICER,
    ),
    Person(
        "administrator",
        "administrator@demo.example",
        "Max",
        is_staff=True,
        is_superuser=True,
    ),
)


def passwords_file() -> Path:
    return Path(settings.VAR_DIR) / "demo-passwords.json"


def passwords() -> dict[str, str]:
    """E-mail to password; made once, then read. Who is new in the demo gets one."""
    file = passwords_file()
    known: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}
    new = [person.email for person in PEOPLE if person.email not in known]
    if new:
        known |= {email: secrets.token_urlsafe(12) for email in new}
        file.touch(mode=OWNER_ONLY)
        file.write_text(json.dumps(known, indent=1))
    return known


def make_person(person: Person, password: str) -> Member:
    member = Member.objects.create_user(
        person.email,
        password,
        first_name=person.name,
        is_staff=person.is_staff,
        is_superuser=person.is_superuser,
    )
    EmailAddress.objects.create(
        user=member, email=person.email, verified=True, primary=True
    )
    Consent.objects.bulk_create(
        Consent(member=member, kind=kind, version=TERMS_VERSION)
        for kind in Consent.Kind
    )
    if person.group:
        member.groups.add(Group.objects.get(name=person.group))
    return member
