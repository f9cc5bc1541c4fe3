"""docs/deploy.md and deploy/: what the page says to type is run, and what it names is there.

`python -m tests.bare_debian` runs the same page to the letter on a Debian that boots.
"""

import hashlib
import re
import shlex
import shutil
import stat
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
from django.core.management import get_commands, load_command_class

from careerquiz.uploads import MOST_BYTES
from tests.deploying import DEPLOY, PAGE, blocks, build, install, pip, script
from tests.processes import ROOT, surroundings

UNITS = DEPLOY / "systemd"
SETTINGS = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
TEXT = PAGE.read_text(encoding="utf-8")
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
PROGRAM = "/opt/careerquiz/current/bin/careerquiz"
HEADINGS = ["One small server", "Upgrade", "Roll back", "Restore, and the drill", "PostgreSQL"]

# What only root may do, or the network is needed for: each says that it was called, and what is left is done.
STANDS_IN = {
    "apt-get": "",
    "useradd": "",
    "systemctl": "",
    "runuser": 'shift 3; exec "$@"',
    "install": 'for word; do shift; case $word in --owner|--group|careerquiz) ;; *) set -- "$@" "$word";; esac; done\n'
    'exec /usr/bin/install "$@"',
    "python3": f'[ "$2" = venv ] && exec cp --recursive "$PREPARED" "$3"; exec {shlex.quote(sys.executable)} "$@"',
}
CREATE = (
    "DJANGO_SUPERUSER_PASSWORD='a long enough phrase 7' careerquiz createsuperuser --noinput --email ada@example.org"
)


class Server(NamedTuple):
    """A folder that stands for the root of a server."""

    root: Path

    def run(self, commands: str) -> str:
        """Run commands of the page in it; what they print."""
        inside = self.inside(commands.replace("careerquiz createsuperuser", CREATE))
        path = f"{self.root}/stands-in:{self.root}/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        environment = {"PATH": path, "PREPARED": f"{self.root}/venv", "CALLS": f"{self.root}/calls", "LANG": "C.UTF-8"}
        command = ["sh", "-c", inside]
        done = subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, text=True, timeout=300, check=False
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    def inside(self, text: str) -> str:
        """A text whose paths begin with the folder."""
        return re.sub(r"(?<![\w.])/(opt|etc|var|usr/local)(?=/)", rf"{self.root}/\1", text)

    def mode(self, path: str) -> str:
        return stat.filemode((self.root / path).stat().st_mode)

    @property
    def calls(self) -> list[str]:
        return (self.root / "calls").read_text().splitlines()


