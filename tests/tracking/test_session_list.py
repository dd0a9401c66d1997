import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from portal.accounts.models import Member
from tests.factories import TODAY, make_report, make_session
from tests.tracking.conftest import DAY, NOON, note_days, report_answers
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


def test_what_is_felt_in_a_leg_is_said_in_words(
    ada_client: Client, ada: Member, session: ExerciseSession
) -> None:
    make_report(ada, tingling=True)
    make_report(ada, numbness=True, weakness=True)
    session.symptom_reports.update(tingling=True, numbness=True, weakness=True)
    response = ada_client.get(ADDRESS)
    scores = "back 3, leg 4, as far as: left lower leg"
    assertContains(response, f">{scores}, with tingling<")
    assertContains(response, f">{scores}, with numbness and weakness<")
    words = f">Before: {scores}, with tingling, numbness and weakness<"
    assertContains(response, words)


def test_each_moment_of_a_session_is_told(
    ada_client: Client, session: ExerciseSession
) -> None:
    for leg, moment in enumerate(("after", "after-10", "morning")):
        make_report(session.member, session=session, moment=moment, leg=leg)
    html = ada_client.get(ADDRESS).content.decode()
    told = ["Before: back 3, leg 4", "After: back 3, leg 0"]
    told += ["10 minutes after: back 3, leg 1", "The morning after: back 3, leg 2"]
    assert [html.index(words) for words in told] == sorted(map(html.index, told))


def test_what_was_changed_is_marked_and_nothing_else(
    ada_client: Client, ada: Member
) -> None:
    changed, brought_back = make_report(ada), make_report(ada)
    make_report(ada)
    sent = report_answers(version="1", leg="9")
    ada_client.post(f"/check-in/{changed.pk}/edit/", sent)
    deleted = ada_client.post(f"/check-in/{brought_back.pk}/delete/")
    ada_client.post(deleted["Location"])
    response = ada_client.get(ADDRESS)
    assertContains(response, "(edited)", count=1)
    assertContains(response, "Check-in</b>", count=3)


def test_a_session_is_marked_when_one_of_its_reports_was_changed(
    ada_client: Client, session: ExerciseSession
) -> None:
    make_report(session.member)
    report = session.symptom_reports.get()
    sent = report_answers(version="1", leg="9")
    ada_client.post(f"/check-in/{report.pk}/edit/", sent)
    line = '<b>Session, not finished</b>, noon <span class="muted">(edited)</span>'
    assertContains(ada_client.get(ADDRESS), line)


def test_a_session_moved_to_another_day_is_marked(
    ada_client: Client, session: ExerciseSession
) -> None:
    sent = {"version": "1", "performed_on": "2026-11-10", "sets_1": "0", "sets_2": "0"}
    ada_client.post(f"/sessions/{session.pk}/edit/", sent)
    assertContains(ada_client.get(ADDRESS), "(edited)", count=1)


def test_deleted_things_can_be_brought_back_from_here(
    ada_client: Client, session: ExerciseSession
) -> None:
    report = make_report(session.member, leg=9)
    addresses = [
        ada_client.post(f"/check-in/{report.pk}/delete/")["Location"],
        ada_client.post(f"/sessions/{session.pk}/delete/")["Location"],
    ]
    response = ada_client.get(ADDRESS)
    assertContains(response, "<summary>Deleted</summary>", html=True)
    assertContains(response, "Check-in, Thursday, November 12, noon")
    assertContains(response, "back 3, leg 9, as far as: left lower leg")
    assertContains(response, "Session, Thursday, November 12, noon")
    for address in addresses:
        assertContains(response, f'<form action="{address}" method="post">')
        ada_client.post(address)
    response = ada_client.get(ADDRESS)
    assertNotContains(response, "Deleted")
    assertContains(response, f'href="/sessions/{session.pk}/"')


def test_something_deleted_twice_stands_there_once(
    ada_client: Client, ada: Member
) -> None:
    report = make_report(ada)
    deleted = ada_client.post(f"/check-in/{report.pk}/delete/")
    ada_client.post(deleted["Location"])
    with time_machine.travel(NOON + dt.timedelta(minutes=1), tick=False):
        again = ada_client.post(f"/check-in/{report.pk}/delete/")
        response = ada_client.get(ADDRESS)
    assertContains(response, "Bring it back", count=1)
    assertContains(response, again["Location"])


@pytest.mark.parametrize(("days", "shown"), [(30, True), (31, False)])
def test_deleted_things_stand_there_for_30_days(
    ada_client: Client, ada: Member, days: int, shown: bool
) -> None:
    report = make_report(ada)
    deleted = ada_client.post(f"/check-in/{report.pk}/delete/")
    with time_machine.travel(NOON + days * DAY, tick=False):
        ada_client.force_login(ada)
        response = ada_client.get(ADDRESS)
    assert (deleted["Location"] in response.content.decode()) is shown


def test_the_deleted_things_of_others_are_absent(
    ada_client: Client, bea_client: Client, ada: Member
) -> None:
    report = make_report(ada)
    ada_client.post(f"/check-in/{report.pk}/delete/")
    assertNotContains(bea_client.get(ADDRESS), "Deleted")
