"""Keep the database of a release, as each engine has it, with a row of every kind: `python -m tests.releases.keep 1.0`.

Beside each dump stands what opens its pages, and what a report said then. Needs PostgreSQL's programs.
"""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

EMPTY = {"assessment.Uncounted"}  # all is counted
HERE = Path(__file__).resolve().parent
FAR = datetime(2126, 1, 1, tzinfo=UTC)  # no link of a release ends before its test does


def main(release: str) -> None:
    """Make the four files of a release anew."""
    from tests.clusters import PROGRAMS, running_server, url

    folder = HERE / release
    folder.mkdir(exist_ok=True)
    with TemporaryDirectory() as place:
        path = Path(place) / "careerquiz.sqlite3"
        (folder / "sqlite.json").write_text(filled(f"sqlite:///{path}"))
        with closing(sqlite3.connect(path)) as database:
            (folder / "sqlite.sql").write_text("".join(f"{statement}\n" for statement in database.iterdump()))
    with running_server() as server:
        address = url(server | {"NAME": "base"})
        (folder / "postgresql.json").write_text(filled(address))
        options = ["--no-owner", "--no-privileges", "--inserts", f"--dbname={address}"]
        dump = subprocess.run([f"{PROGRAMS}/pg_dump", *options], capture_output=True, check=True).stdout.decode()
        lines = [line for line in dump.splitlines() if not line.startswith("\\")]  # what only psql knows
        (folder / "postgresql.sql").write_text("".join(f"{line}\n" for line in lines))


def filled(database: str) -> str:
    """Fill an empty database in a process of its own; answers what is to be known of it, as JSON."""
    environment = os.environ | {"DATABASE_URL": database}
    command = [sys.executable, "-m", "tests.releases.keep"]
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout.decode()


def fill() -> dict[str, Any]:
    """Let people do what can be done; answers the way back to it, and what the reports say."""
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    from assessment.models import CatalogueVersion
    from tests import crowds, people
    from tests.editors import fill_draft
    from tests.examples import document, shipped

    setup_test_environment()
    call_command("migrate", verbosity=0)
    CatalogueVersion.objects.publish(shipped(), note="The first")
    fill_draft(document())
    known = _ada()
    people.build_and_publish(people.edited_document())
    published = CatalogueVersion.objects.get(number=1)
    sheets = crowds.random_sheets(12, [skill.code for skill in published.catalogue.skills])
    crowds.finished(published, sheets, "devops", "senior")
    call_command("rollup", stdout=sys.stderr)
    _let_links_work_for_ever()
    _refuse_empty_tables()
    return known


def _ada() -> dict[str, Any]:
    """What she did who has an account; somebody without one; and somebody who was erased."""
    from django.contrib.admin.models import CHANGE, LogEntry
    from django.contrib.contenttypes.models import ContentType
    from django.test import Client

    from assessment.models import CatalogueVersion, DraftImport
    from profiles.models import User
    from tests import people, raters
    from tests.examples import WORKED_ANSWERS
    from tests.planted import person, plant_assessment, plant_entrance, planted

    ada = User.objects.create_superuser("ada@example.org", "a long sentence to remember")
    plant_entrance(ada, "ada")
    client, stranger = Client(), Client()
    people.enter(client, ada, just_now=True)
    finished, draft = people.finish(client), people.begin(client, "mlops")
    people.submit(client, draft, "TECH", {"T1": 3}, **{"note-T1": "mine"})
    client.post(people.address(finished, "shares/"), {"name": "Ms Martin", "shows": "notes", "until": raters.day(30)})
    shared = raters.links_of(people.read(client.get(people.address(finished, "shares/"))))[0]
    raters.rated(raters.invited(client, finished), WORKED_ANSWERS, "Bob")
    for _ in range(3):
        raters.rated(raters.invited(client, finished), WORKED_ANSWERS)
    rating = raters.begin_rating(raters.invited(client, finished))[1]
    anonymous = people.finish(stranger, "mlops", "junior")
    like = {"role": "devops", "grade": "junior", "answers": {"T1": 2}, "notes": {}}
    plant_assessment(CatalogueVersion.objects.get(), "other", owner=ada, token_sha256=None, **like)
    planted(DraftImport, by=ada)
    planted(LogEntry, user=ada, content_type=ContentType.objects.get_for_model(DraftImport), action_flag=CHANGE)
    people.enter(leaving := Client(), person("leaving"), just_now=True)
    leaving.post("/en/accounts/erase/")
    files = [people.address(assessment, "report.json") for assessment in (finished, anonymous)]
    return {
        "account": ada.email,
        "draft": str(draft.uuid),
        "finished": str(finished.uuid),
        "links": {"shared": shared, "rating": rating, "resume": f"/en/resume/{people.token_of(stranger)}/"},
        "reports": {path: (client if path == files[0] else stranger).get(path).content.decode() for path in files},
    }


def _let_links_work_for_ever() -> None:
    from assessment.models import Assessment, SecondView, Share

    Assessment.objects.exclude(link_until=None).update(link_until=FAR)
    for model in (SecondView, Share):
        model.objects.update(until=FAR)


def _refuse_empty_tables() -> None:
    """Every kind of row is there, or the release is not kept."""
    from django.apps import apps

    empty = {model._meta.label for model in apps.get_models() if not model._base_manager.exists()}
    assert empty <= EMPTY, empty - EMPTY


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    if len(sys.argv) > 1:
        main(sys.argv[1])
    else:
        import django

        django.setup()
        json.dump(fill(), sys.stdout, indent=1)
