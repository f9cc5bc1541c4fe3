"""A backup put back: all of it, erased people erased again; or the old database stays as it was."""

import hashlib
import io
import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import StringIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import psycopg
import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django import Settings

from assessment.management.backups import postgresql
from assessment.management.backups.file import pieces, read
from assessment.management.backups.state import pointed_at
from assessment.management.commands import restore as command
from assessment.models import Assessment, CatalogueVersion
from profiles.models import User
from tests.clusters import ask_server, databases, url
from tests.examples import shipped
from tests.people import begin, everything_stored, finish
from tests.planted import person, plant_assessment
from tests.processes import ROOT, surroundings
from tests.test_backup import backup, files_up_to, refused


def restore(file: Path, *options: str) -> list[str]:
    """Put a backup back; answers what was said, without how long it took."""
    out = StringIO()
    call_command("restore", str(file), *(options or ["--yes"]), stdout=out, no_color=True)
    return [line for line in out.getvalue().splitlines() if not line.startswith("restored in ")]


@pytest.fixture
def site(engine: str) -> str:
    """A site with something in it, on each engine."""
    published = CatalogueVersion.objects.publish(shipped())
    finish(Client())
    plant_assessment(published, owner=person(), token_sha256=None)
    return engine


@pytest.fixture
def night(site: str, tmp_path: Path) -> Path:
    """A backup of it."""
    file = tmp_path / "night"
    backup(file)
    return file


