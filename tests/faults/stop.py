"""The server is told to stop while many submits are in flight: each is acknowledged or was never written.

`python -m tests.faults.stop [--submits 100] [--rounds 5] [--postgresql]`
"""

import argparse
import http.client
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from tests.faults.crowd import Person
from tests.faults.serving import Site, asked, site, told

SKILL = "T1"


@dataclass
class Submit:
    """One answer, ready to be sent."""

    person: Person
    path: str
    form: dict[str, str]
    acknowledged: bool = False

    def send(self, together: threading.Barrier) -> None:
        """Send it when all are ready. It is not sent a second time."""
        together.wait()
        try:
            answer = self.person.ask(self.path, {**self.form, f"skill-{SKILL}": "3", "go": "next"})
        except (OSError, http.client.HTTPException):
            return
        self.acknowledged = answer.status == 302


def ready(served: Site) -> Submit:
    """Somebody who is about to answer."""
    person = Person(served.port)
    person.begin()
    return Submit(person, *person.form(SKILL))


def stopped_after(served: Site, count: int, seconds: float) -> tuple[int, int, int]:
    """How many of the submits were acknowledged, refused, and cut off after they were written. Then it serves again."""
    with ThreadPoolExecutor(count) as pool:
        submits = [ready(served) for _ in range(count)]
        together = threading.Barrier(count + 1)
        sent = [pool.submit(submit.send, together) for submit in submits]
        together.wait()
        time.sleep(seconds)
        served.stop(signal.SIGTERM)
        for one in sent:
            one.result()
    stored = {uuid for uuid, answers in served.answers.items() if SKILL in answers}
    acknowledged = {submit.person.uuid for submit in submits if submit.acknowledged}
    lost = len(acknowledged - stored)
    assert not lost, f"{lost} acknowledged answers lost"
    cut = {submit.person.uuid for submit in submits if not submit.acknowledged} & stored
    served.start()
    return len(acknowledged), count - len(acknowledged) - len(cut), len(cut)


def main() -> int:
    """Do it, and tell the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submits", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    with asked(parser) as (options, folder, database), site(folder, database) as served:
        found = [stopped_after(served, options.submits, 0.1 * number) for number in range(options.rounds)]
        acknowledged, refused, cut = map(sum, zip(*found, strict=True))
        wrong = [f"{cut} cut off after they were written"] if cut else []
        return told(
            "stop", wrong, submits=sum(map(sum, found)), acknowledged=acknowledged, refused=refused, cut_off=cut
        )


if __name__ == "__main__":
    sys.exit(main())
