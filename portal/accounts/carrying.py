"""A form sent after the sign-in has ended is shown again, filled, before it counts.

It rests in the session row, for its owner only, and for 60 minutes at most.
"""

import time
from typing import TypedDict, cast

from django.core import signing
from django.http import HttpRequest, HttpResponseBase, QueryDict

from portal.accounts.http import SiteRequest
from portal.accounts.models import Member

OWNER_FIELD = "owner"
NOT_KEPT = ("csrfmiddlewaretoken", OWNER_FIELD)
SALT = "portal.accounts.carrying"
SESSION_KEY = "carried_forms"
MOST_FORMS = 3  # one for each page that was open
MOST_BYTES = 64 * 1024
MOST_SECONDS = 60 * 60
SHOWN = {200, 422}


class KeptForm(TypedDict):
    owner: str
    address: str
    fields: str
    kept_at: int


class CarryingRequest(SiteRequest):
    carried: QueryDict | None


def owner_token_of(member: Member) -> str:
    return signing.Signer(salt=SALT).sign(str(member.pk))


def owner_named_in(request: HttpRequest) -> str | None:
    """Whose form was sent. Nobody can make such a token for somebody else."""
    try:
        return signing.Signer(salt=SALT).unsign(request.POST.get(OWNER_FIELD, ""))
    except signing.BadSignature:
        return None


def sent(request: HttpRequest) -> QueryDict | None:
    """What the form of this page holds: sent now, or carried through the sign-in.

    Only `request.method == "POST"` may save; what was carried is shown first.
    """
    if request.method == "POST":
        return request.POST
    carried: QueryDict | None = getattr(request, "carried", None)
    return carried


def typed(request: HttpRequest) -> dict[str, object]:
    """What was carried, as first values of a form whose check counts wrong tries."""
    carried: QueryDict | None = getattr(request, "carried", None)
    return {} if carried is None else {**carried.dict()}


def keep(request: HttpRequest) -> bool:
    """Keep what was sent, without files, if it says whose it is and is not too big."""
    owner, fields = owner_named_in(request), fields_of(request)
    if owner is None or len(fields) > MOST_BYTES:
        return False
    if request.user.is_authenticated and owner != str(request.user.pk):
        return False
    address = request.get_full_path()
    others = [kept for kept in resting(request) if kept["address"] != address]
    kept = KeptForm(
        owner=owner, address=address, fields=fields, kept_at=int(time.time())
    )
    put(request, [*others, kept][-MOST_FORMS:])
    return True


def fields_of(request: HttpRequest) -> str:
    fields = request.POST.copy()
    fields.encoding = "utf-8"
    for name in NOT_KEPT:
        fields.pop(name, None)
    return fields.urlencode()


def resting(request: HttpRequest) -> list[KeptForm]:
    oldest = time.time() - MOST_SECONDS
    forms: list[KeptForm] = request.session.get(SESSION_KEY, [])
    return [kept for kept in forms if kept["kept_at"] > oldest]


def put(request: HttpRequest, forms: list[KeptForm]) -> None:
    if forms:
        request.session[SESSION_KEY] = forms
    else:
        request.session.pop(SESSION_KEY, None)


def take_up(request: HttpRequest) -> None:
    """Set `request.carried`; drop what is too old, or what another member sent."""
    carrier = cast("CarryingRequest", request)
    carrier.carried = None
    if not request.user.is_authenticated or SESSION_KEY not in request.session:
        return
    owner = str(request.user.pk)
    mine = [kept for kept in resting(request) if kept["owner"] == owner]
    if mine != request.session[SESSION_KEY]:
        put(request, mine)
    if request.method == "GET" and not carrier.htmx:
        address = request.get_full_path()
        carrier.carried = next(
            (QueryDict(k["fields"]) for k in mine if k["address"] == address), None
        )


def lay_down(request: HttpRequest, response: HttpResponseBase) -> None:
    """Forget what the page has just shown."""
    carried = cast("CarryingRequest", request).carried
    if carried is None or response.status_code not in SHOWN:
        return
    address = request.get_full_path()
    put(request, [k for k in resting(request) if k["address"] != address])
