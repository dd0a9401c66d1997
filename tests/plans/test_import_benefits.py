"""A file of benefits: tried, refused, taken, undone."""

import datetime as dt
import io

import openpyxl
import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from exercises.models import Program
from portal.accounts.models import Member
from portal.accounts.roles import COVERAGE_OFFICER
from portal.plans.importing.undoing import CannotUndoError, undo
from portal.plans.joining import give_coverage
from portal.plans.models import (
    Benefit,
    DirectoryImport,
    HelpRequest,
    Invitation,
    Sponsor,
)
from tests.conftest import signed_in, staff
from tests.factories import TODAY, make_benefit, make_option
from tests.plans.test_import import CSV, XLSX, imported, tried

ADDRESS = "/admin/plans/benefit/import/"
HEAD = (
    "sponsor,program,starts_on,ends_on,cost_line,payer_line,who_can_join,"
    "covers_dependants,minimum_age,verification,code,asks,plans,other_plans,checked_on\n"
)
FILE = (
    "harbor-lane-bakery,sciatica-12-weeks,2027-01-01,2027-12-31,You pay $0.,They pay.,"
    "people who work there; adults in their family,yes,21,file,,"
    "last_name; birth_date; member_id; relationship,"
    "Heron Gold [GOLD]; Heron Silver,Heron Bronze [BRZ],2026-11-03\n"
)
SHORT = "harbor-lane-bakery,sciatica-12-weeks,12/01/2026,,You pay $5.,,all,no,,,,,,,\n"

pytestmark = pytest.mark.usefixtures("today", "bakery")


@pytest.fixture
def officer_client(db: None) -> Client:
    return signed_in(staff("officer@example.org", COVERAGE_OFFICER))


def taken(client: Client, content: str | bytes, kind: str = CSV) -> DirectoryImport:
    return imported(client, content, kind, ADDRESS)


def row(**changes: str) -> str:
    """The long row with other cells."""
    cells = dict(zip(HEAD.strip().split(","), FILE.strip().split(","), strict=True))
    return HEAD + ",".join({**cells, **changes}.values()) + "\n"


def stand() -> list[dict[str, object]]:
    return [
        {**benefit, "options": list(options)}
        for benefit, options in (
            (b, Benefit.objects.get(pk=b["id"]).options.values("name", "code", "pk"))
            for b in Benefit.objects.order_by("pk").values()
        )
    ]


def test_trying_a_file_shows_what_would_change_and_changes_nothing(
    officer_client: Client,
) -> None:
    response = tried(officer_client, HEAD + FILE + SHORT, CSV, ADDRESS)
    assertContains(response, "Confirm import")
    assertContains(response, "last_name; birth_date; member_id; relationship")
    assertNotContains(response, "style=")
    assert not Benefit.objects.exists()
    assert not DirectoryImport.objects.exists()


def test_a_confirmed_file_is_what_pages_speak_of(officer_client: Client) -> None:
    done = taken(officer_client, HEAD + FILE + SHORT)
    short, long = Benefit.objects.order_by("starts_on")
    assert (long.starts_on, long.ends_on) == (
        dt.date(2027, 1, 1),
        dt.date(2027, 12, 31),
    )
    assert (long.cost_line, long.payer_line) == ("You pay $0.", "They pay.")
    assert long.groups == ["people who work there", "adults in their family"]
    assert (long.covers_dependants, long.minimum_age) == (True, 21)
    assert long.verification == "file"
    assert (long.asks_member_id, long.asks_relationship) == (True, True)
    assert (long.asks_zip, long.asks_first_name) == (False, False)
    assert list(long.options.values_list("name", "code", "is_included")) == [
        ("Heron Bronze", "BRZ", False),
        ("Heron Gold", "GOLD", True),
        ("Heron Silver", "", True),
    ]
    assert (short.starts_on, short.ends_on) == (dt.date(2026, 12, 1), None)
    assert (short.minimum_age, short.verification) == (18, "none")
    assert short.checked_on == TODAY
    assert (done.kind, sorted(done.made)) == ("benefits", sorted([short.pk, long.pk]))
    page = officer_client.get("/coverage/harbor-lane-bakery/")
    assertContains(page, "covers this program from December 1, 2026")


