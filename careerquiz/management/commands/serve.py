"""Serve the site."""

import os
import socket
import sys
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from careerquiz import checks, health

HERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 (shown, not bound)

# How the server is run; docs/settings.md says so to who runs it without this command. Without HTTP/2 and the guessing
# of protocols, a connection on which nothing comes is closed after the time to read headers; many may wait in the
# meantime, since they hold no thread. A worker that died is replaced at once. One that is told to stop has longer for
# what it is doing than a write waits for SQLite.
SHAPE = {
    "--blocking-threads": "4",
    "--http": "1",
    "--http1-header-read-timeout": "10000",  # milliseconds
    "--http1-buffer-size": "65536",  # bytes: a request line with its headers is refused above
    "--backlog": "2048",
    "--backpressure": "4096",  # connections a worker
    "--respawn-interval": "0.5",
    "--workers-kill-timeout": "30",
    "--log-level": "warning",
}
SWITCHES = ["--no-ws", "--respawn-failed-workers"]

PLAIN = (
    "HTTPS is on, and this server speaks plain HTTP. Set BEHIND_PROXY=on behind a proxy that sets X-Forwarded-Proto, "
    "or HTTPS=off to try the site without."
)


class Command(BaseCommand):
    """`manage.py serve`: check, then hand over to the server."""

    help = "Check the site and serve it. Ctrl-C stops it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen, and with how many processes."""
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (127.0.0.1)")
        parser.add_argument("--port", type=_port, default=8000, help="the port (8000)")
        parser.add_argument("--workers", type=_workers, default=2, help="how many processes (2)")

    def handle(self, *, host: str, port: int, workers: int, **options: Any) -> None:
        """Refuse in one line what cannot work, then become the server."""
        self.check(databases=["default"])
        _refuse_unfit()
        _refuse_taken(host, port)
        shown = HERE.get(host, f"[{host}]" if ":" in host else host)
        scheme = "https" if settings.HTTPS else "http"
        self.stdout.write(f"careerquiz is at {scheme}://{shown}:{port} (Ctrl-C stops it)")
        if shown != "127.0.0.1":
            self.stdout.write(f"It answers to the names in ALLOWED_HOSTS: {', '.join(settings.ALLOWED_HOSTS)}")
        self.stdout.flush()
        _become(host, port, workers)


def _become(host: str, port: int, workers: int) -> None:
    place = {"--interface": "wsgi", "--host": host, "--port": str(port), "--workers": str(workers)}
    options = [part for option in (place | SHAPE).items() for part in option]
    found_from = os.pathsep.join([str(settings.BASE_DIR), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = os.environ | {"PYTHONPATH": found_from}  # the server is started from any folder
    command = [sys.executable, "-m", "granian", *options, *SWITCHES, "careerquiz.wsgi:application"]
    os.execve(sys.executable, command, environment)  # noqa: S606 (no shell)


def _refuse_unfit() -> None:
    if settings.HTTPS and not settings.BEHIND_PROXY:
        raise CommandError(PLAIN)
    if missing := health.missing(connection):
        raise CommandError(f"The database lacks migrations ({len(missing)}); run manage.py migrate.")
    if stale := checks.stale_file():
        raise CommandError(f"{settings.STATIC_ROOT}: {stale} is not that of this version; run manage.py collectstatic.")


def _port(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 6 and 0 < int(value) < 65536):
        raise ArgumentTypeError(f"{value!r} is no port; one is a whole number from 1 to 65535")
    return int(value)


def _workers(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 4 and int(value)):
        raise ArgumentTypeError(f"{value!r} must be a whole number from 1 to 999")
    return int(value)


def _refuse_taken(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        raise CommandError(f"cannot listen on {host}, port {port}: {error.strerror}. Try another PORT.") from error
