import pytest
from pytest_django import DjangoAssertNumQueries

from portal.plans.models import Sponsor, SponsorAlias
from portal.plans.search import find, index
from tests.factories import make_sponsor

pytestmark = pytest.mark.django_db


def sponsor(name: str, *aliases: str, **fields: object) -> Sponsor:
    made = make_sponsor(name, **fields)
    SponsorAlias.objects.bulk_create(
        SponsorAlias(sponsor=made, name=a) for a in aliases
    )
    index(made)
    return made


def names(query: str, limit: int = 8) -> list[str]:
    return [hit.sponsor.name for hit in find(query, limit).hits]


def suggested(query: str) -> list[str]:
    return [found.name for found in find(query).suggestions]


@pytest.fixture
def harbors() -> None:
    sponsor("Great Lakes Harbor Workers Union")
    sponsor("Harborview College")
    sponsor("Blue Heron Health Plan", "Harbor Choice PPO")
    sponsor("Harbor Lane Bakery")
    sponsor("Pebblewick Clinics")


@pytest.mark.usefixtures("harbors")
def test_names_that_begin_so_come_first_and_then_the_others_by_name() -> None:
    assert names("harbor") == [
        "Harbor Lane Bakery",
        "Harborview College",
        "Blue Heron Health Plan",
        "Great Lakes Harbor Workers Union",
    ]


def test_a_whole_name_comes_before_names_that_begin_with_it() -> None:
    sponsor("Harbor Aid Fund")
    sponsor("Zenith Docks", "Harbor")
    assert names("harbor") == ["Zenith Docks", "Harbor Aid Fund"]


@pytest.mark.usefixtures("harbors")
def test_a_hit_says_by_which_other_name_it_was_found() -> None:
    hits = {hit.sponsor.name: hit.alias for hit in find("harbor").hits}
    assert hits["Blue Heron Health Plan"] == "Harbor Choice PPO"
    assert hits["Harbor Lane Bakery"] == ""


@pytest.mark.usefixtures("harbors")
@pytest.mark.parametrize(
    "query", ["bakery lane", "har lan bak", "HARBOR LANE BAKERY INC.", " harbor  lane "]
)
def test_words_are_found_in_any_order_and_by_their_beginnings(query: str) -> None:
    assert names(query) == ["Harbor Lane Bakery"]


def test_words_of_two_different_names_do_not_make_one_match() -> None:
    sponsor("Blue Heron Health Plan", "Harbor Choice PPO")
    assert names("heron choice") == []


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("cafe penasol", "Café Peñasol"),
        ("CAFÉ", "Cafe Peñasol"),
        ("wren and tallow", "Wren & Tallow Candle Co."),
        ("wren&tallow", "Wren and Tallow Candle"),
        ("saint odhrans", "Saint Odhran's College"),
        ("6z", "6Z"),
        ("VQ", "V.Q. Freight"),
        ("v.q.", "VQ"),
    ],
)
def test_spelling_that_does_not_matter(query: str, name: str) -> None:
    sponsor(name)
    assert names(query) == [name]


@pytest.mark.usefixtures("harbors")
@pytest.mark.parametrize("query", ["h", " h ", "&", "-h-", "%%", "\x00"])
def test_fewer_than_2_letters_never_reach_the_database(
    query: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        result = find(query)
    assert not result.hits
    assert result.is_too_short == bool(result.query)


@pytest.mark.usefixtures("harbors")
@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("harber lane", "Harbor Lane Bakery"),
        ("harbour lane bakery", "Harbor Lane Bakery"),
        ("lane harbro", "Harbor Lane Bakery"),
        ("harborlane", "Harbor Lane Bakery"),
        ("pebbelwik", "Pebblewick Clinics"),
        ("pabblewick", "Pebblewick Clinics"),
        ("harbor choise", "Blue Heron Health Plan"),
        ("garbor lane", "Harbor Lane Bakery"),
    ],
)
def test_a_slip_or_two_lead_to_the_name_that_was_meant(query: str, name: str) -> None:
    assert not find(query).hits
    assert suggested(query)[0] == name


@pytest.mark.usefixtures("harbors")
def test_only_names_that_are_about_as_close_are_suggested() -> None:
    assert suggested("harber lane") == ["Harbor Lane Bakery"]


@pytest.mark.usefixtures("harbors")
def test_names_that_begin_so_are_suggested_first() -> None:
    assert suggested("harber") == [
        "Harbor Lane Bakery",
        "Harborview College",
        "Great Lakes Harbor Workers Union",
    ]


@pytest.mark.usefixtures("harbors")
@pytest.mark.parametrize("query", ["heliotrope", "hx", "harpsichord museum"])
def test_a_far_name_is_not_suggested(query: str) -> None:
    assert suggested(query) == []


def test_sponsors_that_are_not_searchable_are_neither_found_nor_suggested() -> None:
    sponsor("Harbor Lane Bakery", is_searchable=False)
    assert names("harbor") == []
    assert suggested("harber") == []


@pytest.mark.usefixtures("harbors")
def test_no_more_than_the_limit_and_a_word_that_there_are_more() -> None:
    result = find("harbor", limit=2)
    assert len(result.hits) == 2
    assert result.has_more
    assert not find("harbor", limit=4).has_more


def test_a_query_is_cut_at_100_characters() -> None:
    assert len(find("x" * 500).query) == 100


def test_saving_a_sponsor_or_another_name_keeps_the_words() -> None:
    made = make_sponsor("Otterbrook Timber")
    alias = SponsorAlias.objects.create(sponsor=made, name="Otter Mills")
    assert names("otter mills") == ["Otterbrook Timber"]
    made.name = "Brookside Timber"
    made.save()
    assert names("brookside") == ["Brookside Timber"]
    alias.delete()
    assert names("otter") == []
    made.delete()


def test_the_number_of_queries_does_not_grow(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(50):
        sponsor(f"Harbor Works {number}", f"Dock {number}")
    with django_assert_num_queries(3):
        find("harbor")
    with django_assert_num_queries(2):
        assert find("harbir").suggestions
