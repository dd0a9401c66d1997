"""The second page: one more question, with the first answers carried along."""

from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from exercises.models import SafetyQuestion
from tests.tracking.conftest import ENTRY, safety_answers, short_answers
from tests.tracking.test_safety import ADDRESS, CHOOSE, SCREEN
from tracking.models import SafetyScreen
from tracking.safety import FOLLOW_UPS

pytestmark = pytest.mark.usefixtures("questions")


class Inputs(HTMLParser):
    """What a browser sends of the page: hidden fields, and what is checked."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hidden: dict[str, list[str]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "input" and found.get("type") == "hidden":
            name, value = str(found["name"]), str(found.get("value") or "")
            self.hidden.setdefault(name, []).append(value)


def second_page(client: Client, **changes: Any) -> dict[str, Any]:
    """The hidden fields that the second page sends on."""
    response = client.post(ADDRESS, safety_answers(**changes))
    assert response.status_code == 200
    return dict(Inputs(response.content.decode()).hidden)


@pytest.mark.parametrize(("follow_up", "key"), FOLLOW_UPS.items())
@pytest.mark.parametrize("answer", ["yes", "not-sure"])
def test_a_raised_answer_asks_its_follow_up_and_no_other(
    ada_client: Client, follow_up: str, key: str, answer: str
) -> None:
    response = ada_client.post(ADDRESS, safety_answers(**{key: answer}))
    assertContains(response, "One more thing")
    assertContains(response, 'type="radio"', count=3)
    assertContains(response, f'name="{follow_up}"', count=3)
    assertNotContains(response, "checked")
    assertNotContains(response, CHOOSE)
    assert not SafetyScreen.objects.exists()


def test_the_first_answers_go_along_hidden(ada_client: Client) -> None:
    hidden = second_page(ada_client, motor="yes", precautions=["heart", "surgery"])
    assert hidden["motor"] == ["yes"]
    assert hidden["ces_bladder"] == ["no"]
    assert hidden["precautions"] == ["heart", "surgery"]
    assert (hidden["entry"], hidden["kind"]) == ([str(ENTRY)], ["full"])


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [("yes", "emergency"), ("no", "same-day"), ("not-sure", "same-day")],
)
def test_both_pages_are_saved_in_one_go(
    ada_client: Client, answer: str, outcome: str
) -> None:
    hidden = second_page(ada_client, motor="yes")
    response = ada_client.post(ADDRESS, {**hidden, "motor_sudden": answer})
    assertRedirects(response, SCREEN)
    screen = SafetyScreen.objects.get()
    assert screen.outcome == outcome
    assert screen.by_key["motor"]["answer"] == "yes"
    assert screen.by_key["motor_sudden"] == {
        "key": "motor_sudden",
        "answer": answer,
        "wording": "Question 15?",
        "version": 15,
    }
    assert "trauma_severe" not in screen.by_key


def test_a_follow_up_can_make_it_less_urgent(ada_client: Client) -> None:
    hidden = second_page(ada_client, cancer="yes")
    ada_client.post(ADDRESS, {**hidden, "cancer_past": "no"})
    assert SafetyScreen.objects.get().outcome == "see-first"


def test_several_follow_ups_stand_on_one_page(ada_client: Client) -> None:
    hidden = second_page(ada_client, motor="yes", clot="not-sure")
    sent = {**hidden, "motor_sudden": "no", "clot_chest": "no"}
    assertRedirects(ada_client.post(ADDRESS, sent), SCREEN)


def test_a_missing_follow_up_is_named_and_nothing_is_lost(ada_client: Client) -> None:
    hidden = second_page(ada_client, motor="yes", clot="yes")
    response = ada_client.post(ADDRESS, {**hidden, "motor_sudden": "no"})
    assertContains(response, CHOOSE, count=2, status_code=422)
    assertContains(response, 'href="#id_clot_chest_0"', status_code=422)
    html = response.content.decode()
    assert Inputs(html).hidden["motor"] == ["yes"]
    assert html.count(" checked") == 1
    assert not SafetyScreen.objects.exists()


@pytest.mark.parametrize("value", ["", "maybe", None])
def test_a_first_answer_that_went_missing_is_asked_again(
    ada_client: Client, value: str | None
) -> None:
    hidden = second_page(ada_client, motor="yes")
    sent = {**hidden, "motor_sudden": "no", "ces_saddle": value}
    response = ada_client.post(
        ADDRESS, {k: v for k, v in sent.items() if v is not None}
    )
    assertContains(response, CHOOSE, count=2, status_code=422)
    assertContains(response, 'href="#id_ces_saddle_0"', status_code=422)
    assert response.content.decode().count(" checked") == 14
    assert not SafetyScreen.objects.exists()


def test_a_first_answer_changed_to_yes_asks_what_it_calls_for(
    ada_client: Client,
) -> None:
    hidden = second_page(ada_client, motor="yes")
    sent = {**hidden, "motor_sudden": "no", "clot": "yes"}
    response = ada_client.post(ADDRESS, sent)
    assertContains(response, 'href="#id_clot_chest_0"', status_code=422)


def test_a_first_answer_changed_to_no_needs_no_follow_up(ada_client: Client) -> None:
    hidden = second_page(ada_client, motor="yes")
    ada_client.post(ADDRESS, {**hidden, "motor": "no", "motor_sudden": "yes"})
    screen = SafetyScreen.objects.get()
    assert (screen.outcome, "motor_sudden" in screen.by_key) == ("clear", False)


def test_a_follow_up_that_is_not_shipped_is_not_waited_for(ada_client: Client) -> None:
    SafetyQuestion.objects.filter(key="motor_sudden").delete()
    ada_client.post(ADDRESS, safety_answers(motor="yes"))
    assert SafetyScreen.objects.get().outcome == "same-day"


def test_the_second_page_sent_twice_makes_one_screen(ada_client: Client) -> None:
    sent = {**second_page(ada_client, motor="yes"), "motor_sudden": "yes"}
    for _turn in range(2):
        assertRedirects(ada_client.post(ADDRESS, sent), SCREEN)
    assert SafetyScreen.objects.count() == 1


@pytest.mark.usefixtures("enrolled_ada")
def test_the_short_form_asks_them_too(ada_client: Client) -> None:
    response = ada_client.post(ADDRESS, short_answers(trauma="not-sure"))
    hidden = Inputs(response.content.decode()).hidden
    assert hidden["kind"] == ["short"]
    ada_client.post(ADDRESS, {**hidden, "trauma_severe": "no"})
    screen = SafetyScreen.objects.get(pk=ENTRY)
    assert (screen.kind, screen.outcome) == ("short", "same-day")
