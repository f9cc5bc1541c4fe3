"""`manage.py export_results`."""

import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessment.exports.results import xlsx
from assessment.exports.results.writers import WRITERS
from assessment.management.commands import export_results
from tests.databases import forgotten, wrapper
from tests.exports.results.sittings import NOON, cells, many, read, sat, small

pytestmark = pytest.mark.django_db
OPTIONS = {
    "csv-fr": ["csv"],
    "csv-en": ["csv", "--dialect", "en"],
    **{form: [form] for form in ("xlsx", "jsonl", "parquet")},
}


def exported(path: Path, *options: str) -> bytes:
    """The file that the command writes."""
    call_command("export_results", "--output", str(path), "--format", *options)
    return path.read_bytes()


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_each_format_is_written_and_the_last_line_says_how_much(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    many(small(), 3)
    path = tmp_path / "results"
    assert len(read(form, exported(path, *OPTIONS[form]))) == 6
    assert [*capsys.readouterr()] == ["", "6 rows of 3 assessments\n"]
    assert [found.name for found in tmp_path.iterdir()] == ["results"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.usefixtures("separate_connections")
def test_the_rows_are_read_from_the_database_that_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many(small(), 3)
    monkeypatch.setattr(settings, "DATABASES", {"default": {}, "replica": {}})
    replica = wrapper("replica", connection.settings_dict["ENGINE"])
    try:
        with CaptureQueriesContext(connection) as here, CaptureQueriesContext(replica) as there:
            assert len(read("jsonl", exported(tmp_path / "f", "jsonl", "--database", "replica"))) == 6
    finally:
        forgotten("replica")
    assert [found["sql"] for found in here if "assessment_assessment" in found["sql"]] == []
    assert [found for found in there if "assessment_assessment" in found["sql"]]


def test_few_are_exported_too_since_it_is_the_operator_who_asks(tmp_path: Path) -> None:
    sat(small())
    assert len(read("jsonl", exported(tmp_path / "f", "jsonl"))) == 2


def test_every_filter_is_an_option(tmp_path: Path) -> None:
    version = small()
    later = NOON.replace(day=20)
    fields: list[dict[str, Any]] = [
        {},
        {"role": "boss"},
        {"grade": "old"},
        {"language": "fr"},
        {"finished": None},
        {"finished": later},
    ]
    for number, other in enumerate(fields):
        sat(version, {"A": number}, **other)

    def found(*options: str) -> list[str]:
        rows = cells(read("jsonl", exported(tmp_path / "f", "jsonl", *options)), "skill", "answer")
        return [answer for skill, answer in rows if skill == "A"]

    assert found() == ["0", "1", "2", "3", "5"]
    assert found("--role", "boss") == ["1"]
    assert found("--grade", "old") == ["2"]
    assert found("--language", "fr") == ["3"]
    assert found("--sitting", "draft") == ["4"]
    assert found("--sitting", "all", "--version", "1") == ["0", "1", "2", "3", "4", "5"]
    assert found("--since", "2026-03-20", "--until", "2026-03-20") == ["5"]


def test_names_are_in_the_language_asked_or_in_that_of_the_dialect(tmp_path: Path) -> None:
    sat(small())

    def first(form: str, *options: str) -> str:
        return str(cells(read(form, exported(tmp_path / "f", "csv", *options)), "skill_name")[0][0])

    assert first("csv-fr") == "A (fr)"
    assert first("csv-en", "--dialect", "en") == "A (en)"
    assert first("csv-fr", "--names", "en") == "A (en)"
    assert first("csv-en", "--dialect", "en", "--names", "fr") == "A (fr)"


def test_standard_output_gets_the_bytes(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    many(small(), 2)
    call_command("export_results", "--output", "-", "--format", "parquet")
    out, err = capfdbinary.readouterr()
    assert (len(read("parquet", out)), err) == (4, b"4 rows of 2 assessments\n")


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("role", "ghost"),
        ("grade", "maker"),
        ("version", "2"),
        ("version", "9" * 5000),
        ("version", "x\ny"),
        ("language", "de"),
        ("sitting", "done"),
        ("since", "2026-02-30"),
        ("since", "01/02/2026"),
        ("until", "9999-12-31"),
        ("until", "0001-01-01"),
        ("until", "2026-01-01\0"),
    ],
)
def test_a_wrong_value_is_told_in_one_line(tmp_path: Path, option: str, value: str) -> None:
    sat(small())
    with pytest.raises(CommandError) as refused:
        exported(tmp_path / "f", "jsonl", f"--{option}={value}")
    line = str(refused.value)
    assert (line.partition(":")[0], line.isprintable(), len(line) < 300) == (f"--{option}", True, True)
    assert list(tmp_path.iterdir()) == []


def test_days_in_the_wrong_order_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="--until"):
        exported(tmp_path / "f", "csv", "--since", "2026-01-02", "--until", "2026-01-01")


