import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from portal.plans.models import (
    SearchName,
    SearchWord,
    Sponsor,
    SponsorAlias,
    SponsorDomain,
)
from portal.plans.search import find, index, rebuild
from portal.plans.search.dialects import Term, dialect
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
    result = find(query, limit)
    return [] if result.is_close else [hit.sponsor.name for hit in result.hits]


def suggested(query: str) -> list[str]:
    result = find(query)
    return [hit.sponsor.name for hit in result.hits] if result.is_close else []


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
        ("arbor lane", "Harbor Lane Bakery"),
        ("hxrbqr lane bakery", "Harbor Lane Bakery"),
        ("harbor lame bakrey", "Harbor Lane Bakery"),
        ("harbor la ne bakery", "Harbor Lane Bakery"),
        ("the harbor lane bakery", "Harbor Lane Bakery"),
        ("peb blewick", "Pebblewick Clinics"),
    ],
)
def test_a_slip_or_two_lead_to_the_name_that_was_meant(query: str, name: str) -> None:
    assert suggested(query)[0] == name


@pytest.mark.usefixtures("harbors")
def test_names_that_begin_so_are_suggested_first() -> None:
    assert set(suggested("harber")[:2]) == {"Harborview College", "Harbor Lane Bakery"}
    assert set(suggested("harber")) >= {"Great Lakes Harbor Workers Union"}


@pytest.mark.usefixtures("harbors")
@pytest.mark.parametrize("query", ["heliotrope", "hx", "harpsichord museum"])
def test_a_far_name_is_not_suggested(query: str) -> None:
    assert suggested(query) == []


def test_sponsors_that_are_not_searchable_are_neither_found_nor_suggested() -> None:
    sponsor("Harbor Lane Bakery", is_searchable=False)
    assert names("harbor") == []
    assert suggested("harber") == []


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("glhwu", "Great Lakes Harbor Workers Union"),
        ("GLHWU", "Great Lakes Harbor Workers Union"),
        ("bkfw", "Brotherhood of Kiln and Furnace Workers"),
        ("bokfw", "Brotherhood of Kiln and Furnace Workers"),
    ],
)
def test_initials_lead_to_the_name(query: str, name: str) -> None:
    sponsor(name)
    assert names(query) == [name]


def test_half_of_the_initials_lead_nowhere() -> None:
    sponsor("Great Lakes Harbor Workers Union")
    assert names("glhw") == []


def test_the_name_with_these_initials_comes_after_3_that_begin_so() -> None:
    for number in range(12):
        sponsor(f"Sol{number:02} Works")
    sponsor("Saltgrass Outdoor Lamps")
    found = names("sol")
    assert found[:4] == ["Sol00 Works", "Sol01 Works", "Sol02 Works", found[3]]
    assert found[3] == "Saltgrass Outdoor Lamps"
    assert len(found) == 8


def test_many_names_with_these_initials_hide_none_that_holds_the_word() -> None:
    for number in range(15):
        sponsor(f"Saltgrass{number:02} Outdoor Lamps")
    for number in range(5):
        sponsor(f"Sol{number:02} Works")
    sponsor("Blue Sol Works")
    assert "Blue Sol Works" in names("sol")


@pytest.mark.parametrize(
    "query",
    ["harbor lane i", "harbor lane inc", "harbor lane compan", "harbor lane an"],
)
def test_half_of_what_is_not_compared_does_not_lose_the_name(query: str) -> None:
    sponsor("Harbor Lane & Sons")
    assert names(query) == ["Harbor Lane & Sons"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("wren tallow", "Wren & Tallow Candle Co."),
        ("wren and tallow", "Wren Tallow Candle"),
        ("harbor-lane", "Harbor Lane"),
        ("harbor lane corporation", "Harbor Lane, Inc."),
    ],
)
def test_and_and_legal_forms_do_not_matter(typed: str, name: str) -> None:
    sponsor(name)
    assert names(typed) == [name]


def test_an_e_mail_domain_leads_to_the_sponsor_and_is_said() -> None:
    made = make_sponsor("Pebblewick Clinics")
    SponsorDomain.objects.create(sponsor=made, domain="pbw-care.example")
    hit = find("pbw care").hits[0]
    assert (hit.sponsor, hit.alias) == (made, "pbw-care.example")


def test_a_sponsor_taken_out_of_search_leaves_nothing_behind() -> None:
    made = sponsor("Harbor Lane Bakery", "Dock Ovens")
    made.is_searchable = False
    made.save()
    assert not SearchName.objects.exists()
    assert not SearchWord.objects.filter(names__gt=0).exists()
    assert names("harbor") == suggested("harbir") == suggested("dokc") == []


def state() -> tuple[object, ...]:
    rows = SearchName.objects.order_by("sponsor", "plain")
    words = SearchWord.objects.filter(names__gt=0).order_by("text")
    return (
        list(rows.values_list("sponsor", "plain", "acronym", "shown")),
        list(words.values_list("text", "names")),
    )


@pytest.mark.usefixtures("harbors")
def test_the_index_made_anew_is_the_index_that_was_kept() -> None:
    made = sponsor("Otterbrook Harbor Timber", "Otter Mills", "Harbor Mills")
    made.aliases.all()[0].delete()
    kept = state()
    assert kept[1]
    assert rebuild() == SearchName.objects.count()
    assert state() == kept
    assert names("otter")[0] == "Otterbrook Harbor Timber"
    assert suggested("oterbrook")[0] == "Otterbrook Harbor Timber"
    made.delete()
    assert names("otter") == []


@pytest.mark.parametrize(
    "query", ["'", '"', "a' | 'b", 'x" OR "y', "50%", "a_c:*", "()"]
)
@pytest.mark.usefixtures("harbors")
def test_signs_mean_nothing_to_the_database(query: str) -> None:
    assert names(query) == []


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
    with django_assert_num_queries(8):
        assert suggested("harbir")


def test_words_are_looked_up_by_their_index_and_by_nobody_else() -> None:
    """Helpers of PostgreSQL cost 40 ms where the look-up costs 1."""
    for number in range(50):
        sponsor(f"Harbor Works {number}")
    is_sqlite = connection.vendor == "sqlite"
    explain = "EXPLAIN QUERY PLAN " if is_sqlite else "EXPLAIN "
    words = dialect().expression([[Term("harbor")], [Term("work", is_beginning=True)]])
    with connection.cursor() as cursor:
        if not is_sqlite:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL min_parallel_table_scan_size = 0")
            cursor.execute("SET LOCAL parallel_setup_cost = 0")
            cursor.execute("SET LOCAL parallel_tuple_cost = 0")
        cursor.execute(f"{explain}{dialect().containing}", [words, 1000])
        plan = str(cursor.fetchall())
    assert "plans_searchtext" in plan
    assert "Gather" not in plan


def test_a_short_slip_is_read_from_where_names_begin_where_many_do(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(25):
        sponsor(f"Harbor Works {number}")
    with django_assert_num_queries(8):
        assert len(suggested("hxrb")) == 8


def test_a_short_slip_finds_a_word_within_names_where_few_begin_so() -> None:
    sponsor("Blue Harbor Works")
    sponsor("Harbor Works")
    assert set(suggested("hxrb")) == {"Blue Harbor Works", "Harbor Works"}
