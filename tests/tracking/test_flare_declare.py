import pytest
from django.db import IntegrityError
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import TODAY, make_flare
from tests.tracking.conftest import DAY, ENTRY, note_days
from tracking.models import Flare

ADDRESS = "/me/flares/"
SENT = {"entry": str(ENTRY), "days": "2"}


def test_it_asks_for_how_long_and_chooses_nothing(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "Too sore today?")
    assertContains(response, "Today and tomorrow")
    assertNotContains(response, "checked")
    assertNotContains(response, "carry on as usual")


def test_saying_so_begins_a_flare_of_today(ada: Member, ada_client: Client) -> None:
    assertRedirects(ada_client.post(ADDRESS, SENT), "/today/")
    flare = Flare.objects.get()
    assert (flare.member, flare.pk) == (ada, ENTRY)
    assert (flare.declared_on, flare.gentle_until) == (TODAY, TODAY + DAY)
    assert flare.ended_on is None


def test_sent_twice_it_is_one_flare(ada_client: Client) -> None:
    ada_client.post(ADDRESS, SENT)
    assertRedirects(ada_client.post(ADDRESS, SENT), "/today/")
    assert Flare.objects.count() == 1


def test_sent_again_with_other_days_it_asks(ada_client: Client) -> None:
    ada_client.post(ADDRESS, SENT)
    assert ada_client.post(ADDRESS, {**SENT, "days": "3"}).status_code == 409
    assert Flare.objects.get().gentle_until == TODAY + DAY


def test_without_a_choice_it_says_what_to_do(ada_client: Client) -> None:
    response = ada_client.post(ADDRESS, {"entry": str(ENTRY)})
    assert response.status_code == 422
    assertContains(
        response, "Choose how long you want it gentle.", count=2, status_code=422
    )


def test_chosen_again_the_earlier_one_ends(ada: Member, ada_client: Client) -> None:
    earlier = make_flare(ada, declared_on=TODAY - DAY, gentle_until=TODAY - DAY)
    ada_client.post(ADDRESS, SENT)
    earlier.refresh_from_db()
    assert earlier.ended_on == TODAY
    assert Flare.objects.filter(ended_on=None).get().pk == ENTRY


def test_what_the_numbers_show_is_said_and_can_be_waved_off(
    ada: Member, ada_client: Client
) -> None:
    note_days(ada, [3] * 7 + [5, 5])
    response = ada_client.get(ADDRESS)
    assertContains(response, "more leg pain than usual since Wednesday, November 11")
    assertContains(response, "I carry on as usual")
    ada_client.post(ADDRESS, {**SENT, "days": "0"})
    assert Flare.objects.get().ended_on == TODAY
    assertNotContains(ada_client.get(ADDRESS), "more leg pain than usual")


def test_the_number_of_another_member_is_not_found(
    ada_client: Client, bea_client: Client
) -> None:
    ada_client.post(ADDRESS, SENT)
    assert bea_client.post(ADDRESS, SENT).status_code == 404


def test_2_open_flares_are_refused_by_the_database(ada: Member) -> None:
    make_flare(ada)
    with pytest.raises(IntegrityError):
        make_flare(ada)
