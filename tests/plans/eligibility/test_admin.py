import datetime as dt

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from portal.accounts.models import Member
from portal.accounts.roles import COVERAGE_OFFICER
from portal.plans.models import EligibilityFile, EligibilityRecord, Sponsor
from tests.conftest import signed_in, staff
from tests.plans.eligibility.conftest import HEADINGS, LEE, MARIA, LoadFile

ADD = "/admin/plans/eligibilityfile/add/"
State = EligibilityFile.State


@pytest.fixture
def officer_client(db: None) -> Client:
    return signed_in(staff("officer@example.org", COVERAGE_OFFICER))


def upload(text: str, sponsor: Sponsor, **more: str) -> dict[str, object]:
    return {
        "sponsor": sponsor.pk,
        "kind": "full",
        "effective_on": "2026-11-12",
        "upload": SimpleUploadedFile("people.csv", text.encode()),
        **more,
    }


def test_an_officer_checks_a_file_then_uses_it_then_undoes_it(
    officer_client: Client, bakery: Sponsor
) -> None:
    text = f"{HEADINGS}\n{MARIA}\n{LEE}"
    response = officer_client.post(ADD, upload(text, bakery))
    file = EligibilityFile.objects.get()
    page = f"/admin/plans/eligibilityfile/{file.pk}/"
    assert response["Location"] == f"{page}change/"
    assertContains(officer_client.get(f"{page}change/"), "2 people are in it")
    officer_client.post(f"{page}use/")
    assert EligibilityRecord.objects.in_effect(bakery.pk).count() == 2
    assertContains(officer_client.get(f"{page}change/"), "Undo")
    officer_client.post(f"{page}undo/")
    assert not EligibilityRecord.objects.in_effect(bakery.pk).exists()


@pytest.mark.parametrize("heading", ["ssn", "Sex", "Salary", "Diagnosis"])
def test_a_column_that_no_file_may_have_refuses_it_with_the_reason(
    officer_client: Client, bakery: Sponsor, heading: str
) -> None:
    response = officer_client.post(ADD, upload(f"{HEADINGS},{heading}\n", bakery))
    told = f"No file may have the column “{heading}”"
    assertContains(response, told, status_code=422)
    assert not EligibilityFile.objects.exists()


def test_an_empty_form_says_what_to_choose(officer_client: Client) -> None:
    response = officer_client.post(ADD, {"kind": ""})
    assert response.status_code == 422
    for told in ("the sponsor whose people", "what the file holds", "a file."):
        assert f"Choose {told}" in response.text
    assert "Enter the day it is as of." in response.text


def test_unknown_headings_are_asked_for_and_remembered(
    officer_client: Client, bakery: Sponsor
) -> None:
    text = "Nr,Nachname,Geboren,Ab\nHB-1,Roe,1980-01-02,2026-01-01"
    response = officer_client.post(ADD, upload(text, bakery))
    assertContains(response, 'name="column_last_name"', status_code=422)
    assert not EligibilityFile.objects.exists()
    chosen = {
        "column_member_id": "Nr",
        "column_last_name": "Nachname",
        "column_birth_date": "Geboren",
        "column_starts_on": "Ab",
    }
    for more in (chosen, {}):
        officer_client.post(ADD, upload(text, bakery, **more))
    files = EligibilityFile.objects.all()
    assert [(f.state, f.people_count) for f in files] == [(State.READY, 1)] * 2


def test_what_is_wrong_is_a_file_without_formulas(
    officer_client: Client, bakery: Sponsor
) -> None:
    head = HEADINGS.replace("dob", '=HYPERLINK("x")')
    text = "\n".join([head, MARIA.replace("1980-01-02", "soon")])
    more = {"column_birth_date": '=HYPERLINK("x")'}
    text = text.replace('=HYPERLINK("x")', '"=HYPERLINK(""x"")"')
    officer_client.post(ADD, upload(text, bakery, **more))
    file = EligibilityFile.objects.get()
    assert file.state == State.REFUSED
    page = f"/admin/plans/eligibilityfile/{file.pk}/"
    assertContains(officer_client.get(f"{page}change/"), "1 line is wrong")
    told = officer_client.get(f"{page}wrong.csv").content.decode()
    assert told.splitlines()[1].startswith("2,\"'=HYPERLINK")
    assert "soon" not in told


