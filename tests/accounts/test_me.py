import datetime as dt
from typing import Any

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import AccessEntry, Consent, Member
from portal.plans.models import Coverage
from tests.factories import (
    TODAY,
    make_benefit,
    make_enrollment,
    make_phase,
    make_program,
    make_sponsor,
)
from tracking.models import Enrollment

ADDRESS = "/me/"
AT = dt.datetime(2026, 11, 12, 4, 30, tzinfo=dt.UTC)  # 23:30 on the 11th, in New York


@pytest.fixture
def enrollment(ada: Member) -> Enrollment:
    return make_enrollment(ada, make_phase(make_program(title="12 weeks")))


def test_an_empty_account_says_what_is_missing(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "ada@example.org")
    assertContains(response, "Find a program")
    assertContains(response, "Search your employer or health plan")
    assertContains(response, "Nobody but you.")
    assertContains(response, "Nothing yet.")
    assertNotContains(response, "Go to the staff pages")


def test_it_lists_what_the_member_has(
    ada_client: Client, ada: Member, enrollment: Enrollment
) -> None:
    benefit = make_benefit(make_sponsor(), enrollment.program)
    coverage = Coverage.objects.create(member=ada, benefit=benefit)
    consent = Consent.objects.create(member=ada, kind="terms", version="2026-11")
    entry = AccessEntry.objects.create(member=ada, action="viewed", what="Your report")
    response = ada_client.get(ADDRESS)
    assertContains(response, f'href="/me/enrollments/{enrollment.pk}/"')
    assertContains(response, coverage.get_absolute_url())
    assertContains(response, f'href="/me/consents/{consent.pk}/"')
    assertContains(response, f'href="/me/access/{entry.pk}/"')


def test_what_was_left_is_told(
    ada_client: Client, ada: Member, enrollment: Enrollment
) -> None:
    enrollment.leave(TODAY)
    assertContains(ada_client.get(ADDRESS), "left on November 12")


def test_what_others_have_is_absent(
    bea_client: Client, ada: Member, enrollment: Enrollment
) -> None:
    Consent.objects.create(member=ada, kind="health", version="2026-11")
    AccessEntry.objects.create(member=ada, action="viewed", what="Your report")
    response = bea_client.get(ADDRESS)
    for words in ("12 weeks", "Your report", "Keeping notes about my health"):
        assertNotContains(response, words)


def test_name_and_time_zone_are_changed(ada_client: Client, ada: Member) -> None:
    sent = {"first_name": "Ava", "time_zone": "Europe/Berlin"}
    response = ada_client.post(ADDRESS, sent, follow=True)
    assertRedirects(response, ADDRESS)
    assertContains(response, "Your changes are saved.")
    ada.refresh_from_db()
    assert (ada.first_name, ada.time_zone) == ("Ava", "Europe/Berlin")


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "UTC+2"])
def test_a_time_zone_that_is_not_there_is_refused(
    ada_client: Client, ada: Member, zone: str
) -> None:
    response = ada_client.post(ADDRESS, {"first_name": "Ava", "time_zone": zone})
    assertContains(response, 'id="id_time_zone_error"', status_code=422)
    assertContains(response, 'href="#id_time_zone"', status_code=422)
    assertContains(response, 'value="Ava"', status_code=422)
    ada.refresh_from_db()
    assert (ada.first_name, ada.time_zone) == ("Ada", "America/New_York")


@pytest.mark.parametrize(
    "sent", [{"email": "new@example.org"}, {"is_staff": "on"}, {"is_superuser": "on"}]
)
def test_nothing_else_can_be_changed_here(
    ada_client: Client, ada: Member, sent: dict[str, Any]
) -> None:
    data = {"first_name": "Ada", "time_zone": "America/New_York", **sent}
    ada_client.post(ADDRESS, data)
    ada.refresh_from_db()
    assert (ada.email, ada.is_staff, ada.is_superuser) == (
        "ada@example.org",
        False,
        False,
    )


def test_staff_find_their_pages(editor_client: Client) -> None:
    assertContains(editor_client.get(ADDRESS), 'href="/admin/"')


def test_a_consent_tells_what_when_and_in_which_wording(
    ada_client: Client, ada: Member
) -> None:
    row = Consent.objects.create(member=ada, kind="adult", version="9", given_at=AT)
    response = ada_client.get(f"/me/consents/{row.pk}/")
    assertContains(response, "<h1>Aged 18 or over</h1>", html=True)
    assertContains(response, "November 11, 2026, 11:30 p.m.")
    assertContains(response, "<dd>9</dd>", html=True)


def test_an_access_entry_tells_who_did_what_and_when(
    ada_client: Client, ada: Member, editor: Member
) -> None:
    row = AccessEntry.objects.create(
        member=ada, actor=editor, action="exported", what="Your report", at=AT
    )
    response = ada_client.get(f"/me/access/{row.pk}/")
    assertContains(response, "editor@example.org")
    assertContains(response, "<dt>Exported</dt><dd>Your report</dd>")
    assertContains(response, "November 11, 2026, 11:30 p.m.")


def test_an_access_entry_outlives_the_account_of_who_looked(
    ada_client: Client, ada: Member, editor: Member
) -> None:
    row = AccessEntry.objects.create(
        member=ada, actor=editor, action="viewed", what="Your report"
    )
    editor.delete()
    response = ada_client.get(f"/me/access/{row.pk}/")
    assertContains(response, "a person without an account here")


def test_a_stranger_finds_neither(bea_client: Client, ada: Member) -> None:
    consent = Consent.objects.create(member=ada, kind="adult", version="9")
    entry = AccessEntry.objects.create(member=ada, action="viewed", what="Report")
    assert bea_client.get(f"/me/consents/{consent.pk}/").status_code == 404
    assert bea_client.get(f"/me/access/{entry.pk}/").status_code == 404


@pytest.mark.parametrize("address", ["/me/", "/accounts/email/"])
def test_pages_of_an_account_are_stored_nowhere(
    ada_client: Client, address: str
) -> None:
    assert "no-store" in ada_client.get(address)["Cache-Control"]


def test_a_visitor_is_sent_to_sign_in(client: Client) -> None:
    response = client.get(ADDRESS)
    login = "/accounts/login/?next=/me/"
    assertRedirects(response, login, fetch_redirect_response=False)
