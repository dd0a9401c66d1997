import datetime as dt
import re

import pytest
from django.contrib import admin
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import AccessEntry, Member
from tests.conftest import signed_in
from tests.factories import PASSWORD, make_member
from tests.tracking.alerts import closed, make_alert
from tests.tracking.test_queries import counted
from tracking.care import ago
from tracking.models import AlertNote, SafetyAlert

ADDRESS = "/care/"
METHODS = ("get", "head", "post", "put", "delete")


def numbers(page: str) -> list[str]:
    """Of the alerts in the list, from top to bottom."""
    return re.findall(r"Alert </span>([0-9A-F]{8})<", page)


def shown(client: Client, address: str = ADDRESS) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("who", ["ada", "editor", "reviewer", "administrator"])
def test_to_everybody_else_there_is_no_such_page(
    request: pytest.FixtureRequest, who: str, method: str
) -> None:
    client = signed_in(request.getfixturevalue(who))
    assert getattr(client, method)(ADDRESS).status_code == 404


@pytest.mark.django_db
def test_a_visitor_is_sent_to_sign_in_and_back(client: Client) -> None:
    response = client.get(ADDRESS)
    login = "/accounts/login/?next=/care/"
    assertRedirects(response, login, fetch_redirect_response=False)


def test_a_clinician_lands_here_after_signing_in(
    client: Client, clinician: Member
) -> None:
    given = {"login": clinician.email, "password": PASSWORD}
    assertRedirects(client.post("/accounts/login/", given), ADDRESS)


def test_a_clinician_has_no_way_into_the_admin(clinician_client: Client) -> None:
    assert clinician_client.get("/admin/").status_code == 302


def test_the_admin_knows_nothing_of_alerts(administrator_client: Client) -> None:
    assert not {SafetyAlert, AlertNote} & set(admin.site._registry)
    assertNotContains(administrator_client.get("/admin/"), "alert")


def test_the_account_page_leads_here_for_clinicians_only(
    clinician_client: Client, ada_client: Client
) -> None:
    assertContains(clinician_client.get("/me/"), 'href="/care/"')
    assertNotContains(ada_client.get("/me/"), "/care/")


def test_nothing_open_says_so(clinician_client: Client) -> None:
    assertContains(clinician_client.get(ADDRESS), "No alert is open")
    assertContains(clinician_client.get("/care/?show=closed"), "No alert is closed yet")


def test_the_worst_stands_first_then_the_oldest(
    clinician_client: Client, ada: Member, bea: Member
) -> None:
    alerts = [
        make_alert(ada, "same-day", hours=30),
        make_alert(ada, "emergency", hours=1),
        make_alert(bea, "emergency", hours=5),
        make_alert(bea, "same-day", hours=50),
    ]
    expected = [alerts[n].number for n in (2, 1, 3, 0)]
    assert numbers(shown(clinician_client)) == expected


def test_a_row_tells_severity_age_owner_and_state_in_words(
    clinician_client: Client, ada: Member, clinician: Member
) -> None:
    make_alert(ada, "emergency", hours=3)
    page = shown(clinician_client)
    assert 'class="severity emergency"' in page
    for words in ("Emergency", "3\xa0hours ago", "Nobody yet", "<td", ">Open<"):
        assert words in page
    SafetyAlert.objects.update(owner=clinician)
    assert ">You<" in shown(clinician_client)


def test_another_clinician_is_named(clinician_client: Client, ada: Member) -> None:
    dora = make_member("dora@example.org", first_name="Dora", last_name="Lin")
    make_alert(ada, owner=dora)
    assertContains(clinician_client.get(ADDRESS), ">Dora Lin<")


def test_nothing_in_the_list_tells_who_the_member_is(
    clinician_client: Client, ada: Member
) -> None:
    make_alert(ada)
    make_alert(ada, **closed(ada))
    for address in (ADDRESS, "/care/?show=closed"):
        page = shown(clinician_client, address).replace("cleo@", "")
        for words in ("Ada", "ada@", "Is a leg weaker?", "heart"):
            assert words not in page, address
    assert not AccessEntry.objects.exists()


def test_closed_alerts_stand_on_their_own_page_the_latest_first(
    clinician_client: Client, ada: Member, clinician: Member
) -> None:
    waiting = make_alert(ada)
    earlier = make_alert(ada, **closed(clinician, hours=2))
    later = make_alert(ada, **closed(clinician, hours=1))
    assert numbers(shown(clinician_client)) == [waiting.number]
    page = shown(clinician_client, "/care/?show=closed")
    assert numbers(page) == [later.number, earlier.number]
    assert "Closed 1\xa0hour ago" in page


def test_a_long_queue_has_pages(clinician_client: Client, ada: Member) -> None:
    for hours in range(21):
        make_alert(ada, hours=hours)
    first, second = shown(clinician_client), shown(clinician_client, "/care/?page=2")
    assert (len(numbers(first)), len(numbers(second))) == (20, 1)
    assert "Page 1 of 2" in first


def test_a_long_queue_costs_no_query_more(
    clinician_client: Client,
    ada: Member,
    clinician: Member,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    make_alert(ada, owner=clinician)
    clinician_client.get(ADDRESS)
    few = counted(clinician_client, ADDRESS)
    for hours in range(19):
        owner = make_member(f"clinician-{hours}@example.org")
        make_alert(ada, hours=hours, owner=owner)
    with django_assert_max_num_queries(12):
        assert counted(clinician_client, ADDRESS) == few


def test_the_list_is_stored_nowhere(clinician_client: Client) -> None:
    assert "no-store" in clinician_client.get(ADDRESS)["Cache-Control"]


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (dt.timedelta(seconds=59), "just now"),
        (dt.timedelta(minutes=1), "1\xa0minute ago"),
        (dt.timedelta(hours=3, minutes=50), "3\xa0hours ago"),
        (dt.timedelta(days=2, hours=5), "2\xa0days ago"),
        (dt.timedelta(minutes=-5), "just now"),
    ],
)
def test_an_age_is_told_in_one_unit(age: dt.timedelta, words: str) -> None:
    assert ago(dt.datetime.now(dt.UTC) - age) == words
