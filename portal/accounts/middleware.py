"""Sign-in as a rule of the house: who gets in, for how long, and what is cached."""

import time
from collections.abc import Callable
from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template import loader
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from portal.accounts import carrying
from portal.accounts.http import SiteRequest
from portal.accounts.models import Member

type GetResponse = Callable[[HttpRequest], HttpResponse]

ABSOLUTE_SECONDS = 24 * 60 * 60
SEEN_EVERY_SECONDS = 5 * 60


class SessionAgeMiddleware:
    """Ends a signed-in session after 24 hours; writes "seen" every 5 minutes at most.

    The idle end (60 minutes) is SESSION_COOKIE_AGE, renewed by each such write.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            self.age(request)
        return self.get_response(request)

    def age(self, request: HttpRequest) -> None:
        now = int(time.time())
        began = request.session.setdefault("began_at", now)
        if now - began > ABSOLUTE_SECONDS:
            logout(request)
        elif now - request.session.get("seen_at", 0) > SEEN_EVERY_SECONDS:
            request.session["seen_at"] = now


def is_token_refused(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Refused by Django's CSRF check, as after signing in anew in another tab."""
    is_past_check = getattr(request, "csrf_processing_done", False)
    return response.status_code == HTTPStatus.FORBIDDEN and not is_past_check


def is_for_everybody(response: HttpResponseBase) -> bool:
    """A file whose address says what is in it, such as a picture: nobody's own."""
    return "immutable" in response.get("Cache-Control", "")


class MemberRequiredMiddleware(LoginRequiredMiddleware):
    """Closed by default, private by default, and kind when a login has ended."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        carrying.take_up(request)
        response = cast("HttpResponseBase", super().__call__(request))
        carrying.lay_down(request, response)
        if is_token_refused(request, response) and carrying.keep(request):
            self.offer_again(request, cast("HttpResponse", response))
        is_private = request.user.is_authenticated or request.path.startswith(
            "/accounts/"
        )
        if is_private and not is_for_everybody(response):
            patch_cache_control(response, no_store=True, private=True)
        return response

    def offer_again(self, request: HttpRequest, response: HttpResponse) -> None:
        """Not a new response: this one has been through the inner middleware."""
        address = request.get_full_path()
        page = loader.render_to_string("403_csrf.html", {"again": address}, request)
        response.content = page.encode()
        if cast("SiteRequest", request).htmx:
            response["HX-Redirect"] = address

    def handle_no_permission(  # type: ignore[override]  # htmx is told, not redirected
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        is_kept = carrying.keep(request)
        if is_kept:
            told = _("You were signed out. Sign in, and what you typed is shown again.")
            messages.info(request, told)
        htmx = cast("SiteRequest", request).htmx
        if not htmx:
            return super().handle_no_permission(request, view_func)
        page = request.get_full_path() if is_kept else htmx.current_url_abs_path
        back = self.address_with_return(self.get_login_url(view_func), page)
        return HttpResponseClientRedirect(back)

    def address_with_return(self, address: str, back: str | None) -> str:
        return redirect_to_login(back or "/", address).url


class MemberTimeZoneMiddleware:
    """Days begin and end where the member lives."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not isinstance(request.user, Member):
            return self.get_response(request)
        with timezone.override(request.user.zone):
            return self.get_response(request)


class UnprocessableFormMiddleware:
    """Gives allauth's pages the status that all forms here have: 422 when refused."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        form = (response.context_data or {}).get("form")
        refused = request.method == "POST" and form is not None and form.errors
        if refused and response.status_code == HTTPStatus.OK:
            response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response