def others() -> list[str]:
    """What stands beside the site's database, by the end of its name, and has to do with it."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        beside = [path.name.removeprefix(Path(name).name) for path in Path(name).parent.glob(f"{Path(name).name}?*")]
        return sorted({*beside} - {"-wal", "-shm", "-journal"})
    return [found.removeprefix(name) for found in databases(connection.settings_dict, name) if found != name]


def kept() -> str:
    """The name of the old database."""
    (ending,) = others()
    assert ending.replace("_", ".").startswith(".before")
    return f"{connection.settings_dict['NAME']}{ending}"


def test_all_comes_back_and_the_old_database_is_kept(night: Path) -> None:
    before = everything_stored()
    manifest = read(night)
    begin(Client())
    User.objects.get().delete()
    changed = everything_stored()
    night.with_name("erased").unlink()
    said = restore(night)
    assert everything_stored() == before
    assert said == [
        f"{night}: {manifest.shown}, made {manifest.made} by careerquiz {manifest.version}",
        f"ERASED_FILE ({night.with_name('erased')}) is not there, so nobody is erased again",
        "0 sessions ended",
        f"the old database is kept as {kept()}: remove it once all is well",
    ]
    with pointed_at(kept()):
        assert everything_stored() == changed


def test_who_was_erased_stays_erased_and_others_stay(night: Path) -> None:
    finished = Assessment.objects.get(finished__isnull=False)
    User.objects.get().delete()
    without = everything_stored()
    said = restore(night)
    assert everything_stored() == without
    assert "profiles.user: 1 of 1 erased again" in said
    assert Assessment.objects.get() == finished


def test_a_line_that_cannot_be_read_is_told_at_the_end_and_the_rest_is_done(night: Path, settings: Settings) -> None:
    user = User.objects.get()
    Path(settings.ERASED_FILE).write_text(f"nothing\n2026-11-23 profiles.user {user.uuid}\n")
    line = "restored, but not all may be erased again:"
    with pytest.raises(CommandError) as caught:
        restore(night)
    assert str(caught.value).splitlines() == [line, f"{settings.ERASED_FILE}: line 1 does not say what was erased"]
    assert (User.objects.count(), len(others())) == (0, 1)


def test_the_files_of_several_nodes_are_heeded(night: Path, tmp_path: Path) -> None:
    wanted = {
        "profiles.user": User.objects.get().uuid,
        "assessment.assessment": Assessment.objects.exclude(finished=None).get().uuid,
    }
    files = [tmp_path / f"{kind}.erased" for kind in wanted]
    for path, (kind, uuid) in zip(files, wanted.items(), strict=True):
        path.write_text(f"2026-11-23 {kind} {uuid}\n")
    named = [word for path in files for word in ("--erased", str(path))]
    restore(night, "--yes", *named)
    assert (User.objects.count(), Assessment.objects.count()) == (0, 0)
    missing = tmp_path / "three.erased"
    assert refused(lambda: restore(night, "--yes", "--erased", str(missing))) == f"{missing}: is no file"


def test_nobody_is_signed_in_afterwards_who_may_have_signed_out(site: str, tmp_path: Path) -> None:
    client = Client()
    client.force_login(User.objects.get())
    backup(tmp_path / "night")
    client.logout()
    assert "1 sessions ended" in restore(tmp_path / "night")
    assert not Session.objects.exists()


@contextmanager
def unchanged() -> Iterator[None]:
    """The database is as it was, and nothing is left beside it."""
    before = everything_stored()
    yield
    assert everything_stored() == before
    assert others() == []


# What is no backup for here


def test_a_backup_cut_off_anywhere_is_refused(night: Path, tmp_path: Path) -> None:
    whole = night.read_bytes()
    short = tmp_path / "short"
    for length in {0, 1, 100, len(whole) // 2, *range(len(whole) - 2000, len(whole), 97), len(whole) - 1}:
        short.write_bytes(whole[:length])
        assert refused(lambda: read(short)) == f"{short}: is no backup of careerquiz, or not a whole one"
    with unchanged():
        assert refused(lambda: restore(short)) == f"{short}: is no backup of careerquiz, or not a whole one"


def test_a_bit_flipped_anywhere_is_refused_or_changes_nothing(engine: str, tmp_path: Path) -> None:
    night, flipped = tmp_path / "night", tmp_path / "flipped"
    backup(night)
    whole, manifest = night.read_bytes(), read(night)
    wanted = b"".join(pieces(night))
    draw = random.Random(6)
    ends = [*range(40), *range(len(whole) - 300, len(whole), 3)]
    refusals = 0
    for place in [*ends, *draw.sample(range(len(whole)), 100)]:
        data = bytearray(whole)
        data[place] ^= 1 << draw.randrange(8)
        flipped.write_bytes(data)
        try:
            found = read(flipped)
        except CommandError:
            refusals += 1
        else:
            assert (found, b"".join(pieces(flipped))) == (manifest, wanted)
    assert refusals > 150


def forged(night: Path, data: bytes | None = None, **changes: Any) -> Path:
    """A backup that somebody made by hand of another; without an own size and hash it fits its data."""
    manifest = json.loads(ZipFile(night).read("manifest.json"))
    data = b"".join(pieces(night)) if data is None else data
    fitting = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    made = night.with_name("forged")
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("database", data)
        archive.writestr("manifest.json", json.dumps(manifest | fitting | changes))
    return made


def test_what_was_made_by_hand_is_refused_with_a_reason(night: Path, site: str) -> None:
    other = {"sqlite": "postgresql", "postgresql": "sqlite"}[site]
    rows, migrations = read(night).rows, read(night).migrations
    newer = [*migrations, "assessment.0999_flying_cars"]
    more = rows | {"assessment_share": rows["assessment_share"] + 1}
    altered = "was altered: its data are not what its manifest says"
    foreign = "is no backup of careerquiz, or not a whole one"
    cases: list[tuple[dict[str, Any], str]] = [
        ({"sha256": "0" * 64}, f"FILE: {altered}"),
        ({"size": 1}, f"FILE: {altered}"),
        ({"format": "careerquiz-backup/2"}, f"FILE: {foreign}"),
        ({"rows": 3}, f"FILE: {foreign}"),
        ({"more": 3}, f"FILE: {foreign}"),
        ({"engine": other}, f"FILE: is a backup of {other}, and the site's database is {site}"),
        (
            {"migrations": newer},
            "FILE: is of a newer version of careerquiz, with the migration assessment.0999_flying_cars",
        ),
        ({"rows": more}, f"assessment_share has {rows['assessment_share']} rows, not {more['assessment_share']}"),
    ]
    with unchanged():
        for changes, said in cases:
            made = forged(night, **changes)
            assert refused(lambda made=made: restore(made)) == said.replace("FILE", str(made))  # type: ignore[misc]


def test_data_that_the_engine_cannot_take_leave_all_as_it_was(night: Path, site: str) -> None:
    begins = {"sqlite": "the database is damaged: ", "postgresql": "pg_restore ended with status 1: "}
    with unchanged():
        for data in (b"nothing", b"".join(pieces(night))[:-3000]):
            made = forged(night, data)
            assert refused(lambda made=made: restore(made)).startswith(begins[site])  # type: ignore[misc]


def test_other_files_are_refused(engine: str, tmp_path: Path) -> None:
    archive, text = tmp_path / "archive", tmp_path / "text"
    with ZipFile(archive, "w") as file:
        file.writestr("letter.txt", "Dear Ada")
    text.write_text("Dear Ada")
    for path in (archive, text):
        assert refused(lambda path=path: restore(path)) == f"{path}: is no backup of careerquiz, or not a whole one"  # type: ignore[misc]
    assert refused(lambda: restore(tmp_path)) == f"{tmp_path}: cannot be read: Is a directory"
    missing = tmp_path / "missing"
    assert refused(lambda: restore(missing)) == f"{missing}: cannot be read: No such file or directory"


# Who is asked, and who is there


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_happens_before_somebody_said_yes(night: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with unchanged():
        monkeypatch.setattr(sys, "stdin", io.StringIO("yes\n"))
        assert refused(lambda: restore(night, "--verbosity=1")) == "nobody is there to be asked; --yes goes on without"
        for words in ("no\n", "\n", ""):
            monkeypatch.setattr(sys, "stdin", Terminal(words))
            assert refused(lambda: restore(night, "--verbosity=1")) == "nothing was changed"
    begin(Client())
    monkeypatch.setattr(sys, "stdin", Terminal("yes\n"))
    assert f"the database {connection.settings_dict['NAME']}. Type yes" in "".join(restore(night, "--verbosity=1"))
    assert Assessment.objects.count() == 2


def test_while_the_site_uses_its_database_nothing_is_restored(night: Path) -> None:
    name = connection.settings_dict["NAME"]
    said = {
        "sqlite": f"{name}: is in use: stop the site, and whatever else has it open",
        "postgresql": f"the database {name} is in use (1 connected): stop the site, and whatever else is connected",
    }
    with unchanged(), closing(a_visitor()):
        assert refused(lambda: restore(night)) == said[connection.vendor]


def a_visitor() -> Any:
    """Another connection to the database, which has read something and stays."""
    given = connection.settings_dict
    visitor = sqlite3.connect(given["NAME"]) if connection.vendor == "sqlite" else psycopg.connect(url())
    visitor.execute("SELECT count(*) FROM assessment_assessment")
    return visitor


def restoring(night: Path) -> subprocess.Popen[bytes]:
    """Another process that restores."""
    return subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), "restore", str(night), "--yes"],
        env=surroundings(DATABASE_URL=url(), ERASED_FILE=str(night.with_name("erased"))),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


# Faults in the middle


def test_killed_in_the_middle_the_old_database_is_as_it_was(night: Path, site: str) -> None:
    begin(Client())
    before = everything_stored()
    connection.close()
    process = restoring(night)
    until = time.monotonic() + 60
    while not others() and time.monotonic() < until:
        assert process.poll() is None
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert everything_stored() == before
    (left,) = others()
    assert left.endswith({"sqlite": ".part", "postgresql": "_restoring"}[site])
    connection.close()
    assert restore(night)  # what was left does not hinder
    assert Assessment.objects.count() == 2


def test_a_migration_that_fails_leaves_all_as_it_was(night: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(self: object, files: list[str]) -> str:
        raise CommandError("no")

    monkeypatch.setattr(command.Command, "brought_up_to_now", fails)
    with unchanged():
        assert refused(lambda: restore(night)) == "no"


def test_stopped_by_hand_all_is_as_it_was(night: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(self: object, files: list[str]) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(command.Command, "brought_up_to_now", stopped)
    with unchanged(), pytest.raises(CommandError) as caught:
        restore(night)
    assert (str(caught.value), caught.value.returncode) == (f"{night}: stopped; the database is as it was", 130)


def test_a_full_disk_leaves_all_as_it_was(night: Path, site: str) -> None:
    if site != "sqlite":
        pytest.skip("the server of PostgreSQL has a disk of its own")
    with unchanged(), files_up_to(100_000):
        assert (
            refused(lambda: restore(night)) == f"{night}: cannot be restored: File too large; the database is as it was"
        )


def test_a_role_that_may_make_no_database_is_told_what_it_lacks(night: Path, site: str) -> None:
    if site != "postgresql":
        pytest.skip("SQLite has no roles")
    with connection.cursor() as cursor:
        cursor.execute("DROP ROLE IF EXISTS poor")
        cursor.execute("CREATE ROLE poor LOGIN")
    connection.close()
    with pytest.MonkeyPatch.context() as entered:
        entered.setitem(connection.settings_dict, "USER", "poor")
        said = refused(lambda: restore(night))
        connection.close()
    assert said == 'the role poor may make no database; let it, with ALTER ROLE "poor" CREATEDB'


def test_who_comes_before_the_end_keeps_the_old_database(night: Path, site: str) -> None:
    if site != "postgresql":
        pytest.skip("SQLite lets nobody in")
    given = connection.settings_dict
    with unchanged():
        connection.close()
        with (
            postgresql.fresh(pieces(night)) as new,
            closing(a_visitor()),
            pytest.raises(CommandError) as caught,
        ):
            new.swap()
    assert (
        str(caught.value)
        == f"the database {given['NAME']} is in use (1 connected): stop the site, and whatever else is connected"
    )


# What was there


def test_where_no_database_is_the_backup_becomes_it(night: Path, site: str) -> None:
    before = everything_stored()
    name = connection.settings_dict["NAME"]
    connection.close()
    if site == "sqlite":
        Path(name).unlink()
    else:
        ask_server(connection.settings_dict, f"DROP DATABASE {name}")
    assert "kept" not in "".join(restore(night))
    assert everything_stored() == before


def test_a_file_that_is_no_database_is_put_aside_with_its_journal(night: Path, site: str) -> None:
    if site != "sqlite":
        pytest.skip("asks of SQLite")
    before = everything_stored()
    connection.close()
    path = Path(connection.settings_dict["NAME"])
    path.write_bytes(b"not what it was" * 1000)
    journal = Path(f"{path}-wal")
    journal.write_bytes(b"a journal")
    path.chmod(0o640)
    restore(night)
    assert everything_stored() == before
    assert path.stat().st_mode & 0o777 == 0o640
    main = others()[0]
    aside = [Path(f"{path}{main}{ending}").read_bytes() for ending in ("", "-wal")]
    assert aside == [b"not what it was" * 1000, b"a journal"]


def test_a_backup_of_an_older_version_is_migrated(site: str, tmp_path: Path) -> None:
    call_command("migrate", "assessment", "0006", verbosity=0)
    backup(tmp_path / "night")
    answers = list(Assessment.objects.order_by("pk").values_list("answers", "uuid"))
    call_command("migrate", verbosity=0)
    Assessment.objects.all().delete()
    night_before = tmp_path / "night"
    (tmp_path / "erased").unlink()
    restore(night_before)
    assert list(Assessment.objects.order_by("pk").values_list("answers", "uuid")) == answers
    assert ("assessment", "0007_people") in MigrationRecorder(connection).applied_migrations()
