"""A file of sponsors: tried, refused, taken, undone."""

import io
import re
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from portal.accounts.models import Member
from portal.accounts.roles import COVERAGE_OFFICER
from portal.plans.importing import admin as importing
from portal.plans.importing.undoing import CannotUndoError, LaterFirstError, undo
from portal.plans.joining import give_coverage
from portal.plans.models import DirectoryImport, Sponsor
from portal.plans.search import find
from tests.conftest import signed_in, staff
from tests.factories import make_benefit, make_program, make_sponsor

ADDRESS = "/admin/plans/sponsor/import/"
HEAD = "name,slug,kind,places,aliases,former_names,domains,parent,health_plans\n"
TWO = (
    HEAD
    + "Otter Mills,otter-mills,employer,Ohio,Otterworks; OM,Beaver Mills,otter.example,,\n"
    + "Heron Health,heron-health,health-plan,Maine,,,,,\n"
)
CSV, XLSX = "0", "1"


@pytest.fixture
def officer_client(db: None) -> Client:
    return signed_in(staff("officer@example.org", COVERAGE_OFFICER))


def tried(
    client: Client, content: str | bytes, kind: str = CSV, address: str = ADDRESS
) -> Any:
    raw = content.encode() if isinstance(content, str) else content
    name = "sponsors.csv" if kind == CSV else "sponsors.xlsx"
    file = SimpleUploadedFile(name, raw)
    return client.post(address, {"format": kind, "import_file": file, "resource": "0"})


def confirmed(client: Client, response: Any, address: str = ADDRESS) -> Any:
    fields = re.findall(
        r'<input type="hidden" name="(\w+)" value="([^"]*)"', response.text
    )
    return client.post(address.replace("import", "process_import"), dict(fields))


def imported(
    client: Client, content: str | bytes, kind: str = CSV, address: str = ADDRESS
) -> DirectoryImport:
    confirmed(client, tried(client, content, kind, address), address)
    return DirectoryImport.objects.latest("pk")


def test_trying_a_file_shows_what_would_change_and_changes_nothing(
    officer_client: Client,
) -> None:
    response = tried(officer_client, TWO)
    assertContains(response, "Otter Mills")
    assertContains(response, "Confirm import")
    assertNotContains(response, "style=")
    assert not Sponsor.objects.exists()
    assert not DirectoryImport.objects.exists()
    assert find("otter").hits == ()


def test_a_confirmed_file_is_in_the_directory_and_in_search(
    officer_client: Client,
) -> None:
    done = imported(officer_client, TWO)
    otter = Sponsor.objects.get(slug="otter-mills")
    assert {(a.name, a.is_former) for a in otter.aliases.all()} == {
        ("Otterworks", False),
        ("OM", False),
        ("Beaver Mills", True),
    }
    assert [d.domain for d in otter.domains.all()] == ["otter.example"]
    assert find("beaver").hits[0].sponsor == otter
    assert len(done.made) == 2
    assert done.before == []


def test_xlsx_with_names_alone_is_enough(officer_client: Client) -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (["name"], ["Otter Mills"], ["Wren & Tallow"]):
        sheet.append(row)
    book.save(out)
    imported(officer_client, out.getvalue(), XLSX)
    assert set(Sponsor.objects.values_list("slug", "kind")) == {
        ("otter-mills", "employer"),
        ("wren-tallow", "employer"),
    }


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Elm,elm,shop,,,,,,", "shop"),
        (",elm,employer,,,,,,", "blank"),
        (
            "Elm,elm,employer,,,,,no-such,",
            "there is no no-such",
        ),
        (
            "Elm,elm,employer,,,,,,no-such",
            "there is no no-such",
        ),
        ("Elm,elm,employer,,,,not a domain,,", "Small letters"),
        ("Ask,ask,employer,,,,,,", "taken by a page"),
        ("Otter Mills,,employer,Maine,,,,,", "otter-mills stands in this file before"),
        (f"Elm,elm,employer,,{'x' * 161},,,,", "at most 160 characters"),
    ],
)
def test_a_wrong_row_is_said_and_nothing_of_the_file_is_taken(
    officer_client: Client, row: str, words: str
) -> None:
    response = tried(officer_client, TWO + row + "\n")
    assertContains(response, words)
    assertNotContains(response, "Confirm import")
    assert not Sponsor.objects.exists()


