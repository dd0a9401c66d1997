"""What stood there before: listed, shown, and brought back."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import TODAY, make_report
from tests.tracking.conftest import DAY, NOON, report_answers
from tests.tracking.side_by_side import then_and_now
from tracking.models import ExerciseSession, Revision, SymptomReport

MOST = 12


@pytest.fixture
def report(ada: Member) -> SymptomReport:
    return make_report(
        ada, places=["l3"], left=4, numbness=True, note="First", reported_at=NOON - DAY
    )


@pytest.fixture
def changed(ada_client: Client, report: SymptomReport) -> Revision:
    sent = report_answers(version="1", leg="9", note="Second")
    ada_client.post(f"/check-in/{report.pk}/edit/", sent)
    return report.revisions.get()


@pytest.fixture
def changed_session(ada_client: Client, session: ExerciseSession) -> Revision:
    session.logs.filter(position=2).update(state="skipped", skip_reason="time")
    ada_client.post(
        f"/sessions/{session.pk}/edit/",
        {
            "version": "1",
            "performed_on": "2026-11-10",
            "note": "Moved",
            "sets_1": "2",
            "sets_2": "1",
        },
    )
    return session.revisions.get()


def test_a_revision_holds_every_column_as_it_was(
    changed: Revision, ada: Member, report: SymptomReport
) -> None:
    assert changed.content == {
        "id": str(report.pk),
        "member_id": ada.pk,
        "session_id": None,
        "moment": "check-in",
        "reported_on": "2026-11-12",
        "reported_at": "2026-11-11T17:00:00+00:00",
        "back": 3,
        "leg": 4,
        "places": ["l3"],
        "left": 4,
        "right": 0,
        "tingling": False,
        "numbness": True,
        "weakness": False,
        "note": "First",
        "version": 1,
        "deleted_at": None,
        "raised_at": None,
    }
    columns = {field.attname for field in SymptomReport._meta.concrete_fields}
    assert set(changed.content) == columns


def test_sending_the_same_answers_keeps_no_revision(
    ada_client: Client, changed: Revision, report: SymptomReport
) -> None:
    sent = report_answers(version="2", leg="9", note="Second")
    ada_client.post(f"/check-in/{report.pk}/edit/", sent)
    report.refresh_from_db()
    assert (report.version, report.revisions.count()) == (2, 1)


def test_the_edit_page_lists_earlier_versions(
    ada_client: Client, changed: Revision, report: SymptomReport
) -> None:
    response = ada_client.get(f"/check-in/{report.pk}/edit/")
    assertContains(response, "Changed on Thursday, November 12, noon")
    words = "before: back 3, leg 4, as far as: left knee, with numbness"
    assertContains(response, words)
    assertContains(response, f'href="/me/changes/{changed.pk}/"')


def test_a_report_never_changed_has_no_earlier_versions(
    ada_client: Client, report: SymptomReport
) -> None:
    response = ada_client.get(f"/check-in/{report.pk}/edit/")
    assertNotContains(response, "Earlier versions")


def test_the_list_tells_deleting_and_bringing_back_apart(
    ada_client: Client, report: SymptomReport
) -> None:
    for minute, action in enumerate(("delete", "back", "edit")):
        with time_machine.travel(NOON + dt.timedelta(minutes=minute), tick=False):
            if action == "delete":
                deleted = ada_client.post(f"/check-in/{report.pk}/delete/")
            elif action == "back":
                ada_client.post(deleted["Location"])
            else:
                address = f"/check-in/{report.pk}/edit/"
                ada_client.post(address, report_answers(version="3"))
    html = ada_client.get(f"/check-in/{report.pk}/edit/").content.decode()
    deeds = ["Changed on", "Brought back on", "Deleted on"]
    assert [html.index(deed) for deed in deeds] == sorted(map(html.index, deeds))


def test_its_page_shows_then_and_now(ada_client: Client, changed: Revision) -> None:
    response = ada_client.get(f"/me/changes/{changed.pk}/")
    assertContains(response, "Until noon this stood here.")
    assertContains(response, then_and_now("4", "9"))
    assertContains(response, then_and_now("First", "Second"))
    assertContains(response, "Bring this back")


def test_bringing_it_back_keeps_what_stood_there(
    ada_client: Client, changed: Revision, report: SymptomReport
) -> None:
    response = ada_client.post(f"/me/changes/{changed.pk}/")
    assertRedirects(response, "/sessions/")
    report.refresh_from_db()
    assert (report.leg, report.note, report.numbness) == (4, "First", True)
    assert (report.places, report.left, report.version) == (["l3"], 4, 3)
    other = report.revisions.exclude(pk=changed.pk).get()
    assert (other.content["leg"], other.content["note"]) == (9, "Second")


def test_bringing_it_back_twice_is_harmless(
    ada_client: Client, changed: Revision, report: SymptomReport
) -> None:
    ada_client.post(f"/me/changes/{changed.pk}/")
    ada_client.post(f"/me/changes/{changed.pk}/")
    report.refresh_from_db()
    assert (report.version, report.revisions.count()) == (3, 2)


def test_looking_changes_nothing(
    ada_client: Client, changed: Revision, report: SymptomReport
) -> None:
    ada_client.get(f"/me/changes/{changed.pk}/")
    report.refresh_from_db()
    assert (report.leg, report.version) == (9, 2)


def test_a_deleted_report_comes_back(ada_client: Client, report: SymptomReport) -> None:
    deleted = ada_client.post(f"/check-in/{report.pk}/delete/")
    response = ada_client.post(deleted["Location"], follow=True)
    assertContains(response, "It is back.")
    assertContains(response, f'href="/check-in/{report.pk}/edit/"')
    report.refresh_from_db()
    assert (report.deleted_at, report.note, report.leg) == (None, "First", 4)


def test_a_session_comes_back_as_it_was(
    ada_client: Client, changed_session: Revision, session: ExerciseSession
) -> None:
    page = ada_client.get(f"/me/changes/{changed_session.pk}/")
    days = then_and_now("Thursday, November 12, 2026", "Tuesday, November 10, 2026")
    assertContains(page, days)
    assertContains(page, then_and_now("0", "2"))
    response = ada_client.post(f"/me/changes/{changed_session.pk}/")
    assertRedirects(response, f"/sessions/{session.pk}/")
    session.refresh_from_db()
    assert (session.performed_on, session.note) == (TODAY, "")
    logs = [(g.sets_done, g.state, g.skip_reason) for g in session.logs.all()]
    assert logs == [(0, "to-do", ""), (0, "skipped", "time")]
    assert session.symptom_reports.get().reported_on == TODAY
    assert session.revisions.count() == 2


def test_reports_go_back_to_the_days_they_stood_on(
    ada_client: Client, session: ExerciseSession
) -> None:
    """Moving on, one was held at today; moving back, it does not slip a day."""
    session.performed_on = TODAY - DAY
    session.save()
    session.symptom_reports.update(reported_on=TODAY - DAY)
    make_report(session.member, session=session, moment="morning", reported_on=TODAY)
    sent = {"version": "1", "performed_on": "2026-11-12", "sets_1": "0", "sets_2": "0"}
    ada_client.post(f"/sessions/{session.pk}/edit/", sent)
    ada_client.post(session.revisions.get().get_absolute_url())
    days = dict(session.symptom_reports.values_list("moment", "reported_on"))
    assert days == {"before": TODAY - DAY, "morning": TODAY}


def test_the_session_edit_page_lists_earlier_versions(
    ada_client: Client, changed_session: Revision, session: ExerciseSession
) -> None:
    response = ada_client.get(f"/sessions/{session.pk}/edit/")
    assertContains(response, "before: Thursday, November 12, 0 sets done")
    assertContains(response, f'href="/me/changes/{changed_session.pk}/"')


def test_a_report_of_a_deleted_session_waits_for_its_session(
    ada_client: Client, session: ExerciseSession
) -> None:
    report = session.symptom_reports.get()
    deleted = ada_client.post(f"/check-in/{report.pk}/delete/")
    ada_client.post(f"/sessions/{session.pk}/delete/")
    sentence = "Its session is deleted. Bring the session back first."
    assertContains(ada_client.get(deleted["Location"]), sentence)
    response = ada_client.post(deleted["Location"])
    assertContains(response, sentence, status_code=409)
    assertNotContains(response, "Bring it back", status_code=409)
    report.refresh_from_db()
    assert report.deleted_at is not None


def test_a_report_whose_moment_is_taken_cannot_come_back(
    ada_client: Client, session: ExerciseSession
) -> None:
    report = session.symptom_reports.get()
    deleted = ada_client.post(f"/check-in/{report.pk}/delete/")
    make_report(session.member, session=session, moment="before")
    response = ada_client.post(deleted["Location"])
    sentence = "There is a newer report of that moment."
    assertContains(response, sentence, status_code=409)
    assert session.symptom_reports.kept().count() == 1


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_finds_and_changes_nothing(
    bea_client: Client, changed: Revision, report: SymptomReport, method: str
) -> None:
    response = getattr(bea_client, method)(f"/me/changes/{changed.pk}/")
    assert response.status_code == 404
    report.refresh_from_db()
    assert (report.leg, report.version) == (9, 2)


def test_a_visitor_is_sent_to_sign_in(client: Client, changed: Revision) -> None:
    address = f"/me/changes/{changed.pk}/"
    login = f"/accounts/login/?next={address}"
    assertRedirects(client.get(address), login, fetch_redirect_response=False)


def counted(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_many_versions_cost_no_query_more(
    ada_client: Client,
    changed: Revision,
    changed_session: Revision,
    report: SymptomReport,
    session: ExerciseSession,
) -> None:
    """Also with many deleted things in the history."""
    ended = NOON - dt.timedelta(minutes=20)
    ExerciseSession.objects.update(started_at=ended, finished_at=ended)
    addresses = [
        f"/me/changes/{changed.pk}/",
        f"/me/changes/{changed_session.pk}/",
        f"/check-in/{report.pk}/edit/",
        f"/sessions/{session.pk}/edit/",
        f"/sessions/{session.pk}/report/after-10/",
        "/sessions/",
    ]
    ada_client.post(f"/check-in/{make_report(session.member).pk}/delete/")
    before = [counted(ada_client, address) for address in addresses]
    for leg in range(8):
        version = SymptomReport.objects.get(pk=report.pk).version
        sent = report_answers(version=str(version), leg=str(leg))
        ada_client.post(f"/check-in/{report.pk}/edit/", sent)
        other = make_report(session.member)
        ada_client.post(f"/check-in/{other.pk}/delete/")
        ada_client.post(f"/check-in/{other.pk}/edit/", report_answers(version="2"))
        ada_client.post(f"/check-in/{make_report(session.member).pk}/delete/")
    assert [counted(ada_client, address) for address in addresses] == before
    assert max(before) <= MOST
