"""My record on pages: how much there is, each table in words, and the whole to print."""

from typing import Any

import pytest
from django.test import Client

from portal.accounts.models import AccessEntry, Member
from portal.record.tables import TABLES
from tests.factories import make_report
from tests.record.reading import export
from tests.test_strangers import Objects

pytestmark = pytest.mark.django_db


def test_it_counts_what_is_kept(ada: Member, ada_client: Client) -> None:
    for _ in range(3):
        make_report(ada)
    page = ada_client.get("/record/").text
    assert "How your back and legs felt" in page
    assert "3 entries" in page
    assert "/record/tables/symptom_reports/" in page


def test_it_says_what_is_left_out_and_why(ada_client: Client) -> None:
    page = ada_client.get("/record/").text
    assert "Your password, and the codes of a second step at sign-in" in page
    assert "It could open your account, so it never leaves this site." in page


def test_it_is_not_stored(ada_client: Client) -> None:
    assert "no-store" in ada_client.get("/record/")["Cache-Control"]


def test_a_visitor_signs_in_first(client: Client) -> None:
    response = client.get("/record/")
    assert response["Location"] == "/accounts/login/?next=/record/"


def test_a_table_tells_each_row_in_words(ada: Member, ada_client: Client) -> None:
    make_report(ada, leg=7, left=5, places=["l4"], tingling=True, note="Sat too long.")
    page = ada_client.get("/record/tables/symptom_reports/").text
    for words in ("lower leg", "left lower leg", "Check-in", "Sat too long.", "yes"):
        assert words in page
    assert "November 12, 2026" in page


def test_a_table_shows_nothing_of_another_members(
    everything: Objects, bea_client: Client
) -> None:
    page = bea_client.get("/record/tables/sessions/").text
    assert str(everything.rows["session"].pk) not in page
    assert "0 entries" in page


def test_a_table_that_is_none_is_not_found(ada_client: Client) -> None:
    assert ada_client.get("/record/tables/passwords/").status_code == 404


def test_a_long_table_has_pages_newest_first(ada: Member, ada_client: Client) -> None:
    for number in range(25):
        make_report(ada, note=f"Note {number:02}")
    first = ada_client.get("/record/tables/symptom_reports/").text
    last = ada_client.get("/record/tables/symptom_reports/?page=2").text
    assert "Note 24" in first
    assert "Note 04" not in first
    assert "Note 04" in last
    assert "Page 1 of 2" in first


def test_the_whole_record_is_one_page(everything: Objects, ada_fresh: Client) -> None:
    page = export(ada_fresh, "html").decode()
    assert page.startswith("\n<!doctype html>") or "<!doctype html>" in page[:200]
    assert page.rstrip().endswith("</html>")
    assert page.count("<h2>") == page.count("</h2>") > 15
    assert AccessEntry.objects.get(action="exported").what.endswith("as a page")


def test_reading_does_not_count_as_taking(ada_client: Client) -> None:
    ada_client.get("/record/")
    ada_client.get("/record/tables/member/")
    assert not AccessEntry.objects.exists()


@pytest.mark.parametrize(
    ("address", "queries"),
    [("/record/", len(TABLES) + 2), ("/record/tables/symptom_reports/", 4)],
)
def test_as_many_queries_for_many_rows_as_for_one(
    address: str,
    queries: int,
    ada: Member,
    ada_client: Client,
    django_assert_num_queries: Any,
) -> None:
    ada_client.get(address)  # writes when she was last seen
    for _ in range(2):
        make_report(ada)
        with django_assert_num_queries(queries):
            ada_client.get(address)
