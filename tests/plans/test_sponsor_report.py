import csv
import datetime as dt
import io

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from exercises.models import Program
from portal.accounts.roles import COVERAGE_OFFICER
from portal.plans.models import Coverage, Sponsor
from portal.plans.sponsor_report import (
    last_quarter_ended,
    report_for,
    report_of,
    suppressed,
)
from portal.plans.spreadsheet import csv_response
from tests.conftest import signed_in, staff
from tests.factories import TODAY, make_benefit, make_member, make_option

DAY = dt.date(2026, 9, 30)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({"a": 30, "b": 20}, {"a": 30, "b": 20}),
        ({"a": 30, "b": 20, "c": 10}, {"a": 30, "b": None, "c": None}),
        ({"a": 30, "b": 5, "c": 6}, {"a": 30, "b": None, "c": None}),
        ({"a": 30, "b": 5, "c": 5}, {"a": None, "b": None, "c": None}),
        ({"a": 30, "b": 0}, {"a": None, "b": None}),
        ({"a": 11}, {"a": 11}),
    ],
)
def test_what_is_hidden_cannot_be_worked_out(
    counts: dict[str, int], shown: dict[str, int | None]
) -> None:
    assert suppressed(counts) == shown


def test_a_total_under_11_is_hidden() -> None:
    assert report_of("x", DAY, {"a": 10}).total is None
    assert report_of("x", DAY, {"a": 11}).total == 11


def test_it_counts_as_of_the_last_quarter() -> None:
    assert last_quarter_ended(dt.date(2026, 11, 12)) == DAY
    assert last_quarter_ended(dt.date(2026, 1, 1)) == dt.date(2025, 12, 31)


@pytest.fixture
def covered(bakery: Sponsor, program: Program, today: dt.date) -> Sponsor:
    benefit = make_benefit(bakery, program)
    make_option(benefit, "=Gold", code="G")
    then = dt.datetime(2026, 5, 1, tzinfo=dt.UTC)
    for number in range(12):
        Coverage.objects.create(
            member=make_member(f"m{number}@example.org", first_name="Canary"),
            benefit=benefit,
            plan_code="g",
            verified_at=then,
        )
    late = dt.datetime(2026, 10, 5, tzinfo=dt.UTC)
    Coverage.objects.create(
        member=make_member("late@example.org"), benefit=benefit, verified_at=late
    )
    return bakery


def test_staff_produce_it_as_a_page_and_as_csv_and_it_names_nobody(
    covered: Sponsor,
) -> None:
    client = signed_in(staff("officer@example.org", COVERAGE_OFFICER))
    address = f"/admin/plans/sponsor/{covered.pk}/report"
    page = client.get(f"{address}/")
    assertContains(page, "<td>12</td>", html=True)
    told = client.get(f"{address}.csv").content.decode("utf-8-sig").splitlines()
    assert told == [
        "sponsor,Harbor Lane Bakery",
        "people covered on,2026-09-30",
        "plan,people",
        "All together,12",
    ]
    assert "example.org" not in page.text.replace("officer@example.org", "")


def shown_on(day: dt.date, sponsor: Sponsor) -> dict[str, int | None]:
    return dict(report_for(sponsor, day).rows)


def test_who_joined_twice_is_one_person(covered: Sponsor, program: Program) -> None:
    again = make_benefit(covered, program, starts_on=dt.date(2026, 4, 1))
    for first in Coverage.objects.filter(plan_code="g"):
        Coverage.objects.create(
            member=first.member,
            benefit=again,
            plan_code="G",
            verified_at=first.verified_at + dt.timedelta(days=30),
        )
    assert shown_on(TODAY, covered) == {"All together": 12}


@pytest.mark.parametrize(
    ("ends_on", "shown"), [(DAY, 12), (DAY - dt.timedelta(days=1), None)]
)
def test_nobody_is_covered_by_a_benefit_that_had_ended(
    covered: Sponsor, ends_on: dt.date, shown: int | None
) -> None:
    covered.benefits.update(ends_on=ends_on)
    assert shown_on(TODAY, covered) == {"All together": shown}


def test_joining_and_leaving_after_the_quarter_changes_nothing(
    covered: Sponsor,
) -> None:
    before = shown_on(TODAY, covered)
    Coverage.objects.update(ended_on=dt.date(2026, 10, 2))
    assert shown_on(dt.date(2026, 12, 31), covered) == before
    assert shown_on(dt.date(2027, 1, 1), covered) == {"All together": None}


def test_groups_of_11_and_of_10_are_both_hidden_in_what_staff_produce(
    covered: Sponsor,
) -> None:
    benefit = covered.benefits.get()
    make_option(benefit, "Silver", code="S")
    for number in range(10):
        Coverage.objects.create(
            member=make_member(f"s{number}@example.org"),
            benefit=benefit,
            plan_code="S",
            verified_at=dt.datetime(2026, 5, 1, tzinfo=dt.UTC),
        )
    Coverage.objects.filter(member__email="m0@example.org").delete()
    client = signed_in(staff("officer@example.org", COVERAGE_OFFICER))
    address = f"/admin/plans/sponsor/{covered.pk}/report"
    assertContains(client.get(f"{address}/"), "<td>hidden</td>", 2, html=True)
    told = client.get(f"{address}.csv").content.decode("utf-8-sig").splitlines()
    assert told[3:] == ["'=Gold,hidden", "Silver,hidden", "All together,21"]


@pytest.mark.parametrize("what", ["benefit", "sponsor"])
def test_no_other_page_of_staff_tells_how_many_joined(
    covered: Sponsor, administrator_client: Client, what: str
) -> None:
    row = covered.benefits.get() if what == "benefit" else covered
    page = administrator_client.get(f"/admin/plans/{what}/{row.pk}/delete/")
    assertContains(page, "People joined through it.", 1)
    assertNotContains(page, "Coverage:")
    listed = administrator_client.post(
        f"/admin/plans/{what}/",
        {"action": "delete_selected", "_selected_action": row.pk},
    )
    assertContains(listed, "People joined through it.", 1)
    assertNotContains(listed, "Coverage:")


def test_others_do_not_get_it(editor_client: Client, bakery: Sponsor) -> None:
    for ending in ("/", ".csv"):
        address = f"/admin/plans/sponsor/{bakery.pk}/report{ending}"
        assert editor_client.get(address).status_code == 403


def test_the_public_page_shows_the_whole_report_with_invented_numbers(
    client: Client,
) -> None:
    page = client.get("/what-sponsors-see/")
    assertContains(page, "<td>48</td>", html=True)
    assertContains(page, "<td>hidden</td>", count=2, html=True)
    assertContains(page, "<td>77</td>", html=True)


@pytest.mark.parametrize("start", [*"=+-@\t\r\n", "＝", "＋", "－", "＠"])
def test_no_cell_of_an_export_begins_like_a_formula(start: str) -> None:
    response = csv_response("names", [[f"{start}HYPERLINK(1)", "Harbor = Lane"]])
    text = response.content.decode("utf-8-sig")
    [[cell, other]] = csv.reader(io.StringIO(text, newline=""))
    assert cell == f"'{start}HYPERLINK(1)"
    assert other == "Harbor = Lane"
