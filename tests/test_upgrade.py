"""From every release that was kept: its database is brought up to now, and all that was in it is as it was."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from assessment.management.backups.state import refuse_altered_versions
from assessment.models import Assessment, Rollup
from profiles.models import User
from tests.clusters import ask_server, url
from tests.people import address, enter, every_page

KEPT = sorted(path for path in (Path(__file__).parent / "releases").iterdir() if (path / "sqlite.sql").exists())


@pytest.fixture(params=KEPT, ids=lambda path: path.name)
def release(request: pytest.FixtureRequest, engine: str) -> dict[str, Any]:
    """What is known of a release, whose database was loaded and migrated."""
    name, given = connection.settings_dict["NAME"], connection.settings_dict
    dump = (request.param / f"{engine}.sql").read_text()
    connection.close()
    if engine == "sqlite":
        Path(name).unlink()
        with closing(sqlite3.connect(name)) as database:
            database.executescript(dump)
    else:
        ask_server(given, f"DROP DATABASE {name}")
        ask_server(given, f"CREATE DATABASE {name} TEMPLATE template0")
        with psycopg.connect(url(given)) as server:
            server.execute(dump.encode())
    call_command("migrate", verbosity=0)
    known: dict[str, Any] = json.loads((request.param / f"{engine}.json").read_text())
    return known


@pytest.fixture
def ada(release: dict[str, Any]) -> Client:
    """The browser of who has an account and is staff."""
    client = Client()
    enter(client, User.objects.get(email=release["account"]), just_now=True)
    return client


def test_every_page_opens(release: dict[str, Any], ada: Client) -> None:
    draft, finished = (Assessment.objects.get(uuid=release[name]) for name in ("draft", "finished"))
    pages = [path for language in ("fr", "en") for path in every_page(draft, finished, language).values()]
    signed_out = [path for path in pages if "/accounts/" in path]
    own = ["/en/accounts/", "/en/accounts/data.json", "/en/accounts/2fa/", "/en/overview/"]
    files = [address(finished, f"report.{ending}") for ending in ("pdf", "csv", "xlsx")]
    room = ["/admin/", "/admin/catalogue/", "/admin/assessment/catalogueversion/", "/admin/profiles/event/"]
    inside = [path for path in pages if path not in signed_out] + own + files + room
    assert {path: ada.get(path).status_code for path in inside} == dict.fromkeys(inside, 200)
    assert {path: Client().get(path).status_code for path in signed_out} == dict.fromkeys(signed_out, 200)


def test_every_link_still_leads_where_it_led(release: dict[str, Any]) -> None:
    found = {name: Client().get(path, follow=True).status_code for name, path in release["links"].items()}
    assert found == {"shared": 200, "rating": 200, "resume": 200}


def test_every_report_has_the_bytes_that_it_had(release: dict[str, Any], ada: Client) -> None:
    stranger = Client()
    stranger.get(release["links"]["resume"])
    own, other = release["reports"]
    found = {own: ada.get(own), other: stranger.get(other)}
    assert {path: page.content.decode() for path, page in found.items()} == release["reports"]
    refuse_altered_versions()


def test_what_was_begun_can_be_finished(release: dict[str, Any], ada: Client) -> None:
    draft = Assessment.objects.get(uuid=release["draft"])
    assert draft.notes == {"T1": "mine"}
    assert ada.post(address(draft, "review/")).status_code == 302
    assert ada.get(address(draft, "report.json")).status_code == 200
    assert Assessment.objects.get(uuid=release["draft"]).answers == {"T1": 3}


def test_groups_are_counted_as_before(release: dict[str, Any]) -> None:
    counted = [rollup.counts for rollup in Rollup.objects.order_by("pk") if rollup.counts]
    assert counted != []
    call_command("rollup", "--rebuild", verbosity=0)
    assert [rollup.counts for rollup in Rollup.objects.order_by("pk") if rollup.counts] == counted
