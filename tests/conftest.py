"""The cast: ada has history, bea must never see it, eve follows nothing."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from portal.accounts.models import Member
from portal.accounts.roles import AUTHOR, CLINICIAN, REVIEWER
from tests.factories import make_member


@pytest.fixture
def ada(db: None) -> Member:
    return make_member("ada@example.org", first_name="Ada")


@pytest.fixture
def bea(db: None) -> Member:
    return make_member("bea@example.org", first_name="Bea")


@pytest.fixture
def eve(db: None) -> Member:
    return make_member("eve@example.org", first_name="Eve")


def staff(email: str, role: str) -> Member:
    member = make_member(email, is_staff=True)
    member.groups.add(Group.objects.get(name=role))
    return member


@pytest.fixture
def editor(db: None) -> Member:
    return staff("editor@example.org", AUTHOR)


@pytest.fixture
def reviewer(db: None) -> Member:
    return staff("reviewer@example.org", REVIEWER)


@pytest.fixture
def clinician(db: None) -> Member:
    """Looks after safety alerts, and has no business in the admin."""
    member = make_member("clinician@example.org", first_name="Cleo")
    member.groups.add(Group.objects.get(name=CLINICIAN))
    return member


@pytest.fixture
def administrator(db: None) -> Member:
    return make_member("administrator@example.org", is_staff=True, is_superuser=True)


def signed_in(member: Member) -> Client:
    client = Client()
    client.force_login(member)
    return client


@pytest.fixture
def ada_client(ada: Member) -> Client:
    return signed_in(ada)


@pytest.fixture
def bea_client(bea: Member) -> Client:
    return signed_in(bea)


@pytest.fixture
def eve_client(eve: Member) -> Client:
    return signed_in(eve)


@pytest.fixture
def editor_client(editor: Member) -> Client:
    return signed_in(editor)


@pytest.fixture
def clinician_client(clinician: Member) -> Client:
    return signed_in(clinician)


@pytest.fixture
def administrator_client(administrator: Member) -> Client:
    return signed_in(administrator)


@pytest.fixture
def htmx() -> dict[str, str]:
    return {"HX-Request": "true"}
