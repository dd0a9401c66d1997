from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from portal.accounts.models import Member


class SiteRequest(HttpRequest):
    """Any request: the middleware has added what htmx says."""

    htmx: HtmxDetails


class MemberRequest(SiteRequest):
    """A request that MemberRequiredMiddleware has let through."""

    user: Member