def test_a_file_that_is_no_text_is_refused_beside_the_field(
    officer_client: Client, bakery: Sponsor
) -> None:
    data = upload("", bakery, upload=SimpleUploadedFile("x.csv", b"\xff\xfe\x00a"))  # type: ignore[arg-type]  # a file
    response = officer_client.post(ADD, data)
    assertContains(response, "It is no CSV file in UTF-8.", status_code=422)


@pytest.mark.parametrize(
    "text", ['"last" name,dob\n', f"{'x' * 140_000},dob\n", "a\0b,dob\n"]
)
def test_headings_that_are_no_csv_are_refused_beside_the_field(
    officer_client: Client, bakery: Sponsor, text: str
) -> None:
    response = officer_client.post(ADD, upload(text, bakery))
    assertContains(response, "It is no CSV file in UTF-8.", status_code=422)


def test_headings_without_a_line_are_refused(
    officer_client: Client, bakery: Sponsor
) -> None:
    officer_client.post(ADD, upload(f"{HEADINGS}\n", bakery))
    file = EligibilityFile.objects.get()
    assert (file.state, file.wrong[0][2]) == (State.REFUSED, "There is nobody in it.")


def test_the_sponsors_are_not_all_in_the_page(
    officer_client: Client, bakery: Sponsor
) -> None:
    assert bakery.name not in officer_client.get(ADD).text
    text = "last_name\nRoe"
    assertContains(
        officer_client.post(ADD, upload(text, bakery)), bakery.name, status_code=422
    )


def test_how_columns_are_read_and_what_is_not_there_is_shown(
    officer_client: Client, bakery: Sponsor
) -> None:
    text = f"{HEADINGS}\n{MARIA}".replace("coverage_end", "Term Dt")
    officer_client.post(ADD, upload(text, bakery))
    file = EligibilityFile.objects.get()
    page = officer_client.get(f"/admin/plans/eligibilityfile/{file.pk}/change/")
    assertContains(page, "<td>date of birth</td><td>dob</td>", html=False)
    assertContains(page, "Not in this file: ")
    assertContains(page, "last day covered")


@pytest.mark.usefixtures("today")
@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-13", "It is as of November 13, 2026. You can use it from that day"),
        ("2026-11-11", "The file in effect is as of a later day"),
    ],
)
def test_a_file_of_another_day_is_told_of(
    officer_client: Client, load_file: LoadFile, bakery: Sponsor, day: str, words: str
) -> None:
    load_file(MARIA)
    pages = []
    for effective_on in ("2026-11-12", day):
        data = upload(f"{HEADINGS}\n{MARIA}", bakery, effective_on=effective_on)
        pages.append(officer_client.post(ADD, data, follow=True))
    assertNotContains(pages[0], words)
    assertContains(pages[1], words)


def test_a_file_is_used_from_its_day_on(
    officer_client: Client, bakery: Sponsor, today: dt.date
) -> None:
    tomorrow = today + dt.timedelta(days=1)
    text = f"{HEADINGS}\n{MARIA}"
    data = upload(text, bakery, effective_on=tomorrow.isoformat())
    officer_client.post(ADD, data)
    page = f"/admin/plans/eligibilityfile/{EligibilityFile.objects.get().pk}"
    assertNotContains(officer_client.get(f"{page}/change/"), "Use this file")
    early = officer_client.post(f"{page}/use/", follow=True)
    assertContains(early, "The day it is as of has not come.")
    assert not EligibilityFile.objects.in_effect(bakery.pk)
    with time_machine.travel(dt.datetime.combine(tomorrow, dt.time(17), dt.UTC)):
        officer_client.force_login(Member.objects.get(email="officer@example.org"))
        assertContains(officer_client.get(f"{page}/change/"), "Use this file")
        officer_client.post(f"{page}/use/")
        assert EligibilityFile.objects.in_effect(bakery.pk)


def test_a_file_is_neither_edited_nor_deleted(
    administrator_client: Client, load_file: LoadFile
) -> None:
    file = load_file(MARIA)
    page = f"/admin/plans/eligibilityfile/{file.pk}"
    administrator_client.post(f"{page}/change/", {"kind": "changes", "people_count": 9})
    assert administrator_client.post(f"{page}/delete/").status_code == 403
    file.refresh_from_db()
    assert (file.kind, file.people_count) == ("full", 1)


def test_an_author_sees_no_file(editor_client: Client, load_file: LoadFile) -> None:
    page = f"/admin/plans/eligibilityfile/{load_file(MARIA).pk}/"
    assert editor_client.get(ADD).status_code == 403
    assert editor_client.get(f"{page}wrong.csv").status_code == 403
    assert editor_client.post(f"{page}undo/").status_code == 403
