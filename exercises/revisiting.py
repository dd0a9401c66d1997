"""A visitor who comes back gets 304, while nothing has changed what the page says."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import quote_etag
from django.utils.translation import get_language
from django.views.decorators.http import condition

from exercises import edition
from portal.release import release

type View = Callable[..., HttpResponse]


def revisited(view: View) -> View:
    """For pages that all visitors share. Nothing is rendered for a 304."""
    conditional = condition(etag_func=version)(view)

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = conditional(request, *args, **kwargs)
        patch_cache_control(response, no_cache=True)  # keep it, but ask each time
        return response

    return answer


def version(request: HttpRequest, *_args: Any, **_kwargs: Any) -> str | None:
    """Before the page is read, so that a change meanwhile gets a new version."""
    if settings.DEBUG or is_own(request):
        return None
    parts = (
        release(),
        edition.current(),
        timezone.localdate().isoformat(),  # a review becomes overdue overnight
        get_language(),
        request.get_full_path(),
        request.headers.get("HX-Request"),
    )
    return quote_etag(sha256(repr(parts).encode()).hexdigest()[:32])


def is_own(request: HttpRequest) -> bool:
    """Signed in, or with a message or an answer of their own on the page.

    "*" asks for any version, and would be told that a missing page did not change.
    """
    if request.headers.get("If-None-Match") == "*":
        return True
    own = {settings.SESSION_COOKIE_NAME, CookieStorage.cookie_name}
    return not own.isdisjoint(request.COOKIES)
