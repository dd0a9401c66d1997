"""Nobody sees or changes what is another member's."""

import pytest
from django.test import Client
from pytest_django.asserts import assertRedirects

from portal.accounts.models import Member
from tests.factories import make_report, make_screen
from tests.tracking.conftest import report_answers, set_done
from tracking.models import Enrollment, ExerciseSession, SymptomReport

PAGES = [
    "/today/",
    "/sessions/",
    "/sessions/start/",
    "/check-in/",
    "/safety/",
    "/progress/",
]
OBJECTS = [
    "/sessions/{session}/",
    "/sessions/{session}/edit/",
    "/sessions/{session}/delete/",
    "/sessions/{session}/play/1/",
    "/sessions/{session}/finish/",
    "/check-in/{report}/edit/",
    "/check-in/{report}/delete/",
    "/safety/{screen}/",
    "/me/enrollments/{enrollment}/",
]
READ_ONLY = {"/sessions/{session}/", "/safety/{screen}/"}


@pytest.fixture
def numbers(session: ExerciseSession, enrollment: Enrollment) -> dict[str, str]:
    """Of one of each thing of ada's."""
    return {
        "session": str(session.pk),
        "report": str(make_report(session.member).pk),
        "screen": str(session.member.safety_screens.get().pk),
        "enrollment": str(enrollment.pk),
    }


@pytest.mark.parametrize("pattern", OBJECTS)
def test_a_stranger_finds_nothing(
    bea_client: Client, bea: Member, numbers: dict[str, str], pattern: str
) -> None:
    make_screen(bea)
    address = pattern.format(**numbers)
    assert bea_client.get(address).status_code == 404
    if pattern not in READ_ONLY:
        assert bea_client.post(address, report_answers()).status_code == 404


@pytest.mark.parametrize("pattern", OBJECTS)
def test_a_stranger_changes_nothing(
    bea_client: Client,
    bea: Member,
    numbers: dict[str, str],
    pattern: str,
    session: ExerciseSession,
    enrollment: Enrollment,
) -> None:
    make_screen(bea)
    bea_client.post(
        pattern.format(**numbers), {**report_answers(), **set_done(1), "sets_1": 1}
    )
    session.refresh_from_db()
    enrollment.refresh_from_db()
    assert (session.finished_at, enrollment.ended_on) == (None, None)
    assert SymptomReport.objects.count() == 2
    assert not session.logs.exclude(sets_done=0).exists()


@pytest.mark.parametrize("address", PAGES)
def test_a_visitor_is_sent_to_sign_in_and_back(client: Client, address: str) -> None:
    response = client.get(address)
    login = f"/accounts/login/?next={address}"
    assertRedirects(response, login, fetch_redirect_response=False)


@pytest.mark.parametrize("address", PAGES)
def test_a_visitor_with_htmx_is_told_to_go_there(
    client: Client, htmx: dict[str, str], address: str
) -> None:
    page = {"HX-Current-URL": "http://testserver/progress/?period=all"}
    response = client.get(address, headers={**htmx, **page})
    assert response.status_code == 200
    assert response["HX-Redirect"] == (
        "/accounts/login/?next=/progress/%3Fperiod%3Dall"
    )
    assert response.content == b""


def test_htmx_from_elsewhere_comes_back_to_the_start(
    client: Client, htmx: dict[str, str]
) -> None:
    page = {"HX-Current-URL": "https://other.example/progress/"}
    response = client.get("/progress/", headers={**htmx, **page})
    assert response["HX-Redirect"] == "/accounts/login/?next=/"


@pytest.mark.parametrize("pattern", [*PAGES, *OBJECTS])
def test_a_page_of_a_member_is_stored_nowhere(
    ada_client: Client, numbers: dict[str, str], pattern: str
) -> None:
    response = ada_client.get(pattern.format(**numbers))
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
