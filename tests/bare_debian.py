"""docs/deploy.md, run to the letter on a bare Debian 12 that boots: `python -m tests.bare_debian FOLDER`, as root.

It needs debootstrap, systemd-container and the network, and takes some ten minutes. The machines share this one's
network, so its ports 80, 443 and 8000 must be free. FOLDER gets the machines; what is in it is used again.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.deploying import DEPLOY, script
from tests.processes import ROOT

MIRROR = "http://deb.debian.org/debian"
NAME = "careers.example.org"
UNITS = ["web", "backup", "purge", "rollup", "events"]
LOOK = """
import re, ssl, urllib.request
roots = "/var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt"
def get(path):
    with urllib.request.urlopen(f"https://{NAME}{path}", context=ssl.create_default_context(cafile=roots)) as response:
        return response.read().decode()
assert get("/readyz").strip() == "ok"
page = get("/en/")
styles = re.findall(r'href="(/static/[^"]+[.]css)"', page)
assert styles and all("{" in get(address) for address in styles), styles
print("the site answers by HTTPS:", len(page), "characters and", len(styles), "style sheets")
"""


def wait(what: str, *, seconds: int = 60) -> Iterator[None]:
    """Come back every second, until the caller stops asking."""
    for _ in range(seconds):
        yield
        time.sleep(1)
    raise SystemExit(f"waited too long for {what}")


class Machine:
    """A Debian that runs in a folder."""

    def __init__(self, folder: Path, leader: int) -> None:
        self.folder, self.leader = folder, leader

    def run(self, commands: str) -> str:
        """Run commands as root; what they print. Ends everything if they fail."""
        enter = ["nsenter", "--target", str(self.leader), "--mount", "--uts", "--ipc", "--pid", "--cgroup"]
        path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        apart = ["env", "-i", path, "HOME=/root", "LANG=C.UTF-8", "DEBIAN_FRONTEND=noninteractive"]
        command = [*enter, *apart, "sh", "-c", f"cd /root\n{commands}"]
        done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if done.returncode:
            raise SystemExit(f"{commands}\n{done.stdout[-3000:]}\nstatus {done.returncode}")
        return done.stdout

    def follow(self, what: str, commands: str) -> str:
        """Run commands of the page, changed only where the outside world is not there, and say how long it took."""
        started = time.monotonic()
        commands = commands.replace("careerquiz createsuperuser", CREATE).replace("systemctl reload caddy", INTERNAL)
        printed = self.run(commands)
        say(f"{what}: {time.monotonic() - started:.0f} s")
        return printed

    def look(self) -> None:
        """The site answers by HTTPS, with its style sheets, and no unit has failed."""
        for _ in wait("the site"):
            if "ok" in self.run(f"python3 -c '{READY}' 2> /dev/null || true"):
                break
        say(self.run(f"python3 - <<'END'\n{LOOK.replace('{NAME}', NAME)}\nEND").strip())
        failed = self.run("systemctl --failed --plain --no-legend")
        assert not failed, failed

    def every_unit(self) -> None:
        """Start what the timers start, and rate how much it may do."""
        self.run("systemctl start " + " ".join(f"careerquiz-{unit}" for unit in UNITS))
        rated = self.run("systemd-analyze security --no-pager careerquiz-web | tail -n 1").strip()
        say(f"backup, purge, rollup and events ran. {rated}")


READY = 'import urllib.request; print(urllib.request.urlopen("http://127.0.0.1:8000/readyz").read())'
CREATE = (
    "DJANGO_SUPERUSER_PASSWORD='a long enough phrase 7' careerquiz createsuperuser --noinput --email ada@example.org"
)
# No public name leads here: Caddy signs the certificate itself.
INTERNAL = f"sed -i '/^{NAME} {{/a tls internal' /etc/caddy/Caddyfile; systemctl restart caddy"
COUNT = """careerquiz shell -c 'from assessment.models import Assessment as A; print("there are", A.objects.count())'"""


def say(line: str) -> None:
    """A line of the result."""
    print(line, flush=True)  # noqa: T201 (this is a program)


def bare(folder: Path) -> Path:
    """A bare Debian 12 with what every server has, an init; made once."""
    if not folder.exists():
        part = folder.with_name("part")
        subprocess.run(
            ["debootstrap", "--variant=minbase", "--include=systemd,systemd-sysv", "bookworm", part, MIRROR], check=True
        )
        for file in ("/etc/apt/sources.list.d", "/etc/resolv.conf"):
            (part / file[1:]).unlink() if (part / file[1:]).is_file() else None
        (part / "etc" / "hosts").write_text(f"127.0.0.1 localhost {NAME}\n::1 localhost\n")
        part.rename(folder)
    return folder


@contextmanager
def booted(folder: Path, dist: Path) -> Iterator[Machine]:
    """A new machine out of the bare one, running, with dist/ in the home of root."""
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["cp", "--archive", bare(folder.with_name("bare")), folder], check=True)
    shutil.copytree(dist, folder / "root" / "dist")
    trust(folder)
    command = ["systemd-nspawn", "--directory", str(folder), "--register=no", "--keep-unit", "--console=pipe", "--boot"]
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as init:
        try:
            yield Machine(folder, leader(init.pid))
        finally:
            init.terminate()
            init.wait(60)


def trust(folder: Path) -> None:
    """Let pip in the machine trust what pip on this one is told to trust."""
    if authority := os.environ.get("PIP_CERT"):
        shutil.copy(authority, folder / "etc" / "authority.pem")
        (folder / "etc" / "pip.conf").write_text("[global]\ncert = /etc/authority.pem\n")


def leader(pid: int) -> int:
    """The number of the machine's init, once it has started what it starts."""
    for _ in wait("the machine"):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        if children:
            machine = Machine(Path("/"), int(children[0]))
            if machine.run("systemctl is-system-running 2> /dev/null || true").strip() in ("running", "degraded"):
                break
    return int(children[0])


