"""What few people meet on their way: accessible, never too wide, and without scripts."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from exercises.models import Program
from portal.accounts.models import Member
from portal.accounts.roles import COVERAGE_OFFICER
from portal.plans import search_limit
from portal.plans.eligibility.staging import stage
from portal.plans.eligibility.using import use
from portal.plans.models import (
    Benefit,
    EligibilityFile,
    HelpRequest,
    Invitation,
    Sponsor,
)
from tests.browser.axe import axe_violations_in_both_schemes, sideways_scroll
from tests.browser.conftest import NewPage, SignIn
from tests.conftest import staff
from tests.factories import make_benefit, make_option, make_sponsor

pytestmark = pytest.mark.browser

CHECK = "/coverage/heron-works/check/"
HELP = "/coverage/heron-works/help/"
MARIA = {
    "last_name": "Roe",
    "birth_date": "1980-01-02",
    "member_id": "HB-0001",
    "starts_on": "2026-01-01",
}
AGREE = "I agree to what Heron Works sees"


@pytest.fixture
def sponsor(db: None) -> Sponsor:
    return make_sponsor("Heron Works", slug="heron-works")


@pytest.fixture
def benefit(sponsor: Sponsor) -> Benefit:
    benefit = make_benefit(
        sponsor,
        Program.objects.get(slug="sciatica-12-weeks"),
        cost_line="You pay $0 for the 12-week sciatica program.",
        covers_dependants=True,
        verification="file",
        asks_relationship=True,
        asks_last_name=True,
        asks_birth_date=True,
        asks_member_id=True,
    )
    for name in ("Heron Gold", "Heron Bronze"):
        make_option(benefit, name)
    day = timezone.localdate()
    use(stage(EligibilityFile(sponsor=sponsor, effective_on=day), [(2, MARIA)]))
    return benefit


@pytest.fixture
def invitation(benefit: Benefit) -> Invitation:
    return Invitation.objects.create(benefit=benefit, label="Letter of January")


@pytest.fixture
def officer(db: None) -> Member:
    return staff("officer@example.org", COVERAGE_OFFICER)


def stands(page: Page, heading: str) -> None:
    page.get_by_role("heading", level=1, name=heading).wait_for()
    assert sideways_scroll(page) == []
    assert axe_violations_in_both_schemes(page) == []


def answer_as_maria(page: Page) -> None:
    go_on = page.get_by_role("button", name="Continue")
    page.get_by_label("Mine: I work there").check()
    go_on.click()
    page.get_by_label("Last name").fill("Roe")
    go_on.click()
    for part, number in (("Month", "1"), ("Day", "2"), ("Year", "1980")):
        page.get_by_label(part).fill(number)
    go_on.click()
    page.get_by_label("Member ID").fill("HB 0001")
    go_on.click()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_member_says_whose_coverage_it_is_and_agrees_before_joining(
    benefit: Benefit, ada: Member, new_page: NewPage, sign_in: SignIn, scripts: bool
) -> None:
    page = new_page(width=320, scripts=scripts, allowed=(422,))
    sign_in(page, ada)
    page.goto(CHECK)
    if scripts:
        stands(page, "Whose coverage is it?")
    answer_as_maria(page)
    join = page.get_by_role("button", name="Join")
    if scripts:
        stands(page, "Heron Works covers you")
    join.click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    expect(page.get_by_role("link", name="Tick the box if you agree")).to_be_visible()
    if scripts:
        stands(page, "Heron Works covers you")
    page.get_by_label(AGREE).check()
    join.click()
    expect(page.get_by_text("You are covered by Heron Works.")).to_be_visible()


def test_an_invitation_is_accessible_and_leads_to_the_check_without_scripts(
    invitation: Invitation, new_page: NewPage
) -> None:
    page = new_page(width=320)
    page.goto(invitation.get_absolute_url())
    stands(page, "Heron Works invites you")
    plain = new_page(scripts=False)
    plain.goto(invitation.get_absolute_url())
    plain.get_by_role("link", name="Check that I am included").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Whose coverage is it?")


def test_a_person_is_asked_without_scripts_and_the_account_leads_to_the_answer(
    benefit: Benefit, ada: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=320, scripts=False, allowed=(422,))
    sign_in(page, ada)
    page.goto(HELP)
    page.get_by_label("What should the person know?").fill("I was Ada Lund before.")
    send = page.get_by_role("button", name="Send")
    send.click()
    expect(page.get_by_label("What should the person")).to_have_value(
        "I was Ada Lund before."
    )
    page.get_by_label(AGREE).check()
    send.click()
    expect(page.get_by_text("A person will look at it")).to_be_visible()
    page.goto("/me/")
    page.get_by_role("link", name="Your question about Heron Works").click()
    expect(page.get_by_text("I was Ada Lund before.")).to_be_visible()


def test_asking_a_person_and_each_answer_are_accessible(
    benefit: Benefit, ada: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=320, allowed=(422,))
    sign_in(page, ada)
    page.goto(HELP)
    stands(page, "Ask a person to check")
    page.get_by_role("button", name="Send").click()
    stands(page, "Ask a person to check")
    asked = HelpRequest.objects.create(member=ada, benefit=benefit, message="A name")
    for state in ("open", "resolved", "declined"):
        answer = "" if state == "open" else "We looked. " * 30
        HelpRequest.objects.update(state=state, answer=answer, answered_at=noon())
        page.goto(asked.get_absolute_url())
        stands(page, "Your question about Heron Works")
        page.goto("/me/")
        stands(page, "Your account")


def noon() -> dt.datetime:
    return dt.datetime(2026, 11, 12, 17, tzinfo=dt.UTC)


@pytest.mark.parametrize("what", ["report", "report.csv", "invitation"])
def test_the_officers_pages_are_accessible_and_quiet(
    what: str,
    invitation: Invitation,
    officer: Member,
    new_page: NewPage,
    sign_in: SignIn,
) -> None:
    page = new_page(width=1280)
    sign_in(page, officer)
    sponsor = invitation.benefit.sponsor
    if what == "invitation":
        page.goto(f"/admin/plans/invitation/{invitation.pk}/change/")
        drawn = page.locator("svg.qr")
        assert drawn.evaluate("one => one.getBoundingClientRect().width") > 100
    else:
        page.goto(f"/admin/plans/sponsor/{sponsor.pk}/report/")
        expect(page.get_by_role("cell", name="hidden").first).to_be_visible()
    if what == "report.csv":
        with page.expect_download() as download:
            page.get_by_role("link", name="As a CSV file").click()
        assert download.value.suggested_filename == "sponsor-report.csv"
        return
    assert axe_violations_in_both_schemes(page) == []
    assert sideways_scroll(page) == []
    page.set_viewport_size({"width": 1280, "height": 900})
    assert sideways_scroll(page, width=1280) == []


def test_a_pause_of_the_search_is_announced_and_what_was_typed_stays(
    new_page: NewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_limit, "may_search", lambda request: False)
    page = new_page(width=320, allowed=(429,))
    page.goto("/coverage/")
    page.get_by_role("searchbox").press_sequentially("harbor")
    expect(page.get_by_role("status")).to_have_text("Wait a little, then search again")
    expect(page.get_by_role("searchbox")).to_have_value("harbor")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.goto("/coverage/?q=harbor")
    expect(page.get_by_role("searchbox")).to_have_value("harbor")
    stands(page, "Are you covered?")