def test_a_column_that_is_not_there_leaves_what_stands(officer_client: Client) -> None:
    heron = make_sponsor("Heron", slug="heron", kind="health-plan", is_searchable=False)
    imported(officer_client, "name,slug,places\nHeron Health,heron,Maine\n")
    heron.refresh_from_db()
    assert (heron.name, heron.places) == ("Heron Health", "Maine")
    assert (heron.kind, heron.is_searchable) == ("health-plan", False)


def test_an_empty_cell_makes_nobody_an_employer_that_search_finds(
    officer_client: Client,
) -> None:
    heron = make_sponsor("Heron", slug="heron", kind="health-plan", is_searchable=False)
    imported(officer_client, "name,slug,kind,is_searchable\nHeron,heron,,\n")
    heron.refresh_from_db()
    assert (heron.kind, heron.is_searchable) == ("health-plan", False)


@pytest.mark.parametrize(("cell", "found"), [("Yes", True), ("no", False)])
def test_whether_search_finds_it_is_said_in_words(
    officer_client: Client, cell: str, found: bool
) -> None:
    imported(officer_client, f"name,is_searchable\nOtter Mills,{cell}\n")
    assert Sponsor.objects.get().is_searchable is found


def test_a_sponsor_known_by_its_name_alone_is_restored_too(
    officer_client: Client,
) -> None:
    make_sponsor("Otter Mills", slug="otter-mills", places="Iowa")
    undo(imported(officer_client, "name,slug,places\nOtter Mills,,Ohio\n"))
    assert Sponsor.objects.get().places == "Iowa"


UNREADABLE = [
    (b"", CSV),
    (b"\n", CSV),
    ("name\nCaf\u00e9\n".encode("latin-1"), CSV),
    ("name\nOtter\n".encode("utf-16"), CSV),
    (b"PK\x03\x04 cut off", XLSX),
    (b"name\nOtter\n", XLSX),
]
REASON = re.compile("is empty|It cannot be read. Choose a CSV file|No valid data")


@pytest.mark.parametrize(("content", "kind"), UNREADABLE)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(
    officer_client: Client, content: bytes, kind: str
) -> None:
    response = tried(officer_client, content, kind)
    assertNotContains(response, "Confirm import", status_code=422)
    assert REASON.search(response.text)
    assert "<code></code>" not in response.text  # a list of columns with none in it


def test_the_columns_are_named(officer_client: Client) -> None:
    told = "Columns that it takes: <code>slug, name, kind"
    assert told in " ".join(officer_client.get(ADDRESS).text.split())


def test_a_file_too_large_for_the_memory_is_refused(
    officer_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "MOST_BYTES", len(TWO) - 1)
    assertContains(tried(officer_client, TWO), "larger than 50 MB", status_code=422)


def test_a_file_without_names_is_refused(officer_client: Client) -> None:
    assertContains(tried(officer_client, "company\nOtter\n"), "no column called name")


def test_undo_restores_what_stood_there_and_removes_what_came(
    officer_client: Client,
) -> None:
    plan = make_sponsor("Heron Health", slug="heron", kind="health-plan")
    otter = make_sponsor("Otter", slug="otter-mills", kind="union", places="Iowa")
    otter.aliases.create(name="Old Otter")
    otter.health_plans.add(plan)
    done = imported(officer_client, TWO)
    assert Sponsor.objects.count() == 3
    data = {"action": "undo", "_selected_action": [str(done.pk)]}
    officer_client.post("/admin/plans/directoryimport/", data)
    otter = Sponsor.objects.get(slug="otter-mills")
    assert (otter.name, otter.kind, otter.places) == ("Otter", "union", "Iowa")
    assert [a.name for a in otter.aliases.all()] == ["Old Otter"]
    assert not otter.domains.exists()
    assert [p.slug for p in otter.health_plans.all()] == ["heron"]
    assert set(Sponsor.objects.values_list("slug", flat=True)) == {
        "heron",
        "otter-mills",
    }
    assert [hit.sponsor for hit in find("old otter").hits] == [otter]
    assert find("beaver").hits == ()


