import os
import re
import signal
import socket
import subprocess
import sys
from argparse import ArgumentTypeError
from collections.abc import Callable, Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import NoReturn
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from pytest_django import Settings

from careerquiz import health
from careerquiz.checks import stale_file
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


@pytest.fixture
def gathered(settings: Settings, tmp_path: Path) -> Path:
    """The folder of the pages' files as a site in production has them, but for their compressed copies."""
    settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}}
    settings.STATIC_ROOT = tmp_path / "static"
    call_command("collectstatic", "--noinput", verbosity=0)
    return tmp_path / "static"


@pytest.fixture
def _gathered(gathered: Path) -> None:
    """They are there; nobody asks where."""


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
    place = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "2"]
    shape = [part for option in serve.SHAPE.items() for part in option]
    assert server.arguments[3:-1] == [*place, *shape, *serve.SWITCHES]
    assert {**os.environ, **server.environment} == server.environment
    assert server.environment["PYTHONPATH"].split(os.pathsep)[0] == str(ROOT)


def test_the_line_that_is_documented_is_the_one_that_is_run() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"^python -m granian (.+?[^\\])$", page, re.MULTILINE | re.DOTALL)
    place = "--interface wsgi --host 127.0.0.1 --port 8000 --workers 2"
    shape = [f"{name} {value}" for name, value in serve.SHAPE.items()]
    wanted = " ".join([place, *shape, *serve.SWITCHES, "careerquiz.wsgi:application"])
    assert sorted(told.replace("\\\n", " ").split()) == sorted(wanted.split())


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


@pytest.mark.django_db
@pytest.mark.usefixtures("_stays")
def test_a_database_that_is_not_migrated_is_not_served(port: int) -> None:
    MigrationRecorder(connection).record_unapplied(*sorted(health.wanted())[-1])
    with pytest.raises(CommandError) as caught:
        call_command("serve", "--port", str(port))
    assert str(caught.value) == "The database lacks migrations (1); run manage.py migrate."


@pytest.mark.django_db
@pytest.mark.usefixtures("_stays", "_gathered")
def test_files_that_were_gathered_are_served(port: int) -> None:
    assert stale_file() == ""
    assert f"http://127.0.0.1:{port} " in served("--port", str(port))[0]


@pytest.mark.django_db
@pytest.mark.usefixtures("_stays")
@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (lambda root: (root / "staticfiles.json").unlink(), "icon.svg"),
        (lambda root: (root / "staticfiles.json").write_text("{"), "staticfiles.json"),
        (lambda root: (root / "icon.svg").write_text("<svg/>"), "icon.svg"),
        (lambda root: (root / "icon.svg").unlink(), "icon.svg"),
        (lambda root: next(root.glob("icon.*.svg")).unlink(), "icon.svg"),
    ],
    ids=["no list", "half a list", "another", "gone", "gone by its long name"],
)
def test_files_that_were_not_gathered_or_are_others_are_not_served(
    spoil: Callable[[Path], object], named: str, gathered: Path, settings: Settings, port: int
) -> None:
    spoil(gathered)
    settings.STORAGES = {**settings.STORAGES}  # the list is read anew
    with pytest.raises(CommandError) as caught:
        call_command("serve", "--port", str(port))
    assert str(caught.value) == f"{gathered}: {named} is not that of this version; run manage.py collectstatic."


def test_a_database_that_cannot_be_opened_is_said_in_one_line(port: int) -> None:
    status, out, err = manage("serve", "--port", str(port))
    assert (status, out, err.count("\n")) == (1, "", 1)


# Really serving


TOKEN = "a-token-of-the-tests-" * 2


