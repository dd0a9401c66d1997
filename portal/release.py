"""Which release answers: all that can change a page and stands in no row."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

TOLD = (
    "DEMO",
    "EMERGENCY_NUMBER",
    "SITE_NAME",
    "SITE_URL",
    "STATIC_URL",
    "SUPPORT_EMAIL",
    "TIME_ZONE",
)
KINDS = {".css", ".html", ".js", ".mo", ".png", ".py", ".svg", ".woff2"}


def release() -> str:
    """The same in each process, on each machine that serves this release."""
    told = [str(getattr(settings, name)) for name in TOLD]
    return sha256("\0".join([code(), *told]).encode()).hexdigest()


@cache
def code() -> str:
    digest = sha256()
    for path in sorted(files()):
        digest.update(str(path).encode())
        digest.update((settings.BASE_DIR / path).read_bytes())
    return digest.hexdigest()


def files() -> Iterator[Path]:
    """The packages too: another version of one may write another page."""
    yield Path("requirements.txt")
    for folder in ("exercises", "portal", "templates", "tracking"):
        for path in (settings.BASE_DIR / folder).rglob("*.*"):
            if path.suffix in KINDS and path.is_file():
                yield path.relative_to(settings.BASE_DIR)
