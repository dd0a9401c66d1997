from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from tests.factories import make_report, make_session
from tracking.models import ExerciseLog, ExerciseSession, SymptomReport


def test_it_asks_first_and_deletes_nothing(
    ada_client: Client, session: ExerciseSession
) -> None:
    response = ada_client.get(f"/sessions/{session.pk}/delete/")
    assertContains(response, "Delete this session?")
    assertContains(response, "Thursday, November 12")
    assert ExerciseSession.objects.exists()


def test_the_session_goes_with_its_logs_and_reports(
    ada_client: Client, session: ExerciseSession
) -> None:
    other = make_session(session.member)
    check_in = make_report(session.member)
    response = ada_client.post(f"/sessions/{session.pk}/delete/")
    assertRedirects(response, "/sessions/")
    assert ExerciseSession.objects.get() == other
    assert SymptomReport.objects.get() == check_in
    assert not ExerciseLog.objects.exists()


def test_a_second_sending_finds_nothing(
    ada_client: Client, session: ExerciseSession
) -> None:
    ada_client.post(f"/sessions/{session.pk}/delete/")
    assert ada_client.post(f"/sessions/{session.pk}/delete/").status_code == 404
