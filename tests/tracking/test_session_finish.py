import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import make_report, make_screen
from tests.tracking.conftest import ENTRY, report_answers
from tests.tracking.side_by_side import both
from tracking.models import ExerciseSession, SymptomReport


@pytest.fixture
def address(session: ExerciseSession) -> str:
    return f"/sessions/{session.pk}/finish/"


@pytest.fixture
def detail(session: ExerciseSession) -> str:
    return f"/sessions/{session.pk}/"


def test_nothing_is_ticked_beforehand(ada_client: Client, address: str) -> None:
    response = ada_client.get(address)
    assertContains(response, "How is it now?")
    assertNotContains(response, "checked")


def test_it_ends_the_session_and_keeps_the_report_after(
    ada_client: Client, session: ExerciseSession, address: str, detail: str
) -> None:
    response = ada_client.post(address, report_answers(leg="2"))
    assertRedirects(response, detail)
    session.refresh_from_db()
    assert session.finished_at == timezone.now()
    after = session.symptom_reports.get(moment="after")
    assert (after.pk, after.leg, after.member) == (ENTRY, 2, session.member)


def test_a_wrong_answer_ends_nothing(
    ada_client: Client, session: ExerciseSession, address: str
) -> None:
    response = ada_client.post(address, report_answers(leg=""))
    sentence = "Choose a number from 0 to 10 for your leg."
    assertContains(response, sentence, count=2, status_code=422)
    session.refresh_from_db()
    assert session.finished_at is None
    assert not SymptomReport.objects.filter(moment="after").exists()


def test_the_same_form_twice_is_harmless(
    ada_client: Client, session: ExerciseSession, address: str, detail: str
) -> None:
    ada_client.post(address, report_answers())
    response = ada_client.post(address, report_answers())
    assertRedirects(response, detail)
    assert session.symptom_reports.filter(moment="after").count() == 1


def test_other_answers_after_the_end_show_both(
    ada_client: Client, session: ExerciseSession, address: str
) -> None:
    ada_client.post(address, report_answers())
    response = ada_client.post(address, report_answers(leg="9"))
    assertContains(response, both("4", "9"), status_code=409)
    assertContains(response, f'action="/check-in/{ENTRY}/edit/"', status_code=409)
    assert session.symptom_reports.get(moment="after").leg == 4


def test_a_finished_session_shows_its_page(
    ada_client: Client, address: str, detail: str
) -> None:
    ada_client.post(address, report_answers())
    assertRedirects(ada_client.get(address), detail)


def test_yes_the_same_ends_it_too(
    ada_client: Client, session: ExerciseSession, address: str, detail: str
) -> None:
    before = session.symptom_reports.get()
    before.places = ["l1"]
    before.save()
    response = ada_client.post(address, {"entry": str(ENTRY), "same": str(before.pk)})
    assertRedirects(response, detail)
    assert session.symptom_reports.get(moment="after").places == ["l1"]


def test_locked_a_session_can_still_be_ended(
    ada_client: Client, session: ExerciseSession, address: str, detail: str
) -> None:
    make_screen(session.member, outcome="emergency")
    assert ada_client.get(address).status_code == 200
    assertRedirects(ada_client.post(address, report_answers()), detail)


def test_the_number_of_another_member_is_not_found_and_ends_nothing(
    ada_client: Client, session: ExerciseSession, address: str, bea: Member
) -> None:
    make_report(bea, pk=ENTRY)
    assert ada_client.post(address, report_answers()).status_code == 404
    session.refresh_from_db()
    assert session.finished_at is None


def test_a_session_can_be_ended_with_exercises_to_do(
    ada_client: Client, session: ExerciseSession, address: str
) -> None:
    ada_client.post(address, report_answers())
    assert [log.state for log in session.logs.all()] == ["to-do", "to-do"]
