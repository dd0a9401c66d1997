"""A lock, the alert it raises, and how a member clears it."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.conftest import signed_in
from tests.factories import TODAY, make_screen
from tests.tracking.conftest import DAY, ENTRY, NOON, safety_answers
from tests.tracking.test_safety import ADDRESS, SCREEN
from tracking.gate import GateShut, gate_for
from tracking.models import SafetyAlert, SafetyScreen
from tracking.raising import record
from tracking.safety import Gate

MINUTE = dt.timedelta(minutes=1)
TOO_EARLY = "Your earlier answers are less than 1 hour old."

pytestmark = pytest.mark.usefixtures("questions")


@pytest.fixture
def lock(ada: Member) -> SafetyScreen:
    """Of two days ago."""
    at, day = NOON - 2 * DAY, TODAY - 2 * DAY
    return make_screen(ada, outcome="emergency", asked_at=at, asked_on=day)


@pytest.fixture
def fresh_lock(ada: Member) -> SafetyScreen:
    """59 minutes old."""
    return make_screen(ada, outcome="same-day", asked_at=NOON - 59 * MINUTE)


def checked(**changes: Any) -> dict[str, Any]:
    sent = {"assessed_by": "The ER", "assessed_on": "2026-11-11"}
    return safety_answers(**{**sent, **changes})


@pytest.mark.parametrize(
    ("changes", "severity"),
    [({"ces_bladder": "yes"}, "emergency"), ({"abdomen": "not-sure"}, "same-day")],
)
def test_a_lock_raises_one_alert(
    ada_client: Client, ada: Member, changes: dict[str, str], severity: str
) -> None:
    ada_client.post(ADDRESS, safety_answers(**changes))
    alert = SafetyAlert.objects.get()
    assert (alert.member, alert.screen_id, alert.severity) == (ada, ENTRY, severity)
    assert (alert.raised_at, alert.owner, alert.closed_at) == (NOON, None, None)


@pytest.mark.parametrize("changes", [{}, {"inflam": "yes"}, {"precautions": ["heart"]}])
def test_what_does_not_lock_raises_no_alert(
    ada_client: Client, changes: dict[str, Any]
) -> None:
    ada_client.post(ADDRESS, safety_answers(**changes))
    assert SafetyScreen.objects.count() == 1
    assert not SafetyAlert.objects.exists()


def test_a_screen_and_its_alert_are_saved_together_or_not_at_all(
    ada_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_screen: SafetyScreen) -> None:
        raise RuntimeError

    monkeypatch.setattr("tracking.raising.raise_alert", fail)
    with pytest.raises(RuntimeError):
        ada_client.post(ADDRESS, safety_answers(ces_bladder="yes"))
    assert not SafetyScreen.objects.exists()


@pytest.mark.usefixtures("fresh_lock")
def test_before_an_hour_it_shows_the_rule_and_no_form(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "Exercises are paused")
    assertContains(response, "Call your doctor or urgent care today")
    assertContains(response, "from 12:01 p.m. on Thursday")
    assertNotContains(response, 'type="radio"')
    assertNotContains(response, "Who checked you?")


@pytest.mark.usefixtures("fresh_lock")
def test_before_an_hour_clear_answers_open_nothing(
    ada_client: Client, ada: Member
) -> None:
    response = ada_client.post(ADDRESS, checked(assessed_on="2026-11-12"))
    assertContains(response, TOO_EARLY, status_code=422)
    assert SafetyScreen.objects.count() == 1
    assert gate_for(ada) is Gate.LOCKED


@pytest.mark.usefixtures("fresh_lock")
def test_before_an_hour_a_worse_sign_is_still_saved(
    ada_client: Client, ada: Member
) -> None:
    assertRedirects(ada_client.post(ADDRESS, safety_answers(ces_bowel="yes")), SCREEN)
    assert SafetyAlert.objects.get().severity == "emergency"


def test_after_60_minutes_the_form_is_there(
    ada_client: Client, fresh_lock: SafetyScreen
) -> None:
    with time_machine.travel(NOON + MINUTE, tick=False):
        response = ada_client.get(ADDRESS)
    assertContains(response, "Who checked you?")
    assertContains(response, "On which day?")
    assertContains(response, 'type="radio"', count=14 * 3)
    assertNotContains(response, "checked>")


def test_after_60_minutes_and_a_check_it_opens(
    ada_client: Client, ada: Member, fresh_lock: SafetyScreen
) -> None:
    with time_machine.travel(NOON + MINUTE, tick=False):
        response = ada_client.post(ADDRESS, checked(assessed_on="2026-11-12"))
        assertRedirects(response, "/today/")
        assert gate_for(ada) is Gate.OPEN


@pytest.mark.usefixtures("lock")
def test_locked_it_asks_who_checked_and_when(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "Exercises are paused")
    assertContains(response, "Call 911 or go to the ER now")
    assertContains(response, "Who checked you?")


@pytest.mark.usefixtures("lock")
def test_a_check_and_clear_answers_open_it_again(ada_client: Client) -> None:
    assertRedirects(ada_client.post(ADDRESS, checked()), "/today/")
    screen = SafetyScreen.objects.get(pk=ENTRY)
    assert (screen.outcome, screen.assessed_by) == ("clear", "The ER")
    assert screen.assessed_on == dt.date(2026, 11, 11)


@pytest.mark.usefixtures("lock")
def test_see_first_opens_it_too(ada_client: Client, ada: Member) -> None:
    assertRedirects(ada_client.post(ADDRESS, checked(duration="yes")), SCREEN)
    assert gate_for(ada) is Gate.OPEN


def test_the_answers_that_locked_are_kept_and_say_who_lifted_it(
    ada_client: Client, ada: Member, lock: SafetyScreen
) -> None:
    ada_client.post(ADDRESS, checked())
    lock.refresh_from_db()
    assert (lock.outcome, lock.cleared_at, lock.cleared_by) == ("emergency", NOON, ada)
    response = ada_client.get(lock.get_absolute_url())
    assertContains(response, "These answers paused your exercises until November 12.")
    assertNotContains(response, "go to the ER now")


@pytest.mark.usefixtures("lock")
def test_two_locks_are_lifted_by_one_check(ada_client: Client, ada: Member) -> None:
    at = NOON - DAY
    make_screen(ada, outcome="same-day", asked_at=at, asked_on=TODAY - DAY)
    ada_client.post(ADDRESS, checked())
    assert not SafetyScreen.objects.for_member(ada).still_locked().exists()


@pytest.mark.usefixtures("lock")
def test_the_lock_of_another_member_stays(ada_client: Client, bea: Member) -> None:
    make_screen(bea, outcome="emergency")
    ada_client.post(ADDRESS, checked())
    assert gate_for(bea) is Gate.LOCKED


@pytest.mark.usefixtures("lock")
@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"assessed_by": ""}, "Say who checked you since then."),
        ({"assessed_by": "   "}, "Say who checked you since then."),
        ({"assessed_on": ""}, "Enter the day when you were checked."),
        ({"assessed_on": "Monday"}, "Enter the day like this: 2026-11-23."),
        (
            {"assessed_on": "2026-11-09"},
            "That was before your answers. A new check is needed.",
        ),
        ({"assessed_on": "2026-11-13"}, "That day has not come yet."),
    ],
)
def test_without_a_check_since_then_it_stays_locked(
    ada_client: Client, changes: dict[str, str], sentence: str
) -> None:
    response = ada_client.post(ADDRESS, checked(**changes))
    assertContains(response, sentence, count=2, status_code=422)
    assert SafetyScreen.objects.count() == 1


@pytest.mark.usefixtures("lock")
def test_every_mistake_is_named_at_once(ada_client: Client) -> None:
    response = ada_client.post(ADDRESS, safety_answers(ces_sex=""))
    for name in ("ces_sex", "assessed_by", "assessed_on"):
        assertContains(response, f'id="id_{name}_error"', status_code=422)


@pytest.mark.usefixtures("lock")
@pytest.mark.parametrize("day", ["2026-11-10", "2026-11-12"])
def test_the_day_of_the_answers_and_today_are_taken(
    ada_client: Client, day: str
) -> None:
    assertRedirects(ada_client.post(ADDRESS, checked(assessed_on=day)), "/today/")


@pytest.mark.usefixtures("lock")
def test_the_check_goes_along_to_the_second_page(ada_client: Client) -> None:
    response = ada_client.post(ADDRESS, checked(cancer="yes"))
    assertContains(response, 'type="hidden" name="assessed_by" value="The ER"')
    assertContains(response, 'type="hidden" name="assessed_on" value="2026-11-11"')
    sent = checked(cancer="yes", cancer_past="no", page="follow-ups")
    assertRedirects(ada_client.post(ADDRESS, sent), SCREEN)
    assert SafetyScreen.objects.get(pk=ENTRY).assessed_by == "The ER"


@pytest.mark.usefixtures("lock")
def test_a_sign_that_is_still_there_keeps_it_locked(
    ada_client: Client, ada: Member
) -> None:
    assertRedirects(ada_client.post(ADDRESS, checked(ces_saddle="yes")), SCREEN)
    assert gate_for(ada) is Gate.LOCKED
    assertNotContains(ada_client.get(ADDRESS), "Who checked you?")


@pytest.mark.usefixtures("lock")
@pytest.mark.parametrize("given", [{}, {"assessed_by": "The ER"}])
def test_a_worse_sign_needs_no_check_to_be_told(
    ada_client: Client, given: dict[str, str]
) -> None:
    sent = safety_answers(ces_saddle="yes", **given)
    assertRedirects(ada_client.post(ADDRESS, sent), SCREEN)
    screen = SafetyScreen.objects.get(pk=ENTRY)
    assert (screen.assessed_by, screen.assessed_on) == ("", None)


def test_an_old_clear_form_sent_again_opens_nothing(
    ada_client: Client, ada: Member
) -> None:
    ada_client.post(ADDRESS, safety_answers())
    make_screen(ada, outcome="emergency", asked_at=NOON + MINUTE)
    with time_machine.travel(NOON + 70 * MINUTE, tick=False):
        response = signed_in(ada).post(ADDRESS, safety_answers())
        assertRedirects(response, "/today/")
        assert gate_for(ada) is Gate.LOCKED
    assert SafetyScreen.objects.count() == 2


def test_an_old_clearing_form_sent_again_opens_no_later_lock(
    ada_client: Client, ada: Member, lock: SafetyScreen
) -> None:
    ada_client.post(ADDRESS, checked())
    make_screen(ada, outcome="emergency", asked_at=NOON + MINUTE)
    with time_machine.travel(NOON + 70 * MINUTE, tick=False):
        assertRedirects(signed_in(ada).post(ADDRESS, checked()), "/today/")
        assert gate_for(ada) is Gate.LOCKED


def test_a_form_opened_before_the_lock_does_not_lift_it(
    ada_client: Client, ada: Member, lock: SafetyScreen
) -> None:
    assert ada_client.post(ADDRESS, safety_answers()).status_code == 422
    assert gate_for(ada) is Gate.LOCKED


def test_clear_answers_that_a_lock_overtook_are_not_saved(ada: Member) -> None:
    make_screen(ada, outcome="emergency")
    late = SafetyScreen(
        member=ada, asked_at=NOON, asked_on=TODAY, answers=[], outcome="clear"
    )
    with pytest.raises(GateShut):
        record(late)
    assert SafetyScreen.objects.count() == 1


def test_a_lock_that_comes_while_answers_are_saved_is_shown(
    ada_client: Client, ada: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtaken(*_args: object, **_kwargs: object) -> None:
        raise GateShut

    monkeypatch.setattr("tracking.forms.safety_screen.record", overtaken)
    assertRedirects(ada_client.post(ADDRESS, safety_answers()), ADDRESS)


def test_a_clinician_lifts_the_lock(ada: Member, lock: SafetyScreen) -> None:
    lock.clear(by=ada, at=NOON)
    assert gate_for(ada) is Gate.OPEN
