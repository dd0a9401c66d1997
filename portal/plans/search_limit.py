"""An address may search often, but not copy the directory by a script.

Searching takes no write lock, as long as it is done by a person: a process counts the
first searches of an address by itself. From then on it takes shares out of the cache
that all processes use. A share is taken by one process only, so that together they never
answer more than all shares hold.
"""

import time
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from threading import Lock

from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import render

from portal.accounts.http import SiteRequest
from portal.plans.checking.attempts import address_of
from portal.plans.eligibility.keys import newest_key
from portal.plans.search import LONGEST_QUERY, SearchResult

WINDOW = 5 * 60
SHARE = 10
SHARES = 30

type View = Callable[[SiteRequest], HttpResponse]


class InHand:
    """How many searches an address may still make here without asking."""

    def __init__(self) -> None:
        self.window = 0
        self.left: dict[str, int] = {}
        self.lock = Lock()

    def use_one(self, address: str, window: int) -> bool:
        with self.lock:
            if window != self.window:
                self.window, self.left = window, {}
            left = self.left.get(address, SHARE)
            self.left[address] = max(0, left - 1)
            return left > 0

    def take(self, address: str) -> None:
        with self.lock:
            self.left[address] = SHARE - 1


IN_HAND = InHand()


def may_search(request: SiteRequest) -> bool:
    window = int(time.time() // WINDOW)
    address = newest_key().hash("address", address_of(request))
    if IN_HAND.use_one(address, window):
        return True
    if not takes_a_share(f"searches:{window}:{address}"):
        return False
    IN_HAND.take(address)
    return True


def takes_a_share(prefix: str) -> bool:
    """Adding to the cache succeeds for one process alone."""
    keys = [f"{prefix}:{number}" for number in range(SHARES)]
    taken = cache.get_many(keys)
    return any(cache.add(key, 1, WINDOW) for key in keys if key not in taken)


def limited(view: View) -> View:
    @wraps(view)
    def searching(request: SiteRequest) -> HttpResponse:
        if request.GET.get("q", "").strip() and not may_search(request):
            return refused(request)
        return view(request)

    return searching


def refused(request: SiteRequest) -> HttpResponse:
    """The same page with what was typed, and when to go on."""
    query = request.GET["q"][:LONGEST_QUERY]
    context = {
        "result": SearchResult(query),
        "is_limited": True,
        "longest_query": LONGEST_QUERY,
        "minutes": WINDOW // 60,
    }
    part = "#results" if request.htmx else ""
    name = f"plans/coverage_search.html{part}"
    response = render(request, name, context, status=HTTPStatus.TOO_MANY_REQUESTS)
    response["Retry-After"] = str(WINDOW - int(time.time()) % WINDOW)
    return response
