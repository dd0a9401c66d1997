"""The safety form: what is asked, what is kept, and where it leads."""

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from exercises.models import SafetyQuestion
from portal.accounts.models import Member
from tests.factories import TODAY, make_screen
from tests.tracking.conftest import DAY, ENTRY, NOON, safety_answers, short_answers
from tracking.checks import keys_of_rules, safety_questions_have_wording
from tracking.models import SafetyAlert, SafetyScreen
from tracking.safety import CAUDA_EQUINA, FULL, SHORT

ADDRESS = "/safety/"
SCREEN = f"/safety/{ENTRY}/"
CHOOSE = "choose yes, no or not sure."

pytestmark = pytest.mark.usefixtures("questions")


@pytest.fixture
def due(ada: Member) -> SafetyScreen:
    """Clear answers of 8 days ago."""
    return make_screen(ada, asked_at=NOON - DAY * 8, asked_on=TODAY - DAY * 8)


def test_first_it_asks_every_question_and_nothing_is_chosen(
    ada_client: Client,
) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, 'type="radio"', count=14 * 3)
    assertContains(response, 'type="checkbox"', count=8 + 2)
    assertContains(response, "Do any of these fit you?")
    assertNotContains(response, "checked")
    assertNotContains(response, "Who checked you?")
    assertNotContains(response, "Question 15?")


def test_the_questions_stand_in_groups_with_headings(ada_client: Client) -> None:
    SafetyQuestion.objects.filter(key="motor").update(topic="strength")
    html = ada_client.get(ADDRESS).content.decode()
    headings = ["base of the spine", "Strength", "Other signs", "Good to know"]
    places = [html.index(f"{heading}") for heading in headings]
    assert places == sorted(places)
    assert html.count("<legend><h2>") == 4


@pytest.mark.usefixtures("due")
def test_when_due_it_asks_the_short_questions(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "A quick safety check")
    assertContains(response, 'type="radio"', count=8 * 3)
    assertNotContains(response, "Do any of these fit you?")


@pytest.mark.usefixtures("due")
def test_when_due_all_questions_can_be_asked_for(ada_client: Client) -> None:
    assertContains(ada_client.get("/safety/?all"), 'type="radio"', count=14 * 3)


@pytest.mark.usefixtures("enrolled_ada")
def test_opened_by_the_member_it_asks_every_question(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "<h1>Something is wrong</h1>", html=True)
    assertContains(response, "Call 911 or go to the ER now if:")
    assertContains(response, 'type="radio"', count=14 * 3)
    assertNotContains(response, "Who checked you?")


def test_no_to_everything_is_clear(ada_client: Client, ada: Member) -> None:
    response = ada_client.post(ADDRESS, safety_answers(), follow=True)
    assertRedirects(response, "/today/")
    assertContains(response, "Nothing here says to stop.")
    screen = SafetyScreen.objects.get(pk=ENTRY)
    assert (screen.member, screen.outcome, screen.kind) == (ada, "clear", "full")
    assert (screen.asked_on, screen.asked_at) == (TODAY, timezone.now())
    assert screen.precautions == []


def test_on_the_way_in_it_leads_back_there(ada_client: Client) -> None:
    address = "/safety/?next=/welcome/"
    assertContains(ada_client.get(address), f'action="{address}"')
    response = ada_client.post(address, safety_answers())
    assertRedirects(response, "/welcome/", fetch_redirect_response=False)


@pytest.mark.parametrize(
    "elsewhere", ["https://other.example/", "//other.example", "/"]
)
def test_it_leads_nowhere_else(ada_client: Client, elsewhere: str) -> None:
    response = ada_client.post(f"/safety/?next={elsewhere}", safety_answers())
    assertRedirects(response, "/today/")


@pytest.mark.usefixtures("due")
def test_no_to_the_short_questions_opens_again(ada_client: Client) -> None:
    assertRedirects(ada_client.post(ADDRESS, short_answers()), "/today/")
    screen = SafetyScreen.objects.get(pk=ENTRY)
    assert (screen.kind, screen.outcome) == ("short", "clear")
    assert [given["key"] for given in screen.answers] == list(SHORT)


