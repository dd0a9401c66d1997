import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories import make_phase, make_program

pytestmark = pytest.mark.django_db


def test_a_program_is_listed_with_its_stages(client: Client) -> None:
    program = make_program(slug="sciatica-12-weeks", title="12 weeks")
    make_phase(program, title="Calm", aim="Settle your leg.")
    page = client.get("/programs/").text
    assert '<a href="/programs/sciatica-12-weeks/">12 weeks</a>' in page
    assert "<b>Calm:</b> Settle your leg." in page


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_only_published_programs_are_listed(client: Client, status: str) -> None:
    make_program(title="Secret", status=status)
    page = client.get("/programs/").text
    assert "Secret" not in page
    assert "There is no program here yet." in page


def test_the_list_of_programs_takes_no_post(client: Client) -> None:
    assert client.post("/programs/").status_code == 405


@pytest.mark.parametrize("size", [1, 4])
def test_queries_do_not_grow_with_the_programs(
    client: Client, size: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(size):
        make_phase(make_program())
    with django_assert_num_queries(3):
        client.get("/programs/")
