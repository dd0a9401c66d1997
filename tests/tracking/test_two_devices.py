"""Who writes second is told, and sees both. Nothing is merged, nothing typed is lost."""

import re
from html import unescape

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import make_report
from tests.tracking.conftest import report_answers, set_done
from tests.tracking.side_by_side import both
from tracking.models import ExerciseSession, Revision, SymptomReport
from tracking.revising import MovedOn, change_report

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


@pytest.fixture
def report(ada: Member) -> SymptomReport:
    return make_report(ada, places=["l4"], note="First words")


@pytest.fixture
def address(report: SymptomReport) -> str:
    return f"/check-in/{report.pk}/edit/"


@pytest.fixture
def session_address(session: ExerciseSession) -> str:
    return f"/sessions/{session.pk}/edit/"


def session_answers(**changes: str) -> dict[str, str]:
    sent = {"version": "1", "performed_on": "2026-11-10", "note": "Knees bent"}
    return {**sent, "sets_1": "1", "sets_2": "1", **changes}


def hidden_fields(html: str) -> dict[str, list[str]]:
    """What the button "Save mine" sends."""
    form = html[html.index("Both, side by side") :]
    found: dict[str, list[str]] = {}
    for name, value in HIDDEN.findall(form):
        found.setdefault(name, []).append(unescape(value))
    return found


def test_the_edit_form_carries_the_version(
    ada_client: Client, report: SymptomReport, address: str
) -> None:
    SymptomReport.objects.update(version=7)
    field = '<input type="hidden" name="version" value="7" id="id_version">'
    assertContains(ada_client.get(address), field, html=True)


def test_the_second_writer_sees_both_field_by_field(
    ada_client: Client, report: SymptomReport, address: str
) -> None:
    ada_client.post(address, report_answers(version="1", leg="8", note="Phone"))
    sent = report_answers(version="1", leg="2", place=["r5"], note="Laptop")
    response = ada_client.post(address, sent)
    assertContains(response, "Which one to keep?", status_code=409)
    sentence = "Saved at noon on another device or tab"
    assertContains(response, sentence, status_code=409)
    for row in (
        both("lower back, left buttock, left thigh", "right foot"),
        both("3", "3"),
        both("8", "2"),
        both("Tingling", "Tingling"),
        both("Phone", "Laptop"),
    ):
        assertContains(response, row, status_code=409)
    assertContains(response, "differs", count=3, status_code=409)
    report.refresh_from_db()
    assert (report.leg, report.note, report.version) == (8, "Phone", 2)
    assert Revision.objects.count() == 1


def test_what_is_saved_can_be_kept(
    ada_client: Client, report: SymptomReport, address: str
) -> None:
    ada_client.post(address, report_answers(version="1", leg="8"))
    response = ada_client.post(address, report_answers(version="1", leg="2"))
    link = '<a class="btn alt" href="/sessions/">Keep what is saved</a>'
    assertContains(response, link, status_code=409, html=True)


def test_mine_can_be_saved_over_it_and_both_former_versions_are_kept(
    ada_client: Client, report: SymptomReport, address: str
) -> None:
    ada_client.post(address, report_answers(version="1", leg="8"))
    note = 'Line 1\r\nLine 2 "quoted" <b>'
    sent = report_answers(version="1", leg="2", place=["l1", "r5"], note=note)
    response = ada_client.post(address, sent)
    again = hidden_fields(response.content.decode())
    assert again["version"] == ["2"]
    assert again["place"] == ["l1", "r5"]
    assert again["note"] == [note]
    assertRedirects(ada_client.post(address, again), "/sessions/")
    report.refresh_from_db()
    assert (report.leg, report.note, report.places) == (2, note, ["l1", "r5"])
    legs = [revision.content["leg"] for revision in report.revisions.all()]
    assert sorted(legs) == [4, 8]


def test_a_third_change_meanwhile_asks_again(
    ada_client: Client, report: SymptomReport, address: str
) -> None:
    ada_client.post(address, report_answers(version="1", leg="8"))
    ada_client.post(address, report_answers(version="2", leg="9"))
    response = ada_client.post(address, report_answers(version="2", leg="2"))
    assertContains(response, both("9", "2"), status_code=409)


