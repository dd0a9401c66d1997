"""A member's pages show a figure, else the uploaded picture, else words alone."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from exercises.models import Exercise, Picture
from portal.accounts.models import Member
from tests.exercises.uploads import make_picture
from tracking.models import ExerciseSession

PAGES = ["today", "sheet", "player"]

pytestmark = pytest.mark.usefixtures("enrolled_ada")


@pytest.fixture(params=PAGES)
def address(request: pytest.FixtureRequest, session: ExerciseSession) -> str:
    return {
        "today": "/today/",
        "sheet": "/sessions/sheet/",
        "player": f"/sessions/{session.pk}/play/1/",
    }[request.param]


@pytest.fixture
def photographed(enrolled_ada: Member) -> Picture:
    """Each of ada's exercises has a picture, and none a figure."""
    picture = make_picture()
    Exercise.objects.update(picture=picture, figure="")
    return picture


def read(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.text


def test_a_figure_is_drawn(ada_client: Client, address: str) -> None:
    Exercise.objects.update(figure="bridge", picture=make_picture())
    page = read(ada_client, address)
    assert '<svg class="xfig' in page
    assert "<img class=" not in page


def test_without_a_figure_the_picture_is_shown(
    ada_client: Client, photographed: Picture, address: str
) -> None:
    Exercise.objects.filter(slug="walk").update(figure="trapeze")
    page = read(ada_client, address)
    assert page.count(f'<img class="photo" src="{photographed.file.url}"') >= 1


def test_without_either_the_words_stand_alone(ada_client: Client, address: str) -> None:
    page = read(ada_client, address)
    assert "Bridge" in page
    assert "<img class=" not in page


def test_pictures_take_no_further_queries(
    ada_client: Client,
    address: str,
    django_assert_num_queries: DjangoAssertNumQueries,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    read(ada_client, address)
    with django_assert_max_num_queries(40) as without:
        read(ada_client, address)
    Exercise.objects.update(picture=make_picture())
    with django_assert_num_queries(len(without)):
        read(ada_client, address)
