"""The figures of a node, for who brings their token."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import get_resolver
from pytest_django import Settings

from assessment.models import CatalogueVersion
from careerquiz import metrics
from careerquiz.metrics import Tally
from tests.addresses import addresses
from tests.processes import ROOT

TOKEN = "0123456789-abcdefghijklmnopqrstuvwxyz"


@pytest.fixture
def _switched_on(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.METRICS_TOKEN = TOKEN
    settings.VAR_DIR = tmp_path
    yield
    metrics.tally.cache_clear()


def told(client: Client, token: str = TOKEN) -> list[str]:
    response = client.get("/metrics", headers={"authorization": f"Bearer {token}"})
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert "no-store" in response.headers["Cache-Control"]
    return response.content.decode().splitlines()


def counts(lines: list[str]) -> dict[str, int]:
    """The counters alone: their labels, and how many."""
    found = (re.fullmatch(r"careerquiz_requests_total\{(.*)\} (\d+)", line) for line in lines)
    return {match[1]: int(match[2]) for match in found if match}


@pytest.mark.parametrize("header", [None, "", "Bearer ", f"Bearer {TOKEN}x", TOKEN, f"Basic {TOKEN}", "Bearer é"])
@pytest.mark.parametrize("token", ["", TOKEN])
def test_without_their_token_there_is_no_such_address(
    settings: Settings, tmp_path: Path, db: None, header: str | None, token: str
) -> None:
    settings.METRICS_TOKEN, settings.VAR_DIR = token, tmp_path
    headers = {} if header is None else {"authorization": header}
    response, nothing = Client().get("/metrics", headers=headers), Client().get("/nothing", headers=headers)
    assert (response.status_code, response.content) == (404, nothing.content.replace(b"/nothing", b"/metrics"))


@pytest.mark.usefixtures("_switched_on")
def test_with_it_they_are_read_by_any_name_and_not_changed(client: Client, db: None) -> None:
    headers = {"authorization": f"Bearer {TOKEN}", "host": "10.1.2.3:9000"}
    assert client.get("/metrics", headers=headers).status_code == 200
    assert client.head("/metrics", headers=headers).status_code == 200
    assert client.post("/metrics", headers=headers).status_code == 404


@pytest.mark.usefixtures("_switched_on")
def test_what_was_answered_is_counted_by_page_method_and_status(client: Client, published: CatalogueVersion) -> None:
    for path in ("/en/", "/fr/", "/en/roles/devops/", "/en/roles/nobody/", "/nothing", "/livez"):
        client.get(path)
    client.head("/en/")
    client.post("/en/")
    client.generic("BREW", "/en/")
    assert counts(told(client)) == {
        'route="none",method="GET",status="4xx"': 1,
        'route="home",method="GET",status="2xx"': 2,
        'route="home",method="HEAD",status="2xx"': 1,
        'route="home",method="POST",status="4xx"': 1,
        'route="home",method="other",status="4xx"': 1,
        'route="role",method="GET",status="2xx"': 1,
        'route="role",method="GET",status="4xx"': 1,
        'route="livez",method="GET",status="2xx"': 1,
    }


def test_every_page_has_a_row_of_its_own() -> None:
    known = {*metrics._routes(get_resolver())}
    assert {name for name, route in addresses() if name != route} <= known
    assert "admin:profiles_user_changelist" in known
    assert not any(char in name for name in known for char in '"\\\n')


def tally(folder: Path) -> Tally:
    return Tally(folder, ["home", "report"])


def test_what_cannot_be_answered_now_is_apart_from_our_faults(tmp_path: Path) -> None:
    found = tally(tmp_path)
    for status in (200, 302, 404, 500, 503, 503):
        found.add("GET", "home", status, 0.1)
    assert found.total()[metrics.WIDTH : metrics.WIDTH + 5] == [1, 1, 1, 1, 2]


def test_durations_are_added_up_to_each_bound(settings: Settings, tmp_path: Path) -> None:
    row = [0] * metrics.WIDTH
    found = tally(tmp_path)
    for seconds in (0.001, 0.005, 0.0051, 0.3, 9.9, 11):
        found.add("GET", "report", 200, seconds)
    row = found.total()[2 * metrics.WIDTH :]
    assert list(metrics._durations("report", row)) == [
        *(
            f'careerquiz_request_seconds_bucket{{route="report",le="{bound}"}} {number}'
            for bound, number in zip(
                ["0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1.0", "2.5", "5.0", "10.0", "+Inf"],
                [2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 6],
                strict=True,
            )
        ),
        'careerquiz_request_seconds_sum{route="report"} 21.2111',
        'careerquiz_request_seconds_count{route="report"} 6',
    ]


COUNT = """
import sys
from pathlib import Path
from careerquiz.metrics import Tally
found = Tally(Path(sys.argv[1]), ["home", "report"])
found.add("GET", "home", 200, 0.1)
print(found.total()[33 : 34], flush=True)
sys.stdin.read()
"""


def process(folder: Path) -> "subprocess.Popen[str]":
    """Another process that counts one request; it has done so, and lives until it is killed."""
    command = [sys.executable, "-c", COUNT.replace("33 : 34", f"{metrics.WIDTH}")]
    return subprocess.Popen([*command, str(folder)], text=True, cwd=ROOT, stdin=-1, stdout=-1)


def said(found: "subprocess.Popen[str]") -> int:
    assert found.stdout is not None
    return int(found.stdout.readline())


def killed(found: "subprocess.Popen[str]") -> None:
    found.kill()
    found.communicate()


def test_any_process_tells_what_all_have_counted_and_a_new_one_goes_on_where_one_was_killed(tmp_path: Path) -> None:
    first, second = process(tmp_path), process(tmp_path)
    assert sorted([said(first), said(second)])[-1] == 2
    assert len([*tmp_path.iterdir()]) == 2
    killed(first)
    third = process(tmp_path)
    assert said(third) == 3
    assert len([*tmp_path.iterdir()]) == 2
    killed(second)
    killed(third)
    own, another = tally(tmp_path), tally(tmp_path)
    own.add("GET", "home", 200, 0.1)
    assert own.total()[metrics.WIDTH] == another.total()[metrics.WIDTH] == 4
    assert len([*tmp_path.iterdir()]) == 2


def test_what_another_version_counted_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "0123456789abcdef-0").write_bytes(b"x" * 8)
    found = tally(tmp_path)
    assert [*tmp_path.iterdir()] == [tmp_path / f"{found.shape}-0"]
    (tmp_path / f"{found.shape}-7").write_bytes(b"x" * 8)  # half made by a process that is starting
    assert not any(found.total())


def test_where_no_file_can_be_made_the_process_counts_for_itself(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "metrics").touch()
    found = tally(tmp_path / "metrics")
    found.add("GET", "home", 200, 0.1)
    assert found.total()[metrics.WIDTH] == 1
    (record,) = caplog.records
    assert record.getMessage() == f"{tmp_path / 'metrics'}: no file for the metrics of this process: File exists"
