"""The charts as drawn: no label lies on another, none is small, tables say the same."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from exercises.models import Exercise, Program
from portal.accounts.models import Member
from tests.browser.axe import (
    DOUBLE_THE_TEXT,
    axe_violations_in_both_schemes,
    sideways_scroll,
)
from tests.browser.conftest import NewPage, SignIn
from tests.factories import (
    make_enrollment,
    make_goal,
    make_log,
    make_report,
    make_session,
)
from tracking.models import WeekPlan

pytestmark = pytest.mark.browser

LABELS = """() => [...document.querySelectorAll("figure.plot svg")].map(
    (svg) => [...svg.querySelectorAll("text")]
        .filter((text) => text.getClientRects().length && text.textContent.trim())
        .map((text) => {
            const box = text.getBoundingClientRect();
            const scale = svg.viewBox.baseVal.width
                ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
            return {
                words: text.textContent.trim(),
                size: parseFloat(getComputedStyle(text).fontSize) * scale,
                left: box.left, right: box.right, top: box.top, bottom: box.bottom,
            };
        })).filter((labels) => labels.length)"""
FLARE = range(20, 24)
DAYS = 60


@pytest.fixture
def noted_ada(ada: Member) -> Member:
    """60 days: from 8 to 2 with a flare, and now and then a day without a note."""
    today = timezone.localdate()
    for n in range(DAYS):
        if n % 11 == 5:
            continue
        leg = 10 if n in FLARE else 8 - n // 10
        day = today - dt.timedelta(days=DAYS - 1 - n)
        left, right = max(0, 6 - n // 10), n % 3
        make_report(
            ada, reported_on=day, leg=leg, back=3 + n % 2, left=left, right=right
        )
    exercises = Exercise.objects.all()[:6]
    for n in range(24):
        day = today - dt.timedelta(days=2 * n)
        at = timezone.now() - dt.timedelta(days=60)
        row = make_session(ada, performed_on=day, started_at=at, finished_at=at)
        for position, exercise in enumerate(exercises):
            answer = ("less", "same", "more")[(n * position) % 3]
            reach = "down" if n == position else "same"
            make_log(row, exercise=exercise, leg_response=answer, reach_response=reach)
    program = Program.objects.get(slug="sciatica-12-weeks")
    began = today - dt.timedelta(days=DAYS)
    make_enrollment(ada, program.phases.all()[0], started_on=began)
    WeekPlan.objects.create(member=ada, weekdays=[0, 2, 4, 5])
    make_goal(ada, text="Walk the dog to the lake and back again")
    return ada


def pairs(labels: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], ...]]:
    for n, one in enumerate(labels):
        for other in labels[n + 1 :]:
            yield one, other


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return bool(across > 1 and down > 1)


def faults(page: Page) -> list[str]:
    charts = page.evaluate(LABELS)
    assert len(charts) >= 4
    small = [
        f"{label['words']}: {label['size']:.1f} px"
        for labels in charts
        for label in labels
        if label["size"] < 12
    ]
    hidden = [
        f"{one['words']} on {other['words']}"
        for labels in charts
        for one, other in pairs(labels)
        if overlap(one, other)
    ]
    return small + hidden


@pytest.mark.parametrize(
    "address", ["/progress/", "/progress/?period=all", "/progress/report/"]
)
def test_labels_are_apart_and_large_enough(
    address: str, noted_ada: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=320)
    sign_in(page, noted_ada)
    page.goto(address)
    found = {}
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found[f"{width}"] = faults(page)
    page.set_viewport_size({"width": 320, "height": 800})
    page.evaluate(DOUBLE_THE_TEXT)
    found["200 %"] = faults(page)
    page.reload()
    page.set_viewport_size({"width": 700, "height": 990})
    page.emulate_media(media="print")
    found["print"] = faults(page)
    page.emulate_media(media="screen", forced_colors="active")
    found["forced colors"] = faults(page)
    assert {where: what for where, what in found.items() if what} == {}


def cells(page: Page, question: str) -> list[list[str]]:
    card = page.locator("section.qcard", has_text=question)
    card.locator("summary").click()
    rows = card.locator("tbody tr").all()
    return [row.locator("th, td").all_inner_texts() for row in rows][::-1]


def test_the_table_equals_the_drawing(
    noted_ada: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    """A dot of the leg chart lies where the table says: 18 units to a point."""
    page = new_page()
    sign_in(page, noted_ada)
    page.goto("/progress/?period=all")
    rows = cells(page, "Am I getting better?")
    for column, name in ((1, "leg"), (3, "back")):
        path = page.locator(f"svg[aria-labelledby^={name}] path.dot").get_attribute("d")
        drawn = [(206 - int(y)) / 18 for y in re.findall(r"M\d+ (\d+)", path or "")]
        told = [int(row[column]) for row in rows if row[column] != "not noted"]
        assert drawn == told
    steps = ["lower back", "buttock", "thigh", "knee", "lower leg", "foot"]
    rows = cells(page, "Is it moving out of my leg?")
    for column, name in ((1, "left"), (2, "right")):
        for number, _step in enumerate(steps, 1):
            bars = page.locator(f"svg[aria-labelledby^={name}] path.z{number}")
            path = bars.get_attribute("d") if bars.count() else ""
            reached = [row for row in rows if row[column] in steps[number - 1 :]]
            assert (path or "").count("M") == len(reached)


def test_the_counts_on_the_bars_and_the_days_are_those_of_the_tables(
    noted_ada: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page()
    sign_in(page, noted_ada)
    page.goto("/progress/")
    rows = cells(page, "What happens after each exercise?")[::-1]
    for first, name in ((1, "leg-after"), (4, "reach-after")):
        for number, row in enumerate(rows, 1):
            bar = page.locator(f"svg[aria-labelledby^='{name}-{number}-']")
            told = [cell for cell in row[first : first + 3] if cell != "0"]
            assert bar.locator("text").all_text_contents() == told
    rows = cells(page, "Did I keep to it?")
    marks = [cell for row in rows for cell in row[1:8]]
    for words, kind in (("done", "done"), ("not done", "ring"), ("rest", "rest")):
        path = page.locator(f"svg[aria-labelledby^=kept] path.{kind}")
        drawn = (path.get_attribute("d") or "").count("M") if path.count() else 0
        assert drawn == marks.count(words), words


def test_the_charts_are_accessible(
    noted_ada: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    page = new_page(width=360)
    sign_in(page, noted_ada)
    for address in ("/progress/", "/progress/report/"):
        page.goto(address)
        assert axe_violations_in_both_schemes(page) == []
        assert sideways_scroll(page) == []


@pytest.mark.parametrize("period", ["6-weeks", "3-months", "1-year", "all"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_report_fits_on_2_pages(
    period: str, paper: str, noted_ada: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    today = timezone.localdate()
    for n in range(DAYS, DAYS + 120):
        make_report(noted_ada, reported_on=today - dt.timedelta(days=n), leg=8)
    page = new_page()
    sign_in(page, noted_ada)
    page.goto(f"/progress/report/?period={period}")
    pdf = page.pdf(format=paper, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) in {1, 2}
