"""Changing and deleting a report."""

import uuid

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import TODAY, make_report
from tests.tracking.conftest import DAY, ENTRY, NOON, report_answers
from tracking.models import ExerciseSession, Revision, SymptomReport


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
    assertContains(response, "Wednesday, November 11, noon")
    assertNotContains(response, "Yes, the same")


def test_the_answers_change_and_the_moment_stays(
    ada_client: Client, report: SymptomReport
) -> None:
    sent = report_answers(version="1", leg="0", feeling=["none"])
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
    sent = report_answers(version="1")
    response = ada_client.post(f"/check-in/{report.pk}/edit/", sent)
    assertRedirects(response, f"/sessions/{session.pk}/")
    report.refresh_from_db()
    assert (report.session, report.moment) == (session, "before")


def test_a_wrong_answer_changes_nothing_and_what_was_sent_stays(
    ada_client: Client, report: SymptomReport
) -> None:
    sent = report_answers(version="1", back="8", leg="")
    response = ada_client.post(f"/check-in/{report.pk}/edit/", sent)
    sentence = "Choose a number from 0 to 10 for your leg."
    assertContains(response, sentence, count=2, status_code=422)
    assert 'id="id_back_8" required checked' in response.content.decode()
    report.refresh_from_db()
    assert (report.back, report.leg) == (3, 4)


def test_a_page_makes_no_second_report(
    ada_client: Client, report: SymptomReport
) -> None:
    sent = report_answers(version="1", entry=str(uuid.uuid4()))
    ada_client.post(f"/check-in/{report.pk}/edit/", sent)
    assert SymptomReport.objects.get().pk == report.pk


@pytest.mark.parametrize("version", ["", "0", "x", "99999999999999999999"])
def test_a_form_without_its_version_changes_nothing(
    ada_client: Client, report: SymptomReport, version: str
) -> None:
    sent = report_answers(version=version)
    response = ada_client.post(f"/check-in/{report.pk}/edit/", sent)
    sentence = "This page is out of date. Open it again."
    assertContains(response, sentence, status_code=422)
    report.refresh_from_db()
    assert (report.note, report.version) == ("First words", 1)


def test_deleting_asks_first(ada_client: Client, report: SymptomReport) -> None:
    response = ada_client.get(f"/check-in/{report.pk}/delete/")
    assertContains(response, "Delete this report?")
    words = "back 3, leg 4, as far as: left lower leg, with numbness."
    assertContains(response, words)
    assert SymptomReport.objects.exists()


def test_a_deleted_report_leaves_every_page_at_once(
    ada_client: Client, report: SymptomReport
) -> None:
    response = ada_client.post(f"/check-in/{report.pk}/delete/", follow=True)
    assertContains(response, "The report is deleted.")
    assertContains(response, "Bring it back")
    report.refresh_from_db()
    assert report.deleted_at == NOON
    for address in ("/today/", "/progress/", "/check-in/", "/sessions/?page=1"):
        assertNotContains(ada_client.get(address), str(report.pk))
    assertNotContains(ada_client.get("/check-in/"), "Yes, the same")
    assert ada_client.get("/progress/").context["asked"].better.leg.pain.scores == ()


def test_deleting_twice_leads_to_the_same_page(
    ada_client: Client, report: SymptomReport
) -> None:
    first = ada_client.post(f"/check-in/{report.pk}/delete/")
    second = ada_client.post(f"/check-in/{report.pk}/delete/")
    assertRedirects(second, first["Location"])
    assert Revision.objects.count() == 1


def test_the_edit_page_of_a_deleted_report_offers_to_bring_it_back(
    ada_client: Client, report: SymptomReport
) -> None:
    deleted = ada_client.post(f"/check-in/{report.pk}/delete/")
    assertRedirects(ada_client.get(f"/check-in/{report.pk}/edit/"), deleted["Location"])


def test_a_deleted_check_in_sent_again_says_so_and_stays_deleted(
    ada_client: Client,
) -> None:
    ada_client.post("/check-in/", report_answers())
    ada_client.post(f"/check-in/{ENTRY}/delete/")
    response = ada_client.post("/check-in/", report_answers())
    assertContains(response, "This is deleted by now", status_code=409)
    assertContains(response, "After a long drive", status_code=409)
    assert SymptomReport.objects.get().deleted_at == NOON


def test_deleting_a_report_keeps_its_session(
    ada_client: Client, session: ExerciseSession
) -> None:
    session.finished_at = timezone.now()
    session.save()
    report = session.symptom_reports.get()
    ada_client.post(f"/check-in/{report.pk}/delete/")
    response = ada_client.get(f"/sessions/{session.pk}/")
    assertNotContains(response, str(report.pk))
    add = f"/sessions/{session.pk}/report/before/"
    head = f'Before<br><a href="{add}">Add it<span class="vh">: Before</span></a>'
    row = f'<tr><th scope="row">{head}</th>' + "<td>–</td>" * 4 + "</tr>"
    assertContains(response, row, html=True)
    assertNotContains(ada_client.get("/sessions/"), "Before: back")


def test_extra_fields_change_nothing(
    ada_client: Client, ada: Member, bea: Member, report: SymptomReport
) -> None:
    extra = {
        "member": str(bea.pk),
        "member_id": str(bea.pk),
        "reported_on": "2020-01-01",
        "reported_at": "2030-01-01T00:00:00Z",
        "moment": "before",
        "is_staff": "on",
        "deleted_at": "2020-01-01",
    }
    ada_client.post("/check-in/", report_answers(**extra))
    made = SymptomReport.objects.get(pk=ENTRY)
    assert (made.member, made.reported_on, made.reported_at) == (ada, TODAY, NOON)
    assert (made.moment, made.deleted_at) == ("check-in", None)
    sent = report_answers(version="1", **extra)
    ada_client.post(f"/check-in/{report.pk}/edit/", sent)
    report.refresh_from_db()
    assert (report.member, report.version) == (ada, 2)
    assert (report.reported_on, report.reported_at) == (TODAY - DAY, NOON - DAY)
    ada.refresh_from_db()
    assert not ada.is_staff