def release(folder: Path, version: str) -> Path:
    """What `make release` makes, as that version."""
    source = folder / version
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    for name in filter(None, tracked.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, source / name)
    about = source / "pyproject.toml"
    about.write_text(
        re.sub(r'^version = ".*"', f'version = "{version}"', about.read_text(), count=1, flags=re.MULTILINE)
    )
    (source / ".venv").symlink_to(ROOT / ".venv")
    subprocess.run(
        ["make", "--silent", "release", "--old-file=.venv/developing"],
        cwd=source,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return source / "dist"


def one_small_server(machines: Path, old: Path, new: Path) -> None:
    """Install, serve, back up, break, restore, upgrade, roll back."""
    with booted(machines / "small", old) as machine:
        machine.follow("install", script("One small server"))
        machine.look()
        machine.run("careerquiz sample_data --assessments 20")
        machine.every_unit()
        machine.run("kill -KILL $(systemctl show --property MainPID --value careerquiz-web)")
        machine.look()
        machine.run("careerquiz sample_data --assessments 5; echo broken > /var/lib/careerquiz/careerquiz.sqlite3")
        machine.follow("restore", script("Restore, and the drill"))
        machine.look()
        say(machine.run(COUNT).splitlines()[-1])
        shutil.rmtree(machine.folder / "root" / "dist")
        shutil.copytree(new, machine.folder / "root" / "dist")
        machine.follow("upgrade", "cd dist\n" + script("Upgrade"))
        machine.look()
        machine.follow("roll back", script("Roll back"))
        machine.look()
        say(machine.run(COUNT).splitlines()[-1])


def on_postgresql(machines: Path, dist: Path) -> None:
    """The same with PostgreSQL beside, to a backup that is put back."""
    with booted(machines / "postgresql", dist) as machine:
        first, then = script("One small server", last=3), script("One small server", first=4)
        machine.follow("install with PostgreSQL", first + script("PostgreSQL") + "cd /root/dist\n" + then)
        machine.look()
        machine.run("careerquiz sample_data --assessments 20")
        machine.every_unit()
        machine.run("careerquiz sample_data --assessments 5")
        machine.follow("restore", script("Restore, and the drill"))
        machine.look()
        say(machine.run(COUNT).splitlines()[-1])


def as_in_a_container(machines: Path, dist: Path) -> None:
    """The lines RUN and COPY of the container file, in a bare Debian, since no engine is asked for."""
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8").replace("\\\n", "")
    shell = {"RUN": "{}", "COPY": "cd /root/dist; mkdir --parents /dist; cp {}; cd -", "WORKDIR": "cd {}"}
    lines = [line.split(" ", 1) for line in text.splitlines() if line.split(" ", 1)[0] in shell]
    with booted(machines / "container", dist) as machine:
        machine.follow("container file", "set -eux\n" + "\n".join(shell[word].format(rest) for word, rest in lines))
        program = "VAR_DIR=/var/lib/careerquiz runuser --user careerquiz -- /opt/careerquiz/current/bin/careerquiz"
        key = "export HTTPS=off SECRET_KEY=" + "only-for-this-test-" * 3
        machine.run(
            f"{key}; for do in migrate 'load_catalogue --publish' 'collectstatic --noinput'; do {program} $do; done"
        )
        say("its program migrates, publishes and gathers")


def main() -> None:
    """Everything, or what is named after the folder: small, postgresql, container."""
    machines = Path(sys.argv[1]).resolve()
    machines.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        old, new = release(Path(folder), "1.0.0"), release(Path(folder), "1.1.0")
        wanted = sys.argv[2:] or ["small", "postgresql", "container"]
        if "small" in wanted:
            one_small_server(machines, old, new)
        if "postgresql" in wanted:
            on_postgresql(machines, old)
        if "container" in wanted:
            as_in_a_container(machines, old)


if __name__ == "__main__":
    main()