def test_other_names_and_domains_are_in_what_would_change(
    officer_client: Client,
) -> None:
    otter = make_sponsor("Otter Mills", slug="otter-mills")
    otter.aliases.create(name="Old Otter")
    response = tried(officer_client, TWO)
    assertContains(response, "Old Otter → OM; Otterworks")
    assertContains(response, "otter.example")


def test_a_file_that_is_confirmed_twice_is_taken_once(officer_client: Client) -> None:
    page = tried(officer_client, TWO)
    confirmed(officer_client, page)
    again = confirmed(officer_client, page)
    assert again["Location"] == "/admin/plans/directoryimport/"
    assert DirectoryImport.objects.count() == 1


def test_a_second_undo_changes_nothing(officer_client: Client) -> None:
    done = imported(officer_client, TWO)
    undo(done)
    make_sponsor("Otter Mills", slug="otter-mills")
    undo(done)
    assert Sponsor.objects.get().name == "Otter Mills"


def test_what_somebody_has_joined_through_is_not_undone(
    officer_client: Client, ada: Member
) -> None:
    done = imported(officer_client, TWO)
    sponsor = Sponsor.objects.get(slug="otter-mills")
    give_coverage(member=ada, benefit=make_benefit(sponsor, make_program()))
    with pytest.raises(CannotUndoError):
        undo(done)
    data = {"action": "undo", "_selected_action": [str(done.pk)]}
    page = officer_client.post("/admin/plans/directoryimport/", data, follow=True)
    assertContains(page, "what it brought is in use")
    assert Sponsor.objects.count() == 2


def test_the_later_of_2_files_is_undone_first(officer_client: Client) -> None:
    first = imported(officer_client, "name,places\nOtter Mills,Ohio\n")
    later = imported(officer_client, "name,places\nOtter Mills,Maine\n")
    with pytest.raises(LaterFirstError):
        undo(first)
    assert Sponsor.objects.get().places == "Maine"
    undo(later)
    assert Sponsor.objects.get().places == "Ohio"
    undo(first)
    assert not Sponsor.objects.exists()


def test_a_sponsor_that_staff_have_filled_since_is_not_undone(
    officer_client: Client,
) -> None:
    done = imported(officer_client, TWO)
    make_benefit(Sponsor.objects.get(slug="otter-mills"), make_program())
    with pytest.raises(CannotUndoError):
        undo(done)


def test_what_was_deleted_since_stays_so_after_an_undo(officer_client: Client) -> None:
    parent = make_sponsor("Old Owl", slug="old-owl")
    plan = make_sponsor("Heron", slug="heron", kind="health-plan")
    otter = make_sponsor("Otter", slug="otter-mills", parent=parent)
    otter.health_plans.add(plan)
    done = imported(officer_client, "name,slug,parent\nOtter Mills,otter-mills,\n")
    parent.delete()
    plan.delete()
    undo(done)
    otter.refresh_from_db()
    assert (otter.name, otter.parent, otter.health_plans.count()) == ("Otter", None, 0)


def test_staff_without_the_role_cannot_import(
    editor_client: Client, ada_client: Client
) -> None:
    assert editor_client.get(ADDRESS).status_code == 403
    assert tried(editor_client, TWO).status_code == 403
    assert ada_client.get(ADDRESS).status_code == 302
    assert not Sponsor.objects.exists()
