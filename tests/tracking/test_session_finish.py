import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import TODAY, make_report, make_screen
from tests.tracking.conftest import (
    ENTRY,
    left_out,
    report_answers,
    set_done,
    yes_the_same,
)
from tests.tracking.side_by_side import both
from tracking.models import ExerciseSession, SymptomReport
from tracking.phase_facts import known


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
    response = ada_client.post(address, yes_the_same(ada_client, address))
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


@pytest.fixture
def nothing_done(
    ada_client: Client, session: ExerciseSession, address: str
) -> ExerciseSession:
    """Both exercises left out, and the session ended."""
    for position in (1, 2):
        play = f"/sessions/{session.pk}/play/{position}/"
        assert ada_client.post(play, left_out()).status_code == 302
    ada_client.post(address, report_answers())
    return session


def test_with_nothing_done_it_does_not_count_and_is_no_fault(
    ada_client: Client, nothing_done: ExerciseSession, detail: str
) -> None:
    assertContains(ada_client.get(detail), "Nothing was done, so it does not count")
    assertNotContains(ada_client.get(detail), "you can note it here")
    today = ada_client.get("/today/")
    assertContains(today, "Enough for today")
    assertContains(today, "Try again")
    assertContains(today, "0 sessions done.")
    assertNotContains(today, "You did 1 session today.")
    assertNotContains(today, "Thursday 12, done")
    enrollment = nothing_done.enrollment
    assert enrollment is not None
    assert known(enrollment, TODAY).session_days == 0
    kept = ada_client.get("/progress/").context["asked"].kept
    assert kept.table.rows[0].cells[-1] == "0 so far"


def test_1_set_is_enough_to_count(
    ada_client: Client, session: ExerciseSession, address: str, detail: str
) -> None:
    ada_client.post(f"/sessions/{session.pk}/play/1/", set_done(1))
    ada_client.post(address, report_answers())
    assertNotContains(ada_client.get(detail), "Nothing was done")
    assertContains(ada_client.get(detail), "you can note it here", count=2)
    today = ada_client.get("/today/")
    assertContains(today, "You did 1 session today.")
    assertContains(today, "1 session done.")
    assertContains(today, "Thursday 12, done")
    enrollment = session.enrollment
    assert enrollment is not None
    assert known(enrollment, TODAY).session_days == 1
    kept = ada_client.get("/progress/").context["asked"].kept
    assert kept.table.rows[0].cells[-1] == "1 so far"


def test_put_right_later_it_counts(
    ada_client: Client, nothing_done: ExerciseSession
) -> None:
    nothing_done.refresh_from_db()
    sent = {
        "version": str(nothing_done.version),
        "performed_on": TODAY.isoformat(),
        "sets_1": "1",
        "sets_2": "0",
    }
    response = ada_client.post(f"/sessions/{nothing_done.pk}/edit/", sent)
    assert response.status_code == 302
    assertContains(ada_client.get("/today/"), "You did 1 session today.")
