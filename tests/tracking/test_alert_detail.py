import datetime as dt
import uuid
from typing import Any

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import AccessEntry, Member
from tests.conftest import signed_in
from tests.factories import TODAY, make_member, make_report, make_screen
from tests.tracking.alerts import make_alert, traces
from tests.tracking.conftest import DAY, NOON
from tests.tracking.test_queries import counted
from tracking.models import AlertNote, SafetyAlert

LOOKED = ("viewed", "Safety alert")


@pytest.fixture
def address(alert: SafetyAlert) -> str:
    return f"/care/{alert.pk}/"


# Who gets in, and what they leave behind


@pytest.mark.parametrize("method", ["get", "head", "post", "put", "delete"])
@pytest.mark.parametrize("who", ["ada", "bea", "editor", "reviewer", "administrator"])
def test_to_everybody_else_there_is_no_such_page(
    request: pytest.FixtureRequest, who: str, method: str, address: str
) -> None:
    client = signed_in(request.getfixturevalue(who))
    assert getattr(client, method)(address).status_code == 404
    assert not AccessEntry.objects.exists()


def test_a_visitor_is_sent_to_sign_in_and_back(client: Client, address: str) -> None:
    login = f"/accounts/login/?next={address}"
    assertRedirects(client.get(address), login, fetch_redirect_response=False)


def test_an_alert_that_is_not_there_is_not_found(clinician_client: Client) -> None:
    assert clinician_client.get(f"/care/{uuid.uuid4()}/").status_code == 404


def test_each_opening_leaves_one_line_that_the_member_can_read(
    clinician_client: Client, clinician: Member, ada_client: Client, address: str
) -> None:
    clinician_client.get(address)
    clinician_client.get(address)
    assert traces(Member.objects.get(email="ada@example.org")) == [LOOKED, LOOKED]
    assert {entry.actor for entry in AccessEntry.objects.all()} == {clinician}
    assertContains(ada_client.get("/me/"), "Safety alert", count=2)
    assertContains(
        ada_client.get(AccessEntry.objects.all()[0].get_absolute_url()), "Looked at"
    )


def test_the_page_is_stored_nowhere(clinician_client: Client, address: str) -> None:
    assert "no-store" in clinician_client.get(address)["Cache-Control"]


# What it shows


def test_it_names_the_member_and_only_in_the_page(
    clinician_client: Client, address: str, alert: SafetyAlert
) -> None:
    page = clinician_client.get(address).content.decode()
    title = page[page.index("<title>") : page.index("</title>")]
    assert f"Safety alert {alert.number}" in title
    assert "Ada" not in title
    assert "<dd>Ada</dd>" in page
    assert 'href="mailto:ada@example.org"' in page


def test_answers_stand_in_the_words_of_that_day_the_worst_first(
    clinician_client: Client, address: str
) -> None:
    page = clinician_client.get(address).content.decode()
    words = ["Is a leg weaker?", "Did you fall?", "Is peeing harder?"]
    places = [page.index(wording) for wording in words]
    assert places == sorted(places)
    assert page.count('class="raised"') == 2
    assert "1 question answered with no" in page
    for told in ("All questions", "Call a doctor today", "<dd>A heart disease</dd>"):
        assert told in page
    assert "An operation" not in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"precautions": []}, "Nothing named"),
        ({"precautions": ["not-sure"]}, "Not sure"),
        ({"precautions": [], "kind": "short"}, "Not asked this time"),
    ],
)
def test_what_to_know_beforehand_is_told_in_words(
    clinician_client: Client, alert: SafetyAlert, fields: dict[str, Any], words: str
) -> None:
    for name, value in fields.items():
        setattr(alert.screen, name, value)
    alert.screen.save()
    assertContains(clinician_client.get(f"/care/{alert.pk}/"), f"<dd>{words}</dd>")


def test_times_are_those_of_the_member(
    clinician_client: Client, alert: SafetyAlert, ada: Member
) -> None:
    ada.time_zone = "America/Los_Angeles"
    ada.save()
    response = clinician_client.get(f"/care/{alert.pk}/")
    assertContains(response, "<dd>Thursday, November 12, 6 a.m.</dd>")
    assertContains(response, "on Thursday, November 12, 9 a.m. (")


def test_it_shows_the_reports_of_the_last_7_days(
    clinician_client: Client, address: str, ada: Member, bea: Member
) -> None:
    for member, days, leg in ((ada, 0, 6), (ada, 6, 8), (ada, 7, 9), (bea, 1, 10)):
        at = NOON - DAY * days
        make_report(member, reported_on=TODAY - DAY * days, reported_at=at, leg=leg)
    deleted = make_report(ada, leg=7, deleted_at=NOON)
    response = clinician_client.get(address)
    legs = [report.leg for report in response.context["reports"]]
    assert legs == [6, 8]
    assert deleted not in response.context["reports"]
    assertContains(response, "left lower leg", count=2)


def test_without_reports_it_says_so(clinician_client: Client, address: str) -> None:
    assertContains(clinician_client.get(address), "noted nothing in the last 7 days")


def test_newer_answers_are_pointed_to(
    clinician_client: Client, address: str, ada: Member
) -> None:
    assertNotContains(clinician_client.get(address), "has answered again")
    make_screen(ada, outcome="see-first", asked_at=NOON - dt.timedelta(hours=1))
    response = clinician_client.get(address)
    assertContains(response, "1\xa0hour ago: Talk with a clinician first")
    newer = make_alert(ada, "emergency", hours=0)
    assertContains(clinician_client.get(address), f"/care/{newer.pk}/")


def test_a_long_record_costs_no_query_more(
    clinician_client: Client, clinician: Member, address: str, alert: SafetyAlert
) -> None:
    AlertNote.objects.create(alert=alert, author=clinician, text="A note.")
    make_report(alert.member)
    clinician_client.get(address)
    few = counted(clinician_client, address)
    for n in range(20):
        author = make_member(f"clinician-{n}@example.org")
        AlertNote.objects.create(alert=alert, author=author, text="A note.")
        make_report(alert.member)
    assert counted(clinician_client, address) == few
    assert few <= 12
