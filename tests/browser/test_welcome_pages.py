"""The way in, page by page: accessible, and no wider than a small phone."""

import datetime as dt

import pytest
from django.utils import timezone

from exercises.models import Program
from portal.accounts.models import Consent, Member
from portal.plans.joining import give_coverage
from portal.plans.models import Benefit
from portal.welcome.steps import Step
from tests.browser.axe import axe_violations_in_both_schemes, sideways_scroll
from tests.browser.conftest import NewPage, SignIn
from tests.factories import make_report, make_screen
from tracking.models import ActivityGoal, DirectionTrial, Intake, WeekPlan

pytestmark = pytest.mark.browser

STEPS = [step.value for step in Step]
BEFORE = {"leg_before": 5, "place_before": 5}
AFTER = {**BEFORE, "leg_after": 6, "place_after": 5}
LATER = {**AFTER, "leg_later": 6, "place_later": 6}


def answer_everything(member: Member) -> None:
    today, program = timezone.localdate(), Program.objects.all()[0]
    Consent.objects.create(member=member, kind="health", version="2026-11")
    make_screen(member, asked_on=today)
    make_report(member, reported_on=today, places=["l2"])
    Intake.objects.create(member=member, direction="not-sure", program=program)
    WeekPlan.objects.create(member=member, weekdays=[0, 2], habit="after coffee")
    for order, text in enumerate(("Walk the dog for an hour", "Sit through a film"), 1):
        ActivityGoal.objects.create(
            member=member, order=order, text=text, score=3, set_on=today
        )
    give_coverage(
        member=member,
        benefit=Benefit.objects.filter(sponsor__slug="harbor-lane-bakery")[0],
    )


def try_a_direction(member: Member) -> list[str]:
    """The addresses of trials in each state."""
    now, minute = timezone.now(), dt.timedelta(minutes=1)
    states: list[tuple[int, dict[str, int]]] = [
        (0, {}),
        (0, BEFORE),
        (0, AFTER),
        (20, AFTER),
        (24 * 60, LATER),
    ]
    trials = [
        DirectionTrial.objects.create(
            member=member, movement="backward", tried_at=now - ago * minute, **seen
        )
        for ago, seen in states
    ]
    return [trial.get_absolute_url() for trial in trials]


def test_the_way_in_is_accessible_and_fits(
    eve: Member, new_page: NewPage, sign_in: SignIn
) -> None:
    answer_everything(eve)
    page = new_page(width=320)
    sign_in(page, eve)
    goal, plan = eve.activity_goals.all()[0], WeekPlan.objects.for_member(eve).get()
    mine = [goal.get_absolute_url(), plan.get_absolute_url(), *try_a_direction(eve)]
    found = {}
    for address in [*(f"/welcome/{step}/" for step in STEPS), *mine, "/me/"]:
        response = page.goto(address)
        assert response is not None
        assert response.status == 200, address
        assert page.url.endswith(address)
        found[address] = sideways_scroll(page) + axe_violations_in_both_schemes(page)
    assert {address: faults for address, faults in found.items() if faults} == {}