@pytest.fixture
def server(gathered: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """The site served from another folder than its own, with a database that is new."""
    tmp_path = gathered.parent
    command = [sys.executable, str(ROOT / "manage.py"), "serve", "--port", str(port), "--workers", "2"]
    variables = {"DATABASE_URL": f"sqlite:///{tmp_path / 'careerquiz.sqlite3'}", "VAR_DIR": str(tmp_path)}
    assert manage("migrate", "--verbosity", "0", given=b"", folder=ROOT, **variables) == (0, "", "")
    environment = surroundings(**variables, METRICS_TOKEN=TOKEN)
    with subprocess.Popen(
        command, env=environment, cwd=tmp_path, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        yield process
        process.kill()


def answer(address: str, **headers: str) -> tuple[int, str]:
    """What the server says as soon as it listens."""
    for _ in range(600):
        try:
            with urlopen(Request(address, headers=headers), timeout=10) as response:
                return response.status, response.read().decode()
        except (URLError, ConnectionError):
            signal.sigtimedwait([], 0.05)  # somebody else's turn
    raise AssertionError(f"{address} does not answer")


def ended(server: subprocess.Popen[str], by: signal.Signals, port: int) -> str:
    """Stop the server; answers what it had printed."""
    assert server.stdout is not None
    server.send_signal(by)
    assert server.wait(timeout=60) == 0
    with closing(socket.socket()) as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
    return server.stdout.read()


def test_the_site_is_served_until_ctrl_c(server: subprocess.Popen[str], port: int) -> None:
    assert server.stdout is not None
    assert f"http://127.0.0.1:{port} " in server.stdout.readline()
    assert answer(f"http://127.0.0.1:{port}/livez") == (200, "ok\n")
    assert answer(f"http://127.0.0.1:{port}/readyz", Host="10.1.2.3") == (200, "ok\n")
    with closing(socket.create_connection(("127.0.0.1", port), timeout=30)) as client:
        client.sendall(b"GET /livez HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 70_000 + b"\r\n\r\n")
        assert client.recv(12) == b"HTTP/1.1 431"
    status, _, err = manage("serve", "--port", str(port), DATABASE_URL="sqlite://")
    assert (status, err.count("\n")) == (1, 1)
    assert "Traceback" not in ended(server, signal.SIGINT, port)


def workers(server: subprocess.Popen[str]) -> list[int]:
    """The processes that the server started to answer."""
    found = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    return [pid for pid in map(int, found) if b"resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_bytes()]


def test_a_worker_that_died_is_replaced_its_counts_stay_and_what_has_begun_is_finished(
    server: subprocess.Popen[str], port: int
) -> None:
    home = f"http://127.0.0.1:{port}/livez"
    assert answer(home) == (200, "ok\n")
    before = workers(server)
    assert len(before) == 2
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    assert answer(home) == (200, "ok\n")
    assert {*workers(server)}.isdisjoint(before)
    counted = answer(f"http://127.0.0.1:{port}/metrics", Authorization=f"Bearer {TOKEN}")[1]
    assert 'careerquiz_requests_total{route="livez",method="GET",status="2xx"} 2' in counted.splitlines()
    assert answered_while_stopping(server, port) == b"HTTP/1.1 302"
    ended(server, signal.SIGTERM, port)


SLOW_FORM = b"csrfmiddlewaretoken=" + b"a" * 32 + b"&language=fr&next=/"
SLOW_HEAD = f"""POST /admin/language/ HTTP/1.1
Host: localhost
Cookie: csrf={"a" * 32}
Content-Type: application/x-www-form-urlencoded
Content-Length: {len(SLOW_FORM)}
Expect: 100-continue

""".replace("\n", "\r\n").encode()


def answered_while_stopping(server: subprocess.Popen[str], port: int) -> bytes:
    """What the server says to a form of which it had the head only when it was told to end."""
    with closing(socket.create_connection(("127.0.0.1", port), timeout=30)) as client:
        client.sendall(SLOW_HEAD)
        assert client.recv(100).startswith(b"HTTP/1.1 100 ")  # the page waits for the form
        server.send_signal(signal.SIGTERM)
        signal.sigtimedwait([], 1)
        assert server.poll() is None
        client.sendall(SLOW_FORM)
        return client.recv(12)