@pytest.mark.parametrize("options", [["--format", "pdf"], ["--format", "csv"], ["--output", "x"], ["--dialect", "de"]])
def test_wrong_usage_is_2(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    command = export_results.Command()
    command._called_from_command_line = True  # type: ignore[attr-defined]  # as manage.py does
    parser = command.create_parser("manage.py", "export_results")
    with pytest.raises(SystemExit) as stopped:
        parser.parse_args(options)
    assert stopped.value.code == 2
    assert "error:" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    small()
    with pytest.raises(CommandError, match="cannot be written"):
        exported(tmp_path / "nowhere" / "f", "csv")


def test_too_many_rows_for_a_sheet_write_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    many(small(), 2)
    with pytest.raises(CommandError, match=r"4 rows.* 3:"):
        exported(tmp_path / "f", "xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_what_stops_leaves_nothing_and_the_file_before_it_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    many(small(), 2)
    path = tmp_path / "f"
    path.write_text("before")
    seen = []

    def stopping(*args: Any) -> Any:
        yield b"some of it"
        seen.append([found.name for found in sorted(tmp_path.iterdir())])
        raise stop

    monkeypatch.setattr(export_results.Command, "watched", stopping)
    with pytest.raises(CommandError) as refused:
        exported(path, "csv")
    assert (refused.value.returncode == 130) == isinstance(stop, KeyboardInterrupt)
    assert seen == [["f", "f.part"]]
    assert [(found.name, found.read_text()) for found in tmp_path.iterdir()] == [("f", "before")]


def test_an_error_leaves_nothing(tmp_path: Path) -> None:
    version = small()
    many(version, 2)
    sat(version, role="ghost")
    with pytest.raises(KeyError):
        exported(tmp_path / "f", "csv")
    assert list(tmp_path.iterdir()) == []


class Terminal:
    """A screen that keeps what it shows."""

    def __init__(self) -> None:
        self.shown = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.shown += text


def test_a_terminal_is_told_how_far_it_is_at_most_once_a_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(small(), 3)
    clock = iter([0, 0.5, 1, 1.5])
    monkeypatch.setattr(export_results, "monotonic", lambda: next(clock))
    screen = Terminal()
    call_command("export_results", "--output", str(tmp_path / "f"), "--format", "xlsx", stderr=screen)
    assert screen.shown == "6 of 6 rows\r6 rows of 3 assessments\n"


def test_a_reader_who_has_enough_ends_it_quietly(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    many(small(), 500)
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "w") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        with pytest.raises(SystemExit) as stopped:
            call_command("export_results", "--output", "-", "--format", "csv")
    assert (stopped.value.code, *capfd.readouterr()) == (1, "", "")


@pytest.mark.parametrize("is_link", [False, True])
def test_what_was_left_of_a_broken_export_is_neither_written_through_nor_kept(tmp_path: Path, is_link: bool) -> None:
    sat(small())
    other, part = tmp_path / "other", tmp_path / "f.part"
    other.write_text("mine")
    if is_link:
        part.symlink_to(other)
    else:
        part.write_text("broken")
        part.chmod(0o666)
    exported(tmp_path / "f", "jsonl")
    assert other.read_text() == "mine"
    assert stat.S_IMODE((tmp_path / "f").lstat().st_mode) == 0o600
    assert sorted(found.name for found in tmp_path.iterdir()) == ["f", "other"]