@pytest.mark.parametrize("key", [key for key in CAUDA_EQUINA if key != "ces_sex"])
@pytest.mark.parametrize("answer", ["yes", "not-sure"])
def test_one_sign_of_the_nerves_is_an_emergency(
    ada_client: Client, key: str, answer: str
) -> None:
    response = ada_client.post(ADDRESS, safety_answers(**{key: answer}), follow=True)
    assertRedirects(response, SCREEN)
    assertContains(response, "Call 911 or go to the ER now")
    assert SafetyScreen.objects.get().outcome == "emergency"


@pytest.mark.parametrize("key", [*FULL, "precautions"])
def test_a_question_without_an_answer_is_named(ada_client: Client, key: str) -> None:
    response = ada_client.post(ADDRESS, safety_answers(**{key: ""}))
    assertContains(response, f'href="#id_{key}_0"', status_code=422)
    assertContains(response, f'id="id_{key}_error"', status_code=422)
    assertContains(response, f'id="id_{key}_0"', status_code=422)
    assert not SafetyScreen.objects.exists()


def test_a_missing_answer_gets_one_sentence_of_its_own_twice(
    ada_client: Client,
) -> None:
    response = ada_client.post(ADDRESS, safety_answers(motor="maybe", clot=""))
    assertContains(response, f"Question 6: {CHOOSE}", count=2, status_code=422)
    assertContains(response, f"Question 10: {CHOOSE}", count=2, status_code=422)
    assertContains(response, CHOOSE, count=4, status_code=422)


def test_what_was_answered_stays(ada_client: Client) -> None:
    sent = safety_answers(ces_bladder="yes", ces_sex="")
    html = ada_client.post(ADDRESS, sent).content.decode()
    assert html.count(" checked") == 14
    assert html.index('name="ces_bladder" value="yes"') < html.index(" checked")
    assert f'value="{ENTRY}"' in html


@pytest.mark.parametrize("chosen", [["none", "heart"], ["none", "not-sure"]])
def test_none_of_these_goes_with_nothing_else(
    ada_client: Client, chosen: list[str]
) -> None:
    response = ada_client.post(ADDRESS, safety_answers(precautions=chosen))
    sentence = "Tick what fits you, or “None of these”, but not both."
    assertContains(response, sentence, count=2, status_code=422)


def test_wording_and_version_are_kept_with_each_answer(ada_client: Client) -> None:
    ada_client.post(ADDRESS, safety_answers(inflam="not-sure", precautions=["heart"]))
    SafetyQuestion.objects.update(text="Changed later?", version=9)
    answers = SafetyScreen.objects.get().by_key
    assert list(answers)[:14] == list(FULL)
    assert len(answers) == 14 + 8
    assert answers["ces_bladder"] == {
        "key": "ces_bladder",
        "answer": "no",
        "wording": "Question 1?",
        "version": 1,
    }
    assert answers["inflam"]["answer"] == "not-sure"
    assert answers["precaution_heart"] == {
        "key": "precaution_heart",
        "answer": "yes",
        "wording": "Question 25?",
        "version": 25,
    }
    assert answers["precaution_pregnant"]["answer"] == "no"


def test_not_sure_of_the_precautions_is_kept_for_each(ada_client: Client) -> None:
    ada_client.post(ADDRESS, safety_answers(precautions=["heart", "not-sure"]))
    screen = SafetyScreen.objects.get()
    assert screen.precautions == ["heart", "not-sure"]
    assert screen.by_key["precaution_heart"]["answer"] == "yes"
    assert screen.by_key["precaution_surgery"]["answer"] == "not-sure"
    assert screen.outcome == "see-first"


