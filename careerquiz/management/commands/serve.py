"""Serve the site."""

import os
import socket
import sys
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

HERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 (shown, not bound)
SHAPE = ["--workers-kill-timeout", "10", "--blocking-threads", "4", "--log-level", "warning"]

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
        if settings.HTTPS and not settings.BEHIND_PROXY:
            raise CommandError(PLAIN)
        _refuse_taken(host, port)
        shown = HERE.get(host, f"[{host}]" if ":" in host else host)
        scheme = "https" if settings.HTTPS else "http"
        self.stdout.write(f"careerquiz is at {scheme}://{shown}:{port} (Ctrl-C stops it)")
        if shown != "127.0.0.1":
            self.stdout.write(f"It answers to the names in ALLOWED_HOSTS: {', '.join(settings.ALLOWED_HOSTS)}")
        self.stdout.flush()
        server = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
        shape = ["--workers", str(workers), *SHAPE]
        found_from = os.pathsep.join([str(settings.BASE_DIR), *filter(None, [os.environ.get("PYTHONPATH")])])
        environment = os.environ | {"PYTHONPATH": found_from}  # the server is started from any folder
        os.execve(sys.executable, [*server, *shape, "careerquiz.wsgi:application"], environment)  # noqa: S606 (no shell)


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
