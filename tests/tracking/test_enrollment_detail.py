from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.factories import TODAY
from tests.tracking.conftest import DAY
from tracking.models import Enrollment, ExerciseSession, SymptomReport


def test_it_tells_what_is_followed(ada_client: Client, enrollment: Enrollment) -> None:
    response = ada_client.get(f"/me/enrollments/{enrollment.pk}/")
    assertContains(response, "<h1>12 weeks</h1>", html=True)
    assertContains(response, "November 5, 2026")
    assertContains(response, "<dd>Calm</dd>", html=True)
    assertContains(response, "No clear direction")
    assertContains(response, "Leave this program?")


def test_leaving_ends_it_today_and_keeps_the_record(
    ada_client: Client, session: ExerciseSession, enrollment: Enrollment
) -> None:
    response = ada_client.post(f"/me/enrollments/{enrollment.pk}/")
    assertRedirects(response, "/me/")
    enrollment.refresh_from_db()
    assert enrollment.ended_on == TODAY
    assert ExerciseSession.objects.get().enrollment == enrollment
    assert SymptomReport.objects.count() == 1


def test_leaving_twice_keeps_the_first_day(
    ada_client: Client, enrollment: Enrollment
) -> None:
    Enrollment.objects.update(ended_on=TODAY - DAY)
    assertRedirects(ada_client.post(f"/me/enrollments/{enrollment.pk}/"), "/me/")
    enrollment.refresh_from_db()
    assert enrollment.ended_on == TODAY - DAY


def test_a_program_that_was_left_cannot_be_left_again(
    ada_client: Client, enrollment: Enrollment
) -> None:
    enrollment.leave(TODAY)
    response = ada_client.get(f"/me/enrollments/{enrollment.pk}/")
    assertNotContains(response, "Leave this program?")
    assertContains(response, "November 12, 2026")


def test_after_leaving_today_offers_no_exercise(
    ada_client: Client, session: ExerciseSession, enrollment: Enrollment
) -> None:
    enrollment.leave(TODAY)
    response = ada_client.get("/today/")
    assertContains(response, "You follow no program yet")
    assertNotContains(response, "Bridge")
