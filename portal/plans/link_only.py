"""Sponsors that search does not find: 404 for whoever has not brought the code."""

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils.crypto import constant_time_compare

from portal.accounts.models import Member
from portal.plans.models import Benefit, Sponsor

OPENED = "opened-sponsors"


def open_for(request: HttpRequest, sponsor: Sponsor) -> None:
    """From now on, until this browser's session ends."""
    opened = request.session.get(OPENED, [])
    if sponsor.pk not in opened:
        request.session[OPENED] = [*opened, sponsor.pk]


def has_been_in(request: HttpRequest, sponsor: Sponsor) -> bool:
    """Who joined or asked comes back on any device: pages of theirs lead there."""
    if not isinstance(request.user, Member):
        return False
    member = request.user
    theirs = Q(coverages__member=member) | Q(help_requests__member=member)
    return Benefit.objects.filter(theirs, sponsor=sponsor).exists()


def sponsor_for(request: HttpRequest, slug: str) -> Sponsor:
    """The sponsor of a page, with its benefits. A code in the address opens it."""
    sponsor = Sponsor.objects.for_page().filter(slug=slug).first()
    if sponsor is None:
        raise Http404
    if not sponsor.is_searchable:
        code = request.GET.get("code", "")
        if code and constant_time_compare(code, sponsor.link_code):
            open_for(request, sponsor)
        opened = request.session.get(OPENED, [])
        if sponsor.pk not in opened and not has_been_in(request, sponsor):
            raise Http404
    return sponsor
