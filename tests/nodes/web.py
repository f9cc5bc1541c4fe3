"""The site's nodes: `manage.py serve` in processes of their own, and the address before them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from tests.nodes.clusters import HERE, free_port
from tests.processes import ROOT


class Program:
    """A program on a port that can be killed and started again."""

    def __init__(self, name: str, arguments: list[str], environment: Mapping[str, str], folder: Path) -> None:
        self.port = free_port()
        self.arguments, self.environment = arguments, environment
        self.log = folder / f"{name}.log"
        self.more: list[str] = []  # arguments after the port
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it as the head of a group of processes; what it says goes to a file."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *self.arguments, str(self.port), *self.more],
                env=dict(self.environment),
                cwd=ROOT,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def end(self, how: signal.Signals = signal.SIGKILL) -> None:
        """End all its processes."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, how)
            self.process.wait(30)
            self.process = None

    def wait_until_ready(self, seconds: float = 120) -> float:
        """Wait until /readyz answers 200; answers how long that took."""
        begun = time.monotonic()
        while not _is_ready(self.port):
            assert time.monotonic() - begun < seconds, self.log.read_text()[-2_000:]
            time.sleep(0.05)
        return time.monotonic() - begun


class Node(Program):
    """A web node of one worker process, with a record of its own of what it erased."""

    def __init__(self, name: str, environment: Mapping[str, str], folder: Path) -> None:
        serve = [str(ROOT / "manage.py"), "serve", "--workers", "1", "--port"]
        super().__init__(name, serve, {**environment, "ERASED_FILE": str(folder / f"{name}.erased")}, folder)


class Front(Program):
    """The one address."""

    def __init__(self, nodes: list[Node], environment: Mapping[str, str], folder: Path) -> None:
        super().__init__("front", ["-m", "tests.nodes.front"], environment, folder)
        self.more = [str(node.port) for node in nodes]


def _is_ready(port: int) -> bool:
    connection = HTTPConnection(HERE, port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
