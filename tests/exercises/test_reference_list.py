import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.exercises.whole_pages import CANARIES, is_harmless
from tests.factories import make_reference

pytestmark = pytest.mark.django_db


def test_a_reference_is_listed_with_what_it_found(client: Client) -> None:
    make_reference(key="long2004", found="It *helped* a little.")
    page = client.get("/references/").text
    assert '<a href="/references/long2004/">Long and others, 2004</a>' in page
    assert "Randomized trial. Studied in sciatica: in part." in page
    assert "<p>It <em>helped</em> a little.</p>" in page


def test_an_empty_list_says_so(client: Client) -> None:
    assert "No study is listed yet." in client.get("/references/").text


def test_the_list_of_references_takes_no_post(client: Client) -> None:
    assert client.post("/references/").status_code == 405


def test_canaries_come_out_harmless(client: Client) -> None:
    make_reference(title=CANARIES, found=CANARIES)
    assert is_harmless(client.get("/references/").text)


@pytest.mark.parametrize("size", [1, 6])
def test_queries_do_not_grow_with_the_references(
    client: Client, size: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(size):
        make_reference()
    with django_assert_num_queries(2):
        client.get("/references/")
