"""Each kind of form comes back as it was sent, and counts only when sent again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.carrying import owner_token_of
from portal.accounts.models import Consent, Member
from portal.plans.models import Coverage
from tests.accounts.carried import (
    CHECK_IN,
    ENTRY,
    HTMX,
    NOTE,
    is_kept,
    open_start,
    report_of,
    sign_in,
)
from tests.accounts.conftest import MINUTE
from tests.accounts.filled import filled
from tests.conftest import signed_in
from tests.factories import (
    make_benefit,
    make_log,
    make_program,
    make_report,
    make_screen,
    make_session,
    make_sponsor,
)
from tests.tracking.conftest import left_out, yes_the_same
from tracking.models import ExerciseSession, SymptomReport


@dataclass(frozen=True)
class Page:
    """A form: what it sends, what it makes, and what it needs beforehand."""

    address: str
    fields: dict[str, Any]
    made: Callable[[], int]
    prepare: Callable[[Member], object] = field(default=lambda _member: None)


def offer_a_code(member: Member) -> None:
    make_benefit(
        make_sponsor(slug="harbor"), make_program(), verification="code", code="TIDE 8"
    )


PAGES = [
    Page(CHECK_IN, report_of(None), lambda: SymptomReport.objects.count()),
    Page(
        "/sessions/start/",
        report_of(None),
        lambda: ExerciseSession.objects.count(),
        open_start,
    ),
    Page(
        "/me/",
        {"first_name": "Adele", "time_zone": "Europe/Lisbon"},
        lambda: Member.objects.filter(first_name="Adele").count(),
    ),
    Page("/welcome/consent/", {"agrees": "on"}, lambda: Consent.objects.count()),
    Page(
        "/coverage/harbor/check/",
        {"code": "TIDE 8"},
        lambda: Coverage.objects.count(),
        offer_a_code,
    ),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.address)
def test_a_form_sent_too_late_is_shown_again_filled(
    page: Page, ada: Member, clock: time_machine.Traveller
) -> None:
    cache.clear()
    page.prepare(ada)
    client = signed_in(ada)
    [owner] = filled(client.get(page.address).content)["owner"]
    clock.shift(61 * MINUTE)
    response = client.post(page.address, {**page.fields, "owner": owner})
    login = f"/accounts/login/?next={page.address}"
    assertRedirects(response, login, fetch_redirect_response=False)
    sign_in(client, ada, page.address)
    before = page.made()
    response = client.get(page.address)
    assertContains(response, NOTE)
    shown = filled(response.content)
    for name, value in page.fields.items():
        assert shown[name] == (value if isinstance(value, list) else [value])
    assert page.made() == before


def test_a_carried_code_is_not_counted_as_a_try(
    late_client: Client, ada: Member
) -> None:
    offer_a_code(ada)
    address = "/coverage/harbor/check/"
    fields = {"code": "not the code", "owner": owner_token_of(ada)}
    late_client.post(address, fields)
    sign_in(late_client, ada, address)
    assertNotContains(late_client.get(address), "That is not the code.")


def test_a_reason_to_skip_is_shown_again(late_client: Client, ada: Member) -> None:
    make_screen(ada)
    log = make_log(make_session(ada))
    address = f"/sessions/{log.session_id}/play/{log.position}/"
    fields = {**left_out("tired"), "owner": owner_token_of(ada)}
    late_client.post(address, fields)
    sign_in(late_client, ada, address)
    response = late_client.get(address)
    assertContains(response, NOTE)
    assert filled(response.content)["reason"] == ["tired"]
    log.refresh_from_db()
    assert log.state == log.State.TO_DO


def test_what_is_shown_again_is_saved_when_it_is_sent_again(
    late_client: Client, ada: Member
) -> None:
    late_client.post(CHECK_IN, report_of(ada))
    sign_in(late_client, ada)
    late_client.get(CHECK_IN)
    response = late_client.post(CHECK_IN, report_of(ada))
    assert response.status_code == 302
    report = SymptomReport.objects.get()
    assert (report.pk, report.leg, report.left) == (ENTRY, 4, 3)


def test_a_form_that_had_been_saved_is_recognised(
    late_client: Client, ada: Member
) -> None:
    saved = signed_in(ada)
    saved.post(CHECK_IN, report_of(ada))
    late_client.post(CHECK_IN, report_of(ada))
    sign_in(late_client, ada)
    late_client.get(CHECK_IN)
    assert late_client.post(CHECK_IN, report_of(ada)).status_code == 302
    assert SymptomReport.objects.count() == 1


def test_yes_the_same_is_shown_as_those_answers(
    late_client: Client, ada: Member
) -> None:
    make_report(ada, places=["r5"], right=6, leg=7)
    fields = yes_the_same(signed_in(ada), CHECK_IN)
    late_client.post(CHECK_IN, fields)
    sign_in(late_client, ada)
    page = late_client.get(CHECK_IN).content
    assert filled(page.partition(b'<p class="or">')[2])["place"] == ["r5"]
    assert SymptomReport.objects.count() == 1


def test_what_was_wrong_is_told_with_what_was_typed(
    late_client: Client, ada: Member
) -> None:
    late_client.post(CHECK_IN, report_of(ada, leg=""))
    sign_in(late_client, ada)
    response = late_client.get(CHECK_IN)
    assertContains(response, NOTE, status_code=422)
    assertContains(response, "After a long drive</textarea>", status_code=422)
    assertNotContains(late_client.get(CHECK_IN), "After a long drive")


def test_htmx_is_sent_to_the_sign_in_and_back_to_the_form(
    late_client: Client, ada: Member
) -> None:
    response = late_client.post(CHECK_IN, report_of(ada), headers=HTMX)
    assert response.status_code == 200
    assert response["HX-Redirect"] == "/accounts/login/?next=/check-in/"
    sign_in(late_client, ada)
    assertContains(late_client.get(CHECK_IN), "After a long drive")


def test_htmx_without_a_token_goes_back_to_where_it_was(late_client: Client) -> None:
    response = late_client.post(CHECK_IN, report_of(None), headers=HTMX)
    assert response["HX-Redirect"] == "/accounts/login/?next=/progress/"


def strict_client(member: Member) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(member)
    return client


def test_a_form_from_before_a_new_sign_in_is_kept_too(ada: Member) -> None:
    client = strict_client(ada)
    response = client.post(CHECK_IN, report_of(ada))
    assertContains(response, "What you typed is kept", status_code=403)
    assertContains(response, 'href="/check-in/"', status_code=403)
    assertNotContains(response, "After a long drive", status_code=403)
    assert response["X-Frame-Options"] == "DENY"
    assert "no-store" in response["Cache-Control"]
    assertContains(client.get(CHECK_IN), "After a long drive")
    assert not SymptomReport.objects.exists()


def test_htmx_opens_the_form_again(ada: Member) -> None:
    client = strict_client(ada)
    response = client.post(CHECK_IN, report_of(ada), headers=HTMX)
    assert (response.status_code, response["HX-Redirect"]) == (403, CHECK_IN)


@pytest.mark.parametrize("owner", ["bea", None])
def test_a_form_of_nobody_or_another_member_is_refused_and_not_kept(
    ada: Member, bea: Member, owner: str | None
) -> None:
    client = strict_client(ada)
    response = client.post(CHECK_IN, report_of(bea if owner else None))
    assertContains(response, "Go back with your browser.", status_code=403)
    assertNotContains(response, "What you typed is kept", status_code=403)
    assert not is_kept(client)
