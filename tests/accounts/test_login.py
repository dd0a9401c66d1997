import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import PASSWORD

ADDRESS = "/accounts/login/"
REFUSED = "The email address and/or password you specified are not correct."


@pytest.fixture(autouse=True)
def no_earlier_tries(db: None) -> None:
    """The limits of tries live in the cache."""
    cache.clear()


def given(email: str, password: str = PASSWORD) -> dict[str, str]:
    return {"login": email, "password": password}


def is_in(client: Client) -> bool:
    return client.get("/me/").status_code == 200


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize("email", ["ada@example.org", "ADA@Example.ORG"])
def test_a_member_lands_on_today(client: Client, email: str) -> None:
    assertRedirects(client.post(ADDRESS, given(email)), "/today/")
    assert is_in(client)


@pytest.mark.usefixtures("ada")
def test_a_member_comes_back_to_where_they_wanted_to_go(client: Client) -> None:
    sent = {**given("ada@example.org"), "next": "/progress/?period=all"}
    assertRedirects(client.post(ADDRESS, sent), "/progress/?period=all")


@pytest.mark.usefixtures("ada")
def test_nobody_is_led_to_another_site(client: Client) -> None:
    sent = {**given("ada@example.org"), "next": "https://other.example/"}
    assertRedirects(client.post(ADDRESS, sent), "/today/")


@pytest.mark.parametrize("who", ["editor", "administrator"])
def test_staff_land_on_the_staff_pages(
    client: Client, who: str, request: pytest.FixtureRequest
) -> None:
    member: Member = request.getfixturevalue(who)
    response = client.post(ADDRESS, given(member.email))
    assertRedirects(response, "/admin/", fetch_redirect_response=False)


@pytest.mark.usefixtures("ada")
def test_a_wrong_password_and_an_unknown_address_get_one_answer() -> None:
    pages = [
        Client().post(ADDRESS, given(email, password))
        for email, password in [
            ("ada@example.org", "not the right password"),
            ("nobody@example.org", PASSWORD),
        ]
    ]
    for page in pages:
        assertContains(page, REFUSED, status_code=422)
        assertContains(page, 'class="summary"', status_code=422)
        assertNotContains(page, PASSWORD, status_code=422)


@pytest.mark.usefixtures("ada")
def test_the_typed_address_stays(client: Client) -> None:
    response = client.post(ADDRESS, given("ada@example.org", "not the right one"))
    assertContains(response, 'value="ada@example.org"', status_code=422)
    assert not is_in(client)


def test_a_closed_account_stays_out(client: Client, ada: Member) -> None:
    ada.is_active = False
    ada.save()
    client.post(ADDRESS, given(ada.email))
    assert not is_in(client)


def test_an_address_that_is_not_confirmed_stays_out(
    client: Client, ada: Member
) -> None:
    ada.emailaddress_set.update(verified=False)
    response = client.post(ADDRESS, given(ada.email))
    assertRedirects(response, "/accounts/confirm-email/")
    assert not is_in(client)


@pytest.mark.usefixtures("ada")
def test_after_five_wrong_passwords_even_the_right_one_waits(client: Client) -> None:
    for n in range(5):
        client.post(ADDRESS, given("ada@example.org", f"wrong password number {n}"))
    response = client.post(ADDRESS, given("ada@example.org"))
    assert response.status_code in {422, 429}
    assert not is_in(client)


def test_too_many_tries_from_one_place_are_told_kindly(client: Client) -> None:
    for n in range(60):
        response = client.post(ADDRESS, given(f"nobody-{n}@example.org"))
        if response.status_code == 429:
            break
    assertContains(response, "<h1>Wait a little</h1>", status_code=429, html=True)
    assertContains(response, "Go to the start page", status_code=429)


def test_signing_out_asks_first(ada_client: Client) -> None:
    assertContains(ada_client.get("/accounts/logout/"), "<form")
    assert is_in(ada_client)


def test_signing_out_ends_the_session(ada_client: Client) -> None:
    assertRedirects(ada_client.post("/accounts/logout/"), "/")
    assert not is_in(ada_client)


def test_pages_for_signing_in_are_stored_nowhere(client: Client) -> None:
    assert "no-store" in client.get(ADDRESS)["Cache-Control"]