def test_the_same_answers_from_both_are_no_conflict(
    ada_client: Client, report: SymptomReport, address: str
) -> None:
    ada_client.post(address, report_answers(version="1", leg="8"))
    response = ada_client.post(address, report_answers(version="1", leg="8"))
    assertRedirects(response, "/sessions/")
    assert Revision.objects.count() == 1


def test_a_form_over_a_deleted_report_loses_nothing_typed(
    ada_client: Client, report: SymptomReport, address: str
) -> None:
    deleted = ada_client.post(f"/check-in/{report.pk}/delete/")
    response = ada_client.post(address, report_answers(version="1", note="Typed"))
    assertContains(response, "This is deleted by now", status_code=409)
    assertContains(response, "You typed:</span> Typed</dd>", status_code=409)
    assertContains(response, f'href="{deleted["Location"]}"', status_code=409)
    report.refresh_from_db()
    assert report.deleted_at is not None
    again = hidden_fields(response.content.decode())
    assertRedirects(ada_client.post(address, again), "/sessions/")
    assert SymptomReport.objects.kept().get().note == "Typed"


def test_a_form_over_a_report_of_a_deleted_session_says_what_to_do(
    ada_client: Client, session: ExerciseSession
) -> None:
    report = session.symptom_reports.get()
    deleted = ada_client.post(f"/sessions/{session.pk}/delete/")
    address = f"/check-in/{report.pk}/edit/"
    sent = report_answers(version="9", note="Typed")
    response = ada_client.post(address, sent)
    assertContains(response, "Bring the session back first.", status_code=409)
    assertContains(response, f'href="{deleted["Location"]}"', status_code=409)
    assertContains(response, "You typed:</span> Typed</dd>", status_code=409)
    assertNotContains(response, "Save mine", status_code=409)


def test_one_statement_decides_a_race(report: SymptomReport) -> None:
    """Both read version 1; the second finds it gone, and leaves no trace."""
    change_report(report, 1, {"leg": 8})
    with pytest.raises(MovedOn):
        change_report(report, 1, {"leg": 2})
    report.refresh_from_db()
    assert (report.leg, report.version) == (8, 2)
    assert Revision.objects.count() == 1


def test_a_session_changed_elsewhere_shows_both(
    ada_client: Client, session: ExerciseSession, session_address: str
) -> None:
    ada_client.post(session_address, session_answers(note="Phone"))
    sent = session_answers(note="Laptop", performed_on="2026-11-11", sets_1="0")
    response = ada_client.post(session_address, sent)
    for row in (
        both("Tuesday, November 10, 2026", "Wednesday, November 11, 2026"),
        both("Phone", "Laptop"),
        both("1", "0"),
    ):
        assertContains(response, row, status_code=409)
    keep = f'href="/sessions/{session.pk}/">Keep what is saved</a>'
    assertContains(response, keep, status_code=409)
    session.refresh_from_db()
    assert session.note == "Phone"
    again = hidden_fields(response.content.decode())
    assertRedirects(ada_client.post(session_address, again), f"/sessions/{session.pk}/")
    session.refresh_from_db()
    assert (session.note, session.version) == ("Laptop", 3)
    assert session.logs.get(position=1).sets_done == 0


def test_sets_done_meanwhile_are_not_overwritten(
    ada_client: Client, session: ExerciseSession, session_address: str
) -> None:
    ada_client.post(f"/sessions/{session.pk}/play/1/", set_done(2))
    response = ada_client.post(session_address, session_answers())
    assertContains(response, both("2", "1"), status_code=409)
    sentence = "It was changed on another device or tab"
    assertContains(response, sentence, status_code=409)
    assert session.logs.get(position=1).sets_done == 2


def test_a_form_over_a_deleted_session_loses_nothing_typed(
    ada_client: Client, session: ExerciseSession, session_address: str
) -> None:
    ada_client.post(f"/sessions/{session.pk}/delete/")
    response = ada_client.post(session_address, session_answers())
    assertContains(response, "You typed:</span> Knees bent</dd>", status_code=409)
    again = hidden_fields(response.content.decode())
    ada_client.post(session_address, again)
    session.refresh_from_db()
    assert (session.deleted_at, session.note) == (None, "Knees bent")
