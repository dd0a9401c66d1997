"""Activities after joining: added, scored again, laid aside and taken up."""

import uuid

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import TODAY, make_goal, make_goal_score
from tests.tracking.conftest import DAY
from tracking.models import ActivityGoal, GoalScore

GOALS = "/me/goals/"


def new(text: str = "Swim", score: str = "3") -> dict[str, str]:
    return {"entry": str(uuid.uuid4()), "text": text, "score": score}


@pytest.fixture
def goal(ada: Member) -> ActivityGoal:
    goal = make_goal(ada, set_on=TODAY - 7 * DAY)
    make_goal_score(goal, scored_on=TODAY - 7 * DAY, score=4)
    return goal


@pytest.mark.usefixtures("enrollment")
def test_one_is_added_after_joining(ada: Member, ada_client: Client) -> None:
    assertContains(ada_client.get("/me/"), f'href="{GOALS}"')
    assertNotContains(ada_client.get(GOALS), " checked")
    sent = new()
    for _turn in range(2):
        assertRedirects(ada_client.post(GOALS, sent), GOALS)
    goal = ActivityGoal.objects.get(member=ada)
    assert (goal.text, goal.score) == ("Swim", 3)
    assert list(goal.scores.values_list("scored_on", "score")) == [(TODAY, 3)]


def test_a_changed_score_stands_beside_the_earlier_one(
    ada_client: Client, goal: ActivityGoal
) -> None:
    address = f"/me/goals/{goal.pk}/"
    ada_client.post(address, {"text": goal.text, "score": "7"})
    rows = list(goal.scores.values_list("scored_on", "score"))
    assert rows == [(TODAY, 7), (TODAY - 7 * DAY, 4)]
    page = ada_client.get(address)
    assertContains(page, "7 of 10")
    assertContains(page, "4 of 10")


def test_new_words_alone_are_no_new_score(
    ada_client: Client, goal: ActivityGoal
) -> None:
    ada_client.post(f"/me/goals/{goal.pk}/", {"text": "Bridge", "score": "4"})
    assert GoalScore.objects.count() == 1


def test_a_4th_is_refused_until_one_is_laid_aside(
    ada: Member, ada_client: Client, goal: ActivityGoal
) -> None:
    for order in (2, 3):
        make_goal(ada, order=order)
    assertContains(ada_client.post(GOALS, new()), "You have 3", status_code=422)
    response = ada_client.post(f"/me/goals/{goal.pk}/", {"aside": "yes"})
    assertRedirects(response, GOALS)
    assert ada_client.post(GOALS, new()).status_code == 302
    running = ActivityGoal.objects.for_member(ada).running()
    assert [g.order for g in running] == [1, 2, 3]


def test_what_is_laid_aside_keeps_its_scores_and_asks_no_more(
    ada_client: Client, goal: ActivityGoal
) -> None:
    ada_client.post(f"/me/goals/{goal.pk}/", {"aside": "yes"})
    goal.refresh_from_db()
    assert (goal.ended_on, goal.scores.count()) == (TODAY, 1)
    assertContains(ada_client.get(GOALS), "Laid aside")
    assertContains(ada_client.get(f"/me/goals/{goal.pk}/"), "4 of 10")
    assertNotContains(ada_client.get("/look-back/"), goal.text)


def test_it_is_taken_up_again_where_there_is_room(
    ada: Member, ada_client: Client, goal: ActivityGoal
) -> None:
    address = f"/me/goals/{goal.pk}/"
    ada_client.post(address, {"aside": "yes"})
    others = [make_goal(ada, order=order) for order in (1, 2, 3)]
    refused = ada_client.post(address, {"again": "yes"})
    assertContains(refused, "Lay one aside", status_code=422)
    others[1].lay_aside(TODAY)
    assert ada_client.post(address, {"again": "yes"}).status_code == 302
    goal.refresh_from_db()
    assert (goal.ended_on, goal.order) == (None, 2)
