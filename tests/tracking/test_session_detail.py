from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from portal.accounts.models import Member
from tests.factories import make_report, make_session
from tracking.models import ExerciseSession


def test_a_finished_session_tells_what_was_done_and_how_it_felt(
    ada_client: Client, session: ExerciseSession
) -> None:
    session.finished_at = timezone.now()
    session.note = "Slept badly"
    session.save()
    session.logs.filter(position=1).update(sets_done=1, state="partly")
    session.logs.filter(position=2).update(state="skipped", skip_reason="time")
    make_report(session.member, session=session, moment="after", leg=2, left=3)
    response = ada_client.get(f"/sessions/{session.pk}/")
    assertContains(response, "<h1>Your session</h1>", html=True)
    assertContains(response, "Thursday, November 12, Calm")
    assertContains(response, "1 of 2 sets done")
    assertContains(response, "skipped: no time")
    assertContains(response, "Slept badly")
    assertContains(
        response,
        "Leg pain went from 4 to 2. It moved up: from left lower leg to left thigh.",
    )


def test_before_and_after_stand_side_by_side(
    ada_client: Client, session: ExerciseSession
) -> None:
    make_report(session.member, session=session, moment="after", back=0, leg=2)
    response = ada_client.get(f"/sessions/{session.pk}/")
    back = '<tr><th scope="row">Back</th><td>3</td><td>0</td></tr>'
    leg = '<tr><th scope="row">Leg</th><td>4</td><td>2</td></tr>'
    assertContains(response, back, html=True)
    assertContains(response, leg, html=True)
    for report in session.symptom_reports.all():
        assertContains(response, f'href="/check-in/{report.pk}/edit/"')


def test_an_open_session_can_be_carried_on(
    ada_client: Client, session: ExerciseSession
) -> None:
    response = ada_client.get(f"/sessions/{session.pk}/")
    assertContains(response, "This session is open")
    assertContains(response, f'href="/sessions/{session.pk}/play/1/"')
    assertContains(response, f'href="/sessions/{session.pk}/finish/"')
    assertNotContains(response, "Leg pain")


def test_a_session_without_reports_shows_dashes(
    ada_client: Client, session: ExerciseSession
) -> None:
    session.symptom_reports.all().delete()
    response = ada_client.get(f"/sessions/{session.pk}/")
    row = '<tr><th scope="row">Leg</th><td>–</td><td>–</td></tr>'
    assertContains(response, row, html=True)
    assertNotContains(response, "/check-in/")


def test_a_note_is_shown_as_it_was_typed(ada_client: Client, ada: Member) -> None:
    session = make_session(ada, note="<b>less</b>\nthan before")
    response = ada_client.get(f"/sessions/{session.pk}/")
    assertContains(response, "&lt;b&gt;less&lt;/b&gt;<br>than before")
