from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.auth.models import Group
from django.test import Client

from portal.accounts.models import Member
from portal.accounts.roles import AUTHOR
from tests.factories import PASSWORD, make_member

ADD = "/admin/accounts/member/add/"
NEW = {"email": "Sam@Example.org", "first_name": "Sam", "last_name": "Lee"}


def test_an_administrator_adds_a_member_without_a_password(
    administrator_client: Client,
) -> None:
    response = administrator_client.post(ADD, NEW, follow=True)
    member = Member.objects.get(email="sam@example.org")
    assert not member.has_usable_password()
    assert not member.is_staff
    assert "Done: sam@example.org can now choose a password." in response.text


def test_an_added_member_gets_a_mail_to_choose_a_password(
    administrator_client: Client, client: Client, mailoutbox: Any
) -> None:
    administrator_client.post(ADD, NEW)
    client.post("/accounts/password/reset/", {"email": "sam@example.org"})
    assert mailoutbox[0].to == ["sam@example.org"]
    assert "choose a new password" in mailoutbox[0].body


def test_an_e_mail_is_taken_once_whatever_its_case(
    administrator_client: Client,
) -> None:
    make_member("sam@example.org")
    response = administrator_client.post(ADD, NEW)
    assert response.status_code == 200
    assert "already exists" in response.text
    assert Member.objects.filter(email__iexact="sam@example.org").count() == 1


def test_an_administrator_gives_a_role(
    administrator_client: Client, ada: Member
) -> None:
    role = Group.objects.get(name=AUTHOR)
    administrator_client.post(
        f"/admin/accounts/member/{ada.pk}/change/",
        {
            "first_name": "Ada",
            "time_zone": "Europe/Berlin",
            "is_active": "on",
            "is_staff": "on",
            "groups": [role.pk],
        },
    )
    ada.refresh_from_db()
    assert (ada.is_staff, ada.time_zone) == (True, "Europe/Berlin")
    assert list(ada.groups.all()) == [role]
    assert ada.check_password(PASSWORD)


def test_nobody_changes_an_e_mail_or_an_administrator_here(
    administrator_client: Client, ada: Member
) -> None:
    administrator_client.post(
        f"/admin/accounts/member/{ada.pk}/change/",
        {
            "email": "mine@example.org",
            "is_superuser": "on",
            "password": "x",
            "time_zone": "Europe/Berlin",
            "is_active": "on",
        },
    )
    ada.refresh_from_db()
    assert ada.time_zone == "Europe/Berlin"
    assert (ada.email, ada.is_superuser) == ("ada@example.org", False)
    assert ada.check_password(PASSWORD)


def test_a_member_page_shows_no_password(
    administrator_client: Client, ada: Member
) -> None:
    page = administrator_client.get(f"/admin/accounts/member/{ada.pk}/change/").text
    assert ada.password not in page
    assert 'name="password' not in page


def test_nobody_deletes_a_member_here(
    administrator_client: Client, ada: Member
) -> None:
    response = administrator_client.get(f"/admin/accounts/member/{ada.pk}/delete/")
    assert response.status_code == 403
    page = administrator_client.get("/admin/accounts/member/").text
    assert "delete_selected" not in page


@pytest.mark.parametrize("address", ["", "add/", "{pk}/change/", "{pk}/history/"])
def test_an_author_cannot_open_members(
    editor_client: Client, ada: Member, address: str
) -> None:
    response = editor_client.get(f"/admin/accounts/member/{address.format(pk=ada.pk)}")
    assert response.status_code == 403


def test_an_author_cannot_look_members_up(editor_client: Client, ada: Member) -> None:
    query = "app_label=accounts&model_name=member&field_name=groups&term=ada"
    response = editor_client.get(f"/admin/autocomplete/?{query}")
    assert response.status_code == 403
    assert "ada@example.org" not in response.text


def test_the_members_are_absent_from_an_authors_front_page(
    editor_client: Client,
) -> None:
    page = editor_client.get("/admin/").text
    assert "/admin/exercises/exercise/" in page
    assert "/admin/accounts/" not in page


def test_roles_and_addresses_have_no_pages_of_their_own() -> None:
    assert not admin.site.is_registered(Group)
    assert not admin.site.is_registered(EmailAddress)


def test_the_list_takes_no_query_for_each_row(
    administrator_client: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(20):
        make_member(f"person-{number}@example.org")
    with django_assert_max_num_queries(16):
        administrator_client.get("/admin/accounts/member/")