def test_a_spreadsheet_with_real_dates_is_taken(officer_client: Client) -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(["sponsor", "program", "starts_on", "cost_line", "who_can_join"])
    day = dt.datetime(2026, 12, 1)  # noqa: DTZ001  # as a spreadsheet has it
    sheet.append(["harbor-lane-bakery", "sciatica-12-weeks", day, "You pay $0.", "all"])
    book.save(out)
    taken(officer_client, out.getvalue(), XLSX)
    benefit = Benefit.objects.get()
    assert (benefit.starts_on, benefit.minimum_age) == (dt.date(2026, 12, 1), 18)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"sponsor": "no-such"}, "sponsor: there is no no-such."),
        ({"program": "no-such"}, "program: there is no no-such."),
        ({"program": ""}, "program: this is needed."),
        ({"starts_on": ""}, "starts_on: this is needed."),
        ({"starts_on": "soon"}, "starts_on: write a day like 2027-01-31."),
        ({"ends_on": "2026-01-01"}, "The end is before the start."),
        ({"minimum_age": "16"}, "The program is for people of 18 and over."),
        ({"covers_dependants": "perhaps"}, "it takes yes or no."),
        ({"verification": "guess"}, "guess"),
        ({"verification": "code"}, "Enter the code that people will type."),
        ({"asks": "shoe_size"}, "asks: there is no shoe_size."),
        ({"asks": "last_name"}, "An eligibility file needs last name"),
        ({"plans": "Gold [" + "x" * 41 + "]"}, "at most 40 characters"),
    ],
    ids=lambda value: (
        " ".join(map(" ".join, value.items())) if isinstance(value, dict) else ""
    ),
)
def test_a_wrong_row_is_said_and_nothing_of_the_file_is_taken(
    officer_client: Client, changes: dict[str, str], words: str
) -> None:
    response = tried(officer_client, row(**changes) + SHORT, CSV, ADDRESS)
    assertContains(response, words)
    assertNotContains(response, "Confirm import")
    assert not Benefit.objects.exists()


def test_a_file_without_a_key_column_is_refused(officer_client: Client) -> None:
    response = tried(officer_client, "sponsor,program\na,b\n", CSV, ADDRESS)
    assertContains(response, "There is no column called starts_on.")


def test_a_column_that_is_not_there_leaves_what_stands(
    officer_client: Client, program: Program, bakery: Sponsor
) -> None:
    benefit = make_benefit(bakery, program, starts_on="2026-01-01", minimum_age=30)
    make_option(benefit, "Gold", code="G")
    head = "sponsor,program,starts_on,cost_line\n"
    taken(
        officer_client, f"{head}{bakery.slug},{program.slug},2026-01-01,You pay $9.\n"
    )
    benefit.refresh_from_db()
    assert (benefit.cost_line, benefit.minimum_age) == ("You pay $9.", 30)
    assert benefit.checked_on == dt.date(2026, 11, 3)
    assert benefit.options.get().code == "G"


def test_undo_restores_exactly_what_stood_there(
    officer_client: Client, program: Program, bakery: Sponsor
) -> None:
    benefit = make_benefit(
        bakery, program, starts_on="2027-01-01", verification="code", code="Elm 4"
    )
    make_option(benefit, "Heron Gold", code="OLD")
    before = stand()
    done = taken(officer_client, HEAD + FILE + SHORT)
    assert stand() != before
    data = {"action": "undo", "_selected_action": [str(done.pk)]}
    officer_client.post("/admin/plans/directoryimport/", data)
    assert stand() == before
    done.refresh_from_db()
    assert done.undone_at
    assertContains(
        officer_client.get("/admin/plans/directoryimport/"), "1 new, 1 changed"
    )


@pytest.mark.parametrize("used", ["joined", "asked", "invited"])
def test_what_somebody_uses_is_not_undone(
    officer_client: Client, ada: Member, used: str
) -> None:
    done = taken(officer_client, HEAD + SHORT)
    benefit = Benefit.objects.get()
    if used == "joined":
        give_coverage(member=ada, benefit=benefit)
    elif used == "asked":
        HelpRequest.objects.create(member=ada, benefit=benefit)
    else:
        Invitation.objects.create(benefit=benefit, label="Letter")
    with pytest.raises(CannotUndoError):
        undo(done)
    assert Benefit.objects.exists()


def test_staff_without_the_role_cannot_import(editor_client: Client) -> None:
    assert editor_client.get(ADDRESS).status_code == 403
    assert tried(editor_client, HEAD + SHORT, CSV, ADDRESS).status_code == 403
    assert not Benefit.objects.exists()
