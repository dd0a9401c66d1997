"""Which way eases the leg can be changed after joining."""

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from exercises.models import Prescription
from tests.factories import TODAY
from tracking.models import Enrollment


@pytest.fixture
def address(enrollment: Enrollment) -> str:
    return f"/me/enrollments/{enrollment.pk}/track/"


def test_the_program_page_leads_to_it(
    ada_client: Client, enrollment: Enrollment, address: str
) -> None:
    page = ada_client.get(f"/me/enrollments/{enrollment.pk}/")
    assertContains(page, f'href="{address}"')
    assertContains(ada_client.get(address), " checked", count=1)


def test_it_decides_about_the_next_session(
    ada_client: Client, enrollment: Enrollment, address: str
) -> None:
    Prescription.objects.filter(exercise__slug="walk").update(for_extension=False)
    response = ada_client.post(address, {"track": "extension"})
    assertRedirects(response, f"/me/enrollments/{enrollment.pk}/")
    enrollment.refresh_from_db()
    assert enrollment.track == "extension"
    slugs = [p.exercise.slug for p in enrollment.prescriptions_on(TODAY)]
    assert slugs == ["bridge"]


@pytest.mark.parametrize("track", ["", "sideways"])
def test_another_way_is_refused(
    ada_client: Client, enrollment: Enrollment, address: str, track: str
) -> None:
    assert ada_client.post(address, {"track": track}).status_code == 422
    enrollment.refresh_from_db()
    assert enrollment.track == "no-direction"


def test_a_program_that_was_left_has_none(
    ada_client: Client, enrollment: Enrollment, address: str
) -> None:
    enrollment.leave(TODAY)
    assert ada_client.get(address).status_code == 404
