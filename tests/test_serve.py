import os
import signal
import socket
import subprocess
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import NoReturn
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from pytest_django import Settings

from careerquiz.management.commands import serve
from tests.processes import ROOT, manage, surroundings


class Replaced(Exception):
    """The process would be another program by now."""

    def __init__(self, program: str, arguments: list[str], environment: dict[str, str]) -> None:
        super().__init__(program)
        self.program, self.arguments, self.environment = program, arguments, environment


@pytest.fixture
def _stays(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    """The process stays; and the templates are checked as they are outside of a test."""
    (templates,) = settings.TEMPLATES
    options = {name: value for name, value in templates["OPTIONS"].items() if name != "string_if_invalid"}
    settings.TEMPLATES = [templates | {"OPTIONS": options}]

    def replaced(program: str, arguments: list[str], environment: dict[str, str]) -> NoReturn:
        raise Replaced(program, arguments, environment)

    monkeypatch.setattr(os, "execve", replaced)


@pytest.fixture
def port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def served(*arguments: str) -> tuple[str, Replaced]:
    out = StringIO()
    with pytest.raises(Replaced) as caught:
        call_command("serve", *arguments, stdout=out, stderr=out)
    return out.getvalue(), caught.value


@pytest.mark.django_db
@pytest.mark.usefixtures("_stays")
def test_the_address_is_said_and_the_server_takes_over(port: int) -> None:
    said, server = served("--port", str(port))
    assert f"http://127.0.0.1:{port} " in said
    assert said.count("\n") == 1
    assert server.program == server.arguments[0] == sys.executable
    assert server.arguments[1:3] == ["-m", "granian"]
    assert server.arguments[-1] == "careerquiz.wsgi:application"
    options = dict(zip(server.arguments[3:-1:2], server.arguments[4:-1:2], strict=True))
    wanted = {"--interface": "wsgi", "--host": "127.0.0.1", "--port": str(port), "--workers": "2"}
    assert wanted.items() <= options.items()
    assert {**os.environ, **server.environment} == server.environment
    assert server.environment["PYTHONPATH"].split(os.pathsep)[0] == str(ROOT)


@pytest.mark.django_db
@pytest.mark.usefixtures("_stays")
def test_a_path_for_modules_is_kept(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    assert served("--port", str(port))[1].environment["PYTHONPATH"] == f"{ROOT}{os.pathsep}/somewhere"


@pytest.mark.django_db
@pytest.mark.usefixtures("_stays")
def test_every_address_of_the_machine_is_shown_as_one_that_opens(port: int, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["quiz.example.org"]
    said, server = served("--host", "0.0.0.0", "--port", str(port), "--workers", "5")
    assert f"http://127.0.0.1:{port} " in said
    assert server.arguments[server.arguments.index("--host") + 1] == "0.0.0.0"
    assert server.arguments[server.arguments.index("--workers") + 1] == "5"


@pytest.mark.django_db
@pytest.mark.usefixtures("_stays")
def test_another_host_is_shown_with_the_names_that_are_answered_to(port: int, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["quiz.example.org"]
    said, _ = served("--host", "127.0.0.2", "--port", str(port))
    assert f"http://127.0.0.2:{port} " in said
    assert "quiz.example.org" in said


@pytest.mark.django_db
@pytest.mark.usefixtures("_stays")
def test_an_address_of_ipv6_stands_in_brackets(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    monkeypatch.setattr(serve, "_refuse_taken", lambda host, port: None)  # a machine may have no IPv6
    assert f"http://[::1]:{port} " in served("--host", "::1", "--port", str(port))[0]
    assert f"http://[::1]:{port} " in served("--host", "::", "--port", str(port))[0]


@pytest.mark.django_db
@pytest.mark.usefixtures("_stays")
def test_https_is_in_the_address(port: int, settings: Settings) -> None:
    settings.HTTPS = settings.BEHIND_PROXY = True
    assert f"https://127.0.0.1:{port} " in served("--port", str(port))[0]


@pytest.mark.django_db
@pytest.mark.usefixtures("_stays")
def test_https_without_a_proxy_is_refused_in_one_line(port: int, settings: Settings) -> None:
    settings.HTTPS = True
    with pytest.raises(CommandError) as caught:
        call_command("serve", "--port", str(port))
    assert "BEHIND_PROXY" in str(caught.value)
    assert str(caught.value).count("\n") == 0


@pytest.mark.django_db
@pytest.mark.usefixtures("_stays")
def test_a_port_in_use_is_refused_in_one_line() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError) as caught:
            call_command("serve", "--port", str(port))
    assert str(caught.value).count("\n") == 0
    assert f"port {port}" in str(caught.value)


@pytest.mark.django_db
@pytest.mark.usefixtures("_stays")
@pytest.mark.parametrize("host", ["192.0.2.1", "host.invalid", "2001:db8::1", "x" * 300, "a..b", "é"])
def test_a_host_that_is_not_this_machine_is_refused_in_one_line(host: str, port: int) -> None:
    with pytest.raises(CommandError) as caught:
        call_command("serve", "--host", host, "--port", str(port))
    assert str(caught.value).count("\n") == 0
    assert f"{host}, port {port}" in str(caught.value)


@pytest.mark.parametrize("value", ["0", "65536", "-1", "x", "", " 80", "8e3", "80.0", "²", "٨٠", "9" * 5_000])
def test_what_is_no_port_is_refused(value: str) -> None:
    with pytest.raises(ArgumentTypeError):
        serve._port(value)


@pytest.mark.parametrize("value", ["0", "1000", "-1", "x", "", "1.5", "²", "9" * 5_000])
def test_what_is_no_number_of_workers_is_refused(value: str) -> None:
    with pytest.raises(ArgumentTypeError):
        serve._workers(value)


def test_ports_and_workers_are_whole_numbers() -> None:
    assert [serve._port(value) for value in ("1", "8000", "65535")] == [1, 8000, 65535]
    assert [serve._workers(value) for value in ("1", "16", "999")] == [1, 16, 999]


@pytest.mark.parametrize(
    "arguments", [["--port", "0"], ["--port", "http"], ["--workers", "none"], ["now"]], ids=" ".join
)
def test_wrong_usage_has_status_2(arguments: list[str]) -> None:
    status, out, err = manage("serve", *arguments)
    assert (status, out) == (2, "")
    assert err.splitlines()[-1].startswith("manage.py serve: error: ")


@pytest.fixture
def _hasty() -> Iterator[None]:
    """The database gives up waiting too early."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 5")
        yield
        cursor.execute("PRAGMA busy_timeout = 20000")


@pytest.mark.django_db
@pytest.mark.skipif("sqlite" not in connection.vendor, reason="asks of SQLite")
@pytest.mark.usefixtures("_stays", "_hasty")
def test_a_database_that_loses_writes_is_not_served(port: int) -> None:
    with pytest.raises(SystemCheckError) as caught:
        call_command("serve", "--port", str(port))
    assert "careerquiz.E001" in str(caught.value)


def test_a_database_that_cannot_be_opened_is_said_in_one_line(port: int) -> None:
    status, out, err = manage("serve", "--port", str(port))
    assert (status, out, err.count("\n")) == (1, "", 1)


# Really serving


@pytest.fixture
def server(tmp_path: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """The site served from another folder than its own, with a database that is new."""
    command = [sys.executable, str(ROOT / "manage.py"), "serve", "--port", str(port), "--workers", "1"]
    environment = surroundings(DATABASE_URL=f"sqlite:///{tmp_path / 'careerquiz.sqlite3'}")
    with subprocess.Popen(
        command, env=environment, cwd=tmp_path, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        yield process
        process.kill()


def answer(address: str) -> tuple[int, str]:
    """What the server says as soon as it listens."""
    for _ in range(600):
        try:
            with urlopen(address, timeout=10) as response:
                return response.status, response.read().decode()
        except (URLError, ConnectionError):
            signal.sigtimedwait([], 0.05)  # somebody else's turn
    raise AssertionError(f"{address} does not answer")


def test_the_site_is_served_until_ctrl_c(server: subprocess.Popen[str], port: int) -> None:
    assert server.stdout is not None
    assert f"http://127.0.0.1:{port} " in server.stdout.readline()
    assert answer(f"http://127.0.0.1:{port}/livez") == (200, "ok\n")
    status, _, err = manage("serve", "--port", str(port), DATABASE_URL="sqlite://")
    assert (status, err.count("\n")) == (1, 1)
    server.send_signal(signal.SIGINT)
    assert server.wait(timeout=60) == 0
    assert "Traceback" not in server.stdout.read()
    with closing(socket.socket()) as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
