import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.exercises.whole_pages import CANARIES, is_harmless, make_statement
from tests.factories import make_exercise

pytestmark = pytest.mark.django_db


@pytest.fixture
def library() -> None:
    make_exercise(
        title="Lying press-up",
        also_known_as="McKenzie",
        position="front",
        direction="extension",
        stages="calm, restore",
    )
    make_exercise(
        title="Knees to chest",
        kind="stretch",
        summary="Curls your back.",
        direction="flexion",
        stages="calm",
    )
    make_exercise(title="Dead bug", stages="strengthen")


def titles(client: Client, query: str) -> list[str]:
    page = client.get(f"/exercises/?{query}").text
    cards = ("Lying press-up", "Knees to chest", "Dead bug")
    return [title for title in cards if f">{title}</a>" in page]


@pytest.mark.usefixtures("library")
def test_the_library_shows_all_exercises_and_counts_them(client: Client) -> None:
    page = client.get("/exercises/").text
    assert page.count('<article class="card xcard') == 3
    assert "3 exercises" in page


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=stretch", ["Knees to chest"]),
        ("position=front", ["Lying press-up"]),
        ("direction=flexion", ["Knees to chest"]),
        ("stage=calm", ["Lying press-up", "Knees to chest"]),
        ("stage=calm&direction=extension", ["Lying press-up"]),
        ("q=PRESS", ["Lying press-up"]),
        ("q=mckenzie", ["Lying press-up"]),
        ("q=curls+back", ["Knees to chest"]),
        ("q=curls+press", []),
        ("q=%25", []),
    ],
)
def test_filters_narrow_the_library(
    client: Client, query: str, found: list[str]
) -> None:
    assert titles(client, query) == found


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("name", ["kind", "position", "direction", "stage"])
def test_a_wrong_value_is_left_out_with_a_sentence(client: Client, name: str) -> None:
    response = client.get(f"/exercises/?{name}=nonsense")
    assert response.status_code == 200
    assert "That choice is not in this list, so it was left out." in response.text
    assert "3 exercises" in response.text


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("query", ["q=" + "x" * 81, "q=%00"])
def test_a_search_that_cannot_be_is_left_out(client: Client, query: str) -> None:
    response = client.get(f"/exercises/?{query}")
    assert response.status_code == 200
    assert "3 exercises" in response.text


def test_an_empty_result_has_a_way_back(client: Client) -> None:
    page = client.get("/exercises/?q=zzz").text
    assert "0 exercises" in page
    assert "No exercise fits all of these choices." in page
    assert '<a href="/exercises/">Show all exercises</a>' in page


@pytest.mark.usefixtures("library")
def test_htmx_gets_the_results_and_the_count_alone(
    client: Client, htmx: dict[str, str]
) -> None:
    response = client.get("/exercises/?kind=stretch", headers=htmx)
    assert "<h1" not in response.text
    assert "Knees to chest" in response.text
    assert 'hx-swap-oob="innerHTML:#count"' in response.text
    assert "1 exercise" in response.text
    assert "HX-Request" in response["Vary"]


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_only_published_exercises_are_listed(client: Client, status: str) -> None:
    make_exercise(title="Secret", status=status)
    make_exercise(title="Secret draft", status="draft", draft_of=make_exercise())
    page = client.get("/exercises/").text
    assert "Secret" not in page
    assert "1 exercise" in page


def test_the_library_takes_no_post(client: Client) -> None:
    assert client.post("/exercises/").status_code == 405


def test_canaries_come_out_harmless(client: Client) -> None:
    make_exercise(title=CANARIES[:120], summary=CANARIES)
    assert is_harmless(client.get("/exercises/", {"q": CANARIES[:80]}).text)
    assert is_harmless(client.get("/exercises/", {"kind": CANARIES}).text)


@pytest.mark.parametrize("size", [1, 8])
def test_queries_do_not_grow_with_the_library(
    client: Client, size: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(size):
        make_statement(exercise=make_exercise(), certainty="low")
    with django_assert_num_queries(2):
        client.get("/exercises/")
