"""Changing and deleting a report."""

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import TODAY, make_report
from tests.tracking.conftest import DAY, NOON, report_answers
from tracking.models import ExerciseSession, SymptomReport


@pytest.fixture
def report(ada: Member) -> SymptomReport:
    return make_report(
        ada,
        places=["l4"],
        numbness=True,
        note="First words",
        reported_on=TODAY - DAY,
        reported_at=NOON - DAY,
    )


def test_the_form_holds_what_was_noted(
    ada_client: Client, report: SymptomReport
) -> None:
    response = ada_client.get(f"/check-in/{report.pk}/edit/")
    html = response.content.decode()
    assert 'name="place" value="l4" checked' in html
    assert 'value="3" id="id_back_3" required checked' in html
    assert 'value="numbness" id="id_feeling_1" checked' in html
    assertContains(response, "First words")
    assertContains(response, "Wednesday, November 11, 12:00 PM")
    assertNotContains(response, "Yes, the same")


def test_the_answers_change_and_the_moment_stays(
    ada_client: Client, report: SymptomReport
) -> None:
    sent = report_answers(entry=str(report.pk), leg="0", feeling=["none"])
    response = ada_client.post(f"/check-in/{report.pk}/edit/", sent)
    assertRedirects(response, "/sessions/")
    report.refresh_from_db()
    assert (report.leg, report.numbness, report.places) == (0, False, sent["place"])
    assert (report.left, report.right, report.note) == (3, 1, "After a long drive")
    assert (report.reported_on, report.reported_at) == (TODAY - DAY, NOON - DAY)


def test_a_report_of_a_session_leads_back_to_it(
    ada_client: Client, session: ExerciseSession
) -> None:
    report = session.symptom_reports.get()
    response = ada_client.post(f"/check-in/{report.pk}/edit/", report_answers())
    assertRedirects(response, f"/sessions/{session.pk}/")
    report.refresh_from_db()
    assert (report.session, report.moment) == (session, "before")


def test_a_wrong_answer_changes_nothing_and_what_was_sent_stays(
    ada_client: Client, report: SymptomReport
) -> None:
    sent = report_answers(back="8", leg="")
    response = ada_client.post(f"/check-in/{report.pk}/edit/", sent)
    sentence = "Choose a number from 0 to 10 for your leg."
    assertContains(response, sentence, count=2, status_code=422)
    assert 'id="id_back_8" required checked' in response.content.decode()
    report.refresh_from_db()
    assert (report.back, report.leg) == (3, 4)


def test_a_page_makes_no_second_report(
    ada_client: Client, report: SymptomReport
) -> None:
    ada_client.post(f"/check-in/{report.pk}/edit/", report_answers())
    assert SymptomReport.objects.get().pk == report.pk


def test_deleting_asks_first(ada_client: Client, report: SymptomReport) -> None:
    response = ada_client.get(f"/check-in/{report.pk}/delete/")
    assertContains(response, "Delete this report?")
    assertContains(response, "back 3, leg 4, as far as: left lower leg.")
    assert SymptomReport.objects.exists()


def test_a_deleted_report_is_gone(ada_client: Client, report: SymptomReport) -> None:
    kept = make_report(report.member)
    response = ada_client.post(f"/check-in/{report.pk}/delete/")
    assertRedirects(response, "/sessions/")
    assert SymptomReport.objects.get() == kept


def test_deleting_a_report_keeps_its_session(
    ada_client: Client, session: ExerciseSession
) -> None:
    session.finished_at = timezone.now()
    session.save()
    report = session.symptom_reports.get()
    response = ada_client.post(f"/check-in/{report.pk}/delete/")
    assertRedirects(response, f"/sessions/{session.pk}/")
    assert ExerciseSession.objects.exists()
