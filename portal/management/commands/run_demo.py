import hashlib
import io
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

HOST = "127.0.0.1"
SERVER = (
    "-m granian --interface wsgi --http 1 --no-ws --workers 1 --blocking-threads 4"
    " --no-access-log --log-level warning"
)


class Command(BaseCommand):
    help = "Prepares the demo and serves it. Needs DEMO=1, which `make run` sets."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", default=os.environ.get("PORT") or "8000")
        parser.add_argument(
            "--only-prepare", action="store_true", help="Prepare, but do not serve."
        )

    def handle(self, *, port: str, only_prepare: bool, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo runs only where DEMO=1. Use `make run`.")
        if not only_prepare:
            require_free(port)
        people = prepare()
        if only_prepare:
            self.stdout.write(people)
            return
        self.stdout.write(f"{settings.SITE_NAME}: http://localhost:{port}/\n\n{people}")
        self.stdout.write("Stop it with Ctrl+C.")
        serve(port)


def require_free(port: str) -> None:
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise CommandError(f"PORT is {port!r}: it takes a number, as in PORT=8001.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(port)))
        except OSError as error:
            raise CommandError(
                f"Port {port} is taken. Choose another: PORT=8001 make run"
            ) from error


def prepare() -> str:
    """Brings all up to date, and returns a line for each person of the demo."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("load_content", stdout=io.StringIO())
    call_command("load_sponsors", stdout=io.StringIO())
    people = io.StringIO()
    call_command("seed_demo", stdout=people)
    collect_static()
    return people.getvalue()


def collect_static() -> None:
    """Collects when a static file has changed: hashing them all takes seconds."""
    seen = settings.VAR_DIR / "static-files"
    digest = hashlib.sha256("\n".join(static_files()).encode()).hexdigest()
    if seen.exists() and seen.read_text() == digest and settings.STATIC_ROOT.exists():
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    seen.write_text(digest)


def static_files() -> Iterator[str]:
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = Path(storage.path(path)).stat()
            yield f"{storage.path(path)} {stat.st_size} {stat.st_mtime_ns}"


def serve(port: str) -> None:
    connections.close_all()
    sys.stdout.flush()
    arguments = ["--host", HOST, "--port", port, "portal.wsgi:application"]
    command = [sys.executable, *SERVER.split(), *arguments]
    os.execv(sys.executable, command)  # noqa: S606  # no shell is wanted
