"""Every member page: accessible, never too wide, quiet, and asking nobody else."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from exercises.models import Program
from portal.accounts.models import AccessEntry, Consent, Member
from portal.plans.joining import give_coverage
from portal.plans.models import Benefit
from tests.browser.axe import axe_violations_in_both_schemes, sideways_scroll
from tests.browser.conftest import NewPage, SignIn
from tests.factories import (
    make_alert,
    make_enrollment,
    make_log,
    make_report,
    make_screen,
)
from tests.factories import make_session as make_open_session
from tracking.models import ExerciseSession, SymptomReport

pytestmark = pytest.mark.browser

Moment = SymptomReport.Moment


@pytest.fixture
def day(db: None) -> dt.date:
    return timezone.localdate()


@pytest.fixture
def session(ada: Member, day: dt.date) -> ExerciseSession:
    row = make_open_session(ada, performed_on=day, phase_title="Calm")
    program = Program.objects.get(slug="sciatica-12-weeks")
    exercise = program.phases.all()[0].prescriptions.all()[0].exercise
    for position in (1, 2):
        make_log(row, exercise=exercise, position=position, sets=2, reps=8)
    for moment in (Moment.BEFORE, Moment.AFTER):
        make_report(ada, session=row, moment=moment, reported_on=day)
    return row


@pytest.fixture
def addresses(ada: Member, day: dt.date, session: ExerciseSession) -> list[str]:
    """ada's pages, with 30 days of notes behind them."""
    program = Program.objects.get(slug="sciatica-12-weeks")
    enrollment = make_enrollment(ada, program.phases.all()[0], started_on=day)
    benefit = Benefit.objects.filter(sponsor__slug="harbor-lane-bakery")[0]
    coverage = give_coverage(member=ada, benefit=benefit)
    for days in range(1, 31):
        past = day - dt.timedelta(days=days)
        make_report(ada, reported_on=past, leg=3 + days // 6)
    screen = make_screen(ada)
    consent = Consent.objects.create(member=ada, kind="terms", version="2026-11")
    entry = AccessEntry.objects.create(member=ada, action="viewed", what="Report")
    report = session.symptom_reports.all()[0]
    return [
        "/today/",
        "/sessions/",
        "/sessions/start/",
        f"/sessions/{session.pk}/",
        f"/sessions/{session.pk}/edit/",
        f"/sessions/{session.pk}/delete/",
        f"/sessions/{session.pk}/play/1/",
        f"/sessions/{session.pk}/play/1/?skip=1",
        f"/sessions/{session.pk}/finish/",
        "/check-in/",
        f"/check-in/{report.pk}/edit/",
        f"/check-in/{report.pk}/delete/",
        "/safety/",
        screen.get_absolute_url(),
        "/progress/",
        "/progress/?period=all",
        "/me/",
        consent.get_absolute_url(),
        entry.get_absolute_url(),
        coverage.get_absolute_url(),
        enrollment.get_absolute_url(),
        "/coverage/harbor-lane-bakery/check/",
        "/accounts/email/",
        "/accounts/password/change/",
        "/accounts/logout/",
    ]


def test_each_member_page_is_accessible_and_fits(
    addresses: list[str], ada: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=320)
    sign_in(page, ada)
    found = {}
    for address in addresses:
        response = page.goto(address)
        assert response is not None
        assert response.status == 200, address
        if not address.startswith("/accounts/"):
            alarm = page.get_by_role("link", name="Something is wrong")
            assert alarm.filter(visible=True).count() == 1, address
        found[address] = sideways_scroll(page) + axe_violations_in_both_schemes(page)
    assert {address: faults for address, faults in found.items() if faults} == {}


def test_the_pages_of_a_new_member_are_accessible_and_fit(
    eve: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=320)
    sign_in(page, eve)
    for address in ("/today/", "/welcome/", "/sessions/", "/progress/", "/safety/"):
        page.goto(address)
        assert sideways_scroll(page) == [], address
        assert axe_violations_in_both_schemes(page) == [], address


def test_the_pages_of_a_locked_member_are_accessible_and_fit(
    eve: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    screen = make_screen(eve, outcome="emergency")
    page = new_page(width=320)
    sign_in(page, eve)
    for address in ("/today/", "/safety/", screen.get_absolute_url()):
        page.goto(address)
        assert sideways_scroll(page) == [], address
        assert axe_violations_in_both_schemes(page) == [], address


@pytest.mark.parametrize("address", ["/check-in/", "/safety/"])
def test_a_refused_form_is_accessible_and_its_summary_has_the_focus(
    address: str, eve: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=320, allowed=(422,))
    sign_in(page, eve)
    page.goto(address)
    page.locator("main form").last.locator("button[type=submit]").last.click()
    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.locator(":focus")).to_contain_text("There is a problem")
    assert axe_violations_in_both_schemes(page) == []


def test_a_tap_on_the_picture_ticks_its_box_without_scripts(
    eve: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(scripts=False)
    sign_in(page, eve)
    page.goto("/check-in/")
    for label in page.locator(".map .hot").all():
        label.click()
    assert page.locator("[name=place]:checked").count() == 11


def test_nothing_personal_stays_in_the_browser(
    ada: Member, addresses: list[str], new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page()
    sign_in(page, ada)
    for address in addresses[:3]:
        page.goto(address)
    stored = page.evaluate("({...localStorage, ...sessionStorage})")
    assert stored == {"htmx-current-path-for-history": addresses[2]}


def test_the_pages_of_a_clinician_are_accessible_and_fit(
    ada: Member, clinician: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    alert = make_alert(ada)
    page = new_page(width=320)
    sign_in(page, clinician)
    for address in ("/care/", alert.get_absolute_url()):
        page.goto(address)
        assert sideways_scroll(page) == [], address
        assert axe_violations_in_both_schemes(page) == [], address
