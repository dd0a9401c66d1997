"""The site's addresses, read from the resolver."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

OURS = ("portal.", "exercises.", "tracking.")


@dataclass(frozen=True)
class Address:
    route: str
    name: str
    namespace: str
    callback: Any
    kwargs: tuple[str, ...]

    @property
    def is_ours(self) -> bool:
        """The admin's addresses have Django's names, whoever wrote the view."""
        if self.route.startswith("/admin/"):
            return False
        return bool(self.callback.__module__.startswith(OURS))

    @property
    def is_public(self) -> bool:
        return not getattr(self.callback, "login_required", True)

    @property
    def view_name(self) -> str:
        return f"{self.namespace}:{self.name}" if self.namespace else self.name


def walk(
    resolver: URLResolver, prefix: str = "", namespace: str = ""
) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from walk(pattern, route, pattern.namespace or namespace)
        elif isinstance(pattern, URLPattern):
            yield Address(
                f"/{route}",
                pattern.name or "",
                namespace,
                pattern.callback,
                tuple(pattern.pattern.converters),
            )


def all_addresses() -> list[Address]:
    return list(walk(get_resolver()))


def our_addresses() -> list[Address]:
    return [address for address in all_addresses() if address.is_ours]
