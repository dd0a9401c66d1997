"""Where this site is, in full: for what leaves the page, such as a sitemap."""

from django.conf import settings
from django.http import HttpRequest


def site_address(request: HttpRequest) -> str:
    """SITE_URL, or the address that the visitor typed where none is set."""
    return settings.SITE_URL or f"{request.scheme}://{request.get_host()}"
