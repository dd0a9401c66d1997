from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import TODAY, make_flare
from tests.tracking.conftest import DAY, note_days


def test_it_says_since_when_and_for_how_long(ada: Member, ada_client: Client) -> None:
    response = ada_client.get(make_flare(ada).get_absolute_url())
    assertContains(response, "Thursday, November 12, 2026")
    assertContains(response, "Friday, November 13")
    assertContains(response, "It is better now")


def test_the_member_ends_it_and_twice_is_as_good_as_once(
    ada: Member, ada_client: Client
) -> None:
    flare = make_flare(ada, declared_on=TODAY - DAY, gentle_until=TODAY)
    for _time in range(2):
        assertRedirects(ada_client.post(flare.get_absolute_url()), "/today/")
    flare.refresh_from_db()
    assert flare.ended_on == TODAY
    response = ada_client.get(flare.get_absolute_url())
    assertNotContains(response, "It is better now")


def test_back_at_the_usual_it_says_so(ada: Member, ada_client: Client) -> None:
    day = TODAY - DAY * 3
    note_days(ada, [3] * 7 + [6, 3, 3, 3])
    flare = make_flare(ada, declared_on=day, gentle_until=day)
    response = ada_client.get(flare.get_absolute_url())
    assertContains(response, "You are back at your usual.")


def test_a_stranger_can_not_end_it(ada: Member, bea_client: Client) -> None:
    flare = make_flare(ada)
    assert bea_client.post(flare.get_absolute_url()).status_code == 404
    flare.refresh_from_db()
    assert flare.ended_on is None