def stand_in(file: Path, text: str) -> None:
    file.write_text(f'#!/bin/sh\necho "${{0##*/}} $*" >> "$CALLS"\n{text}\n')
    file.chmod(0o755)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A server on which the six blocks of the page have been run."""
    server = Server(tmp_path_factory.mktemp("server"))
    for name in ("stands-in", "etc/caddy", "etc/systemd/system", "usr/local/bin", "opt", "var/lib", "var/backups"):
        (server.root / name).mkdir(parents=True)
    for name, text in STANDS_IN.items():
        stand_in(server.root / "stands-in" / name, text)
    shutil.copytree(DEPLOY, server.root / "dist" / "deploy")
    for file in filter(Path.is_file, (server.root / "dist").rglob("*")):
        file.write_text(server.inside(file.read_text(encoding="utf-8")))
    install(build(server.root), server.root / "venv")
    stand_in(server.root / "venv" / "bin" / "pip", "")
    server.run(script("One small server"))
    return server


# The page, run


def test_the_page_installs_a_site(server: Server) -> None:
    called = server.calls
    assert [line for line in called if line.startswith(("apt-get", "useradd", "pip"))] == [
        "apt-get update",
        "apt-get install --yes python3-venv caddy",
        "useradd --system --home-dir " + server.inside("/var/lib/careerquiz --shell /usr/sbin/nologin careerquiz"),
        "pip install --require-hashes --requirement requirements.txt",
    ]
    assert [line.split()[1] for line in called if line.startswith("systemctl")] == ["daemon-reload", "enable", "reload"]
    assert (server.root / "opt/careerquiz/current").readlink() == Path(VERSION)


def test_what_the_page_makes_is_closed_to_others(server: Server) -> None:
    closed = ["etc/careerquiz/environment", "etc/careerquiz/secret-key", "etc/careerquiz/pseudonym-key"]
    assert {server.mode(path) for path in [*closed, "var/lib/careerquiz/careerquiz.sqlite3"]} == {"-rw-------"}
    assert {server.mode(f"var/{name}/careerquiz") for name in ("lib", "backups")} == {"drwx------"}
    keys = {(server.root / path).read_text() for path in closed[1:]}
    assert len(keys) == 2
    assert min(map(len, keys)) > 60


def test_the_page_restores_what_the_nightly_backup_kept(server: Server) -> None:
    people = "careerquiz shell --no-imports -c 'from profiles.models import User; print(User.objects.count())'"
    backup = (UNITS / "careerquiz-backup.service").read_text(encoding="utf-8")
    command = re.search(r"^ExecStart=(.*)$", backup, re.MULTILINE)
    assert command is not None
    settings = "set -a; umask 0077; . /etc/careerquiz/environment; "
    server.run(settings + command[1].replace("$$", "$").replace("%%", "%"))
    assert server.run(people) == "1\n"
    server.run(CREATE.replace("ada@", "bob@"))
    assert server.run(people) == "2\n"
    server.run(script("Restore, and the drill"))
    assert server.run(people) == "1\n"


def test_the_page_upgrades_and_rolls_back(server: Server) -> None:
    (server.root / "dist" / "deploy" / "systemd" / "new.txt").write_text("of the new release")
    server.run("cd dist\n" + script("Upgrade"))
    assert (server.root / "opt/careerquiz/current").readlink() == Path("1.1.0")
    assert (server.root / "etc/systemd/system/new.txt").is_file()
    server.run(script("Roll back"))
    assert (server.root / "opt/careerquiz/current").readlink() == Path(VERSION)
    assert server.run("careerquiz check --database default").startswith("System check identified no issues")


# The page, read


def careerquiz_lines() -> list[str]:
    """Each call of the site's program: in the page, the units and the container file."""
    page = [line for heading in HEADINGS for block in blocks(heading) for line in block.splitlines()]
    typed = [line.removeprefix("careerquiz ") for line in page if line.startswith("careerquiz ")]
    units = [line for file in sorted(UNITS.glob("*.service")) for line in file.read_text().splitlines()]
    timed = [line.split(f"{PROGRAM} ")[1].rstrip("'") for line in units if f"{PROGRAM} " in line]
    timed = [line.replace("$$(date +%%F)", "day") for line in timed]
    inside = re.findall(r"^podman run .* careerquiz:\d\S* (.+)$", TEXT, re.MULTILINE)
    return [*typed, *timed, *inside, "serve --host 0.0.0.0"]


@pytest.mark.parametrize("line", sorted({*careerquiz_lines()}))
def test_each_command_is_one_of_the_site_and_takes_what_it_is_given(line: str) -> None:
    name, *arguments = shlex.split(line)
    command = load_command_class(get_commands()[name], name)
    command.create_parser("careerquiz", name).parse_args(arguments)


def test_each_file_that_is_named_is_there() -> None:
    named = {*re.findall(r"deploy/[\w.-]+", TEXT)}
    assert {name for name in named if not (ROOT / name.rstrip(".")).exists()} == set()
    assert {f"deploy/{path.name}" for path in DEPLOY.iterdir()} - named == set()


def test_every_unit_is_in_the_page_and_every_timer_is_switched_on() -> None:
    timers = {path.name for path in UNITS.glob("*.timer")}
    assert {path.with_suffix(".timer").name for path in UNITS.glob("*.service")} == {*timers, "careerquiz-web.timer"}
    switched_on = [
        {*re.findall(r"careerquiz-\w+\.timer", line)}
        for line in TEXT.splitlines()
        if " start " in line or "enable" in line
    ]
    assert [found for found in switched_on if found] == [timers] * 3
    assert {name for name in timers if f"| `{name.removesuffix('.timer')}` |" not in TEXT} == set()


def test_each_setting_of_the_example_is_documented() -> None:
    lines = (DEPLOY / "environment").read_text(encoding="utf-8").splitlines()
    names = [re.sub("_FILE$", "", line.lstrip("#").split("=")[0]) for line in lines if re.match("#?[A-Z_]+=", line)]
    assert [name for name in names if f"`{name}`" not in SETTINGS] == []


