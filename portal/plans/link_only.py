"""Sponsors that search does not find: 404 for everybody who has not brought the code."""

from django.http import Http404, HttpRequest
from django.utils.crypto import constant_time_compare

from portal.plans.models import Sponsor

OPENED = "opened-sponsors"


def open_for(request: HttpRequest, sponsor: Sponsor) -> None:
    """From now on, until this browser's session ends."""
    opened = request.session.get(OPENED, [])
    if sponsor.pk not in opened:
        request.session[OPENED] = [*opened, sponsor.pk]


def sponsor_for(request: HttpRequest, slug: str) -> Sponsor:
    """The sponsor of a page, with its benefits. A code in the address opens it."""
    sponsor = Sponsor.objects.for_page().filter(slug=slug).first()
    if sponsor is None:
        raise Http404
    if not sponsor.is_searchable:
        code = request.GET.get("code", "")
        if code and constant_time_compare(code, sponsor.link_code):
            open_for(request, sponsor)
        if sponsor.pk not in request.session.get(OPENED, []):
            raise Http404
    return sponsor
