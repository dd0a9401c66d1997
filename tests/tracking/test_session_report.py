"""The reports 10 minutes after a session, and on the morning after."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import TODAY, make_report
from tests.tracking.conftest import DAY, ENTRY, NOON, report_answers
from tests.tracking.side_by_side import both
from tracking.models import ExerciseSession, SymptomReport
from tracking.moments import window

MINUTE = dt.timedelta(minutes=1)
MOMENTS = ["after-10", "morning"]


@pytest.fixture
def session(session: ExerciseSession) -> ExerciseSession:
    """1 set of it was done."""
    session.logs.filter(position=1).update(sets_done=1, state="partly")
    return session


@pytest.fixture
def ended(session: ExerciseSession) -> ExerciseSession:
    """It ended 10 minutes ago."""
    session.started_at = NOON - 30 * MINUTE
    session.finished_at = NOON - 10 * MINUTE
    session.save()
    return session


@pytest.fixture
def ended_yesterday(session: ExerciseSession) -> ExerciseSession:
    session.performed_on = TODAY - DAY
    session.started_at = NOON - DAY
    session.finished_at = NOON - DAY
    session.save()
    return session


@pytest.mark.parametrize(
    ("minutes", "offered"), [(9, False), (10, True), (59, True), (60, False)]
)
def test_10_minutes_after_is_offered_for_the_first_hour(
    ada_client: Client, session: ExerciseSession, minutes: int, offered: bool
) -> None:
    session.finished_at = session.started_at = NOON - minutes * MINUTE
    session.save()
    response = ada_client.get(f"/sessions/{session.pk}/")
    link = f'href="/sessions/{session.pk}/report/after-10/"'
    assert (link in response.content.decode()) is offered


def test_before_its_time_the_page_says_from_when(
    ada_client: Client, session: ExerciseSession
) -> None:
    session.finished_at = session.started_at = NOON - 5 * MINUTE
    session.save()
    response = ada_client.get(f"/sessions/{session.pk}/")
    assertContains(
        response, "10 minutes after: from 12:05 p.m. on, you can note it here."
    )
    sentence = "The morning after: from Friday, November 13 on, you can note it"
    assertContains(response, sentence)
    early = ada_client.get(f"/sessions/{session.pk}/report/after-10/")
    assertContains(early, "From 12:05 p.m. on, you can note it here.")
    assertNotContains(early, 'name="leg"')


@pytest.mark.parametrize(
    ("zone", "opens"),
    [
        ("America/New_York", dt.datetime(2026, 11, 13, 5, tzinfo=dt.UTC)),
        ("UTC", dt.datetime(2026, 11, 14, tzinfo=dt.UTC)),
    ],
)
def test_the_morning_after_is_the_next_day_where_the_member_lives(
    zone: str, opens: dt.datetime
) -> None:
    late = dt.datetime(2026, 11, 13, 4, 30, tzinfo=dt.UTC)  # 11:30 PM in New York
    with timezone.override(zone):
        found = window(SymptomReport.Moment.NEXT_MORNING, late)
    assert (found.opens, found.ends) == (opens, opens + DAY)


def test_the_morning_after_is_offered_on_the_next_local_day(
    ada_client: Client, session: ExerciseSession
) -> None:
    evening = dt.datetime(2026, 11, 13, 4, 30, tzinfo=dt.UTC)  # 11:30 PM on the 12th
    session.finished_at = session.started_at = evening
    session.save()
    link = f'href="/sessions/{session.pk}/report/morning/"'
    page = f"/sessions/{session.pk}/"
    for hours, offered in ((0, False), (1, True), (24, True), (25, False)):
        now = evening + dt.timedelta(hours=hours)
        with time_machine.travel(now, tick=False):
            ada_client.force_login(session.member)
            assert (link in ada_client.get(page).content.decode()) is offered


def test_nothing_is_ticked_beforehand(
    ada_client: Client, ended: ExerciseSession
) -> None:
    response = ada_client.get(f"/sessions/{ended.pk}/report/after-10/")
    assertContains(response, "How is it now?")
    assertContains(response, "10 minutes after a session")
    assertNotContains(response, "checked")


def test_10_minutes_after_is_kept_with_its_session(
    ada_client: Client, ended: ExerciseSession
) -> None:
    address = f"/sessions/{ended.pk}/report/after-10/"
    response = ada_client.post(address, report_answers(leg="1"))
    assertRedirects(response, f"/sessions/{ended.pk}/")
    made = SymptomReport.objects.get(pk=ENTRY)
    assert (made.session, made.moment, made.leg) == (ended, "after-10", 1)
    assert (made.reported_on, made.reported_at) == (TODAY, NOON)
    assertContains(ada_client.get("/sessions/"), "10 minutes after: back 3, leg 1")


def test_the_morning_after_stands_on_its_own_day(
    ada_client: Client, ended_yesterday: ExerciseSession
) -> None:
    address = f"/sessions/{ended_yesterday.pk}/report/morning/"
    ada_client.post(address, report_answers())
    made = SymptomReport.objects.get(pk=ENTRY)
    assert (made.moment, made.reported_on) == ("morning", TODAY)
    assertContains(ada_client.get("/sessions/"), "The morning after: back 3, leg 4")


@pytest.mark.parametrize("entry", [ENTRY, "5f3b1c52-30c0-4f0e-9d9d-6a2f5b3f0002"])
def test_it_is_kept_once(
    ada_client: Client, ended: ExerciseSession, entry: object
) -> None:
    address = f"/sessions/{ended.pk}/report/after-10/"
    ada_client.post(address, report_answers())
    response = ada_client.post(address, report_answers(entry=str(entry)))
    assertRedirects(response, f"/sessions/{ended.pk}/")
    assert ended.symptom_reports.filter(moment="after-10").count() == 1
    assertRedirects(ada_client.get(address), f"/sessions/{ended.pk}/")


def test_a_repeat_is_taken_when_its_time_is_over(
    ada_client: Client, ended: ExerciseSession
) -> None:
    address = f"/sessions/{ended.pk}/report/after-10/"
    ada_client.post(address, report_answers())
    with time_machine.travel(NOON + 30 * DAY, tick=False):
        ada_client.force_login(ended.member)
        response = ada_client.post(address, report_answers())
        assertRedirects(response, f"/sessions/{ended.pk}/")


def test_other_answers_show_both(ada_client: Client, ended: ExerciseSession) -> None:
    address = f"/sessions/{ended.pk}/report/after-10/"
    ada_client.post(address, report_answers())
    response = ada_client.post(address, report_answers(leg="9"))
    assertContains(response, both("4", "9"), status_code=409)
    assert SymptomReport.objects.get(pk=ENTRY).leg == 4


def test_deleted_it_can_be_noted_anew_in_its_time(
    ada_client: Client, ended: ExerciseSession
) -> None:
    address = f"/sessions/{ended.pk}/report/after-10/"
    old = make_report(ended.member, session=ended, moment="after-10")
    ada_client.post(f"/check-in/{old.pk}/delete/")
    assertRedirects(
        ada_client.post(address, report_answers()), f"/sessions/{ended.pk}/"
    )
    assert ended.symptom_reports.kept().get(moment="after-10").pk == ENTRY


def test_a_form_that_was_open_in_time_is_taken_a_while_later(
    ada_client: Client, ended: ExerciseSession
) -> None:
    address = f"/sessions/{ended.pk}/report/after-10/"
    with time_machine.travel(NOON + 90 * MINUTE, tick=False):
        ada_client.force_login(ended.member)
        response = ada_client.post(address, report_answers())
    assertRedirects(response, f"/sessions/{ended.pk}/")


@pytest.mark.parametrize("minutes", [5, 300])
def test_outside_its_time_nothing_is_saved_and_nothing_typed_is_lost(
    ada_client: Client, session: ExerciseSession, minutes: int
) -> None:
    session.finished_at = session.started_at = NOON - minutes * MINUTE
    session.save()
    address = f"/sessions/{session.pk}/report/after-10/"
    response = ada_client.post(address, report_answers())
    sentence = "It is not the time for this report."
    assertContains(response, sentence, status_code=422)
    assertContains(response, "After a long drive", status_code=422)
    assert not SymptomReport.objects.filter(pk=ENTRY).exists()


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(None, "The session is still open"), (300, "The time for this is over")],
)
def test_outside_its_time_the_page_says_why(
    ada_client: Client, session: ExerciseSession, minutes: int | None, words: str
) -> None:
    if minutes is not None:
        session.finished_at = session.started_at = NOON - minutes * MINUTE
        session.save()
    response = ada_client.get(f"/sessions/{session.pk}/report/after-10/")
    assertContains(response, words)
    assertNotContains(response, 'name="leg"')


@pytest.mark.parametrize("moment", ["check-in", "noon"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_other_moment_has_such_a_page(
    ada_client: Client, ended: ExerciseSession, moment: str, method: str
) -> None:
    address = f"/sessions/{ended.pk}/report/{moment}/"
    assert getattr(ada_client, method)(address).status_code == 404


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_finds_nothing(
    bea_client: Client, ended: ExerciseSession, moment: str, method: str
) -> None:
    address = f"/sessions/{ended.pk}/report/{moment}/"
    response = getattr(bea_client, method)(address, report_answers())
    assert response.status_code == 404
    assert ended.symptom_reports.count() == 1


@pytest.mark.usefixtures("locked_ada")
def test_it_is_open_while_exercises_are_locked(
    ada_client: Client, ended: ExerciseSession
) -> None:
    address = f"/sessions/{ended.pk}/report/after-10/"
    assertRedirects(
        ada_client.post(address, report_answers()), f"/sessions/{ended.pk}/"
    )


def test_the_number_of_another_member_is_not_found(
    ada_client: Client, ended: ExerciseSession, bea: Member
) -> None:
    make_report(bea, pk=ENTRY)
    address = f"/sessions/{ended.pk}/report/after-10/"
    assert ada_client.post(address, report_answers()).status_code == 404
