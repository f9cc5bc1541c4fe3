"""Connections that send a byte a second, in their headers or in a body, while others are served.

`python -m tests.faults.slow [--connections 60] [--seconds 60] [--nginx nginx]`

The server waits without end for a body, in the thread that would answer: it needs a proxy before it that takes the
whole request first. `--nginx` names the program of one, to put it there; without, the bodies fail.
"""

import argparse
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path

from tests.faults.crowd import Person
from tests.faults.serving import asked, free_port, site, told, until

HEAD = "POST /en/start/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: 10.0.0.1\r\n"
BODY = HEAD + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\nCookie: csrf={}\r\n\r\n"
PATIENCE = 2.0  # seconds that a page may take beside them; more is a failure


PROXY = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; client_header_timeout 10s; client_body_timeout 30s;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    location / {{ proxy_pass http://127.0.0.1:{behind}; proxy_set_header Host 127.0.0.1; }}
  }}
}}
"""


@contextmanager
def before(behind: int, program: str, folder: Path) -> Iterator[int]:
    """The port of a proxy that stands before a site; the site's own where there is no program for one."""
    if not program:
        yield behind
        return
    port, settings = free_port(), folder / "nginx.conf"
    settings.write_text(PROXY.format(folder=folder, port=port, behind=behind))
    with subprocess.Popen([program, "-e", str(folder / "nginx.log"), "-c", str(settings)]) as process:
        try:
            until(lambda: page(Person(port)) < float("inf"), 20)
            yield port
        finally:
            process.terminate()


class Slow:
    """A connection that sends a byte a second and reads nothing."""

    def __init__(self, port: int, begun: str) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self.socket.sendall(begun.encode())
        self.socket.settimeout(0)
        self.stands = True

    def send(self) -> None:
        """One byte more, if the server still listens."""
        try:
            self.socket.send(b"x")
            if self.socket.recv(1000) is not None:
                self.stands = False  # an answer, or the end
        except BlockingIOError:
            pass
        except OSError:
            self.stands = False


def served_beside(port: int, begun: str, connections: int, seconds: float) -> tuple[list[float], int]:
    """How long pages took beside so many slow connections, inf for one that failed; how many of those stood."""
    person, took = Person(port, patience=10), list[float]()
    person.insist("/en/start/")  # a form without the cookie of its token would be refused unread
    slow = [Slow(port, begun.format(person.cookies["csrf"])) for _ in range(connections)]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        began = time.monotonic()
        for one in slow:
            if one.stands:
                one.send()
        took.append(page(person))
        time.sleep(max(0, began + 1 - time.monotonic()))
    for one in slow:
        with closing(one.socket):
            pass
    return took, sum(one.stands for one in slow)


def page(person: Person) -> float:
    """How many seconds the first page took; inf if it did not come."""
    try:
        answer = person.ask("/en/start/")
    except OSError:
        return float("inf")
    return answer.seconds if answer.status == 200 else float("inf")


def main() -> int:
    """Do it, and tell the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--connections", type=int, default=60)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--nginx", default="", help="the program of a proxy to stand before the site")
    with (
        asked(parser) as (options, folder, server),
        site(folder, server) as served,
        before(served.port, options.nginx, folder) as port,
    ):
        status = 0
        for name, begun in (("headers", HEAD), ("bodies", BODY)):
            took, stood = served_beside(port, begun, options.connections, options.seconds)
            late = sum(seconds > PATIENCE for seconds in took)
            middle = next(islice(sorted(took), len(took) // 2, None))
            wrong = [f"{late} of {len(took)} pages late or missing"] if late else []
            figures = {"connections": options.connections, "still stood": stood, "pages": len(took)}
            times = {"s at the median": f"{middle:.2f}", "s at most": f"{max(took):.2f}"}
            status |= told(f"slow {name}", wrong, **figures, **times)
        return status


if __name__ == "__main__":
    sys.exit(main())
