"""What each answer says about itself, whatever it is."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django import Settings

from portal import urls

CSP = {
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
}
PAGES = [
    ("/", 200),
    ("/privacy/", 200),
    ("/accounts/login/", 200),
    ("/accounts/signup/", 200),
    ("/admin/login/", 302),
    ("/healthz", 200),
    ("/today/", 302),
    ("/nowhere/", 404),
    ("/static/nowhere.css", 404),
    ("/forbidden/", 403),
    ("/breaks/", 500),
]


def forbidden(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def breaks(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a secret of the server")


for view in (forbidden, breaks):
    view.login_required = False  # type: ignore[attr-defined]  # as its decorator does

urlpatterns = [
    *urls.urlpatterns,
    path("forbidden/", forbidden),
    path("breaks/", breaks),
]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


@pytest.fixture
def visitor(db: None, settings: Settings) -> Client:
    """One who gets error pages, and not the error."""
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(("address", "status"), PAGES)
def test_nothing_may_come_from_elsewhere_or_inline(
    visitor: Client, address: str, status: int
) -> None:
    response = visitor.get(address)
    assert response.status_code == status
    policy = response["Content-Security-Policy"]
    assert {part.strip() for part in policy.split(";")} == CSP
    assert "unsafe" not in policy


@pytest.mark.parametrize(("address", "status"), PAGES)
def test_each_answer_has_the_other_headers(
    visitor: Client, address: str, status: int
) -> None:
    response = visitor.get(address)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Permissions-Policy"] == (
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    )


def test_a_request_for_another_host_gets_them_too(visitor: Client) -> None:
    response = visitor.get("/", headers={"host": "other.example"})
    assert response.status_code == 400
    assert "default-src 'self'" in response["Content-Security-Policy"]


def test_a_page_that_breaks_tells_no_secret(visitor: Client) -> None:
    response = visitor.get("/breaks/")
    html = response.content.decode()
    assert "<h1>" in html
    assert "secret" not in html
    assert "RuntimeError" not in html
    assert "Traceback" not in html


def test_the_cookies_are_kept_from_scripts(visitor: Client) -> None:
    cookie = visitor.get("/accounts/login/").cookies["csrftoken"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
