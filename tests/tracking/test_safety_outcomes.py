"""The page of a screen, and the card that other pages carry while it locks."""

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from exercises.models import SafetyQuestion
from portal.accounts.models import Member
from tests.factories import make_exercise, make_report, make_screen, make_session
from tests.tracking.conftest import safety_answers
from tests.tracking.test_safety import ADDRESS, SCREEN

pytestmark = pytest.mark.usefixtures("questions")
ACTION = '<a class="btn'


def test_an_emergency_says_call_and_what_to_say(ada_client: Client) -> None:
    sent = safety_answers(ces_bladder="yes", ces_bowel="not-sure")
    response = ada_client.post(ADDRESS, sent, follow=True)
    assertContains(response, "Stop here, and get help now")
    assertContains(response, 'href="tel:911"')
    assertContains(response, "<li>Question 1?</li>", html=True)
    assertContains(response, "<li>Question 2?</li>", html=True)
    assertNotContains(response, "<li>Question 3?</li>", html=True)
    assertContains(response, ACTION, count=1)


def test_same_day_says_whom_to_call_today_and_what_to_say(ada_client: Client) -> None:
    sent = safety_answers(motor="yes", motor_sudden="no", precautions=["not-sure"])
    response = ada_client.post(ADDRESS, sent, follow=True)
    assertContains(
        response, "<h1>Call your doctor or urgent care today</h1>", html=True
    )
    assertContains(response, "<li>Question 6?</li>", html=True)
    assertNotContains(response, "<li>Question 20?</li>", html=True)
    assertNotContains(response, ACTION)


def test_see_first_shows_its_card_and_goes_on_to_today(ada_client: Client) -> None:
    make_exercise(slug="hip-bridge", title="Hip bridge")
    sent = safety_answers(claud="yes", precautions=["heart"])
    response = ada_client.post(ADDRESS, sent, follow=True)
    assertContains(response, "<h1>Talk with a clinician first</h1>", html=True)
    assertContains(response, "<li>Question 13?</li>", html=True)
    assertContains(response, "these are left out for you: Hip bridge.")
    assertContains(response, ACTION, count=1)
    assertContains(response, 'href="/today/">Go on to today')


def test_see_first_on_the_way_in_goes_on_there(ada_client: Client) -> None:
    address = "/safety/?next=/welcome/"
    response = ada_client.post(address, safety_answers(duration="yes"), follow=True)
    assertContains(response, 'href="/welcome/">Go on')


def test_not_sure_of_the_precautions_has_its_own_sentence(ada_client: Client) -> None:
    sent = safety_answers(precautions=["not-sure"])
    response = ada_client.post(ADDRESS, sent, follow=True)
    assertContains(response, "you are not sure if something on the list fits you")


def test_a_clear_screen_raises_no_alarm(ada_client: Client) -> None:
    ada_client.post(ADDRESS, safety_answers())
    response = ada_client.get(SCREEN)
    assertContains(response, "Nothing here says to stop.")
    assertContains(response, ACTION, count=1)
    assertNotContains(response, "ER")


def test_each_question_stands_as_it_was_worded(ada_client: Client) -> None:
    ada_client.post(ADDRESS, safety_answers(inflam="not-sure"))
    SafetyQuestion.objects.update(text="Changed later?")
    response = ada_client.get(SCREEN)
    assertContains(response, "<dt>Question 12?</dt><dd>Not sure</dd>")
    assertContains(response, "<dt>Question 1?</dt><dd>No</dd>")
    assertContains(response, "<dt>Question 27?</dt><dd>No</dd>")
    assertNotContains(response, "Changed later?")


def member_pages(member: Member) -> list[str]:
    session = make_session(member)
    make_report(member)
    detail = f"/sessions/{session.pk}/"
    return ["/today/", "/progress/", "/sessions/", detail, "/check-in/", "/me/"]


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("emergency", "Call 911 or go to the ER now"),
        ("same-day", "Call your doctor or urgent care today"),
    ],
)
def test_locked_each_page_of_a_member_carries_the_card(
    ada_client: Client, ada: Member, outcome: str, words: str
) -> None:
    lock = make_screen(ada, outcome=outcome)
    for address in member_pages(ada):
        response = ada_client.get(address)
        assertContains(response, words, msg_prefix=address)
        link = f'href="{lock.get_absolute_url()}"'
        assertContains(response, link, msg_prefix=address)


@pytest.mark.parametrize("outcome", ["clear", "see-first"])
def test_open_no_page_carries_it(ada_client: Client, ada: Member, outcome: str) -> None:
    make_screen(ada, outcome=outcome)
    for address in member_pages(ada):
        response = ada_client.get(address)
        assertNotContains(response, "See what to do now", msg_prefix=address)
