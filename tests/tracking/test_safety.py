import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from exercises.models import SafetyQuestion
from portal.accounts.models import Member
from tests.factories import TODAY, make_screen
from tests.tracking.conftest import DAY, ENTRY, NOON, safety_answers
from tracking.checks import safety_questions_have_wording
from tracking.models import SafetyScreen
from tracking.safety import CAUDA_EQUINA

ADDRESS = "/safety/"
SCREEN = f"/safety/{ENTRY}/"

pytestmark = pytest.mark.usefixtures("questions")


@pytest.fixture
def lock(ada: Member) -> SafetyScreen:
    """Of two days ago."""
    at = NOON - 2 * DAY
    day = TODAY - 2 * DAY
    return make_screen(ada, outcome="emergency", asked_at=at, asked_on=day)


def checked(**changes: str) -> dict[str, str]:
    sent = {"assessed_by": "The ER", "assessed_on": "2026-11-11"}
    return safety_answers(**{**sent, **changes})


def test_the_five_questions_are_asked_and_nothing_is_chosen(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    for n in range(1, 6):
        assertContains(response, f"Question {n}?")
    assertContains(response, 'type="radio"', count=15)
    assertNotContains(response, "checked")
    assertNotContains(response, "Who checked you?")


def test_five_times_no_is_clear(ada_client: Client, ada: Member) -> None:
    response = ada_client.post(ADDRESS, safety_answers(), follow=True)
    assertRedirects(response, "/today/")
    assertContains(response, "Nothing here says to stop.")
    screen = SafetyScreen.objects.get(pk=ENTRY)
    assert (screen.member, screen.outcome) == (ada, "clear")
    assert (screen.asked_on, screen.asked_at) == (TODAY, timezone.now())


@pytest.mark.parametrize("key", CAUDA_EQUINA)
@pytest.mark.parametrize("answer", ["yes", "not-sure"])
def test_one_yes_or_not_sure_is_an_emergency(
    ada_client: Client, key: str, answer: str
) -> None:
    response = ada_client.post(ADDRESS, safety_answers(**{key: answer}), follow=True)
    assertRedirects(response, SCREEN)
    assertContains(response, "Call 911 or go to the ER now")
    assert SafetyScreen.objects.get().is_locked


@pytest.mark.parametrize("key", CAUDA_EQUINA)
def test_a_question_without_an_answer_is_named(ada_client: Client, key: str) -> None:
    response = ada_client.post(ADDRESS, safety_answers(**{key: ""}))
    sentence = "Choose yes, no or not sure."
    assertContains(response, sentence, count=2, status_code=422)
    assertContains(response, f'href="#id_{key}_0"', status_code=422)
    assertContains(response, f'id="id_{key}_error"', status_code=422)
    assert not SafetyScreen.objects.exists()


def test_what_was_answered_stays(ada_client: Client) -> None:
    sent = safety_answers(ces_bladder="yes", ces_sex="")
    html = ada_client.post(ADDRESS, sent).content.decode()
    assert html.count(" checked") == 4
    assert html.index('name="ces_bladder" value="yes"') < html.index(" checked")


def test_wording_and_version_are_kept_with_each_answer(
    ada_client: Client, questions: list[SafetyQuestion]
) -> None:
    ada_client.post(ADDRESS, safety_answers(ces_bowel="not-sure"))
    SafetyQuestion.objects.update(text="Changed later?", version=9)
    answers = SafetyScreen.objects.get().answers
    assert [answer["key"] for answer in answers] == list(CAUDA_EQUINA)
    assert answers[0] == {
        "key": "ces_bladder",
        "answer": "no",
        "wording": "Question 1?",
        "version": 1,
    }
    assert answers[1] == {
        "key": "ces_bowel",
        "answer": "not-sure",
        "wording": "Question 2?",
        "version": 2,
    }


def test_a_question_that_is_not_shipped_clears_nobody(ada_client: Client) -> None:
    SafetyQuestion.objects.filter(key="ces_sex").delete()
    ada_client.post(ADDRESS, safety_answers())
    assert SafetyScreen.objects.get().is_locked


@pytest.mark.usefixtures("lock")
def test_locked_it_asks_who_checked_and_when(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "Exercises are paused")
    assertContains(response, "Call 911 or go to the ER now if:")
    assertContains(response, "Who checked you?")
    assertContains(response, "On which day?")


@pytest.mark.usefixtures("lock")
def test_a_check_and_five_times_no_open_it_again(
    ada_client: Client, ada: Member
) -> None:
    response = ada_client.post(ADDRESS, checked())
    assertRedirects(response, "/today/")
    screen = SafetyScreen.objects.get(pk=ENTRY)
    assert (screen.outcome, screen.assessed_by) == ("clear", "The ER")
    assert screen.assessed_on == dt.date(2026, 11, 11)


def test_the_screen_that_locked_is_kept(
    ada_client: Client, ada: Member, lock: SafetyScreen
) -> None:
    ada_client.post(ADDRESS, checked())
    lock.refresh_from_db()
    assert lock.is_locked
    assert SafetyScreen.objects.filter(member=ada).count() == 2


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
@pytest.mark.parametrize("day", ["2026-11-10", "2026-11-12"])
def test_the_day_of_the_answers_and_today_are_taken(
    ada_client: Client, day: str
) -> None:
    assertRedirects(ada_client.post(ADDRESS, checked(assessed_on=day)), "/today/")


@pytest.mark.usefixtures("lock")
def test_a_sign_that_is_still_there_keeps_it_locked(ada_client: Client) -> None:
    response = ada_client.post(ADDRESS, checked(ces_saddle="yes"))
    assertRedirects(response, SCREEN)
    assertRedirects(ada_client.get("/sessions/start/"), ADDRESS)


@pytest.mark.usefixtures("enrolled_ada")
def test_a_later_emergency_locks_what_was_open(ada_client: Client) -> None:
    ada_client.post(ADDRESS, safety_answers(ces_bladder="yes"))
    assertRedirects(ada_client.get("/sessions/start/"), ADDRESS)


@pytest.mark.usefixtures("enrolled_ada")
def test_it_can_be_opened_at_any_time(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "<h1>Something is wrong</h1>", html=True)
    assertContains(response, "Call 911 or go to the ER now if:")
    assertNotContains(response, "Who checked you?")


@pytest.mark.parametrize(
    ("changes", "page"), [({}, "/today/"), ({"ces_sex": "yes"}, SCREEN)]
)
def test_the_same_form_twice_makes_one_screen_and_lands_at_the_same_page(
    ada_client: Client, changes: dict[str, Any], page: str
) -> None:
    ada_client.post(ADDRESS, safety_answers(**changes))
    response = ada_client.post(ADDRESS, safety_answers(**changes))
    assertRedirects(response, page)
    assert SafetyScreen.objects.count() == 1


def test_the_same_form_with_other_answers_shows_both(ada_client: Client) -> None:
    ada_client.post(ADDRESS, safety_answers())
    sent = safety_answers(ces_sex="not-sure")
    response = ada_client.post(ADDRESS, sent)
    assertContains(response, "<dd>Not sure</dd>", status_code=409, html=True)
    assertContains(response, f'href="{SCREEN}"', status_code=409)
    assert SafetyScreen.objects.get().outcome == "clear"


def test_the_number_of_another_member_is_not_found(
    ada_client: Client, bea: Member
) -> None:
    make_screen(bea, pk=ENTRY)
    assert ada_client.post(ADDRESS, safety_answers()).status_code == 404


def test_a_screen_shows_each_question_as_it_was_worded(ada_client: Client) -> None:
    ada_client.post(ADDRESS, safety_answers(ces_sex="not-sure"))
    SafetyQuestion.objects.update(text="Changed later?")
    response = ada_client.get(SCREEN)
    assertContains(response, "<dt>Question 4?</dt><dd>Not sure</dd>")
    assertContains(response, "<dt>Question 1?</dt><dd>No</dd>")
    assertNotContains(response, "Changed later?")


def test_a_clear_screen_raises_no_alarm(ada_client: Client) -> None:
    ada_client.post(ADDRESS, safety_answers())
    response = ada_client.get(SCREEN)
    assertContains(response, "Your safety answers")
    assertNotContains(response, "go to the ER")


def test_each_rule_has_its_wording() -> None:
    assert safety_questions_have_wording(None) == []
