"""The sheet to print: the coming 7 days, what to do, and boxes to write in."""

import datetime as dt

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from exercises.models import Prescription
from portal.accounts.models import Member
from tests.factories import TODAY, make_exercise, make_prescription, make_screen
from tests.tracking.conftest import DAY, NOON
from tracking.models import Enrollment
from tracking.sheet import sheet_for

SHEET = "/sessions/sheet/"


def titles(member: Member) -> list[str]:
    rows = sheet_for(member, TODAY).rows
    return [row.prescription.exercise.title for row in rows]


@pytest.mark.usefixtures("enrolled_ada")
def test_it_holds_7_days_from_today_with_doses(ada_client: Client) -> None:
    page = ada_client.get(SHEET)
    assertContains(page, "2 sets of 8, hold 5 seconds")
    assertContains(page, "10 minutes")
    assertContains(page, "Thu<br>Nov 12")
    assertContains(page, "Wed<br>Nov 18")
    assertNotContains(page, "Nov 19")
    assertContains(page, "write here", count=7 * 2 + 7 * 6)
    assertContains(page, "Call 911")


def test_neither_name_nor_address_is_on_it(enrolled_ada: Member) -> None:
    client = Client()
    client.force_login(enrolled_ada)
    page = client.get(SHEET)
    assertNotContains(page, "Ada")
    assertNotContains(page, enrolled_ada.email)


@pytest.mark.usefixtures("enrolled_ada")
def test_each_day_leads_to_its_quick_log(ada_client: Client) -> None:
    for n in range(7):
        day = TODAY + n * DAY
        assertContains(ada_client.get(SHEET), f'href="/sessions/log/?day={day}"')


def test_what_a_later_week_brings_is_off_before_it(
    enrolled_ada: Member, enrollment: Enrollment
) -> None:
    """Week 2 began today, week 3 begins after these 7 days; so start 3 days earlier."""
    enrollment.started_on = TODAY - 10 * DAY
    enrollment.save()
    plank = make_exercise(title="Plank")
    make_prescription(enrollment.phase, plank, from_week=3)
    rows = {
        r.prescription.exercise.title: r for r in sheet_for(enrolled_ada, TODAY).rows
    }
    assert rows["Plank"].is_on == (False,) * 4 + (True,) * 3
    assert rows["Bridge"].is_on == (True,) * 7


def test_any_time_exercises_come_last(
    enrolled_ada: Member, enrollment: Enrollment
) -> None:
    Prescription.objects.filter(exercise__slug="bridge").update(any_time=True)
    assert titles(enrolled_ada) == ["Walk", "Bridge"]


def test_what_safety_answers_leave_out_is_not_on_it(
    enrolled_ada: Member, enrollment: Enrollment
) -> None:
    make_prescription(
        enrollment.phase, make_exercise(title="Knees", slug="knees-to-chest")
    )
    assert "Knees" in titles(enrolled_ada)
    make_screen(
        enrolled_ada,
        asked_at=NOON - dt.timedelta(hours=1),
        kind="full",
        precautions=["surgery"],
    )
    assert "Knees" not in titles(enrolled_ada)


@pytest.mark.usefixtures("locked_ada")
def test_a_lock_shuts_it(ada_client: Client) -> None:
    assertRedirects(ada_client.get(SHEET), "/safety/", fetch_redirect_response=False)


@pytest.mark.usefixtures("enrollment")
def test_it_waits_for_the_safety_questions(ada_client: Client) -> None:
    assertRedirects(ada_client.get(SHEET), "/safety/", fetch_redirect_response=False)


def test_without_a_program_it_says_so(eve: Member, eve_client: Client) -> None:
    make_screen(eve, asked_at=NOON - DAY)
    assertContains(eve_client.get(SHEET), "Nothing is planned for these days")
