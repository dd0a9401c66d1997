import zoneinfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from portal.accounts.models import Member

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("email", ["ada@example.org", "ADA@example.org"])
def test_the_database_takes_an_address_once_in_any_case(
    ada: Member, email: str
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Member.objects.create(email=email)


def test_a_new_member_is_kept_in_small_letters() -> None:
    member = Member.objects.create_user("Cora@Example.ORG", "a password")
    assert member.email == "cora@example.org"
    assert member.check_password("a password")


def test_a_member_made_without_a_password_cannot_sign_in() -> None:
    assert not Member.objects.create_user("cora@example.org").has_usable_password()


def test_an_administrator_is_staff_and_may_do_all() -> None:
    member = Member.objects.create_superuser("max@example.org", "a password")
    assert (member.is_staff, member.is_superuser) == (True, True)


def test_a_time_zone_must_exist(ada: Member) -> None:
    ada.time_zone = "Mars/Olympus"
    with pytest.raises(ValidationError, match="Choose a time zone from the list."):
        ada.full_clean()


def test_a_member_lives_in_a_zone(ada: Member) -> None:
    assert ada.zone == zoneinfo.ZoneInfo("America/New_York")


@pytest.mark.parametrize(("name", "called"), [("  Ada ", "Ada"), ("", "")])
def test_a_member_is_called_by_name_or_not_at_all(
    ada: Member, name: str, called: str
) -> None:
    ada.first_name = name
    assert ada.called == called
