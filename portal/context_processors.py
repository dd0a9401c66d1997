from functools import partial

from django.conf import settings
from django.http import HttpRequest

from portal.address import site_address


def site(request: HttpRequest) -> dict[str, object]:
    return {
        # Asked for only where it is written: a page about a wrong host has none.
        "site_address": partial(site_address, request),
        "site_name": settings.SITE_NAME,
        "support_email": settings.SUPPORT_EMAIL,
        "emergency_number": settings.EMERGENCY_NUMBER,
        "demo": settings.DEMO,
    }
