from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from portal.accounts.models import Member
from tests.factories import TODAY, make_change, make_exercise
from tests.tracking.conftest import DAY, NOON
from tracking.models import Enrollment

ADDRESS = "/me/doses/"


def test_each_change_has_its_sentence_and_its_reason(
    ada_client: Client, enrollment: Enrollment
) -> None:
    make_change(enrollment, exercise=make_exercise(title="Hip bridge"))
    response = ada_client.get(ADDRESS)
    assertContains(response, "Hip bridge: 2 sets of 8 to 2 sets of 10.")
    assertContains(
        response, "You rated it easy 3 times, and your symptoms did not move down."
    )
    assertContains(response, "Thursday, November 12")


def test_a_hold_is_told_as_a_hold(ada_client: Client, enrollment: Enrollment) -> None:
    make_change(
        enrollment,
        exercise=make_exercise(title="Figure-4 stretch"),
        field="hold_seconds",
        amounts={"sets": 1, "reps": 2, "hold_seconds": 20},
        from_value=20,
        to_value=25,
    )
    assertContains(
        ada_client.get(ADDRESS),
        "Figure-4 stretch: a hold of 20 seconds to a hold of 25 seconds.",
    )


def test_before_the_first_change_it_says_what_leads_to_one(ada_client: Client) -> None:
    assertContains(ada_client.get(ADDRESS), "Nothing has changed yet.")


def test_a_long_history_comes_in_pages(
    ada_client: Client, enrollment: Enrollment
) -> None:
    for n in range(21):
        made = {"made_at": NOON - DAY * n, "made_on": TODAY - DAY * n}
        make_change(enrollment, exercise=make_exercise(title=f"Number {n}."), **made)
    assertContains(ada_client.get(ADDRESS), "Page 1 of 2")
    assertContains(ada_client.get(ADDRESS, {"page": "2"}), "Number 20.")


def test_the_changes_of_others_are_not_mine(
    bea_client: Client, enrollment: Enrollment, bea: Member
) -> None:
    make_change(enrollment, exercise=make_exercise(title="Hip bridge"))
    assertNotContains(bea_client.get(ADDRESS), "Hip bridge")
