"""The product's server in a process group of its own, to be killed as a whole."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
WORKERS = 2
PATIENCE_SECONDS = 30


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def wait_until(is_so: Callable[[], bool], end: float, awaited: str) -> None:
    """Raises TimeoutError at that moment of the monotonic clock."""
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(awaited)
        time.sleep(0.005)


class Server:
    """Granian, as the README starts it; what it says goes to a file."""

    def __init__(
        self,
        log: Path,
        workers: int = WORKERS,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.port = free_port()
        self.log = log
        self.workers = workers
        self.environment = environment or {}
        self.process: subprocess.Popen[bytes] | None = None

    def command(self) -> list[str]:
        granian = Path(sys.executable).parent / "granian"
        place = [f"--host={HOST}", f"--port={self.port}", f"--workers={self.workers}"]
        rest = ["--interface=wsgi", "--no-access-log", "portal.wsgi:application"]
        return [str(granian), *place, *rest]

    def start(self) -> None:
        with self.log.open("ab") as said:
            self.process = subprocess.Popen(  # noqa: S603  # the words are this file's own
                self.command(),
                cwd=ROOT,
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        end = time.monotonic() + PATIENCE_SECONDS
        wait_until(self.answers, end, "the server did not start")

    def answers(self) -> bool:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == http.client.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def is_gone(self) -> bool:
        """No worker outlived the group, or it would still take connections."""
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex((HOST, self.port)) != 0

    def kill(self) -> None:
        """kill -9 for the server and all its workers."""
        if self.process is None:
            return
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None
        end = time.monotonic() + PATIENCE_SECONDS
        wait_until(self.is_gone, end, "a worker outlived its group")
