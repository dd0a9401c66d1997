"""The one card of the day, in each of its states; and what is good to know."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from portal.accounts.models import Member
from tests.factories import (
    TODAY,
    make_change,
    make_done,
    make_exercise,
    make_flare,
    make_log,
    make_phase,
    make_prescription,
    make_report,
    make_session,
    make_stop,
)
from tests.tracking.conftest import DAY, NOON, note_days
from tracking.models import Enrollment, WeekPlan
from tracking.plan_changes import plan_of

ADDRESS = "/today/"
START = 'href="/sessions/start/"'
CALM_WEEK = [3] * 7
pytestmark = pytest.mark.usefixtures("enrolled_ada")


def test_it_says_what_to_have_at_hand_each_thing_once(
    ada_client: Client, enrollment: Enrollment
) -> None:
    for equipment in ("mat or bed, pillow", "pillow"):
        make_prescription(enrollment.phase, make_exercise(equipment=equipment))
    assertContains(ada_client.get(ADDRESS), "You need: mat or bed, pillow.")


@pytest.mark.parametrize(
    ("weekdays", "rests"), [([0, 1], True), ([3], False), ([], False)]
)
def test_a_rest_day_is_one_that_the_member_did_not_choose(
    ada_client: Client, ada: Member, weekdays: list[int], rests: bool
) -> None:
    """The day is a Thursday."""
    WeekPlan.objects.create(member=ada, weekdays=weekdays)
    response = ada_client.get(ADDRESS)
    (assertContains if rests else assertNotContains)(
        response, "A 10-minute walk counts"
    )
    (assertContains if rests else assertNotContains)(response, "Do it anyway")


def test_the_day_of_joining_is_no_rest_day(
    ada_client: Client, ada: Member, enrollment: Enrollment
) -> None:
    WeekPlan.objects.create(member=ada, weekdays=[0])
    assertContains(ada_client.get(ADDRESS), "Do it anyway")
    Enrollment.objects.update(started_on=TODAY, phase_since=TODAY)
    response = ada_client.get(ADDRESS)
    assertContains(response, "Start session")
    assertNotContains(response, "Rest day")
    assertContains(response, START)


def test_a_phase_of_2_sessions_a_day_counts_them(
    ada_client: Client, ada: Member, enrollment: Enrollment
) -> None:
    enrollment.phase.sessions_per_day = 2
    enrollment.phase.save()
    enrollment.phase.prescriptions.filter(exercise__title="Bridge").update(
        times_per_day=3
    )
    response = ada_client.get(ADDRESS)
    assertContains(response, "Session 1 of 2 today")
    assertContains(response, "Walk")
    make_done(ada, enrollment=enrollment, finished_at=timezone.now())
    response = ada_client.get(ADDRESS)
    assertContains(response, "Session 2 of 2 today")
    assertContains(response, "1 exercise, about")
    make_done(ada, enrollment=enrollment, finished_at=timezone.now())
    assertContains(ada_client.get(ADDRESS), "You did 2 sessions today.")


def test_a_long_session_has_a_short_version(ada_client: Client) -> None:
    assertContains(ada_client.get(ADDRESS), 'href="/sessions/start/?kind=short"')


def test_the_gentle_set_comes_from_the_first_phase(
    ada_client: Client, ada: Member, enrollment: Enrollment
) -> None:
    later = make_phase(enrollment.program, order=5, title="Strengthen")
    make_prescription(later, make_exercise(title="Plank"))
    Enrollment.objects.update(phase=later)
    assertContains(ada_client.get(ADDRESS), "Plank")
    flare = make_flare(ada)
    response = ada_client.get(ADDRESS)
    assertContains(response, "Start the gentle set")
    assertContains(response, "Bridge")
    assertContains(response, f'href="{flare.get_absolute_url()}"')
    assertNotContains(response, "Plank")


def test_after_the_gentle_days_the_flare_is_still_named(
    ada_client: Client, ada: Member
) -> None:
    make_flare(ada, declared_on=TODAY - DAY, gentle_until=TODAY - DAY)
    response = ada_client.get(ADDRESS)
    assertContains(response, "Your flare is still on.")
    assertContains(response, "Start session")


def test_a_flare_in_the_numbers_is_offered_not_set(
    ada_client: Client, ada: Member
) -> None:
    note_days(ada, [*CALM_WEEK, 6, 6])
    response = ada_client.get(ADDRESS)
    assertContains(response, "sorer than usual since Wednesday")
    assertContains(response, "Make some days gentle")
    assertContains(response, "Your next session goes back 1 level")


def test_a_change_is_told_until_a_session_uses_it(
    ada_client: Client, ada: Member, enrollment: Enrollment
) -> None:
    bridge = enrollment.phase.prescriptions.get(exercise__title="Bridge").exercise
    enrollment.phase.prescriptions.filter(exercise=bridge).update(reps_to=10)
    change = make_change(enrollment, exercise=bridge)
    response = ada_client.get(ADDRESS)
    assertContains(response, "Bridge: 2 sets of 8 to 2 sets of 10.")
    assertContains(response, "2 sets of 10, hold 5 seconds")
    assertContains(response, f'href="{change.get_absolute_url()}"')
    with time_machine.travel(NOON + dt.timedelta(minutes=30), tick=False):
        make_session(ada, enrollment=enrollment)
        assertNotContains(ada_client.get(ADDRESS), "2 sets of 8 to 2 sets of 10")


def test_what_staff_changed_since_the_last_session_is_said_in_words(
    ada_client: Client, enrollment: Enrollment
) -> None:
    enrollment.show_plan(plan_of(enrollment, enrollment.phase_prescriptions()))
    assertNotContains(ada_client.get(ADDRESS), "changed by its authors")
    doses = enrollment.phase.prescriptions
    doses.filter(exercise__title="Walk").delete()
    doses.filter(exercise__title="Bridge").update(reps=6)
    make_prescription(enrollment.phase, make_exercise(title="Brace"))
    response = ada_client.get(ADDRESS)
    assertContains(response, "Your program was changed by its authors.")
    assertContains(response, "New: Brace.")
    assertContains(response, "No longer in it: Walk.")
    assertContains(response, "Bridge: now 2 sets of 6, before 2 sets of 8.")


def test_before_the_first_session_nothing_has_changed(ada_client: Client) -> None:
    assertNotContains(ada_client.get(ADDRESS), "changed by its authors")


@pytest.mark.parametrize(
    ("minutes", "moment"),
    [(5, None), (15, "after-10"), (90, None), (60 * 20, "morning")],
)
def test_a_later_report_is_offered_when_its_time_has_come(
    ada_client: Client, ada: Member, minutes: int, moment: str | None
) -> None:
    at = NOON - dt.timedelta(minutes=minutes)
    day = timezone.localdate(at)
    row = make_done(ada, performed_on=day, started_at=at, finished_at=at)
    response = ada_client.get(ADDRESS)
    for name in ("after-10", "morning"):
        address = f'href="/sessions/{row.pk}/report/{name}/"'
        (assertContains if name == moment else assertNotContains)(response, address)


def test_a_later_report_that_was_made_is_not_asked_for_again(
    ada_client: Client, ada: Member
) -> None:
    at = NOON - dt.timedelta(minutes=15)
    row = make_done(ada, started_at=at, finished_at=at)
    make_report(ada, session=row, moment="after-10")
    assertNotContains(ada_client.get(ADDRESS), "/report/after-10/")


def test_with_no_news_there_is_no_card_for_it(ada_client: Client) -> None:
    assertNotContains(ada_client.get(ADDRESS), "Good to know")


def test_on_a_gentle_day_there_is_no_empty_card(
    ada_client: Client, ada: Member
) -> None:
    make_flare(ada)
    response = ada_client.get(ADDRESS)
    assertContains(response, "Start the gentle set")
    assertNotContains(response, "Good to know")


@pytest.mark.parametrize(("kind", "told"), [("full", True), ("gentle", False)])
def test_a_usual_session_that_is_open_on_a_gentle_day_is_named(
    ada_client: Client, ada: Member, kind: str, told: bool
) -> None:
    make_flare(ada)
    make_session(ada, kind=kind)
    response = ada_client.get(ADDRESS)
    check = assertContains if told else assertNotContains
    check(response, "Your open session is the usual one.")
    check(response, "Good to know")


def test_a_session_that_a_stop_rule_ended_is_not_carried_on(
    ada_client: Client, ada: Member, enrollment: Enrollment
) -> None:
    session = make_session(ada, enrollment=enrollment)
    log = make_log(session)
    make_stop(log)
    assertContains(ada_client.get(ADDRESS), "Go on with your session")
    make_stop(log, event="periph_persist", until=NOON + DAY)
    response = ada_client.get(ADDRESS)
    assertContains(response, "You stopped your session")
    assertContains(response, f'href="/sessions/{session.pk}/finish/"')
    assertNotContains(response, "Go on with your session")
