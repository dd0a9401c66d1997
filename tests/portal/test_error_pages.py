import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address", ["/nowhere/", "/guides/nothing/", "/coverage/nobody/"]
)
def test_a_page_that_is_not_there_says_so_and_leads_on(
    client: Client, address: str
) -> None:
    response = client.get(address)
    assertContains(response, "<h1>Page not found</h1>", status_code=404, html=True)
    assertContains(response, 'href="/guides/sciatica/"', status_code=404)
    assertContains(response, "Page not found - Stepwell</title>", status_code=404)
    assertContains(response, '<meta name="robots" content="noindex">', status_code=404)


def test_a_member_sees_the_same_page(ada_client: Client) -> None:
    response = ada_client.get("/nowhere/")
    assertContains(response, "Page not found", status_code=404)
    assert "no-store" in response["Cache-Control"]


def test_the_page_does_not_repeat_what_was_typed(client: Client) -> None:
    response = client.get("/nowhere/<script>alert(1)</script>")
    assertNotContains(response, "alert(1)", status_code=404)


def test_a_form_without_its_token_is_refused_kindly() -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post(
        "/accounts/login/", {"login": "ada@example.org", "password": PASSWORD}
    )
    assertContains(
        response, "<h1>Please send it again</h1>", status_code=403, html=True
    )
    assertContains(response, "Please send it again - Stepwell</title>", status_code=403)
    assertNotContains(response, PASSWORD, status_code=403)


def test_a_request_for_another_host_is_refused(client: Client) -> None:
    response = client.get("/", headers={"host": "other.example"})
    assertContains(response, "That did not work", status_code=400)


@pytest.mark.parametrize("address", ["/", "/today/", "/sessions/", "/progress/"])
def test_a_method_that_has_no_meaning_is_refused(
    ada_client: Client, address: str
) -> None:
    assert ada_client.put(address).status_code == 405