def test_both_proxies_let_an_editor_send_a_file_and_nobody_more() -> None:
    caddy, nginx = ((DEPLOY / name).read_text(encoding="utf-8") for name in ("Caddyfile", "nginx.conf"))
    assert re.findall(r"max_size (\d+)MB", caddy) == ["25", "1"]
    assert re.findall(r"client_max_body_size (\d+)m;", nginx) == ["1", "25"]
    assert 1_000_000 < MOST_BYTES < 25_000_000
    assert nginx.count("access_log off;") == 2
    assert "log" not in re.sub("#.*|catalogue", "", caddy)


# The units


@pytest.fixture
def units(tmp_path: Path) -> list[str]:
    """The units, with a program that is there."""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not there")
    shutil.copytree(UNITS, tmp_path / "units")
    for file in filter(Path.is_file, (tmp_path / "units").rglob("*")):
        file.write_text(file.read_text(encoding="utf-8").replace(PROGRAM, "/bin/true"))
    return sorted(str(path) for path in (tmp_path / "units").glob("careerquiz-*.*[er]"))


def analyze(*arguments: str, units: list[str]) -> tuple[int, str]:
    """What systemd-analyze says of units in a folder, of which it reads the common part too."""
    environment = surroundings(SYSTEMD_UNIT_PATH=f"{Path(units[0]).parent}:", SYSTEMD_COLORS="0")
    command = ["systemd-analyze", *arguments, *units]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stderr


def test_systemd_finds_nothing_wrong_with_the_units(units: list[str]) -> None:
    assert len(units) == 9
    assert analyze("verify", "--man=no", units=units) == (0, "")


def test_the_services_may_do_little(units: list[str]) -> None:
    services = [path for path in units if path.endswith(".service")]
    assert analyze("security", "--offline=yes", "--threshold=12", "--no-pager", units=services) == (0, "")


# The container file


def test_the_container_is_made_as_the_page_makes_a_server() -> None:
    lines = (DEPLOY / "Containerfile").read_text(encoding="utf-8").replace("\\\n", "").splitlines()
    made = {
        word: [rest for first, _, rest in (line.partition(" ") for line in lines) if first == word]
        for word in ("RUN", "COPY", "ENTRYPOINT", "USER")
    }
    assert made["COPY"] == [f"requirements.txt careerquiz-{VERSION}-py3-none-any.whl /dist/"]
    assert made["ENTRYPOINT"] == [f'["{PROGRAM}"]']
    assert made["USER"] == ["careerquiz"]
    assert made["RUN"][1] in TEXT
    assert made["RUN"][2].removesuffix(" /var/lib/careerquiz") in TEXT
    assert "/bin/pip install --require-hashes --requirement requirements.txt" in TEXT
    assert (
        made["RUN"][4]
        .replace(" --no-cache-dir", "")
        .endswith("install --require-hashes --requirement requirements.txt")
    )


# What is installed


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-parquet.txt", "requirements-dev.txt"])
def test_everything_that_is_installed_has_a_hash(name: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8"))
    entries = [entry for entry in entries if not entry.startswith("#")]
    assert entries
    assert [
        entry
        for entry in entries
        if not re.match(r"[a-z0-9._-]+==[^ ]+ .*--hash=sha256:[0-9a-f]{64}", entry, re.DOTALL)
    ] == []


def test_a_wheel_with_another_hash_is_refused(server: Server, tmp_path: Path) -> None:
    wheel = next(server.root.glob("*.whl"))
    right = hashlib.sha256(wheel.read_bytes()).hexdigest()
    wrong = hashlib.sha256(b"something else").hexdigest()
    for digest, status in ((right, 0), (wrong, 1)):
        (tmp_path / digest).write_text(f"{wheel} --hash=sha256:{digest}\n")
        found, said = pip(
            *f"install --no-index --no-deps --require-hashes --target {tmp_path / str(status)} --requirement".split(),
            str(tmp_path / digest),
        )
        assert (found, "DO NOT MATCH THE HASHES" in said) == (status, bool(status))
    assert (tmp_path / "0" / "careerquiz").is_dir()
    assert not (tmp_path / "1").exists()


def test_the_page_of_licences_is_that_of_what_is_installed() -> None:
    command = [sys.executable, "docs/licences.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
