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
from portal.plans.importing.undoing import CannotUndoError, undo
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
        ("Otter Mills,otter-mills,shop,,,,,,", "shop"),
        (",otter-mills,employer,,,,,,", "blank"),
        (
            "Otter Mills,otter-mills,employer,,,,,no-such,",
            "there is no no-such",
        ),
        (
            "Otter Mills,otter-mills,employer,,,,,,no-such",
            "there is no no-such",
        ),
        ("Otter Mills,otter-mills,employer,,,,not a domain,,", "Small letters"),
        ("Ask,ask,employer,,,,,,", "taken by a page"),
    ],
)
def test_a_wrong_row_is_said_and_nothing_of_the_file_is_taken(
    officer_client: Client, row: str, words: str
) -> None:
    response = tried(officer_client, TWO + row + "\n")
    assertContains(response, words)
    assertNotContains(response, "Confirm import")
    assert not Sponsor.objects.exists()


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
    assertContains(page, "somebody has joined through it or asked")
    assert Sponsor.objects.count() == 2


def test_staff_without_the_role_cannot_import(
    editor_client: Client, ada_client: Client
) -> None:
    assert editor_client.get(ADDRESS).status_code == 403
    assert tried(editor_client, TWO).status_code == 403
    assert ada_client.get(ADDRESS).status_code == 302
    assert not Sponsor.objects.exists()
