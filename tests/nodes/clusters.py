"""PostgreSQL's clusters: made, copied, killed and promoted, on ports of this machine."""

import os
import shutil
import signal
import socket
import subprocess
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import psycopg

USER, NAME = "careerquiz", "postgres"
HERE = "127.0.0.1"
STANDBY = "second"  # by which name the primary waits for it


def programs() -> Path | None:
    """The folder of PostgreSQL's server programs, the newest if there are several."""
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((path.parent for path in found), key=lambda path: int(path.parent.name), default=None)


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind((HERE, 0))
        return int(probe.getsockname()[1])


def run(name: str, *arguments: str, errors: int | None = None) -> None:
    """Run one of PostgreSQL's programs; as nobody if this is root, whom it refuses."""
    folder = programs()
    assert folder, "PostgreSQL's server programs are not there"
    other = ["runuser", "-u", "nobody", "--"] if os.geteuid() == 0 else []
    subprocess.run(
        [*other, str(folder / name), *arguments], check=True, cwd="/", stdout=subprocess.DEVNULL, stderr=errors
    )


class Cluster:
    """One cluster in a folder of its own, which who runs it may write; PostgreSQL's own settings but for `options`."""

    def __init__(self, folder: Path, **options: str) -> None:
        self.folder, self.port, self.options = folder, free_port(), options
        folder.mkdir()
        folder.chmod(0o777)  # what is inside, initdb makes its own
        self.data = folder / "data"

    def make(self) -> None:
        """An empty one, started."""
        kind = ["--username", USER, "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8"]
        run("initdb", "--pgdata", str(self.data), *kind)
        self.start()

    def follow(self, primary: "Cluster") -> None:
        """A copy of another, started, that the other waits for from now on before it says that a write is done."""
        source = f"host={HERE} port={primary.port} user={USER} application_name={STANDBY}"
        how = ["--write-recovery-conf", "--checkpoint", "fast"]
        run("pg_basebackup", "--dbname", source, "--pgdata", str(self.data), *how)
        self.start()
        primary.ask(f"ALTER SYSTEM SET synchronous_standby_names = '{STANDBY}'")
        primary.ask("SELECT pg_reload_conf()")

    def start(self) -> None:
        """Start it, and wait until it answers."""
        given = {
            "listen_addresses": HERE,
            "port": str(self.port),
            "unix_socket_directories": str(self.folder),
            **self.options,
        }
        options = " ".join(f"-c {name}={value}" for name, value in given.items())
        log = ["--log", str(self.folder / "log")]
        run("pg_ctl", "--pgdata", str(self.data), *log, "--wait", "--options", options, "start")

    def promote(self) -> None:
        """From a standby to a primary, which waits for nobody."""
        run("pg_ctl", "--pgdata", str(self.data), "--wait", "promote")

    def kill(self) -> None:
        """SIGKILL to the server and to every process of it, as when the power goes."""
        server = int((self.data / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
        for process in (server, *map(int, children)):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)

    def clear(self) -> None:
        """Throw away what a killed one left: after another took its place, it must never be a primary again."""
        shutil.rmtree(self.data)

    def stop(self) -> None:
        """End it at once, if it runs."""
        with suppress(subprocess.CalledProcessError):
            how = ["--silent", "--mode", "immediate"]
            run("pg_ctl", "--pgdata", str(self.data), *how, "stop", errors=subprocess.DEVNULL)

    def ask(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows that the server answers."""
        with psycopg.connect(f"host={HERE} port={self.port} user={USER} dbname={NAME}", autocommit=True) as connection:
            cursor = connection.execute(question.encode(), values)
            return cursor.fetchall() if cursor.description else []


def address(*clusters: Cluster, wanted: str = "read-write", **more: str) -> str:
    """The DATABASE_URL of some clusters: whichever of them is as wanted is used."""
    hosts, ports = ",".join(HERE for _ in clusters), ",".join(str(cluster.port) for cluster in clusters)
    options = {"host": hosts, "port": ports, "target_session_attrs": wanted, "connect_timeout": "2", **more}
    return f"postgresql://{USER}@/{NAME}?" + "&".join(f"{name}={value}" for name, value in options.items())
