import uuid
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from portal.plans import forms
from portal.plans.models import SponsorRequest
from tests.factories import make_sponsor

pytestmark = pytest.mark.django_db
ONE = str(uuid.UUID(int=1))


def asked(client: Client, **changes: str) -> Any:
    data = {"id": ONE, "name": "Harbor Lane Bakery", "email": ""}
    return client.post("/coverage/ask/", {**data, **changes})


def test_a_name_is_enough(client: Client) -> None:
    response = asked(client)
    assertRedirects(response, "/coverage/", fetch_redirect_response=False)
    assertContains(client.get("/coverage/"), "A person will check that name.")
    request = SponsorRequest.objects.get()
    assert (request.name, request.email) == ("Harbor Lane Bakery", "")


def test_sent_twice_it_is_stored_once(client: Client) -> None:
    asked(client)
    asked(client, email="ada@example.org")
    assert SponsorRequest.objects.get().email == ""


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": " "}, "Enter the name to check."),
        ({"email": "nobody"}, "Enter a valid email address."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    client: Client, changes: dict[str, str], sentence: str
) -> None:
    response = asked(client, **changes)
    assert response.status_code == 422
    assertContains(response, sentence, count=2, status_code=422)
    assertContains(response, "There is a problem", status_code=422)
    for value in changes.values():
        if value.strip():
            assertContains(response, f'value="{value}"', status_code=422)
    assert not SponsorRequest.objects.exists()


def test_a_flood_is_held_back(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "MOST_REQUESTS_A_DAY", 1)
    asked(client)
    response = asked(client, id=str(uuid.UUID(int=2)))
    assertContains(response, "Try again tomorrow.", status_code=422)
    assert SponsorRequest.objects.count() == 1


def test_the_page_has_the_form_and_takes_the_name_along(client: Client) -> None:
    assertContains(client.get("/coverage/ask/?q=Otter"), 'value="Otter"')


def test_no_sponsor_may_have_its_address(client: Client) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_sponsor("Ask", slug="ask")
