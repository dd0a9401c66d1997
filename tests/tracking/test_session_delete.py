from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.factories import make_report
from tests.tracking.conftest import note_days
from tracking.models import ExerciseSession, Revision


def test_it_asks_first_and_deletes_nothing(
    ada_client: Client, session: ExerciseSession
) -> None:
    response = ada_client.get(f"/sessions/{session.pk}/delete/")
    assertContains(response, "Delete this session?")
    assertContains(response, "Thursday, November 12")
    session.refresh_from_db()
    assert session.deleted_at is None


def test_the_session_leaves_every_page_with_its_reports(
    ada_client: Client, session: ExerciseSession
) -> None:
    report = session.symptom_reports.get()
    session.finished_at = timezone.now()
    session.save()
    response = ada_client.post(f"/sessions/{session.pk}/delete/", follow=True)
    assertContains(response, "The session is deleted.")
    assertContains(response, "Bring it back")
    for address in ("/today/", "/progress/", "/sessions/start/", "/check-in/"):
        response = ada_client.get(address)
        assertNotContains(response, str(session.pk))
        assertNotContains(response, str(report.pk))
    assertContains(ada_client.get("/sessions/"), "Nothing noted yet")
    assert ada_client.get("/today/").context["today"].sessions_this_week == 0
    for page in ("", "finish/", "play/1/", "report/after-10/"):
        assert ada_client.get(f"/sessions/{session.pk}/{page}").status_code == 404
    assert ada_client.get("/progress/").context["asked"].better.leg.pain.scores == ()


def test_its_reports_leave_the_chart_and_come_back_with_it(
    ada_client: Client, session: ExerciseSession
) -> None:
    session.symptom_reports.update(leg=9)
    note_days(session.member, [4, 4, 4, 4])

    def today_leg() -> int:
        asked = ada_client.get("/progress/").context["asked"]
        leg: int = asked.better.leg.pain.scores[-1]
        return leg

    assert today_leg() == 9
    deleted = ada_client.post(f"/sessions/{session.pk}/delete/")
    assert today_leg() == 4
    response = ada_client.post(deleted["Location"])
    assertRedirects(response, f"/sessions/{session.pk}/")
    assert today_leg() == 9


def test_a_report_deleted_before_its_session_stays_deleted(
    ada_client: Client, session: ExerciseSession
) -> None:
    report = make_report(session.member, session=session, moment="after")
    ada_client.post(f"/check-in/{report.pk}/delete/")
    deleted = ada_client.post(f"/sessions/{session.pk}/delete/")
    ada_client.post(deleted["Location"])
    report.refresh_from_db()
    assert report.deleted_at is not None
    assert session.symptom_reports.kept().get().moment == "before"


def test_a_second_sending_leads_to_the_same_page(
    ada_client: Client, session: ExerciseSession
) -> None:
    first = ada_client.post(f"/sessions/{session.pk}/delete/")
    second = ada_client.post(f"/sessions/{session.pk}/delete/")
    assertRedirects(second, first["Location"])
    assert Revision.objects.count() == 1
