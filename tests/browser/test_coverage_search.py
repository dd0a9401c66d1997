"""Searching by keyboard and by ear: a number is said, and each hit is a link in a list."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser
FOUND = [
    "Harbor Lane Bakery",
    "Harborview College",
    "Blue Heron Health Plan",
    "Great Lakes Harbor Workers Union",
]


def links_in_the_list(page: Page) -> list[str]:
    items = page.get_by_role("main").get_by_role("list").first.get_by_role("listitem")
    return [item.get_by_role("link").inner_text() for item in items.all()]


def test_without_scripts_a_number_is_said_and_each_hit_is_a_link(
    new_page: NewPage,
) -> None:
    page = new_page(scripts=False)
    page.goto("/coverage/")
    page.get_by_role("searchbox").fill("harbor")
    page.get_by_role("searchbox").press("Enter")
    said = page.get_by_role("heading", level=2, name="4 matches for “harbor”")
    expect(said).to_be_visible()
    assert sorted(links_in_the_list(page)) == sorted(FOUND)
    page.get_by_role("link", name="Harbor Lane Bakery").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Harbor Lane Bakery covers this program"
    )


def test_while_typing_the_number_is_announced(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/coverage/")
    page.get_by_role("searchbox").press_sequentially("harbor")
    expect(page.get_by_role("status")).to_have_text("4 matches")
    assert sorted(links_in_the_list(page)) == sorted(FOUND)
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_the_tree_that_a_screen_reader_reads(new_page: NewPage) -> None:
    page = new_page(scripts=False)
    page.goto("/coverage/?q=harbor")
    expect(page.get_by_role("main")).to_match_aria_snapshot("""
        - heading "Are you covered?" [level=1]
        - search:
          - searchbox "Search your employer or health plan": harbor
          - button "Search"
        - heading "4 matches for “harbor”" [level=2]
        - list:
          - listitem:
            - heading "Harbor Lane Bakery" [level=3]:
              - link "Harbor Lane Bakery"
            - paragraph: Employer, Ohio and Indiana
            - paragraph: Covers the program
    """)


def test_without_scripts_a_miss_leads_to_a_person(new_page: NewPage) -> None:
    page = new_page(scripts=False)
    page.goto("/coverage/?q=zzyzx+harbour")
    expect(page.get_by_role("heading", level=2).first).to_contain_text(
        "We did not find “zzyzx harbour”"
    )
    page.get_by_label("E-mail (optional)").fill("someone@example.org")
    page.get_by_role("button", name="Ask us to check").click()
    expect(page.get_by_text("A person will check that name.")).to_be_visible()


def test_without_scripts_the_plan_is_chosen_by_a_link(new_page: NewPage) -> None:
    page = new_page(scripts=False)
    page.goto("/coverage/blue-heron-health-plan/")
    page.get_by_role("link", name="Heron Gold HMO").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Blue Heron Health Plan covers this program with Heron Gold HMO"
    )
    expect(page.get_by_role("link", name="Join", exact=True)).to_be_visible()