@pytest.mark.parametrize("key", FULL)
def test_a_question_that_is_not_shipped_clears_nobody(
    ada_client: Client, key: str
) -> None:
    SafetyQuestion.objects.filter(key=key).delete()
    ada_client.post(ADDRESS, safety_answers())
    assert SafetyScreen.objects.get().outcome != "clear"


def test_without_precautions_nobody_is_clear(ada_client: Client) -> None:
    SafetyQuestion.objects.filter(topic="precaution").delete()
    ada_client.post(ADDRESS, safety_answers())
    assert SafetyScreen.objects.get().outcome == "see-first"


@pytest.mark.parametrize(
    ("changes", "page"), [({}, "/today/"), ({"abdomen": "yes"}, SCREEN)]
)
def test_the_same_form_twice_makes_one_screen_and_lands_at_the_same_page(
    ada_client: Client, changes: dict[str, str], page: str
) -> None:
    ada_client.post(ADDRESS, safety_answers(**changes))
    response = ada_client.post(ADDRESS, safety_answers(**changes))
    assertRedirects(response, page)
    assert SafetyScreen.objects.count() == 1
    assert SafetyAlert.objects.count() == len(changes)


@pytest.mark.usefixtures("due")
def test_the_short_form_twice_makes_one_screen(ada_client: Client) -> None:
    ada_client.post(ADDRESS, short_answers())
    assertRedirects(ada_client.post(ADDRESS, short_answers()), "/today/")
    assert SafetyScreen.objects.filter(kind="short").count() == 1


def test_the_same_form_with_other_answers_shows_both(ada_client: Client) -> None:
    ada_client.post(ADDRESS, safety_answers())
    response = ada_client.post(ADDRESS, safety_answers(inflam="yes"))
    assertContains(response, f'href="{SCREEN}"', status_code=409)
    assert SafetyScreen.objects.get().outcome == "clear"


def test_other_answers_that_lock_are_saved_at_once(ada_client: Client) -> None:
    ada_client.post(ADDRESS, safety_answers())
    for _turn in range(2):
        response = ada_client.post(ADDRESS, safety_answers(ces_bowel="yes"))
        latest = SafetyScreen.objects.all()[0]
        assertRedirects(response, f"/safety/{latest.pk}/")
    assert latest.outcome == "emergency"
    assert SafetyScreen.objects.count() == 2
    assert SafetyAlert.objects.count() == 1


@pytest.mark.usefixtures("due")
def test_a_full_form_loses_no_answer_when_the_short_one_is_due(
    ada_client: Client,
) -> None:
    ada_client.post(ADDRESS, safety_answers(abdomen="yes"))
    assert SafetyScreen.objects.get(pk=ENTRY).outcome == "emergency"


def test_before_the_full_questions_a_short_form_is_not_enough(
    ada_client: Client,
) -> None:
    response = ada_client.post(ADDRESS, short_answers())
    assertContains(response, CHOOSE, count=6 * 2, status_code=422)
    assert not SafetyScreen.objects.exists()


def test_the_number_of_another_member_is_not_found(
    ada_client: Client, bea: Member
) -> None:
    make_screen(bea, pk=ENTRY)
    assert ada_client.post(ADDRESS, safety_answers()).status_code == 404
    assert SafetyScreen.objects.count() == 1


@pytest.mark.parametrize("entry", ["", "7"])
def test_a_form_without_its_number_is_refused(ada_client: Client, entry: str) -> None:
    assert ada_client.post(ADDRESS, safety_answers(entry=entry)).status_code == 422


def test_the_latest_decides_also_when_a_clock_goes_back(
    ada_client: Client, ada: Member
) -> None:
    make_screen(ada, asked_at=NOON + DAY)
    ada_client.post(ADDRESS, safety_answers(ces_bladder="yes"))
    assert SafetyScreen.objects.for_member(ada)[0].pk == ENTRY


def test_each_rule_has_its_wording() -> None:
    assert safety_questions_have_wording(None) == []
    assert len(set(keys_of_rules())) == 14 + 5 + 8
