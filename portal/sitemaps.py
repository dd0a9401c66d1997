"""The pages that a search engine may keep: open to everybody, and published."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Model
from django.urls import reverse

from exercises.models import Exercise, Guide, Program, Reference

OPEN_PAGES = (
    "home",
    "exercises:exercise_list",
    "exercises:program_list",
    "exercises:reference_list",
    "plans:coverage_search",
    "what_sponsors_see",
    "privacy",
    "accessibility",
    "help",
)


class Here[Item: Model | str](Sitemap[Item]):
    """At SITE_URL, however the request came in."""

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme or super().get_protocol(protocol)

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc or super().get_domain(site)


class OpenPages(Here[str]):
    def items(self) -> Iterable[str]:
        return OPEN_PAGES

    def location(self, item: str) -> str:
        return reverse(item)


class Published(Here[Any]):
    def items(self) -> list[Any]:
        kinds = (Guide, Exercise, Program)
        return [row for kind in kinds for row in kind.objects.published()]

    def lastmod(self, item: Any) -> dt.datetime:
        changed: dt.datetime = item.changed_at
        return changed


class References(Here[Reference]):
    def items(self) -> Iterable[Reference]:
        return Reference.objects.for_list()


SITEMAPS: dict[str, type[Sitemap[Any]] | Sitemap[Any]] = {
    "pages": OpenPages,
    "published": Published,
    "references": References,
}
