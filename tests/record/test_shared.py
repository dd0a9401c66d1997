"""Opening a shared report: with the link and its passcode, for some days, and noted."""

import datetime as dt
import threading

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from portal.accounts.models import AccessEntry, Member
from portal.record.models import ShareLink
from portal.record.opening import take_try
from tests.factories import TODAY, make_report, make_share

ADDRESS = "/shared/a-token/"
CODE = {"passcode": "12345678"}
WRONG = {"passcode": "87654321"}
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def link(ada: Member) -> ShareLink:
    for n in range(10):
        make_report(ada, reported_on=timezone.localdate() - dt.timedelta(n), leg=6)
    return make_share(ada, token="a-token", sections=["change"])


@pytest.mark.usefixtures("link")
def test_it_asks_for_the_passcode_and_tells_nothing_before(client: Client) -> None:
    response = client.get(ADDRESS)
    assertContains(response, "A report is shared with you")
    for words in ("Ada", "ada@example.org", "Dr Reyes", '<svg class="chart"'):
        assertNotContains(response, words)
    assert not AccessEntry.objects.exists()


@pytest.mark.parametrize("typed", ["12345678", "1234 5678", " 1234-5678 "])
def test_the_passcode_shows_the_report(
    client: Client, link: ShareLink, typed: str
) -> None:
    response = client.post(ADDRESS, {"passcode": typed})
    assertContains(response, "Ada shares this with you.")
    assertContains(response, "Leg pain, 0 to 10")
    assertContains(response, "Left out by the member: The numbers week by week")
    assertContains(response, "No clinician has checked it.")


def test_each_opening_is_noted_and_shown_to_the_member(
    client: Client, ada_client: Client, bea_client: Client, link: ShareLink, bea: Member
) -> None:
    client.post(ADDRESS, CODE)
    bea_client.post(ADDRESS, CODE)
    entries = list(AccessEntry.objects.for_member(link.member))
    assert [entry.actor for entry in entries[::-1]] == [None, bea]
    assert {(e.action, e.what) for e in entries} == {
        ("viewed", "Shared report, by the link for Dr Reyes")
    }
    link.refresh_from_db()
    assert (link.opened, link.tries_left) == (2, 10)
    assertContains(ada_client.get("/me/"), "Shared report, by the link for Dr Reyes")
    assertContains(ada_client.get("/record/shares/"), "opened 2 times")
    page = ada_client.get(entries[-1].get_absolute_url())
    assertContains(page, "a person without an account here")


def test_a_wrong_passcode_is_refused_and_not_noted_as_opening(
    client: Client, link: ShareLink
) -> None:
    response = client.post(ADDRESS, WRONG)
    assertContains(response, "That passcode is not right.", status_code=422)
    assertNotContains(response, "Ada", status_code=422)
    link.refresh_from_db()
    assert (link.opened, link.tries_left) == (0, 9)
    assert not AccessEntry.objects.exists()


def test_after_10_wrong_passcodes_the_right_one_opens_nothing(
    client: Client, ada_client: Client, link: ShareLink
) -> None:
    for _n in range(10):
        assert client.post(ADDRESS, WRONG).status_code == 422
    assert client.post(ADDRESS, CODE).status_code == 404
    assert client.get(ADDRESS).status_code == 404
    shown = ada_client.get(link.get_absolute_url())
    assertContains(shown, "Closed: the passcode was wrong 10 times.")


@pytest.mark.django_db(transaction=True)
def test_guesses_at_the_same_moment_take_no_more_than_10_tries(ada: Member) -> None:
    link = make_share(ada, tries_left=3)
    taken: list[bool] = []

    def guess() -> None:
        try:
            taken.append(take_try(link))
        finally:
            connection.close()

    threads = [threading.Thread(target=guess) for _n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == [False] * 5 + [True] * 3


@pytest.mark.usefixtures("link")
@pytest.mark.parametrize(
    "fields",
    [
        {"expires_at": timezone.now() - HOUR, "made_at": timezone.now() - 2 * HOUR},
        {"revoked_at": timezone.now()},
        {"tries_left": 0},
        {"token_digest": "another"},
    ],
)
def test_a_wrong_ended_or_revoked_link_gives_one_answer(
    client: Client, fields: dict[str, object]
) -> None:
    ShareLink.objects.update(**fields)
    neutral = client.get("/shared/never-made/")
    for response in (client.get(ADDRESS), client.post(ADDRESS, CODE)):
        assert response.status_code == neutral.status_code == 404
        assert response.content == neutral.content
        assert response.headers.items() == neutral.headers.items()
    assertContains(neutral, "This link opens nothing", status_code=404)


@pytest.mark.usefixtures("link")
def test_nothing_is_kept_by_the_browser_indexed_or_told_to_others(
    client: Client,
) -> None:
    asked, shown = client.get(ADDRESS), client.post(ADDRESS, CODE)
    gone = client.get("/shared/never-made/")
    for response in (asked, shown, gone):
        assert "no-store" in response["Cache-Control"]
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert b'<meta name="robots" content="noindex">' in response.content
    assert asked["Referrer-Policy"] == "strict-origin"
    assert shown["Referrer-Policy"] == gone["Referrer-Policy"] == "no-referrer"
    assert not Session.objects.exists()
    assert "sessionid" not in client.cookies


def test_it_shows_the_members_days_and_only_theirs(
    client: Client, link: ShareLink, bea: Member
) -> None:
    link.member.time_zone = "Pacific/Kiritimati"
    link.member.save()
    make_report(bea, reported_on=TODAY, leg=1)
    report = client.post(ADDRESS, CODE).context["report"]
    with timezone.override(link.member.zone):
        assert report.made_on == timezone.localdate()
    assert report.asked.better.leg.pain.start == 6


@pytest.mark.usefixtures("link")
def test_an_empty_passcode_takes_no_try(client: Client) -> None:
    response = client.post(ADDRESS, {"passcode": " "})
    assertContains(response, "Enter the passcode.", count=2, status_code=422)
    assert ShareLink.objects.get().tries_left == 10
