from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from exercises.models import Exercise
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
        gear="mat, chair",
        sides="each",
        sets=3,
        reps=10,
        rest_seconds=30,
    )
    make_exercise(
        title="Knees to chest",
        kind="stretch",
        summary="Curls your back.",
        direction="flexion",
        stages="calm",
        gear="mat",
        minutes=5,
        sets=None,
        reps=None,
        hold_seconds=None,
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
        ("gear=chair", ["Lying press-up"]),
        ("gear=mat", ["Lying press-up", "Knees to chest"]),
        ("gear=nothing", ["Dead bug"]),
        ("minutes=2", ["Dead bug"]),
        ("minutes=5", ["Knees to chest", "Dead bug"]),
        ("minutes=10", ["Lying press-up", "Knees to chest", "Dead bug"]),
        ("minutes=10&gear=mat&q=chest", ["Knees to chest"]),
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
@pytest.mark.parametrize(
    "name", ["kind", "position", "direction", "stage", "gear", "minutes"]
)
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


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("address", ["?color=red", "?page=9&utm_source=x"])
def test_what_is_no_filter_is_ignored(client: Client, address: str) -> None:
    page = client.get(f"/exercises/{address}").text
    assert "3 exercises" in page
    assert "Leave out" not in page


@pytest.mark.usefixtures("library")
def test_each_choice_can_be_left_out_alone(client: Client) -> None:
    page = client.get("/exercises/?q=press&stage=calm&kind=&gear=chair").text
    assert '<a href="/exercises/?stage=calm&amp;gear=chair">' in page
    assert '<a href="/exercises/?q=press&amp;stage=calm">' in page
    assert "You need: A chair" in page
    assert "Words: press" in page


@pytest.mark.usefixtures("library")
def test_an_empty_result_names_the_choices_that_are_in_the_way(client: Client) -> None:
    response = client.get("/exercises/?q=press&kind=stretch&stage=calm")
    page = " ".join(response.text.split())
    assert "0 exercises" in page
    leave = '<a href="/exercises/?{}">Leave out “{}”</a><span> {} exercise'
    assert leave.format("kind=stretch&amp;stage=calm", "Words: press", 1) in page
    assert leave.format("q=press&amp;stage=calm", "Kind: Stretch", 1) in page
    assert "Leave out “Stage" not in page, "without it there is nothing either"


@pytest.mark.parametrize(
    "dose",
    [
        {"sets": None, "reps": None, "hold_seconds": None},
        {"sets": 2, "reps": 10, "hold_seconds": 5, "rest_seconds": 25},
        {"sets": 2, "reps": 10, "sides": "each"},
        {"sets": None, "reps": 28, "hold_seconds": 0},
        {"minutes": 2, "minutes_to": 20, "sets": None, "reps": None},
    ],
)
def test_the_database_counts_minutes_as_the_page_does(dose: dict[str, Any]) -> None:
    exercise = make_exercise(**dose)
    minutes = exercise.whole_minutes
    assert Exercise.objects.within(minutes).get() == exercise
    assert not Exercise.objects.within(minutes - 1).exists()


def test_a_card_says_how_long_it_takes(client: Client) -> None:
    make_exercise(sets=2, reps=10, hold_seconds=5, rest_seconds=25)
    assert "About 4 minutes each time." in client.get("/exercises/").text


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


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("q=&kind=stretch&position=&minutes=5", "?kind=stretch&minutes=5"),
        ("q=%22%26x&kind=nonsense", "?q=%22%26x"),
        ("q=&kind=", ""),
    ],
)
def test_the_address_keeps_the_choices_and_nothing_else(
    client: Client, htmx: dict[str, str], query: str, kept: str
) -> None:
    response = client.get(f"/exercises/?{query}", headers=htmx)
    assert response["HX-Push-Url"] == f"/exercises/{kept}"


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


def test_an_empty_result_takes_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_exercise()
    every = "q=x&kind=stretch&position=side&direction=flexion&stage=calm&gear=mat"
    with django_assert_max_num_queries(12):
        client.get(f"/exercises/?{every}&minutes=2")


@pytest.mark.parametrize("size", [1, 8])
def test_queries_do_not_grow_with_the_library(
    client: Client, size: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(size):
        make_statement(exercise=make_exercise(), certainty="low")
    with django_assert_num_queries(3):
        client.get("/exercises/")
