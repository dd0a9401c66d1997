import datetime as dt

from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from portal.accounts.models import Member
from tests.factories import TODAY, make_report, make_session
from tests.tracking.conftest import DAY, NOON, note_days
from tracking.models import ExerciseSession

ADDRESS = "/sessions/"


def test_with_nothing_noted_it_says_what_will_stand_here(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "Nothing noted yet")
    assertContains(response, 'href="/today/"')


def test_a_session_is_told_in_one_entry(
    ada_client: Client, session: ExerciseSession
) -> None:
    session.finished_at = timezone.now()
    session.save()
    session.logs.filter(position=1).update(sets_done=1, state="partly")
    make_report(session.member, session=session, moment="after", leg=2, left=3)
    response = ada_client.get(ADDRESS)
    assertContains(response, "Thursday, November 12</h2>")
    assertContains(response, "<b>Session</b>, noon")
    assertContains(response, "1 of 2 exercises")
    assertContains(response, "Before: back 3, leg 4, as far as: left lower leg")
    assertContains(response, "After: back 3, leg 2, as far as: left thigh")
    assertContains(response, f'href="/sessions/{session.pk}/"')


def test_an_open_session_is_named_so(
    ada_client: Client, session: ExerciseSession
) -> None:
    assertContains(ada_client.get(ADDRESS), "Session, not finished")


def test_a_check_in_leads_to_its_page(ada_client: Client, ada: Member) -> None:
    report = make_report(ada)
    response = ada_client.get(ADDRESS)
    assertContains(response, "Check-in")
    assertContains(response, f'href="/check-in/{report.pk}/edit/"')


def test_the_newest_day_and_within_it_the_newest_entry_come_first(
    ada_client: Client, ada: Member
) -> None:
    hour = dt.timedelta(hours=1)
    make_report(ada, reported_at=NOON - 3 * hour)
    make_session(ada, started_at=NOON - hour)
    make_report(ada, reported_at=NOON - 2 * hour)
    make_session(ada, performed_on=TODAY - DAY, started_at=NOON - DAY)
    html = ada_client.get(ADDRESS).content.decode()
    shown = ["November 12</h2>", "11 a.m.", "10 a.m.", "9 a.m.", "November 11</h2>"]
    places = [html.index(words) for words in shown]
    assert places == sorted(places)


def test_a_page_holds_14_days(ada_client: Client, ada: Member) -> None:
    note_days(ada, [3] * 15)
    first, second = ada_client.get(ADDRESS), ada_client.get(ADDRESS, {"page": "2"})
    assertContains(first, "Page 1 of 2")
    assertContains(first, "Check-in</b>", count=14)
    assertContains(first, "Friday, October 30</h2>")
    assertContains(second, "Check-in</b>", count=1)
    assertContains(second, "Thursday, October 29</h2>")
    assertNotContains(second, "October 30</h2>")


def test_14_days_need_no_second_page(ada_client: Client, ada: Member) -> None:
    note_days(ada, [3] * 14)
    assertNotContains(ada_client.get(ADDRESS), "Page 1")


def test_a_page_that_is_not_there_shows_the_nearest(
    ada_client: Client, ada: Member
) -> None:
    note_days(ada, [3] * 15)
    assertContains(ada_client.get(ADDRESS, {"page": "99"}), "Page 2 of 2")
    assertContains(ada_client.get(ADDRESS, {"page": "x"}), "Page 1 of 2")


def test_the_rows_of_others_are_absent(
    bea_client: Client, session: ExerciseSession
) -> None:
    make_report(session.member)
    response = bea_client.get(ADDRESS)
    assertContains(response, "Nothing noted yet")
    assertNotContains(response, str(session.pk))


def test_the_days_of_others_make_no_pages(
    bea_client: Client, ada: Member, bea: Member
) -> None:
    note_days(ada, [3] * 15)
    for number in range(15):
        make_session(ada, performed_on=TODAY - DAY * (20 + number))
    make_report(bea, reported_on=TODAY - DAY * 60)
    response = bea_client.get(ADDRESS)
    assertContains(response, "Check-in</b>", count=1)
    assertNotContains(response, "Page 1")


def test_what_is_moved_to_another_day_stands_there(
    ada_client: Client, session: ExerciseSession
) -> None:
    session.performed_on = TODAY - DAY
    session.save()
    response = ada_client.get(ADDRESS)
    assertContains(response, "Wednesday, November 11</h2>")
    assertNotContains(response, "Thursday, November 12</h2>")
